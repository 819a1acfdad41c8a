import { describe, expect, test } from 'vitest'
import { makeTable, newSchema } from '../model/factory'
import type { AnyId, Schema } from '../model/schema'
import type { Ddl } from './dialect'
import { splitPerTable } from './perTable'

let last = 0
const newId = () => String(++last)
const users = makeTable(newId, { name: 'users' })
const orders = makeTable(newId, { name: 'orders' })
const schema: Schema = {
  ...newSchema(newId, 'Shop', { dialect: 'postgres', version: '18' }),
  table: new Map([users, orders].map((table) => [table.id, table])),
}

const scriptOf = (...lines: readonly (readonly [sql: string, about?: AnyId])[]): Ddl => ({
  text: lines.map(([sql]) => sql).join('\n'),
  statements: lines.map(([sql, about]) => ({ sql, ...(about && { about }), from: 0, to: 0 })),
  notices: [],
})

describe('A script as one file per table', () => {
  test('keeps a table, its indexes and its comments together', () => {
    const files = splitPerTable(
      schema,
      scriptOf(
        ['CREATE TABLE users ();', users.id],
        ['CREATE INDEX a;', users.id],
        ['CREATE TABLE orders ();', orders.id],
      ),
    )
    expect(files).toEqual([
      { name: 'users', text: 'CREATE TABLE users ();\n\nCREATE INDEX a;\n' },
      { name: 'orders', text: 'CREATE TABLE orders ();\n' },
    ])
  })

  test('never moves a statement: what had to wait stays behind what it waited for', () => {
    const files = splitPerTable(
      schema,
      scriptOf(
        ['CREATE TYPE mood;', 'en_1'],
        ['CREATE TABLE users ();', users.id],
        ['CREATE TABLE orders ();', orders.id],
        ['ALTER TABLE orders ADD FOREIGN KEY;', 'r_1'],
        ['CREATE POLICY reads_orders ON users;', users.id],
      ),
    )
    expect(files.map(({ name }) => name)).toEqual(['before', 'users', 'orders', 'after'])
    expect(files.at(-1)?.text).toBe(
      'ALTER TABLE orders ADD FOREIGN KEY;\n\nCREATE POLICY reads_orders ON users;\n',
    )
  })

  test('drops everything before it makes anything', () => {
    const files = splitPerTable(
      schema,
      scriptOf(
        ['DROP TABLE IF EXISTS orders;', orders.id],
        ['DROP TABLE IF EXISTS users;', users.id],
        ['CREATE TABLE users ();', users.id],
      ),
    )
    expect(files.map(({ name, text }) => [name, text.split('\n')[0]])).toEqual([
      ['before', 'DROP TABLE IF EXISTS orders;'],
      ['users', 'CREATE TABLE users ();'],
    ])
  })
})
