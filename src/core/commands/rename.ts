// A new name for anything that has one. SQL that names it follows by itself, because it holds references; what could
// not be tied to it is returned, so that the screen can point at it.
import type {
  CheckId,
  ColumnId,
  EnumValueId,
  ExclusionId,
  FieldId,
  IndexId,
  KeyId,
  PolicyId,
} from '../model/id'
import { isIdOf, kindOfId } from '../model/id'
import { caughtUp, mentionsOf, type Mention } from '../model/resolve'
import { partLists, type AnyId, type Kind } from '../model/schema'
import type { Referable, RefOwner } from '../model/sqlText'
import { gone, ok, type Cx, type Done } from './context'
import { followTypeName, followRoleName, followPartialColumn } from './renameFollow'

export type PartId = ColumnId | KeyId | IndexId | CheckId | ExclusionId | PolicyId | EnumValueId | FieldId

export interface Named {
  readonly id: AnyId
  /** A column, key, index, enum value… inside the record. */
  readonly part?: PartId | undefined
}

export interface Renamed {
  /** Places that say the old name and may or may not have meant this. */
  readonly undecided: readonly Mention[]
}

interface NamedRow {
  readonly id: string
  readonly name: string
}

/** The named thing itself: the record, or the part of it. */
function find(row: object, kind: Kind, part: string | undefined): NamedRow | undefined {
  if (part === undefined) return 'name' in row ? (row as NamedRow) : undefined
  const fields = row as Readonly<Record<string, unknown>>
  const primary = fields['primaryKey'] as NamedRow | undefined
  if (primary?.id === part) return primary
  for (const list of partLists[kind]) {
    // Every part list holds parts with an id and a name.
    const found = (fields[list] as readonly NamedRow[]).find(({ id }) => id === part)
    if (found) return found
  }
  return undefined
}

/** The record with the new name on it or on that part. */
function withName(row: object, thing: NamedRow, name: string): object {
  if (thing === row) return { ...row, name }
  const fields = row as Readonly<Record<string, unknown>>
  if (fields['primaryKey'] === thing) return { ...row, primaryKey: { ...thing, name } }
  const changed = Object.entries(fields).filter(([, value]) => Array.isArray(value) && value.includes(thing))
  const lists = changed.map(([list, parts]): [string, readonly NamedRow[]] => [
    list,
    // Only lists passed the filter, and the thing is one of their members.
    (parts as readonly NamedRow[]).map((one) => (one === thing ? { ...one, name } : one)),
  ])
  const next: object = Object.fromEntries<readonly NamedRow[]>(lists)
  return { ...row, ...next }
}

export const recordKind = (id: string): Kind | undefined => {
  const kind = kindOfId(id)
  return kind !== undefined && kind in partLists ? (kind as Kind) : undefined
}

/** What SQL can name, out of everything that has a name. */
const referableParts = new Set(['column', 'key', 'index', 'enumValue'])
const referableRecords = new Set([
  'namespace',
  'table',
  'view',
  'enum',
  'domain',
  'composite',
  'sequence',
  'routine',
  'trigger',
  'role',
  'extension',
])

function referenceTo({ id, part }: Named): { readonly id: Referable; readonly owner?: RefOwner } | undefined {
  const kind = kindOfId(part ?? id)
  if (kind === undefined || isIdOf('partial', id)) return undefined
  // The sets hold exactly the kinds of `Referable`, and the owners of the parts among them.
  if (part === undefined) return referableRecords.has(kind) ? { id: id as Referable } : undefined
  return referableParts.has(kind) ? { id: part as Referable, owner: id as RefOwner } : undefined
}

/** Gives a record or a part a new name. Names may be empty or double while one edits. */
export function rename(cx: Cx, named: Named, name: string): Done<Renamed> {
  const { id, part } = named
  const kind = recordKind(id)
  const row = kind && cx.tx.get(kind, id)
  const thing = row && find(row, kind, part)
  if (!kind || !row || !thing) return gone('object')
  if (thing.name === name) return ok({ undecided: [] })
  const reference = referenceTo(named)
  // Texts written before the object was there catch up first, so that they follow as well.
  if (reference)
    for (const late of caughtUp(cx.tx.now(), thing.name, cx.dialect)) cx.tx.put(late.kind, late.row)
  const undecided = reference ? mentionsOf(cx.tx.now(), reference, cx.dialect) : []
  const now = cx.tx.get(kind, id) ?? row
  const self = find(now, kind, part)
  // Only a name changes, so the row is still one of its kind.
  if (self) cx.tx.put(kind, withName(now, self, name) as typeof row)
  followTypeName(cx, id, part)
  followRoleName(cx, id, thing.name)
  followPartialColumn(cx, { id, part, before: thing.name }, name)
  return ok({ undecided })
}
