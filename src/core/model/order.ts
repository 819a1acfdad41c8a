// Fractional keys: a sibling moves by changing its own key only, so two people can reorder without a clash.
import { keyBetween } from './fraction'

export type Order = string

export interface Ordered {
  readonly id: string
  readonly order: Order
}

export const firstOrder: Order = keyBetween(undefined, undefined)

/** Plain code-unit comparison: the keys are made for it and it is the same on every machine. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

export const orderBetween = (before: Order | undefined, after: Order | undefined): Order => {
  // Equal neighbours (possible after a merge) have nothing between them: stand behind both.
  if (before !== undefined && after !== undefined && before >= after) return keyBetween(before, undefined)
  return keyBetween(before, after)
}

/** `count` keys in a row, behind `after` when it is given. */
export function orders(count: number, after?: Order): readonly Order[] {
  const keys: Order[] = []
  for (let i = 0; i < count; i++) keys.push(orderBetween(keys.at(-1) ?? after, undefined))
  return keys
}

/** The key that puts a row behind all of `siblings`. */
export function orderAtEnd(siblings: Iterable<Ordered>): Order {
  let last: Order | undefined
  for (const { order } of siblings) if (last === undefined || order > last) last = order
  return orderBetween(last, undefined)
}

/** The key for a row that shall stand at `index` among sorted `siblings` (itself left out). */
export function orderAt(siblings: readonly Ordered[], index: number): Order {
  return orderBetween(siblings[index - 1]?.order, siblings[index]?.order)
}

export function sorted<T extends Ordered>(rows: Iterable<T>): T[] {
  return [...rows].sort(compareOrder)
}
