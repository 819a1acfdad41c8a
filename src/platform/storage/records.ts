// What stands in the database, checked when it is read: the disk may hold anything.
import * as v from 'valibot'
import type { Edits } from '../../core/model/edit'
import type { DocumentInfo, LogEntry, Snapshot, VersionInfo } from '../types'
import { damaged, type StoredItem } from './shelf'

const count = v.pipe(v.number(), v.finite())

const info = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: count,
  changedAt: count,
  openedAt: count,
  tables: count,
  target: v.optional(v.object({ dialect: v.string(), version: v.string() })),
  deletedAt: v.optional(count),
})

const snapshot = v.object({ revision: count, text: v.string() })

const edit = v.object({
  kind: v.string(),
  id: v.string(),
  part: v.optional(v.object({ list: v.string(), id: v.string() })),
  field: v.optional(v.string()),
  at: v.optional(count),
  before: v.unknown(),
  after: v.unknown(),
})

const entry = v.object({
  since: count,
  revision: count,
  at: count,
  edits: v.array(edit),
  move: v.picklist(['step', 'undo', 'redo', 'amend']),
  meta: v.optional(v.unknown()),
})

export function readInfo(value: unknown): DocumentInfo | undefined {
  const result = v.safeParse(info, value)
  if (!result.success) return undefined
  const { deletedAt, target, ...rest } = result.output
  return { ...rest, ...(target && { target }), ...(deletedAt !== undefined && { deletedAt }) }
}

export function readSnapshot(value: unknown): Pick<Snapshot, 'revision' | 'text'> | undefined {
  const result = v.safeParse(snapshot, value)
  return result.success ? result.output : undefined
}

function readEntry(value: unknown): LogEntry | undefined {
  const result = v.safeParse(entry, value)
  if (!result.success) return undefined
  const { edits, meta, ...rest } = result.output
  // Kinds and ids are checked by the replay itself: it knows the schema that the edits speak of.
  return { ...rest, edits: edits as unknown as Edits, ...(meta !== undefined && { meta }) }
}

export interface Chain {
  /** Entries that lead on from a revision without a gap. */
  readonly entries: readonly LogEntry[]
  /** Those that do not, as they stand there. */
  readonly lost: readonly StoredItem[]
}

export function chain(stored: readonly StoredItem[], from: number): Chain {
  const entries: LogEntry[] = []
  const lost: StoredItem[] = []
  let at = from
  for (const { at: revision, value } of stored) {
    if (revision <= from) continue
    const next = readEntry(value)
    if (!next || next.since !== at || lost.length > 0) lost.push({ at: revision, value })
    else {
      entries.push(next)
      at = next.revision
    }
  }
  return { entries, lost }
}

const version = v.object({
  at: count,
  name: v.optional(v.string()),
  tables: count,
  size: count,
  picture: v.optional(v.string()),
})

export function readVersion(value: unknown): VersionInfo | undefined {
  const result = v.safeParse(version, value)
  if (!result.success) return undefined
  const { name, picture, ...rest } = result.output
  return { ...rest, ...(name !== undefined && { name }), ...(picture !== undefined && { picture }) }
}

const isPlain = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype

/** A record as text for a person who mends it by hand, whatever it holds. */
export function rawText(record: unknown): string {
  return JSON.stringify(
    record,
    (_key, value: unknown) => {
      if (value === damaged) return 'This record cannot be read'
      if (value instanceof Set) return [...(value as ReadonlySet<unknown>)]
      if (value instanceof Map) return Object.fromEntries(value as ReadonlyMap<string, unknown>)
      if (typeof value === 'bigint') return String(value)
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlain(value))
        return Object.prototype.toString.call(value)
      return value
    },
    2,
  )
}
