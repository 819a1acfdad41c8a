// The open document: its schema and its history. Every change goes through `run` and becomes one labelled step.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { applyEdits, type Edits } from '../core/model/edit'
import { emptyHistory, record, redo, undo, type History, type Step } from '../core/model/history'
import { emptySchema, type Schema } from '../core/model/schema'
import { livingSelection, type Selection } from './selection'
import { view } from './view'

export type DocumentId = string

export interface DocumentState {
  readonly id: DocumentId | undefined
  readonly schema: Schema
  readonly history: History<Selection>
  /** Counts every change of the schema, undo and redo included. */
  readonly revision: number
  /** What led here from the revision before: canvas and autosave take only this. */
  readonly lastEdits: Edits
  readonly isReadOnly: boolean
}

export const document = createStore<DocumentState>(() => ({
  id: undefined,
  schema: emptySchema,
  history: emptyHistory,
  revision: 0,
  lastEdits: [],
  isReadOnly: false,
}))

export const useDocument = <T>(selector: (state: DocumentState) => T): T => useStore(document, selector)

const now = () => Date.now()

/** Applies edits and records them as one step. Edits that change nothing leave no step, but may select. */
export function commit(edits: Edits, given: Pick<Step<Selection>, 'label' | 'before' | 'after' | 'mergeKey'>): void {
  const state = document.getState()
  const schema = applyEdits(state.schema, edits)
  const after = livingSelection(schema, given.after)
  if (edits.length > 0) {
    const history = record(state.history, { ...given, edits, after, at: now() })
    document.setState({ schema, history, revision: state.revision + 1, lastEdits: edits })
  }
  if (after !== view.getState().selection) view.setState({ selection: after })
}

function travel(
  direction: typeof undo<Selection>,
  selectionOf: (step: Step<Selection>) => Selection,
): string | undefined {
  const state = document.getState()
  const move = direction(state.history)
  if (!move || state.isReadOnly) return undefined
  const schema = applyEdits(state.schema, move.edits)
  document.setState({ schema, history: move.history, revision: state.revision + 1, lastEdits: move.edits })
  view.setState({ selection: livingSelection(schema, selectionOf(move.step)) })
  return move.step.label
}

/** Both return the label of the step that they took, for the message that says so. */
export const undoStep = () => travel(undo, (step) => step.before)
export const redoStep = () => travel(redo, (step) => step.after)

/** Puts another document into the page. */
export function openDocument(
  given: Pick<DocumentState, 'id' | 'schema'> & Partial<Pick<DocumentState, 'history' | 'isReadOnly'>>,
): void {
  const { revision } = document.getState()
  document.setState({
    history: emptyHistory,
    isReadOnly: false,
    ...given,
    revision: revision + 1,
    lastEdits: [],
  })
}
