// A record under new ids: its own, those of its parts, and those of everything it points at.
import { kindOfId, makeId, type NewId } from './id'
import { kinds, type Row, type Schema } from './schema'

export type Ids = ReadonlyMap<string, string>

/** Fields that hold an id, or a list of ids. Names and texts are never among them, whatever they look like. */
const idFields: ReadonlySet<string> = new Set([
  'id',
  'table',
  'column',
  'columns',
  'namespace',
  'group',
  'to',
  'owner',
  'of',
  'sequence',
  'on',
  'inherits',
  'partials',
  'fromPartial',
  'include',
  'object',
  'diagram',
  'relation',
  'onDeleteColumns',
  'after',
  'memberOf',
  'role',
])

function reidValue(value: unknown, ids: Ids, isId: boolean): unknown {
  if (typeof value === 'string') return isId ? (ids.get(value) ?? value) : value
  if (Array.isArray(value)) return value.map((item: unknown) => reidValue(item, ids, isId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, reidValue(inner, ids, idFields.has(field))]),
  )
}

/** The record with every id in it exchanged. */
export function reid<R extends object>(row: R, ids: Ids): R {
  // Only ids change, each for one of its kind.
  return reidValue(row, ids, false) as R
}

/** New ids for a record and for each of its parts. */
export function freshIds(row: object, ids: Map<string, string>, newId: NewId): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const id: unknown = 'id' in value ? value.id : undefined
    const kind = typeof id === 'string' ? kindOfId(id) : undefined
    if (typeof id === 'string' && kind !== undefined && !ids.has(id)) ids.set(id, makeId(kind, newId))
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(row)
}

/** A whole document under new ids. */
export function reidAll(schema: Schema, ids: Ids): Schema {
  const maps = kinds.map((kind) => {
    const rows = [...schema[kind].values()].map((row): Row => reid<Row>(row, ids))
    return [kind, new Map(rows.map((row) => [row.id, row]))]
  })
  // One map per kind, each of the rows that it had: the cast names what `fromEntries` forgets.
  return Object.fromEntries(maps) as Schema
}

/** The document as one of its own, which shares no id with the one that it was made of. */
export function underFreshIds(schema: Schema, newId: NewId): Schema {
  const ids = new Map<string, string>()
  for (const kind of kinds) for (const row of schema[kind].values()) freshIds(row, ids, newId)
  return reidAll(schema, ids)
}
