import { expect, it } from 'vitest'
import { dialects } from '../dialects'
import { overlaps } from '../layout/box'
import { placedIn } from '../layout/geometry'
import { applyEdits, invert } from '../model/edit'
import { firstDiagram, type Schema } from '../model/schema'
import { assertIntegrity } from '../model/testing/integrity'
import { allTemplates, built } from '../templates/testing/built'
import { perform } from './context'
import { insertDocument } from './insert'

function insert(into: Schema, schema: Schema) {
  const diagram = firstDiagram(into)
  if (!diagram) throw new Error('A document has a diagram')
  let n = 0
  const given = { newId: () => `new${++n}`, dialect: dialects.postgres, diagram }
  const done = perform(into, given, (cx) => insertDocument(cx, schema))
  if (!done.ok) throw new Error(done.error.message)
  return { after: applyEdits(into, done.value.edits), edits: done.value.edits, diagram }
}

const [first, second] = allTemplates.map((template) => built(template, 'postgres'))

it('puts a document beside another one, on nothing that is there', () => {
  if (!first || !second) throw new Error('There are two templates')
  const { after, diagram } = insert(first, second)
  assertIntegrity(after)
  expect(after.table.size).toBe(first.table.size + second.table.size)
  expect(after.relation.size).toBe(first.relation.size + second.relation.size)
  expect(after.area.size).toBe(first.area.size + second.area.size)
  const boxes = Array.from(placedIn(after, diagram).values(), ({ box }) => box)
  expect(boxes.filter((box, i) => boxes.slice(i + 1).some((other) => overlaps(box, other)))).toEqual([])
})

it('is undone as one', () => {
  if (!first || !second) throw new Error('There are two templates')
  const { after, edits } = insert(first, second)
  expect(applyEdits(after, invert(edits))).toEqual(first)
})

it('gives names of its own to a second copy of the same tables', () => {
  if (!first) throw new Error('There is a template')
  const { after } = insert(first, first)
  assertIntegrity(after)
  const names = [...after.table.values()].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
