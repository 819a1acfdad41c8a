// Which end of a new relation is the child. The keys decide, not the direction of the drag:
// 1. the end whose columns are a key (primary or unique) is the parent, the other end holds the foreign key;
// 2. where both are keys, the one whose name speaks of the other table is the child (`user_id` beside users.id);
//    failing that a primary key is the parent of a unique one;
// 3. where that decides nothing (both or neither), the end that the line was dropped on is the parent:
//    one drags from what refers to what is referred to.
// Naming the shape ("one to many") overrules all of this.
import type { ColumnId } from '../model/id'
import { columnOf } from '../model/query'
import type { Placeable, Table } from '../model/records'
import { looksLikeReference } from './suggest'

export interface ConnectEnd {
  readonly table: Placeable
  /** Without columns the table as a whole was meant: its key, or new columns. */
  readonly columns?: readonly ColumnId[] | undefined
}

/** Read from the first end to the second: `oneToMany` makes the first end the parent. */
export type Shape = 'oneToOne' | 'oneToMany' | 'manyToOne'

export interface Connection {
  readonly from: ConnectEnd
  readonly to: ConnectEnd
  readonly as?: Shape | undefined
}

/** One end with its table looked up. */
export interface Side {
  readonly table: Table
  readonly columns?: readonly ColumnId[] | undefined
}

export interface Sides {
  readonly child: Side
  readonly parent: Side
}

/** Every set of columns that a foreign key may point at. */
export function keySets(table: Table): (readonly ColumnId[])[] {
  const keys = table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques
  const indexed = table.indexes.flatMap((index) => {
    const columns = index.parts.flatMap((part) =>
      'column' in part.on && part.length === undefined ? [part.on.column] : [],
    )
    return index.unique && !index.where && columns.length === index.parts.length ? [columns] : []
  })
  return [...keys.map((key) => key.parts.map((part) => part.column)), ...indexed]
}

export const isSameSet = (a: readonly ColumnId[], b: readonly ColumnId[]): boolean =>
  a.length === b.length && a.every((column) => b.includes(column))

export const isKey = (table: Table, columns: readonly ColumnId[]): boolean =>
  keySets(table).some((key) => isSameSet(key, columns))

export const isPrimary = (table: Table, columns: readonly ColumnId[]): boolean =>
  table.primaryKey !== undefined &&
  isSameSet(
    table.primaryKey.parts.map((part) => part.column),
    columns,
  )

const hasKey = (table: Table): boolean => keySets(table).length > 0

/** Do the columns of one end speak of the other end's table? */
function speaksOf(end: Side, other: Side): boolean {
  const isSelf = end.table.id === other.table.id
  return (end.columns ?? []).some((id) => {
    const column = columnOf(end.table, id)
    return column !== undefined && looksLikeReference(other.table, column.name, isSelf)
  })
}

export function decideSides(from: Side, to: Side, as?: Shape): Sides {
  const forward: Sides = { child: from, parent: to }
  const backward: Sides = { child: to, parent: from }
  if (as === 'oneToMany') return backward
  if (as === 'manyToOne') return forward
  const isFromKey = from.columns && isKey(from.table, from.columns)
  const isToKey = to.columns && isKey(to.table, to.columns)
  if (from.columns && to.columns && isFromKey !== isToKey) return isFromKey ? backward : forward
  const fromSpeaks = speaksOf(from, to)
  const toSpeaks = speaksOf(to, from)
  if (fromSpeaks !== toSpeaks) return fromSpeaks ? forward : backward
  if (from.columns && to.columns) {
    const isFromPrimary = isPrimary(from.table, from.columns)
    return isFromPrimary && !isPrimary(to.table, to.columns) ? backward : forward
  }
  // One end is a whole table: the columns at the other are its key, or the foreign key itself.
  if (from.columns) return isFromKey ? backward : forward
  if (to.columns) return isToKey ? forward : backward
  return hasKey(from.table) && !hasKey(to.table) ? backward : forward
}
