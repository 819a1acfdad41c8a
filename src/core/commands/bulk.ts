// The same change to many tables or columns at once.
import { isIdOf, type ColumnId, type TableId } from '../model/id'
import type { Column, Table } from '../model/records'
import { setColumnType } from './column'
import { updateColumn, type ColumnAt } from './columnAt'
import { each, ok, type Cx, type Done } from './context'
import { setPrimaryKey } from './key'
import { update, type Patch } from './patch'

const quiet = (result: Done<unknown>): Done => (result.ok ? ok(undefined) : result)

export const updateColumns = (cx: Cx, columns: Iterable<ColumnAt>, patch: Patch<Column>): Done =>
  quiet(each(columns, (at) => updateColumn(cx, at, patch)))

export const setColumnTypes = (cx: Cx, columns: Iterable<ColumnAt>, raw: string): Done =>
  quiet(each(columns, (at) => setColumnType(cx, at, raw)))

export const updateTables = (cx: Cx, tables: Iterable<TableId>, patch: Patch<Table>): Done =>
  quiet(each(tables, (id) => update(cx, { kind: 'table', id }, patch)))

/** Makes the chosen columns the primary key of each of their tables. */
export function setPrimaryKeys(cx: Cx, columns: Iterable<ColumnAt>): Done {
  const byTable = new Map<TableId, ColumnId[]>()
  for (const { table, column } of columns) {
    if (isIdOf('table', table)) byTable.set(table, [...(byTable.get(table) ?? []), column])
  }
  return quiet(each(byTable, ([table, group]) => setPrimaryKey(cx, table, group)))
}
