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

/**
 * What follows from a step but comes later, such as the text that says the same: it belongs to the step and goes with
 * it. `position` counts the steps that are done with that one; a step that is gone takes nothing.
 */
export function amend<S>(history: History<S>, position: number, edits: Edits): History<S> {
  const step = history.done[position - 1]
  if (!step) return history
  const amended = { ...step, edits: squash(step.edits, edits) }
  return { ...history, done: history.done.toSpliced(position - 1, 1, amended) }
}

export interface Move<S> {
  readonly edits: Edits
  readonly step: Step<S>
  readonly history: History<S>
}

/** Where the history stands: how many steps are done. */
export const positionOf = <S>({ done }: History<S>): number => done.length

/** Several steps back or forth as one move; `step` is the last one taken. */
export function travel<S>(history: History<S>, to: number): Move<S> | undefined {
  const { done, undone } = history
  const all = [...done, ...undone.toReversed()]
  const target = Math.max(0, Math.min(all.length, to))
  const isBack = target < done.length
  const between = isBack ? all.slice(target, done.length).reverse() : all.slice(done.length, target)
  const step = between.at(-1)
  if (!step) return undefined
  const lists = between.map(({ edits }) => (isBack ? invert(edits) : edits))
  return {
    step,
    edits: lists.length === 1 ? (lists[0] ?? []) : squash(...lists),
    history: { done: all.slice(0, target), undone: all.slice(target).reverse() },
  }
}

export const undo = <S>(history: History<S>): Move<S> | undefined => travel(history, positionOf(history) - 1)
export const redo = <S>(history: History<S>): Move<S> | undefined => travel(history, positionOf(history) + 1)
