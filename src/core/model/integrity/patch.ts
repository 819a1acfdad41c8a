// Small tools that change a record only where it must change: an untouched record keeps its identity.
import { compareOrder, sorted, type Ordered } from '../order'

/** Maps a list; the same list comes back when nothing in it changed. `undefined` drops the member. */
export function mapKept<T>(list: readonly T[], change: (item: T) => T | undefined): readonly T[] {
  let changed = false
  const out: T[] = []
  for (const item of list) {
    const next = change(item)
    if (next !== item) changed = true
    if (next !== undefined) out.push(next)
  }
  return changed ? out : list
}

/** Sets the fields that differ; the same record comes back when none does. */
export function patch<T extends object>(row: T, fields: Partial<T>): T {
  for (const key of Object.keys(fields) as (keyof T)[])
    if (row[key] !== fields[key]) return { ...row, ...fields }
  return row
}

/** Changes one optional field; `undefined` removes it. */
export function patchOptional<T extends object, F extends keyof T>(
  row: T,
  field: F,
  change: (value: NonNullable<T[F]>) => T[F] | undefined,
): T {
  const value = row[field]
  if (value === undefined || value === null) return row
  const next = change(value)
  if (next === value) return row
  if (next !== undefined) return { ...row, [field]: next }
  const copy = { ...row }
  // The field is optional: callers name no other.
  delete copy[field]
  return copy
}

/** Lists found orderly before: they never change, so they need no second look. */
const knownOrderly = new WeakSet<readonly Ordered[]>()

/** Members sorted, each id once: of two with the same id the later one counts. */
export function orderly<T extends Ordered>(list: readonly T[]): readonly T[] {
  if (list.length < 2 || knownOrderly.has(list)) return list
  let isSorted = true
  for (let i = 1; i < list.length && isSorted; i++) {
    const [before, after] = [list[i - 1], list[i]]
    isSorted = before !== undefined && after !== undefined && compareOrder(before, after) < 0
  }
  const byId = new Map(list.map((item) => [item.id, item]))
  const good = isSorted && byId.size === list.length ? list : sorted(byId.values())
  knownOrderly.add(good)
  return good
}
