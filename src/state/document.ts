// The open document: its schema and its history. Every change goes through `run` and becomes one labelled step.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { applyEdits, type Edits } from '../core/model/edit'
import {
  amend,
  emptyHistory,
  positionOf,
  record,
  travel,
  type History,
  type Step,
} from '../core/model/history'
import { emptySchema, kinds, type Schema } from '../core/model/schema'
import { livingSelection, type Selection } from './selection'
import { view } from './view'

export type DocumentId = string

/** How the last revision came about; a merged step is told as it was given, before it was merged. */
export type LastMove =
  | { readonly kind: 'open' }
  /** So many steps at once: the history panel goes anywhere in one move. */
  | { readonly kind: 'undo' | 'redo'; readonly count: number }
  | { readonly kind: 'step'; readonly step: Omit<Step<Selection>, 'edits'> }
  /** What follows from a step that was done before; `position` says which. */
  | { readonly kind: 'amend'; readonly position: number }

export interface DocumentState {
  readonly id: DocumentId | undefined
  readonly schema: Schema
  readonly history: History<Selection>
  /** Counts every change of the schema, undo and redo included. */
  readonly revision: number
  /** What led here from the revision before: canvas and autosave take only this. */
  readonly lastEdits: Edits
  readonly lastMove: LastMove
  readonly isReadOnly: boolean
}

export const document = createStore<DocumentState>(() => ({
  id: undefined,
  schema: emptySchema,
  history: emptyHistory,
  revision: 0,
  lastEdits: [],
  lastMove: { kind: 'open' },
  isReadOnly: false,
}))

export const useDocument = <T>(selector: (state: DocumentState) => T): T => useStore(document, selector)

const now = () => Date.now()

const unfinished = new Set<() => void>()

/** Asked before anything else is recorded: what is half typed somewhere becomes a step first. Returns its end. */
export function beforeChanges(finish: () => void): () => void {
  unfinished.add(finish)
  return () => unfinished.delete(finish)
}

export function finishTyping(): void {
  const all = [...unfinished]
  unfinished.clear()
  for (const finish of all) finish()
  for (const finish of all) unfinished.add(finish)
}

/**
 * Applies edits and records them as one step. Edits that change nothing leave no step, but may select. `at` is told
 * where a step counts from an earlier moment than now: a burst of typing from its first key.
 */
export function commit(
  edits: Edits,
  given: Pick<Step<Selection>, 'label' | 'before' | 'after' | 'mergeKey'> & { readonly at?: number },
): void {
  finishTyping()
  const state = document.getState()
  const schema = applyEdits(state.schema, edits)
  const after = livingSelection(schema, given.after)
  if (edits.length > 0) {
    const step = { ...given, after, at: given.at ?? now() }
    const history = record(state.history, { ...step, edits })
    document.setState({
      schema,
      history,
      revision: state.revision + 1,
      lastEdits: edits,
      lastMove: { kind: 'step', step },
    })
  }
  if (after !== view.getState().selection) view.setState({ selection: after })
}

/** Edits that belong to a step done before. Before the first step there is none: then they only happen. */
export function amendStep(position: number, edits: Edits): void {
  if (edits.length === 0) return
  const state = document.getState()
  document.setState({
    schema: applyEdits(state.schema, edits),
    history: amend(state.history, position, edits),
    revision: state.revision + 1,
    lastEdits: edits,
    lastMove: { kind: 'amend', position },
  })
}

/** Goes to where so many steps are done, as one change: the label of the last step that was taken on the way. */
export function goToStep(position: number): string | undefined {
  const was = positionOf(document.getState().history)
  finishTyping()
  return goTo(position + positionOf(document.getState().history) - was)
}

function goTo(position: number): string | undefined {
  const state = document.getState()
  const move = travel(state.history, position)
  if (!move || state.isReadOnly) return undefined
  const { edits, history, step } = move
  const count = positionOf(history) - positionOf(state.history)
  const schema = applyEdits(state.schema, edits)
  document.setState({
    schema,
    history,
    revision: state.revision + 1,
    lastEdits: edits,
    lastMove: { kind: count < 0 ? 'undo' : 'redo', count: Math.abs(count) },
  })
  // What was being typed belongs to a state that is no longer there.
  view.setState({
    selection: livingSelection(schema, count < 0 ? step.before : step.after),
    editing: undefined,
  })
  return step.label
}

const here = (): number => positionOf(document.getState().history)

/** Both return the label of the step that they took, for the message that says so. */
export const undoStep = (): string | undefined => goToStep(here() - 1)
export const redoStep = (): string | undefined => goToStep(here() + 1)

/** Puts another document into the page. */
export function openDocument(
  given: Pick<DocumentState, 'id' | 'schema'> &
    Partial<Pick<DocumentState, 'history' | 'isReadOnly' | 'revision'>>,
): void {
  document.setState({
    history: emptyHistory,
    isReadOnly: false,
    revision: 0,
    ...given,
    lastEdits: [],
    lastMove: { kind: 'open' },
  })
}

/** Texts beside the model may follow it late: what reads the model alone need not begin again for them. */
export const isSameModel = (a: Schema, b: Schema): boolean =>
  kinds.every((kind) => kind === 'source' || a[kind] === b[kind])
