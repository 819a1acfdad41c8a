// Things by names that are all different, for fields in which one types or chooses a name.
import { displayName } from '../core/model/query'
import type { Placeable } from '../core/model/records'
import type { Schema } from '../core/model/schema'

/** Those that are double are told apart by a number. */
export function namedApart<Id extends Placeable>(schema: Schema, ids: Iterable<Id>): ReadonlyMap<string, Id> {
  const byName = new Map<string, Id>()
  for (const id of ids) {
    const name = displayName(schema, id) || 'unnamed'
    let free = name
    for (let n = 2; byName.has(free); n++) free = `${name} (${String(n)})`
    byName.set(free, id)
  }
  return byName
}
