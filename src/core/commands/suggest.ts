// What a column's name says about the table that it means: `user_id` and `userId` speak of `users`.
import type { ColumnId, TableId } from '../model/id'
import { foreignKeysOf } from '../model/query'
import type { Table } from '../model/records'
import type { Schema } from '../model/schema'
import { singular } from '../model/plural'

export interface Suggestion {
  readonly table: TableId
  readonly columns: readonly ColumnId[]
}

const plain = (name: string): string => name.toLowerCase().replace(/[_\s-]+/g, '')

/** "billing_user_id" → "billing_user"; undefined when the name does not look like a reference. */
export function referredName(column: string): string | undefined {
  const match = /^(.+?)(?:_(?:id|uuid|guid|fk|key|code|no)|(?<=[a-z0-9])(?:Id|ID|Uuid|UUID|Guid))$/s.exec(
    column,
  )
  return match?.[1]
}

const selfNames = new Set([
  'parent',
  'ancestor',
  'root',
  'manager',
  'replyto',
  'supersedes',
  'previous',
  'next',
  'original',
  'successor',
  'predecessor',
])

const keyOf = (table: Table): readonly ColumnId[] | undefined =>
  table.primaryKey?.parts.length === 1 ? table.primaryKey.parts.map((part) => part.column) : undefined

/** How well a table's name fits: 3 exactly, 2 in the singular, 1 as the last words ("billing_user" and `users`). */
function fit(table: Table, referred: string): number {
  const wanted = plain(referred)
  const name = plain(table.name)
  const one = plain(singular(table.name))
  if (name === wanted) return 3
  if (one === wanted) return 2
  const words = referred
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
  for (let i = 1; i < words.length; i++) {
    const tail = words.slice(i).join('')
    if (tail === one || tail === name) return 1
  }
  return 0
}

/** The relation that a column's name offers, if one table fits it best. */
export function suggestRelation(schema: Schema, from: TableId, columnName: string): Suggestion | undefined {
  const referred = referredName(columnName)
  const home = schema.table.get(from)
  if (referred === undefined || !home) return undefined
  let best: { readonly table: Table; readonly score: number } | undefined
  for (const table of schema.table.values()) {
    const points = keyOf(table) ? fit(table, referred) : 0
    if (points === 0) continue
    const score = points * 2 + (table.namespace === home.namespace ? 1 : 0)
    if (!best || score > best.score) best = { table, score }
  }
  const table = best?.table ?? (selfNames.has(plain(referred)) ? home : undefined)
  const columns = table && keyOf(table)
  return columns && { table: table.id, columns }
}

/** Whether this name would be a foreign key to that table. */
export function looksLikeReference(table: Table, columnName: string, isSelf: boolean): boolean {
  const referred = referredName(columnName)
  if (referred === undefined) return false
  return fit(table, referred) > 0 || (isSelf && selfNames.has(plain(referred)))
}

/** Is the column already part of a foreign key? */
export const isForeignKeyColumn = (schema: Schema, table: TableId, column: ColumnId): boolean =>
  foreignKeysOf(schema, table).some((relation) => relation.child.columns.includes(column))
