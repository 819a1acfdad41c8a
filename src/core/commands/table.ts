// Tables as a whole.
import { makeKey, makePlacement, makeTable } from '../model/factory'
import type { GroupId, NamespaceId, TableId } from '../model/id'
import type { Column, Partitioning, Point, Table } from '../model/records'
import { ok, type Cx, type Done } from './context'
import { freeRecordName } from './name'
import { update } from './patch'
import { add, remove } from './record'

export interface NewTable {
  readonly at: Point
  readonly name?: string
  readonly namespace?: NamespaceId | undefined
  readonly group?: GroupId | undefined
  /** The surrogate key that the dialect likes, on by default. */
  readonly idColumn?: boolean
}

/** A new table in the diagram, with its `id` unless that is not wanted. */
export function createTable(cx: Cx, given: NewTable): Done<TableId> {
  const { namespace, group, at } = given
  const id: Column | undefined = given.idColumn === false ? undefined : cx.dialect.smart.id(cx.newId)
  const table = makeTable(cx.newId, {
    name: freeRecordName(cx, 'table', { name: given.name ?? 'table', namespace }),
    ...(namespace && { namespace }),
    ...(group && { group }),
    ...(id && { columns: [id], primaryKey: makeKey(cx.newId, { parts: [{ column: id.id }] }) }),
  })
  add(cx, 'table', table)
  cx.tx.put('placement', makePlacement(cx.newId, { diagram: cx.diagram, object: table.id, x: at.x, y: at.y }))
  return ok(table.id)
}

/** Takes the table away with its relations, triggers, grants, rows and places. */
export const removeTable = (cx: Cx, id: TableId): Done => remove(cx, { kind: 'table', id })

type Fields = Parameters<typeof update<'table'>>[2]
const change = (cx: Cx, id: TableId, patch: Fields): Done => update(cx, { kind: 'table', id }, patch)

export const setTableComment = (cx: Cx, id: TableId, comment: string): Done => change(cx, id, { comment })
export const setTableGroup = (cx: Cx, id: TableId, group: GroupId | undefined): Done =>
  change(cx, id, { group })
export const setTableTags = (cx: Cx, id: TableId, tags: Table['tags']): Done => change(cx, id, { tags })
export const setTableOptions = (cx: Cx, id: TableId, options: Table['options']): Done =>
  change(cx, id, { options })
export const setTableProperties = (cx: Cx, id: TableId, properties: Table['properties']): Done =>
  change(cx, id, { properties })
export const setPartitioning = (cx: Cx, id: TableId, partitioning: Partitioning | undefined): Done =>
  change(cx, id, { partitioning })
export const setRowSecurity = (cx: Cx, id: TableId, rowSecurity: Table['rowSecurity']): Done =>
  change(cx, id, { rowSecurity })
export const setPersistence = (cx: Cx, id: TableId, persistence: Table['persistence']): Done =>
  change(cx, id, { persistence })
