// A table that only ties two others together: what a database needs for a many-to-many relationship.
import { isUniqueIn } from './cardinality'
import type { TableId } from './id'
import { relationsOf } from './query'
import type { ForeignKey, Relation, Table } from './records'
import type { Schema } from './schema'

export interface Junction {
  readonly table: Table
  /** In the order of their columns in the table. */
  readonly ends: readonly [ForeignKey, ForeignKey]
}

function endsIn(relations: readonly Relation[], table: Table): readonly ForeignKey[] | undefined {
  const own: ForeignKey[] = []
  for (const relation of relations) {
    // Something refers to it, or it is sketched to something: it is a thing of its own.
    if (relation.kind !== 'foreignKey' || relation.child.table !== table.id) return undefined
    if (relation.parent.table === table.id) return undefined
    own.push(relation)
  }
  const place = ({ child }: ForeignKey) => table.columns.findIndex(({ id }) => id === child.columns[0])
  return own.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

/** Each pair once, or nothing in it but the pair and a number of its own. */
function isPairing(table: Table, [a, b]: Junction['ends']): boolean {
  const both = new Set([...a.child.columns, ...b.child.columns])
  if (isUniqueIn(table, a.child.columns) || isUniqueIn(table, b.child.columns)) return false
  if (table.columns.some((column) => both.has(column.id) && column.nullable && !isPart(table, column.id)))
    return false
  if (isUniqueIn(table, [...both])) return true
  return table.columns.every(({ id }) => both.has(id) || isPart(table, id))
}

const isPart = (table: Table, column: Table['columns'][number]['id']): boolean =>
  table.primaryKey?.parts.some((part) => part.column === column) ?? false

function find(schema: Schema, id: TableId): Junction | undefined {
  const table = schema.table.get(id)
  const [a, b, ...more] = (table && endsIn(relationsOf(schema, id), table)) ?? []
  if (!table || !a || !b || more.length > 0) return undefined
  return isPairing(table, [a, b]) ? { table, ends: [a, b] } : undefined
}

const known = new WeakMap<Table, { readonly relations: Schema['relation']; readonly junction?: Junction }>()

/** What a table ties together, when that is all that it is for. */
export function junctionOf(schema: Schema, id: TableId): Junction | undefined {
  const table = schema.table.get(id)
  if (!table) return undefined
  const before = known.get(table)
  if (before?.relations === schema.relation) return before.junction
  const junction = find(schema, id)
  known.set(table, { relations: schema.relation, ...(junction && { junction }) })
  return junction
}
