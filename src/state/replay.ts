// From what stands on disk to an open document: the snapshot, and what was done since, step for step.
import { applyEdits, diffSchemas } from '../core/model/edit'
import {
  amend,
  emptyHistory,
  positionOf,
  record,
  travel,
  type History,
  type Step,
} from '../core/model/history'
import { kinds, type Schema } from '../core/model/schema'
import type { LogEntry } from '../platform/types'
import { document, type LastMove } from './document'
import { livingSelection, type Selection } from './selection'
import { view } from './view'

export interface Replayed {
  readonly schema: Schema
  readonly history: History<Selection>
}

const knownKinds: ReadonlySet<string> = new Set(kinds)

function numberIn(meta: unknown, name: string): number | undefined {
  const given: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, name) : undefined
  return typeof given === 'number' ? given : undefined
}

/** Which step something belongs to that came later: how many were done with that one. */
const positionIn = ({ meta }: LogEntry): number => numberIn(meta, 'position') ?? 0

/** How far an undo or redo went; entries of the first versions know of single steps only. */
function stepsOf({ move, meta }: LogEntry): number {
  const count = numberIn(meta, 'count') ?? 1
  return move === 'undo' ? -count : count
}

const isStep = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'label' in value &&
  'at' in value &&
  'before' in value &&
  'after' in value

const areSteps = (value: unknown): boolean =>
  Array.isArray(value) && value.every((step: unknown) => isStep(step) && 'edits' in (step as object))

/** A stored history of whatever shape; one that is none costs the undo, not the document. */
function historyIn(stored: unknown): History<Selection> {
  if (typeof stored !== 'object' || stored === null || !('done' in stored) || !('undone' in stored))
    return emptyHistory
  // Written by autosave under the same version of the database; its shape is the history's own.
  return areSteps(stored.done) && areSteps(stored.undone) ? (stored as History<Selection>) : emptyHistory
}

/** The log holds what was given to `record`, so replaying it makes the same history, merged steps and all. */
function after({ schema, history }: Replayed, entry: LogEntry): Replayed | undefined {
  if (!entry.edits.every(({ kind }) => knownKinds.has(kind))) return undefined
  if (entry.move === 'step' && !isStep(entry.meta)) return undefined
  let next: Schema
  try {
    next = applyEdits(schema, entry.edits)
  } catch (error) {
    // The disk may hold anything: only trying tells whether an edit fits the document that it speaks of.
    if (error instanceof Error) return undefined
    throw error
  }
  if (entry.move === 'step') {
    const step = entry.meta as Omit<Step<Selection>, 'edits'>
    return { schema: next, history: record(history, { ...step, edits: entry.edits }) }
  }
  if (entry.move === 'amend') return { schema: next, history: amend(history, positionIn(entry), entry.edits) }
  const moved = travel(history, positionOf(history) + stepsOf(entry))
  return { schema: next, history: moved?.history ?? history }
}

export interface Replay extends Replayed {
  /** Entries that do not fit, and those behind them. */
  readonly left: readonly LogEntry[]
}

export function replay(schema: Schema, stored: unknown, entries: readonly LogEntry[]): Replay {
  let now: Replayed = { schema, history: historyIn(stored) }
  for (const [i, entry] of entries.entries()) {
    const next = after(now, entry)
    if (!next) return { ...now, left: entries.slice(i) }
    now = next
  }
  return { ...now, left: [] }
}

function moveOf(entry: LogEntry): LastMove {
  if (entry.move === 'step') return { kind: 'step', step: entry.meta as Omit<Step<Selection>, 'edits'> }
  if (entry.move === 'amend') return { kind: 'amend', position: positionIn(entry) }
  return { kind: entry.move, count: Math.abs(stepsOf(entry)) }
}

function select(schema: Schema): void {
  const { selection } = view.getState()
  const living = livingSelection(schema, selection)
  if (living !== selection) view.setState({ selection: living })
}

/** What another tab did, as if it were done here. False when it does not follow on what is here. */
export function takeIn(entry: LogEntry): boolean {
  const { schema, history, revision } = document.getState()
  if (entry.revision <= revision) return true
  const next = entry.since === revision ? after({ schema, history }, entry) : undefined
  if (!next) return false
  document.setState({
    ...next,
    revision: entry.revision,
    lastEdits: entry.edits,
    lastMove: moveOf(entry),
  })
  select(next.schema)
  return true
}

/** The open document as it stands on disk now, without leaving the place where one looks. */
export function takeWhole({ schema, history }: Replayed, revision: number): void {
  const before = document.getState()
  document.setState({
    schema,
    history,
    revision,
    lastEdits: diffSchemas(before.schema, schema),
    lastMove: { kind: 'redo', count: 1 },
  })
  select(schema)
}
