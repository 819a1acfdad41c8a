// Records as a whole: a fresh one behind its siblings, a new place in the order, removal.
import { orderAt, orderAtEnd, sorted, type Ordered } from '../model/order'
import type { Kind, RowId, Rows } from '../model/schema'
import { gone, ok, type Cx, type Done } from './context'
import { put } from './patch'

/** Kinds whose records people put in an order of their own. */
export type OrderedKind = { [K in Kind]: Rows[K] extends Ordered ? K : never }[Kind]

/** Adds a record behind all of its kind. */
export function add<K extends OrderedKind>(cx: Cx, kind: K, row: Rows[K]): RowId<K> {
  // `OrderedKind` names only kinds that have an order.
  const siblings = cx.tx.all(kind) as IterableIterator<Rows[K] & Ordered>
  put(cx, kind, { ...row, order: orderAtEnd(siblings) })
  return row.id
}

/** Moves a record to `index`, counted among the others of its kind. */
export function reorder<K extends OrderedKind>(
  cx: Cx,
  at: { readonly kind: K; readonly id: RowId<K> },
  index: number,
): Done {
  const row = cx.tx.get(at.kind, at.id)
  if (!row) return gone(at.kind)
  const all = sorted(cx.tx.all(at.kind) as IterableIterator<Rows[K] & Ordered>)
  const siblings = all.filter(({ id }) => id !== at.id)
  const to = Math.max(0, Math.min(index, siblings.length))
  if (all[to]?.id === at.id) return ok(undefined)
  cx.tx.put(at.kind, { ...row, order: orderAt(siblings, to) })
  return ok(undefined)
}

/** Takes a record away, and with it all that cannot live without it. */
export function remove<K extends Kind>(cx: Cx, at: { readonly kind: K; readonly id: RowId<K> }): Done {
  if (!cx.tx.has(at.kind, at.id)) return gone(at.kind)
  cx.tx.remove(at.kind, at.id)
  return ok(undefined)
}
