// A logical many-to-many has no place in a database: it goes out as the junction table that it stands for.
import type { ColumnId } from '../../model/id'
import { makeColumn, makeForeignKey, makeKey, makeTable } from '../../model/factory'
import { orders } from '../../model/order'
import { columnOf } from '../../model/query'
import type { Column, ForeignKey, LogicalEnd, LogicalRelation, Table } from '../../model/records'
import { inOrder, type Schema } from '../../model/schema'
import type { Notice, SmartColumns } from '../dialect'

export interface Expanded {
  readonly schema: Schema
  readonly notices: readonly Notice[]
}

/** The columns that stand for an end: those it names, else its table's primary key. */
function keyOf(end: LogicalEnd, table: Table): readonly Column[] {
  const ids =
    end.columns.length > 0 ? end.columns : (table.primaryKey?.parts.map(({ column }) => column) ?? [])
  return ids.flatMap((id) => columnOf(table, id) ?? [])
}

interface Side {
  readonly table: Table
  readonly key: readonly Column[]
}

function sideOf(end: LogicalEnd, schema: Schema): Side | undefined {
  const table = schema.table.get(end.table)
  const key = table ? keyOf(end, table) : []
  return table && key.length > 0 ? { table, key } : undefined
}

/** Ids made from the relation's own, so that the script is the same every time. */
function source(seed: string): () => string {
  let n = 0
  return () => `${seed}_${++n}`
}

function junction(relation: LogicalRelation, sides: readonly [Side, Side], smart: SmartColumns) {
  const newId = source(relation.id)
  const used = new Set<string>()
  const keys = orders(sides[0].key.length + sides[1].key.length)
  let at = 0
  const columnsOf = ({ table, key }: Side): readonly Column[] =>
    key.map((column) => {
      let name = `${table.name}_${column.name}`
      while (used.has(name)) name = `other_${name}`
      used.add(name)
      const type = smart.forReferenceTo(column)
      return makeColumn(newId, { name, type, nullable: false, order: keys[at++] ?? '' })
    })
  const columns = sides.map(columnsOf)
  const table = makeTable(newId, {
    name: relation.name || `${sides[0].table.name}_${sides[1].table.name}`,
    order: relation.order,
    columns: columns.flat(),
    primaryKey: makeKey(newId, { parts: columns.flat().map(({ id }) => ({ column: id })) }),
    comment: relation.comment,
    ...(sides[0].table.namespace ? { namespace: sides[0].table.namespace } : {}),
  })
  const relations = sides.map((side, i): ForeignKey => {
    const ids = (columns[i] ?? []).map(({ id }): ColumnId => id)
    const parent = { table: side.table.id, columns: side.key.map(({ id }): ColumnId => id) }
    return makeForeignKey(newId, {
      child: { table: table.id, columns: ids },
      parent,
      onDelete: 'cascade',
      order: keys[i] ?? '',
    })
  })
  return { table, relations }
}

/** The schema with its many-to-many relations as tables. The other logical relations stay drawings, with a notice. */
export function expandLogical(schema: Schema, smart: SmartColumns): Expanded {
  const notices: Notice[] = []
  if (!hasLogical(schema)) return { schema, notices }
  const tables = new Map(schema.table)
  const relations = new Map(schema.relation)
  for (const relation of inOrder(schema.relation)) {
    if (relation.kind !== 'logical') continue
    const isMany = relation.from.max === 'many' && relation.to.max === 'many'
    const [from, to] = [sideOf(relation.from, schema), sideOf(relation.to, schema)]
    if (!isMany || !from || !to || relation.inactive) {
      const message = isMany
        ? 'A table of this many-to-many has no key yet: it is not written.'
        : 'This relation is only drawn: it is not written.'
      notices.push({
        level: 'info',
        code: 'logicalRelation',
        about: relation.id,
        message,
        remedy: 'Make it a foreign key.',
      })
      continue
    }
    const made = junction(relation, [from, to], smart)
    tables.set(made.table.id, made.table)
    for (const foreignKey of made.relations) relations.set(foreignKey.id, foreignKey)
    const message = `The many-to-many of ${from.table.name} and ${to.table.name} is written as the table ${made.table.name}.`
    notices.push({
      level: 'info',
      code: 'junction',
      about: relation.id,
      message,
      remedy: 'Make it a table of the model to give it columns.',
    })
  }
  return { schema: { ...schema, table: tables, relation: relations }, notices }
}

function hasLogical({ relation }: Schema): boolean {
  for (const { kind } of relation.values()) if (kind === 'logical') return true
  return false
}
