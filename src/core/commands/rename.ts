// A new name for anything that has one. SQL that names it follows by itself, because it holds references.
import type { AnyId } from '../model/schema'
import {
  kindOfId,
  type ColumnId,
  type EnumValueId,
  type FieldId,
  type IndexId,
  type KeyId,
} from '../model/id'
import type { CheckId, ExclusionId, PolicyId } from '../model/id'
import { partLists, type Kind } from '../model/schema'
import { gone, ok, type Cx, type Done } from './context'

export type PartId = ColumnId | KeyId | IndexId | CheckId | ExclusionId | PolicyId | EnumValueId | FieldId

export interface Named {
  readonly id: AnyId
  /** A column, key, index, enum value… inside the record. */
  readonly part?: PartId | undefined
}

interface NamedRow {
  readonly id: string
  readonly name: string
}

/** The record with a new name on it or on one of its parts; undefined when there is no such thing. */
function renamed(
  row: object,
  { part, kind }: { part: string | undefined; kind: Kind },
  name: string,
): object | undefined {
  if (part === undefined) return 'name' in row ? { ...row, name } : undefined
  const fields = row as Readonly<Record<string, unknown>>
  const primary = fields['primaryKey'] as NamedRow | undefined
  if (primary?.id === part) return { ...row, primaryKey: { ...primary, name } }
  for (const list of partLists[kind]) {
    // Every part list holds parts with an id and a name.
    const parts = fields[list] as readonly NamedRow[]
    if (parts.some(({ id }) => id === part)) {
      return { ...row, [list]: parts.map((one) => (one.id === part ? { ...one, name } : one)) }
    }
  }
  return undefined
}

export const recordKind = (id: string): Kind | undefined => {
  const kind = kindOfId(id)
  return kind !== undefined && kind in partLists ? (kind as Kind) : undefined
}

/** Gives a record or a part a new name. Names may be empty or double while one edits. */
export function rename(cx: Cx, { id, part }: Named, name: string): Done {
  const kind = recordKind(id)
  const row = kind && cx.tx.get(kind, id)
  if (!kind || !row) return gone('object')
  const next = renamed(row, { part, kind }, name)
  if (!next) return gone(kind)
  // Only a name changed, so the row is still one of its kind.
  cx.tx.put(kind, next as typeof row)
  return ok(undefined)
}
