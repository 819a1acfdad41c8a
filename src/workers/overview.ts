// What was read, as a person looks it over: counted, listed, without the weight of the schema itself.
import type { ReadSchema } from '../core/formats/format'
import { isIdOf } from '../core/model/id'
import { foreignKeysOf, isNullable } from '../core/model/query'
import type { Placeable, Table } from '../core/model/records'
import { inOrder, kinds, type Kind, type Schema } from '../core/model/schema'
import type { FoundColumn, FoundObject, ObjectDetail } from './importTypes'

const qualified = (
  schema: Schema,
  row: { readonly name: string; readonly namespace?: Table['namespace'] },
) => {
  const home = row.namespace && schema.namespace.get(row.namespace)?.name
  return home ? `${home}.${row.name}` : row.name
}

function foundTable(schema: Schema, table: Table): FoundObject {
  const names = new Map(table.columns.map(({ id, name }) => [id, name]))
  const parents = foreignKeysOf(schema, table.id).map(
    ({ parent }) => schema.table.get(parent.table)?.name ?? '',
  )
  return {
    id: table.id,
    name: qualified(schema, table),
    parts: table.columns.length,
    key: (table.primaryKey?.parts ?? []).map(({ column }) => names.get(column) ?? '').join(', '),
    refersTo: [...new Set(parents)],
  }
}

export function objectsOf(schema: Schema): readonly FoundObject[] {
  const plain = { key: '', refersTo: [] }
  return [
    ...inOrder(schema.table).map((table) => foundTable(schema, table)),
    ...inOrder(schema.view).map((view) => ({
      ...plain,
      id: view.id,
      name: qualified(schema, view),
      parts: view.columns.length,
    })),
    ...inOrder(schema.enum).map((one) => ({
      ...plain,
      id: one.id,
      name: qualified(schema, one),
      parts: one.values.length,
    })),
  ]
}

export function countsOf(schema: Schema): Readonly<Partial<Record<Kind, number>>> {
  const counted = kinds.filter((kind) => schema[kind].size > 0).map((kind) => [kind, schema[kind].size])
  return Object.fromEntries(counted) as Partial<Record<Kind, number>>
}

export const rowsIn = (schema: Schema): number =>
  [...schema.sample.values()].reduce((sum, { rows }) => sum + rows.length, 0)

const value = (name: string): FoundColumn => ({
  name,
  type: '',
  isKey: false,
  isForeign: false,
  isUnique: false,
  isRequired: false,
})

function columnsOf(schema: Schema, table: Table): readonly FoundColumn[] {
  const keys = new Set(table.primaryKey?.parts.map(({ column }) => column))
  const foreign = new Set(foreignKeysOf(schema, table.id).flatMap(({ child }) => child.columns))
  const unique = new Set(
    table.uniques.flatMap(({ parts }) => (parts.length === 1 ? parts.map((part) => part.column) : [])),
  )
  return table.columns.map((column) => ({
    name: column.name,
    type: column.type.raw,
    isKey: keys.has(column.id),
    isForeign: foreign.has(column.id),
    isUnique: unique.has(column.id),
    isRequired: !isNullable(table, column),
  }))
}

export function detailOf({ schema, origins }: ReadSchema, id: Placeable): ObjectDetail {
  const origin = origins?.get(id)
  const table = isIdOf('table', id) ? schema.table.get(id) : undefined
  const view = isIdOf('view', id) ? schema.view.get(id) : undefined
  const values = isIdOf('enum', id) ? (schema.enum.get(id)?.values ?? []) : []
  const columns = table
    ? columnsOf(schema, table)
    : view
      ? view.columns.map(({ name, type }) => ({ ...value(name), type: type.raw }))
      : values.map(({ name }) => value(name))
  return { columns, ...(origin && { place: origin }) }
}
