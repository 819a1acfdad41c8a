// Where a column stands: in a table or in a table partial.
import { isIdOf, type ColumnId, type PartialId, type TableId } from '../model/id'
import type { Column, Table, TablePartial } from '../model/records'
import type { Cx, Done } from './context'
import { updatePart } from './part'
import type { Patch } from './patch'

export type ColumnOwner = TableId | PartialId

export interface ColumnAt {
  readonly table: ColumnOwner
  readonly column: ColumnId
}

export const ownerOf = (cx: Cx, id: ColumnOwner): Table | TablePartial | undefined =>
  isIdOf('table', id) ? cx.tx.get('table', id) : cx.tx.get('partial', id)

export const columnAt = (cx: Cx, at: ColumnAt): Column | undefined =>
  ownerOf(cx, at.table)?.columns.find((column) => column.id === at.column)

/** Changes any fields of a column. For name and type see `rename` and `setColumnType`: they take others along. */
export function updateColumn(cx: Cx, at: ColumnAt, patch: Patch<Column>): Done {
  const { table, column } = at
  return isIdOf('table', table)
    ? updatePart(cx, { kind: 'table', id: table, list: 'columns', part: column }, patch)
    : updatePart(cx, { kind: 'partial', id: table, list: 'columns', part: column }, patch)
}
