// What the tabs of one document say to each other: what was written, and the wish to write oneself.
import * as v from 'valibot'
import type { Broadcast, LogEntry } from '../platform/types'

const message = v.variant('kind', [
  v.object({ kind: v.literal('wrote'), entries: v.array(v.custom<LogEntry>(isEntry)) }),
  v.object({ kind: v.literal('wish') }),
  v.object({ kind: v.literal('cannot') }),
])

export type TabMessage = v.InferOutput<typeof message>

/** Of our own build or of an older one: enough is checked to be taken in, the rest by taking it in. */
function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { since, revision, edits, move } = value as Readonly<Record<string, unknown>>
  return (
    typeof since === 'number' &&
    typeof revision === 'number' &&
    Array.isArray(edits) &&
    ['step', 'undo', 'redo', 'amend'].includes(String(move))
  )
}

export interface Tabs {
  readonly say: (message: TabMessage) => void
  readonly leave: () => void
}

export function joinTabs(broadcast: Broadcast, id: string, hear: (message: TabMessage) => void): Tabs {
  const channel = broadcast.join(`relata-document-${id}`, (given) => {
    const result = v.safeParse(message, given)
    if (result.success) hear(result.output)
  })
  return { say: (said) => channel.post(said), leave: () => channel.close() }
}
