// What stands in the database, checked when it is read: the disk may hold anything.
import * as v from 'valibot'
import type { Edits } from '../../core/model/edit'
import type { DocumentInfo, LogEntry, Snapshot } from '../types'
import type { StoredEntry } from './shelf'

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
  before: v.unknown(),
  after: v.unknown(),
})

const entry = v.object({
  since: count,
  revision: count,
  at: count,
  edits: v.array(edit),
  move: v.picklist(['step', 'undo', 'redo']),
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
  /** Revisions of those that do not. */
  readonly lost: readonly number[]
}

export function chain(stored: readonly StoredEntry[], from: number): Chain {
  const entries: LogEntry[] = []
  const lost: number[] = []
  let at = from
  for (const { revision, value } of stored) {
    if (revision <= from) continue
    const next = readEntry(value)
    if (!next || next.since !== at || lost.length > 0) lost.push(revision)
    else {
      entries.push(next)
      at = next.revision
    }
  }
  return { entries, lost }
}
