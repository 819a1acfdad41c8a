// Relations in words: what a line says of the two tables.
import type { Cardinality, EndCardinality } from '../../core/model/cardinality'
import { singular } from '../../core/commands/name'

export const howMany = ({ min, max }: EndCardinality): string => {
  if (max === 1) return min === 1 ? 'exactly one' : 'zero or one'
  return min === 1 ? 'one or more' : 'zero or more'
}

/** "order_items" → "order item". */
const thing = (table: string): string =>
  singular(table.trim() === '' ? 'unnamed' : table).replaceAll('_', ' ')

const things = (table: string, { max }: EndCardinality): string =>
  max === 1 ? thing(table) : (table.trim() === '' ? 'unnamed' : table.trim()).replaceAll('_', ' ')

export interface Ends {
  readonly child: string
  readonly parent: string
  readonly cardinality: Cardinality
  readonly verbs: { readonly childToParent: string; readonly parentToChild: string }
}

/** Both ways to read a line aloud: "Each order belongs to exactly one customer." */
export function readAloud({ child, parent, cardinality, verbs }: Ends): readonly [string, string] {
  const toParent =
    verbs.childToParent.trim() || (cardinality.parent.max === 1 ? 'belongs to' : 'is related to')
  const toChild = verbs.parentToChild.trim() || 'has'
  return [
    `Each ${thing(child)} ${toParent} ${howMany(cardinality.parent)} ${things(parent, cardinality.parent)}.`,
    `Each ${thing(parent)} ${toChild} ${howMany(cardinality.child)} ${things(child, cardinality.child)}.`,
  ]
}
