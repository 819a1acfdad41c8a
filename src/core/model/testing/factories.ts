// Short ways to write tables in tests. Ids count up, so that every run sees the same ones.
import { makeColumn, makeForeignKey, makeKey, makeTable, newSchema } from '../factory'
import type { NewId } from '../id'
import { orders } from '../order'
import type { Column, ForeignKey, Table } from '../records'
import type { Row, Schema } from '../schema'
import { kindOfId } from '../id'
import type { BaseType } from '../type'

export const countingIds = (prefix = ''): NewId => {
  let n = 0
  return () => `${prefix}${++n}`
}

export const testIds = countingIds()

type Parts<T> = Partial<Omit<T, 'id'>>

const baseOf: Readonly<Record<string, BaseType>> = {
  bigint: 'int64',
  integer: 'int32',
  text: 'text',
  boolean: 'boolean',
  numeric: 'decimal',
  uuid: 'uuid',
  date: 'date',
  timestamptz: 'datetime',
  jsonb: 'jsonb',
}

/** `aColumn('user_id bigint')`, with anything else beside it. */
export function aColumn(spelled: string, given: Parts<Column> = {}, newId: NewId = testIds): Column {
  const [name = '', raw = ''] = spelled.split(/\s+(.*)/s)
  return makeColumn(newId, { name, type: { raw, base: baseOf[raw] ?? 'other' }, ...given })
}

type GivenTable = Omit<Parts<Table>, 'columns' | 'primaryKey'> & {
  readonly columns?: readonly (string | Column)[]
  /** Names of the columns of the primary key. */
  readonly key?: readonly string[]
}

/** `aTable({ name: 'users', columns: ['id bigint', 'email text'], key: ['id'] })`. */
export function aTable({ columns = [], key = [], ...given }: GivenTable = {}, newId: NewId = testIds): Table {
  const keys = orders(columns.length)
  const made = columns.map((column, i) => ({
    ...(typeof column === 'string' ? aColumn(column, {}, newId) : column),
    order: keys[i] ?? '',
  }))
  const parts = key.flatMap((name) =>
    made.filter((column) => column.name === name).map(({ id }) => ({ column: id })),
  )
  return makeTable(newId, {
    name: 'table',
    ...given,
    columns: made,
    ...(parts.length > 0 && { primaryKey: makeKey(newId, { parts }) }),
  })
}

/** The column of a table by its name; a test that asks for another one is wrong. */
export function columnNamed(table: Pick<Table, 'columns' | 'name'>, name: string): Column {
  const column = table.columns.find((one) => one.name === name)
  if (!column) throw new Error(`${table.name} has no column ${name}`)
  return column
}

interface GivenForeignKey extends Parts<Omit<ForeignKey, 'kind' | 'child' | 'parent'>> {
  readonly child: readonly [Table, ...string[]]
  readonly parent: readonly [Table, ...string[]]
}

/** `aForeignKey({ child: [orders, 'user_id'], parent: [users, 'id'] })`. @public */
export function aForeignKey(
  { child, parent, ...given }: GivenForeignKey,
  newId: NewId = testIds,
): ForeignKey {
  const end = ([table, ...names]: readonly [Table, ...string[]]) => ({
    table: table.id,
    columns: names.map((name) => columnNamed(table, name).id),
  })
  return makeForeignKey(newId, { ...given, child: end(child), parent: end(parent) })
}

/** A document that holds these records. */
export function aSchema(rows: readonly Row[], newId: NewId = testIds): Schema {
  const start = newSchema(newId, 'test', { dialect: 'postgres', version: '18' })
  const maps: Record<string, Map<string, Row>> = {}
  for (const row of rows) {
    const kind = kindOfId(row.id) ?? ''
    const map = (maps[kind] ??= new Map(start[kind as 'table'] as ReadonlyMap<string, Row>))
    map.set(row.id, row)
  }
  // Each record went into the map of the kind that its id names.
  return { ...start, ...(maps as unknown as Partial<Schema>) }
}
