import { describe, expect, it } from 'vitest'
import { applyEdits } from './edit'
import { newSchema } from './factory'
import { amend, emptyHistory, positionOf, record, redo, travel, undo, type History } from './history'
import { projectOf, type Schema } from './schema'
import { transact } from './transact'

let ids = 0
const start = newSchema(() => String(++ids), 'shop', { dialect: 'postgres', version: '18' })

function renamed(schema: Schema, name: string) {
  const { edits } = transact(schema, (tx) => {
    tx.update('project', projectOf(schema).id, (project) => ({ ...project, name }))
  })
  return { edits, schema: applyEdits(schema, edits) }
}

function named(...names: readonly string[]): { readonly schema: Schema; readonly history: History<string> } {
  let schema = start
  let history: History<string> = emptyHistory
  names.forEach((name, i) => {
    const next = renamed(schema, name)
    history = record(history, {
      label: `Rename to ${name}`,
      edits: next.edits,
      at: i * 1000,
      before: `before ${name}`,
      after: `after ${name}`,
    })
    schema = next.schema
  })
  return { schema, history }
}

describe('amend', () => {
  it('what came later goes with the step that it belongs to', () => {
    const { history, schema } = named('a', 'b')
    const project = projectOf(schema)
    const edits = [
      { kind: 'project', id: project.id, field: 'note', before: project.note, after: 'of a' },
    ] as const
    const amended = amend(history, 1, edits)
    const back = travel(amended, 0)
    expect(amended.done.map(({ label }) => label)).toEqual(['Rename to a', 'Rename to b'])
    expect(back && applyEdits(applyEdits(schema, edits), back.edits)).toEqual(start)
    expect(amend(history, 3, edits)).toBe(history)
  })
})

describe('travel', () => {
  it('goes several steps at once to the same place as one after the other', () => {
    const { schema, history } = named('a', 'b', 'c', 'd')
    const back = travel(history, 1)
    const name = back && projectOf(applyEdits(schema, back.edits)).name
    expect(name).toBe('a')
    const single = undo(undo(undo(history)?.history ?? history)?.history ?? history)
    expect(back?.history).toEqual(single?.history)
    expect(back?.step.before).toBe('before b')
    const forth = back && travel(back.history, 4)
    expect(forth?.history).toEqual(history)
    expect(forth?.step.after).toBe('after d')
    expect(back && redo(back.history)?.step.label).toBe('Rename to b')
  })

  it('brings many edits of one field together as one', () => {
    const { history } = named('a', 'b', 'c', 'd')
    expect(travel(history, 0)?.edits).toHaveLength(1)
  })

  it('stays within what was done, and nowhere to go is no move', () => {
    const { history } = named('a', 'b')
    const first = travel(history, -5)
    expect(first && positionOf(first.history)).toBe(0)
    expect(travel(history, 99)).toBeUndefined()
    expect(travel(emptyHistory, 0)).toBeUndefined()
  })
})
