// Parts of a record (columns, keys, checks, indexes, policies, enum values…): adding, changing, moving and removing
// is the same for all of them.
import { orderAt, type Ordered } from '../model/order'
import { partLists, type Kind, type RowId, type Rows } from '../model/schema'
import { gone, ok, type Cx, type Done } from './context'
import { patched, put, type Patch } from './patch'

export type ListOf<K extends Kind> = (typeof partLists)[K][number] & keyof Rows[K]
export type PartOf<K extends Kind, L extends ListOf<K>> = Rows[K][L] extends readonly (infer P extends
  Ordered)[]
  ? P
  : never

export interface ListAt<K extends Kind, L extends ListOf<K>> {
  readonly kind: K
  readonly id: RowId<K>
  readonly list: L
}

export interface PartAt<K extends Kind, L extends ListOf<K>> extends ListAt<K, L> {
  readonly part: PartOf<K, L>['id']
}

// `list` is a part list of `K`: its members are parts of that list.
const listOf = <K extends Kind, L extends ListOf<K>>(row: Rows[K], list: L) =>
  row[list] as readonly PartOf<K, L>[]

const withList = <K extends Kind, L extends ListOf<K>>(
  row: Rows[K],
  list: L,
  parts: readonly PartOf<K, L>[],
): Rows[K] => ({
  ...row,
  [list]: parts,
})

/** Puts a part at `index` among its siblings, or behind them. */
export function addPart<K extends Kind, L extends ListOf<K>>(
  cx: Cx,
  at: ListAt<K, L>,
  given: { readonly part: PartOf<K, L>; readonly index?: number | undefined },
): Done<PartOf<K, L>['id']> {
  const row = cx.tx.get(at.kind, at.id)
  if (!row) return gone(at.kind)
  const siblings = listOf<K, L>(row, at.list)
  const index =
    given.index === undefined ? siblings.length : Math.max(0, Math.min(given.index, siblings.length))
  const part = { ...given.part, order: orderAt(siblings, index) }
  put(cx, at.kind, withList<K, L>(row, at.list, siblings.toSpliced(index, 0, part)))
  return ok(part.id)
}

/** Changes any fields of any part. */
export function updatePart<K extends Kind, L extends ListOf<K>>(
  cx: Cx,
  at: PartAt<K, L>,
  patch: Patch<PartOf<K, L>>,
): Done {
  const row = cx.tx.get(at.kind, at.id)
  const siblings = row && listOf<K, L>(row, at.list)
  const before = siblings?.find((part) => part.id === at.part)
  if (!row || !siblings || !before) return gone(at.kind)
  const after = patched(before, patch)
  if (after === before) return ok(undefined)
  put(
    cx,
    at.kind,
    withList<K, L>(
      row,
      at.list,
      siblings.map((part) => (part === before ? after : part)),
    ),
  )
  return ok(undefined)
}

/** Moves a part to `index`, counted among its siblings without itself. */
export function movePart<K extends Kind, L extends ListOf<K>>(cx: Cx, at: PartAt<K, L>, index: number): Done {
  const row = cx.tx.get(at.kind, at.id)
  const all = row && listOf<K, L>(row, at.list)
  const moved = all?.find((part) => part.id === at.part)
  if (!row || !all || !moved) return gone(at.kind)
  const siblings = all.filter((part) => part !== moved)
  const to = Math.max(0, Math.min(index, siblings.length))
  if (all[to] === moved) return ok(undefined)
  const part = { ...moved, order: orderAt(siblings, to) }
  put(cx, at.kind, withList<K, L>(row, at.list, siblings.toSpliced(to, 0, part)))
  return ok(undefined)
}

export function removePart<K extends Kind, L extends ListOf<K>>(cx: Cx, at: PartAt<K, L>): Done {
  const row = cx.tx.get(at.kind, at.id)
  if (!row) return gone(at.kind)
  const parts = listOf<K, L>(row, at.list)
  const left = parts.filter((part) => part.id !== at.part)
  if (left.length === parts.length) return gone(at.kind)
  cx.tx.put(at.kind, withList<K, L>(row, at.list, left))
  return ok(undefined)
}
