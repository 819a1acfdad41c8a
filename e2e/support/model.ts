// Questions to a saved model, in the words of the specs.
import { cardinalityOf } from '../../src/core/model/cardinality'
import { endsOf } from '../../src/core/model/query'
import type { Column, Placement, Relation, Table } from '../../src/core/model/records'
import type { Schema } from '../../src/core/model/schema'

export function tableNamed(schema: Schema, name: string): Table {
  const found = [...schema.table.values()].filter((table) => table.name === name)
  const [table] = found
  if (!table || found.length > 1) throw new Error(`${String(found.length)} tables are called ${name}`)
  return table
}

export function columnNamed(table: Table, name: string): Column {
  const column = table.columns.find((one) => one.name === name)
  if (!column) throw new Error(`${table.name} has no column ${name}`)
  return column
}

export const tableNames = (schema: Schema): readonly string[] =>
  [...schema.table.values()].map(({ name }) => name).sort()

export const columnNames = (schema: Schema, table: string): readonly string[] =>
  tableNamed(schema, table).columns.map(({ name }) => name)

export const keyNames = (schema: Schema, name: string): readonly string[] => {
  const table = tableNamed(schema, name)
  return (table.primaryKey?.parts ?? []).map(
    ({ column }) => table.columns.find(({ id }) => id === column)?.name ?? '?',
  )
}

const endText = (schema: Schema, { table, columns }: ReturnType<typeof endsOf>[number]): string => {
  const row = schema.table.get(table)
  const names = columns.map((id) => row?.columns.find((column) => column.id === id)?.name ?? '?')
  return `${row?.name ?? '?'}(${names.join(', ')})`
}

/** "orders(customer_id) -> customers(id)"; a sketch has "~" instead of the arrow. */
export const relationText = (schema: Schema, relation: Relation): string => {
  const [from, to] = endsOf(relation)
  const arrow = relation.kind === 'foreignKey' ? '->' : '~'
  return `${endText(schema, from)} ${arrow} ${endText(schema, to)}`
}

export const relationTexts = (schema: Schema): readonly string[] =>
  [...schema.relation.values()].map((relation) => relationText(schema, relation)).sort()

export function relationLike(schema: Schema, text: string): Relation {
  const found = [...schema.relation.values()].find((relation) => relationText(schema, relation) === text)
  if (!found) throw new Error(`no relation ${text} among ${relationTexts(schema).join('; ')}`)
  return found
}

/** "0..many to 1..1": the child's end, then the parent's. */
export function cardinalityText(schema: Schema, relation: Relation): string {
  const { child, parent } = cardinalityOf(schema, relation)
  return `${String(child.min)}..${String(child.max)} to ${String(parent.min)}..${String(parent.max)}`
}

export function placementNamed(schema: Schema, name: string, diagramName?: string): Placement {
  const { id } = tableNamed(schema, name)
  const diagram = [...schema.diagram.values()].find((one) => one.name === diagramName)
  const found = [...schema.placement.values()].find(
    (placement) => placement.object === id && (diagram === undefined || placement.diagram === diagram.id),
  )
  if (!found) throw new Error(`${name} has no place`)
  return found
}
