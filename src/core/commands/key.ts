// Primary and unique keys of a table.
import { makeKey, makeUniqueKey } from '../model/factory'
import type { ColumnId, KeyId, TableId } from '../model/id'
import type { Key, KeyPart, Table, UniqueKey } from '../model/records'
import { without } from '../model/transact'
import { gone, ok, type Cx, type Done } from './context'
import { addPart, removePart, updatePart } from './part'
import { patched, type Patch } from './patch'

/** Columns as parts of a key, each once; a part that was there keeps its order and length. */
const partsFor = (columns: readonly ColumnId[], before: readonly KeyPart[] = []): readonly KeyPart[] =>
  [...new Set(columns)].map((column) => before.find((part) => part.column === column) ?? { column })

/** Makes exactly these columns the primary key; none takes it away. They can no longer be empty. */
export function setPrimaryKey(cx: Cx, id: TableId, columns: readonly ColumnId[]): Done {
  const table = cx.tx.get('table', id)
  if (!table) return gone('table')
  if (columns.length === 0) {
    if (table.primaryKey) cx.tx.put('table', without(table, 'primaryKey'))
    return ok(undefined)
  }
  const parts = partsFor(columns, table.primaryKey?.parts)
  const primaryKey = table.primaryKey ? { ...table.primaryKey, parts } : makeKey(cx.newId, { parts })
  const isKey = new Set<ColumnId>(columns)
  const kept = table.columns.map((column) =>
    isKey.has(column.id) && column.nullable ? { ...column, nullable: false } : column,
  )
  cx.tx.put('table', { ...table, primaryKey, columns: kept })
  return ok(undefined)
}

/** Takes a column into the primary key, or out of it. */
export function togglePrimaryKey(
  cx: Cx,
  { table: id, column }: { readonly table: TableId; readonly column: ColumnId },
): Done {
  const table = cx.tx.get('table', id)
  if (!table) return gone('table')
  const now = table.primaryKey?.parts.map((part) => part.column) ?? []
  return setPrimaryKey(
    cx,
    id,
    now.includes(column) ? now.filter((other) => other !== column) : [...now, column],
  )
}

/** Name, included columns, options, deferrability… of the primary key. */
export function updatePrimaryKey(cx: Cx, id: TableId, patch: Patch<Key>): Done {
  const table = cx.tx.get('table', id)
  if (!table?.primaryKey) return gone('key')
  cx.tx.put('table', { ...table, primaryKey: patched(table.primaryKey, patch) })
  return ok(undefined)
}

export const uniqueOn = (table: Table, columns: readonly ColumnId[]): UniqueKey | undefined =>
  table.uniques.find(
    ({ parts }) => parts.length === columns.length && parts.every((part) => columns.includes(part.column)),
  )

/** A unique key over these columns; when there is one already, that one. */
export function addUnique(cx: Cx, id: TableId, columns: readonly ColumnId[]): Done<KeyId> {
  const table = cx.tx.get('table', id)
  if (!table) return gone('table')
  const known = uniqueOn(table, columns)
  if (known) return ok(known.id)
  const part = makeUniqueKey(cx.newId, { parts: partsFor(columns) })
  return addPart(cx, { kind: 'table', id, list: 'uniques' }, { part })
}

interface UniqueAt {
  readonly table: TableId
  readonly key: KeyId
}

/** Changes the columns of a unique key; none takes it away. */
export function setUniqueColumns(cx: Cx, at: UniqueAt, columns: readonly ColumnId[]): Done {
  const key = cx.tx.get('table', at.table)?.uniques.find(({ id }) => id === at.key)
  if (!key) return gone('key')
  return columns.length === 0
    ? removeUnique(cx, at)
    : updateUnique(cx, at, { parts: partsFor(columns, key.parts) })
}

export const updateUnique = (cx: Cx, { table, key }: UniqueAt, patch: Patch<UniqueKey>): Done =>
  updatePart(cx, { kind: 'table', id: table, list: 'uniques', part: key }, patch)

export const removeUnique = (cx: Cx, { table, key }: UniqueAt): Done =>
  removePart(cx, { kind: 'table', id: table, list: 'uniques', part: key })

/** Makes one column unique by itself, or takes that back. */
export function toggleUnique(
  cx: Cx,
  { table: id, column }: { readonly table: TableId; readonly column: ColumnId },
): Done {
  const table = cx.tx.get('table', id)
  if (!table) return gone('table')
  const known = uniqueOn(table, [column])
  if (known) return removeUnique(cx, { table: id, key: known.id })
  const added = addUnique(cx, id, [column])
  return added.ok ? ok(undefined) : added
}

/** Turns the primary key into a unique key, or a unique key into the primary one (the old one becomes unique). */
export function promoteUnique(cx: Cx, { table: id, key }: UniqueAt): Done {
  const table = cx.tx.get('table', id)
  const chosen = table?.uniques.find((unique) => unique.id === key)
  if (!table || !chosen) return gone('key')
  const before = table.primaryKey
  const removed = removeUnique(cx, { table: id, key })
  if (!removed.ok) return removed
  const columns = chosen.parts.map((part) => part.column)
  const { order: _order, nullsNotDistinct: _nulls, ...primaryKey } = chosen
  cx.tx.update('table', id, (row) => ({ ...row, primaryKey }))
  const set = setPrimaryKey(cx, id, columns)
  if (!before || !set.ok) return set
  const part = makeUniqueKey(cx.newId, { ...before })
  const demoted = addPart(cx, { kind: 'table', id, list: 'uniques' }, { part })
  return demoted.ok ? ok(undefined) : demoted
}
