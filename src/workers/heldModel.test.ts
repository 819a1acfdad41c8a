import { expect, test } from 'vitest'
import { diffSchemas } from '../core/model/edit'
import { newSchema } from '../core/model/factory'
import { aTable } from '../core/model/testing/factories'
import { HeldModel } from './heldModel'

let last = 0
const empty = newSchema(() => String((last += 1)), 'Shop', { dialect: 'postgres', version: '18' })
const users = aTable({ name: 'users' })
const filled = { ...empty, table: new Map([[users.id, users]]) }

test('a model is sent once; then only what changed travels', () => {
  const held = new HeldModel()
  expect(held.take({ kind: 'whole', version: 1, schema: empty })).toBe(empty)
  const edits = diffSchemas(empty, filled)
  expect(held.take({ kind: 'edits', since: 1, version: 2, edits })).toEqual(filled)
  expect(held.take({ kind: 'edits', since: 2, version: 3, edits: [] })).toEqual(filled)
})

test('edits of a model that the worker does not hold are refused, and leave it as it was', () => {
  const held = new HeldModel()
  const edits = diffSchemas(empty, filled)
  expect(held.take({ kind: 'edits', since: 1, version: 2, edits })).toBeUndefined()
  held.take({ kind: 'whole', version: 5, schema: empty })
  expect(held.take({ kind: 'edits', since: 4, version: 6, edits })).toBeUndefined()
  expect(held.take({ kind: 'edits', since: 5, version: 7, edits })).toEqual(filled)
})
