// What a line that is made of ids says to people: `"//": "orders.user_id > users.id"`. Written, never read.
import { displayName, endsOf } from '../model/query'
import type { ColumnId, TableId, ViewId } from '../model/id'
import type { Placeable, RelationEnd } from '../model/records'
import type { Kind, Rows, Schema } from '../model/schema'

type Labels = { readonly [K in Kind]?: (row: Rows[K], schema: Schema) => string }

const tableName = (schema: Schema, table: TableId | ViewId): string => displayName(schema, table)

function columnNames(schema: Schema, table: TableId, ids: readonly ColumnId[]): string {
  const columns = schema.table.get(table)?.columns
  const names = ids.map((id) => columns?.find((column) => column.id === id)?.name ?? '')
  return names.length === 1 ? `.${names.join('')}` : names.length === 0 ? '' : `(${names.join(', ')})`
}

const end = (schema: Schema, { table, columns }: RelationEnd): string =>
  tableName(schema, table) + columnNames(schema, table, columns)

function relationLabel(row: Rows['relation'], schema: Schema): string {
  const [from, to] = endsOf(row)
  return `${end(schema, from)} ${row.kind === 'foreignKey' ? '>' : '<>'} ${end(schema, to)}`
}

const objectLabel = (row: { readonly object: Placeable }, schema: Schema): string =>
  displayName(schema, row.object)

export const labels: Labels = {
  relation: relationLabel,
  trigger: (row, schema) => `on ${displayName(schema, row.on)}`,
  sample: (row, schema) => tableName(schema, row.table),
  placement: objectLabel,
  area: (row, schema) => schema.group.get(row.group)?.name ?? '',
  line: (row, schema) => {
    const relation = schema.relation.get(row.relation)
    return relation ? relationLabel(relation, schema) : ''
  },
}
