// Which screen, dialog and panel a person stands in front of. Nothing of it is saved.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { RoutineId, TableId, VerbatimId } from '../core/model/id'
import type { Target } from '../core/model/target'

export type Dialog =
  | { readonly kind: 'export' }
  | { readonly kind: 'import' }
  /** A link that carries the document. */
  | { readonly kind: 'share' }
  /** What changes when the document is written for this target. */
  | { readonly kind: 'target'; readonly target: Target }
  /** A template to be inserted into the open document. */
  | { readonly kind: 'template' }
  /** A routine or a statement that stands in no diagram, to read and to change. */
  | { readonly kind: 'statement'; readonly id: RoutineId | VerbatimId }
  /** A document whose records cannot be read. */
  | { readonly kind: 'damaged'; readonly id: string; readonly name: string }
  /** Somebody else changed the file of the open document. */
  | { readonly kind: 'outside' }
  /** Earlier states of the open document. */
  | { readonly kind: 'versions' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  /** How two tables hang together, and the query over it. */
  | { readonly kind: 'way'; readonly from?: TableId; readonly to?: TableId }
  /** Out of the diagram's sight by their names. */
  | { readonly kind: 'hide' }
  | { readonly kind: 'arrange' }
  | { readonly kind: 'about' }

export interface ScreenState {
  readonly screen: 'start' | 'editor'
  readonly dialog: Dialog | undefined
  /** The search over actions and objects (Mod+K). */
  readonly isSearching: boolean
}

export const screens = createStore<ScreenState>(() => ({
  screen: 'start',
  dialog: undefined,
  isSearching: false,
}))
export const useScreens = <T>(selector: (state: ScreenState) => T): T => useStore(screens, selector)

export const openDialog = (dialog: Dialog): void => {
  screens.setState({ dialog, isSearching: false })
}

export const closeDialog = (): void => {
  screens.setState({ dialog: undefined })
}
