// Undo without limit: a list of labelled steps made of edits. It knows nothing of tables.
import { invert, squash, type Edits } from './edit'

export interface Step<S> {
  /** In the user's words: "Rename table orders". */
  readonly label: string
  readonly edits: Edits
  /** Steps with the same key that follow closely become one: typing a name, nudging with the arrow keys. */
  readonly mergeKey?: string | undefined
  readonly at: number
  /** What was selected before and after, so that undo takes one back to where the change was. */
  readonly before: S
  readonly after: S
}

export interface History<S> {
  readonly done: readonly Step<S>[]
  readonly undone: readonly Step<S>[]
}

export const emptyHistory: History<never> = { done: [], undone: [] }

const mergeWithinMs = 500

export function record<S>(history: History<S>, step: Step<S>): History<S> {
  if (step.edits.length === 0) return history
  const last = history.done.at(-1)
  const isMerged =
    last?.mergeKey !== undefined &&
    last.mergeKey === step.mergeKey &&
    step.at - last.at < mergeWithinMs &&
    history.undone.length === 0
  if (!last || !isMerged) return { done: [...history.done, step], undone: [] }
  const edits = squash(last.edits, step.edits)
  const rest = history.done.slice(0, -1)
  return { done: edits.length > 0 ? [...rest, { ...step, edits, before: last.before }] : rest, undone: [] }
}

export interface Move<S> {
  readonly edits: Edits
  readonly step: Step<S>
  readonly history: History<S>
}

export function undo<S>({ done, undone }: History<S>): Move<S> | undefined {
  const step = done.at(-1)
  return (
    step && {
      step,
      edits: invert(step.edits),
      history: { done: done.slice(0, -1), undone: [...undone, step] },
    }
  )
}

export function redo<S>({ done, undone }: History<S>): Move<S> | undefined {
  const step = undone.at(-1)
  return step && { step, edits: step.edits, history: { done: [...done, step], undone: undone.slice(0, -1) } }
}
