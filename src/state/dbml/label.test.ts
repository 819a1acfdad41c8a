import { expect, test } from 'vitest'
import { applyEdits, diffSchemas } from '../../core/model/edit'
import { newSchema } from '../../core/model/factory'
import type { Schema } from '../../core/model/schema'
import { aTable, countingIds } from '../../core/model/testing/factories'
import { labelOf } from './label'

const users = aTable({ name: 'users', columns: ['id bigint', 'name text'], key: ['id'] })
const empty = newSchema(countingIds(), 'shop', { dialect: 'postgres', version: '18' })
const withTables = (...tables: readonly (typeof users)[]): Schema => ({
  ...empty,
  table: new Map(tables.map((table) => [table.id, table])),
})

function labelled(before: Schema, after: Schema): string {
  const edits = diffSchemas(before, after)
  return labelOf(edits, applyEdits(before, edits))
}

test('a step of typing says what came of it', () => {
  expect(labelled(empty, withTables(users))).toBe('Edit DBML: add table users')
  expect(labelled(withTables(users), empty)).toBe('Edit DBML: delete table users')
  expect(labelled(withTables(users), withTables({ ...users, name: 'people' }))).toBe(
    'Edit DBML: rename users to people',
  )
  const [id, name] = users.columns
  if (!id || !name) throw new Error('The table has two columns')
  expect(labelled(withTables({ ...users, columns: [id] }), withTables(users))).toBe(
    'Edit DBML: add column name to users',
  )
  const other = { ...users, columns: [id, { ...name, name: 'full_name', comment: 'x' }] }
  expect(labelled(withTables(users), withTables(other))).toBe(
    'Edit DBML: rename name to full_name in users and 1 more',
  )
})

test('a step that only the text knows of says so', () => {
  expect(labelOf([], empty)).toBe('Edit DBML')
})
