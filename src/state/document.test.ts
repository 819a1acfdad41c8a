import { beforeEach, expect, it } from 'vitest'
import { renameProject } from '../core/commands/project'
import { newSchema } from '../core/model/factory'
import { projectOf } from '../core/model/schema'
import { amendStep, beforeChanges, document, goToStep, openDocument, redoStep, undoStep } from './document'
import { perform } from './perform'

const name = () => projectOf(document.getState().schema).name

beforeEach(() => {
  let ids = 0
  openDocument({
    id: 'x',
    schema: newSchema(() => String(++ids), 'first', { dialect: 'postgres', version: '18' }),
  })
  for (const next of ['a', 'b', 'c']) perform(`Rename to ${next}`, (cx) => renameProject(cx, next))
})

it('goes over many steps as one change of the document, which says how far it went', () => {
  const seen: number[] = []
  const stop = document.subscribe(({ revision }) => seen.push(revision))
  const before = document.getState().revision
  expect(goToStep(0)).toBe('Rename to a')
  stop()
  expect(seen).toEqual([before + 1])
  expect(name()).toBe('first')
  expect(document.getState().lastMove).toEqual({ kind: 'undo', count: 3 })
  expect(goToStep(2)).toBe('Rename to b')
  expect(document.getState().lastMove).toEqual({ kind: 'redo', count: 2 })
  expect(name()).toBe('b')
})

it('undo and redo go one step and stop at the ends', () => {
  expect(undoStep()).toBe('Rename to c')
  expect(name()).toBe('b')
  expect(redoStep()).toBe('Rename to c')
  expect(redoStep()).toBeUndefined()
  goToStep(0)
  expect(undoStep()).toBeUndefined()
})

it('nothing moves in a document that is open for reading only', () => {
  document.setState({ isReadOnly: true })
  expect(goToStep(0)).toBeUndefined()
  expect(name()).toBe('c')
})

it('what is half typed becomes a step before anything else is recorded', () => {
  const stop = beforeChanges(() => {
    if (name() === 'c') perform('Type', (cx) => renameProject(cx, 'typed'))
  })
  perform('Rename to d', (cx) => renameProject(cx, 'd'))
  stop()
  expect(
    document
      .getState()
      .history.done.map(({ label }) => label)
      .slice(-2),
  ).toEqual(['Type', 'Rename to d'])
  undoStep()
  expect(name()).toBe('typed')
})

it('going back goes back from what was half typed', () => {
  const stop = beforeChanges(() => {
    if (name() === 'c') perform('Type', (cx) => renameProject(cx, 'typed'))
  })
  expect(undoStep()).toBe('Type')
  stop()
  expect(name()).toBe('c')
})

it('what belongs to a step is undone with it', () => {
  const { id, note } = projectOf(document.getState().schema)
  amendStep(2, [{ kind: 'project', id, field: 'note', before: note, after: 'of b' }])
  undoStep()
  expect(projectOf(document.getState().schema)).toMatchObject({ name: 'b', note: 'of b' })
  undoStep()
  expect(projectOf(document.getState().schema)).toMatchObject({ name: 'a', note: '' })
})
