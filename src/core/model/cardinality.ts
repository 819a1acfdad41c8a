// What a relation means, read from keys and nullability. Derived, never stored: the database decides.
import type { ColumnId } from './id'
import { isNullable } from './query'
import type { ForeignKey, Index, Key, Relation, Table } from './records'
import { isSqlRef, type SqlText } from './sqlText'
import type { Schema } from './schema'

export interface EndCardinality {
  /** How few and how many rows stand at this end for one row at the other. */
  readonly min: 0 | 1
  readonly max: 1 | 'many'
}

export interface Cardinality {
  readonly child: EndCardinality
  readonly parent: EndCardinality
}

/** A predicate that only says that columns of the key are not null takes nothing away from its meaning. */
function onlySaysNotNull(where: SqlText, columns: readonly ColumnId[]): boolean {
  let named = 0
  const rest = where.parts
    .map((part) => {
      if (!isSqlRef(part)) return part
      if (columns.some((column) => column === part.to)) named++
      else named = -Infinity
      return '?'
    })
    .join('')
  return (
    named > 0 && /^[\s()]*\?\s+is\s+not\s+null[\s()]*(and[\s()]*\?\s+is\s+not\s+null[\s()]*)*$/i.test(rest)
  )
}

function indexKey(index: Index, fkColumns: readonly ColumnId[]): readonly ColumnId[] | undefined {
  if (!index.unique || (index.where && !onlySaysNotNull(index.where, fkColumns))) return undefined
  const columns: ColumnId[] = []
  for (const part of index.parts) {
    // A prefix or an expression is unique about something else than the column.
    if (!('column' in part.on) || part.length !== undefined) return undefined
    columns.push(part.on.column)
  }
  return columns
}

/** Every set of columns that is unconditionally unique in a table. */
function keysOf(table: Table, fkColumns: readonly ColumnId[]): (readonly ColumnId[])[] {
  const whole = (key: Key | undefined) =>
    key &&
    !key.withoutOverlaps &&
    key.state === undefined &&
    key.parts.every((part) => part.length === undefined)
      ? [key.parts.map((part) => part.column)]
      : []
  const unique = table.indexes.flatMap((index) => {
    const key = indexKey(index, fkColumns)
    return key ? [key] : []
  })
  return [...whole(table.primaryKey), ...table.uniques.flatMap((key) => whole(key)), ...unique]
}

/** One-to-one when some key of the table lies within these columns. */
export const isUniqueIn = (table: Table, columns: readonly ColumnId[]): boolean =>
  keysOf(table, columns).some((key) => key.length > 0 && key.every((column) => columns.includes(column)))

function foreignKeyCardinality(schema: Schema, relation: ForeignKey): Cardinality {
  const child = schema.table.get(relation.child.table)
  const isOptional =
    child?.columns.some(
      (column) => relation.child.columns.includes(column.id) && isNullable(child, column),
    ) ?? false
  const isOne = child !== undefined && isUniqueIn(child, relation.child.columns)
  return {
    child: { min: relation.childMin ?? 0, max: isOne ? 1 : 'many' },
    parent: { min: isOptional ? 0 : 1, max: 1 },
  }
}

/** The child cannot be told from another one without its parent: the foreign key lies within its primary key. */
export function isIdentifying(schema: Schema, relation: Relation): boolean {
  if (relation.kind !== 'foreignKey' || relation.child.columns.length === 0) return false
  const parts = schema.table.get(relation.child.table)?.primaryKey?.parts ?? []
  return relation.child.columns.every((id) => parts.some(({ column }) => column === id))
}

/** For a logical relation `child` is its `from` end and `parent` its `to` end. */
export function cardinalityOf(schema: Schema, relation: Relation): Cardinality {
  if (relation.kind === 'foreignKey') return foreignKeyCardinality(schema, relation)
  const { from, to } = relation
  return { child: { min: from.min, max: from.max }, parent: { min: to.min, max: to.max } }
}
