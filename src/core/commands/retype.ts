// A change of type that the foreign keys pointing at the column follow, and those pointing at them, and so on.
import { isIdOf, type ColumnId, type TableId } from '../model/id'
import { relationsOf } from '../model/query'
import type { Column } from '../model/records'
import type { ColumnType } from '../model/type'
import { columnAt, updateColumn, type ColumnAt } from './columnAt'
import { gone, ok, type Cx, type Done } from './context'
import { typesAgree } from './type'

interface Follower {
  readonly table: TableId
  readonly column: ColumnId
}

/** Columns of foreign keys that reference this one. */
function referencing(cx: Cx, table: TableId, column: ColumnId): Follower[] {
  return relationsOf(cx.tx.now(), table).flatMap((relation) => {
    if (relation.kind !== 'foreignKey' || relation.parent.table !== table) return []
    const child = relation.child.columns[relation.parent.columns.indexOf(column)]
    return child === undefined ? [] : [{ table: relation.child.table, column: child }]
  })
}

/** What no longer fits a new type goes: an identity stays with whole numbers only. */
function fields(column: Column, type: ColumnType) {
  const isWhole = ['int8', 'int16', 'int24', 'int32', 'int64', 'decimal', 'other'].includes(type.base)
  return column.identity && !isWhole ? { type, identity: undefined } : { type }
}

export function retype(cx: Cx, at: ColumnAt, type: ColumnType): Done {
  const open: { readonly at: ColumnAt; readonly type: ColumnType }[] = [{ at, type }]
  const seen = new Set<ColumnId>()
  for (let next = open.pop(); next; next = open.pop()) {
    const { table, column: id } = next.at
    const before = columnAt(cx, next.at)
    if (!before) return gone('column')
    if (seen.has(id)) continue
    seen.add(id)
    const agreed = cx.dialect.smart.forReferenceTo(before)
    const changed = updateColumn(cx, next.at, fields(before, next.type))
    const after = columnAt(cx, next.at)
    if (!changed.ok || !after || !isIdOf('table', table)) continue
    for (const follower of referencing(cx, table, id)) {
      const child = columnAt(cx, follower)
      if (child && typesAgree(child.type, agreed))
        open.push({ at: follower, type: cx.dialect.smart.forReferenceTo(after) })
    }
  }
  return ok(undefined)
}
