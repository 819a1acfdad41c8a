import { describe, expect, test } from 'vitest'
import type { Ddl } from '../../core/dialects/dialect'
import { makeTrigger, newSchema } from '../../core/model/factory'
import type { Schema } from '../../core/model/schema'
import { sqlText } from '../../core/model/sqlText'
import { aForeignKey, aTable, countingIds } from '../../core/model/testing/factories'
import { offsetOfLine, selectableOf, statementAt, statementsOf } from './follow'

const newId = countingIds()
const users = aTable({ name: 'users', columns: ['id bigint'], key: ['id'] })
const orders = aTable({ name: 'orders', columns: ['id bigint', 'user_id bigint'], key: ['id'] })
const places = aForeignKey({ child: [orders, 'user_id'], parent: [users, 'id'] })
const stamp = makeTrigger(newId, {
  name: 'stamp',
  on: users.id,
  definition: sqlText(''),
  dialect: 'postgres',
})
const schema: Schema = {
  ...newSchema(newId, 'Shop', { dialect: 'postgres', version: '18' }),
  table: new Map([users, orders].map((table) => [table.id, table])),
  relation: new Map([[places.id, places]]),
  trigger: new Map([[stamp.id, stamp]]),
}

const statements: Ddl['statements'] = [
  { sql: 'CREATE TABLE users;', about: users.id, from: 0, to: 19 },
  { sql: 'CREATE TABLE orders;', about: orders.id, from: 21, to: 41 },
  { sql: 'CREATE TRIGGER stamp;', about: stamp.id, from: 43, to: 64 },
]
const sqlOf = (list: Ddl['statements']) => list.map(({ sql }) => sql)

describe('Script and selection', () => {
  test('a selected table is shown by its statements, its triggers among them', () => {
    expect(sqlOf(statementsOf({ schema, statements }, new Set([users.id])))).toEqual([
      'CREATE TABLE users;',
      'CREATE TRIGGER stamp;',
    ])
  })

  test('a relation is shown by its own statement, or else by the table that holds its key', () => {
    expect(sqlOf(statementsOf({ schema, statements }, new Set([places.id])))).toEqual([
      'CREATE TABLE orders;',
    ])
    const late = [...statements, { sql: 'ALTER TABLE orders;', about: places.id, from: 66, to: 85 }]
    expect(sqlOf(statementsOf({ schema, statements: late }, new Set([places.id])))).toEqual([
      'ALTER TABLE orders;',
    ])
  })

  test('a place in the script is of the statement around it, and of none between two', () => {
    expect(statementAt(statements, 25)?.about).toBe(orders.id)
    expect(statementAt(statements, 20)).toBeUndefined()
    expect(selectableOf(schema, stamp.id)).toBe(users.id)
    expect(selectableOf(schema, 'rl_1')).toBe('rl_1')
    expect(selectableOf(schema, 'ro_1')).toBeUndefined()
  })

  test('a line is found by its number, and a line too far is the end', () => {
    expect(offsetOfLine('one\ntwo\nthree', 3)).toBe(8)
    expect(offsetOfLine('one\ntwo', 9)).toBe(7)
  })
})
