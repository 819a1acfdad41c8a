// How things are called in the labels of steps and in messages: "orders", "3 tables", "2 tables and 1 note".
import { isIdOf } from '../core/model/id'
import { displayName, endsOf } from '../core/model/query'
import type { Schema } from '../core/model/schema'
import { databaseObjectName } from './databaseObjects'
import { isDatabaseObject, type Selectable } from './selection'

const counted = {
  table: ['table', 'tables'],
  view: ['view', 'views'],
  enum: ['enum', 'enums'],
  note: ['note', 'notes'],
  area: ['subject area', 'subject areas'],
  relation: ['relation', 'relations'],
  namespace: ['namespace', 'namespaces'],
  domain: ['domain', 'domains'],
  composite: ['composite type', 'composite types'],
  sequence: ['sequence', 'sequences'],
  extension: ['extension', 'extensions'],
  role: ['role', 'roles'],
  grant: ['grant', 'grants'],
} as const

// The keys of a literal, in its order.
const kinds = Object.keys(counted) as readonly (keyof typeof counted)[]

/** A name for the eye: one that is empty is told to be. */
const called = (name: string | undefined): string => name?.trim() || 'unnamed'

function nameOf(schema: Schema, id: Selectable): string {
  if (isIdOf('note', id)) return schema.note.get(id)?.name || 'a note'
  if (isIdOf('area', id)) return called(schema.group.get(schema.area.get(id)?.group ?? 'g_')?.name)
  if (isDatabaseObject(id)) return called(databaseObjectName(schema, id))
  if (!isIdOf('relation', id)) return called(displayName(schema, id))
  const relation = schema.relation.get(id)
  if (!relation) return 'a relation'
  const [from, to] = endsOf(relation)
  return `the relation of ${called(displayName(schema, from.table))} to ${called(displayName(schema, to.table))}`
}

/** The name of the one, or how many there are of each kind. */
export function wordsFor(schema: Schema, items: Iterable<Selectable>): string {
  const ids = [...items]
  const [only] = ids
  if (only !== undefined && ids.length === 1) return nameOf(schema, only)
  const parts = kinds.flatMap((kind) => {
    const count = ids.filter((id) => isIdOf(kind, id)).length
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${counted[kind][count === 1 ? 0 : 1]}`]
  })
  const last = parts.at(-1) ?? 'nothing'
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
