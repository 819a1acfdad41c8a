// Tables that come from tables: inheritance and partitions. Neither may run in a circle.
import type { TableId } from '../model/id'
import type { Table } from '../model/records'
import { gone, refuse, type Cx, type Done } from './context'
import { update } from './patch'

/** The tables that a table is made from: what it inherits and what it is a partition of. */
const originsOf = (table: Table): readonly TableId[] =>
  table.partitionOf ? [...table.inherits, table.partitionOf.table] : table.inherits

function comesFrom(cx: Cx, table: TableId, origin: TableId): boolean {
  const open: TableId[] = [table]
  const seen = new Set<TableId>()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === origin) return true
    if (seen.has(id)) continue
    seen.add(id)
    const row = cx.tx.get('table', id)
    if (row) open.push(...originsOf(row))
  }
  return false
}

const nameOf = (cx: Cx, id: TableId): string => cx.tx.get('table', id)?.name ?? ''

function refuseCircle(cx: Cx, id: TableId, origins: readonly TableId[]): Done | undefined {
  for (const origin of origins) {
    if (!cx.tx.has('table', origin)) return gone('table')
    if (comesFrom(cx, origin, id)) {
      return refuse(
        'cycle',
        `${nameOf(cx, origin)} already comes from ${nameOf(cx, id)}: the two would run in a circle.`,
      )
    }
  }
  return undefined
}

export const setInherits = (cx: Cx, id: TableId, inherits: readonly TableId[]): Done =>
  refuseCircle(cx, id, inherits) ?? update(cx, { kind: 'table', id }, { inherits: [...new Set(inherits)] })

export const setPartitionOf = (cx: Cx, id: TableId, partitionOf: Table['partitionOf']): Done =>
  refuseCircle(cx, id, partitionOf ? [partitionOf.table] : []) ??
  update(cx, { kind: 'table', id }, { partitionOf })
