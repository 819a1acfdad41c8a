// What the inspector speaks of: one object, several at once, or nothing.
import {
  isIdOf,
  type AreaId,
  type EnumId,
  type NoteId,
  type RelationId,
  type TableId,
  type ViewId,
} from '../../core/model/id'
import { isDatabaseObject, type DatabaseObject, type Selectable } from '../../state/selection'

export type Subject =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'table'; readonly id: TableId }
  | { readonly kind: 'view'; readonly id: ViewId }
  | { readonly kind: 'enum'; readonly id: EnumId }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'relation'; readonly id: RelationId }
  | { readonly kind: 'database'; readonly id: DatabaseObject }
  | { readonly kind: 'many'; readonly ids: readonly Selectable[] }

export function subjectOf(items: ReadonlySet<Selectable>): Subject {
  const ids = [...items]
  const [id] = ids
  if (id === undefined) return { kind: 'nothing' }
  if (ids.length > 1) return { kind: 'many', ids }
  if (isIdOf('table', id)) return { kind: 'table', id }
  if (isIdOf('view', id)) return { kind: 'view', id }
  if (isIdOf('enum', id)) return { kind: 'enum', id }
  if (isDatabaseObject(id)) return { kind: 'database', id }
  if (isIdOf('note', id)) return { kind: 'note', id }
  return isIdOf('area', id) ? { kind: 'area', id } : { kind: 'relation', id }
}

/** The value that all share, or `mixed` when they differ. */
export function sharedValue<T>(values: readonly T[]): {
  readonly value: T | undefined
  readonly isMixed: boolean
} {
  const [first] = values
  const isMixed = values.some((value) => value !== first)
  return { value: isMixed ? undefined : first, isMixed }
}

const plurals = {
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

/** "3 tables, 1 note". */
export function describeMany(ids: readonly Selectable[]): string {
  return Object.entries(plurals)
    .map(([kind, [one, more]]) => {
      // The keys of `plurals` are kinds of ids.
      const count = ids.filter((id) => isIdOf(kind as keyof typeof plurals, id)).length
      return count === 0 ? '' : `${count} ${count === 1 ? one : more}`
    })
    .filter((text) => text !== '')
    .join(', ')
}
