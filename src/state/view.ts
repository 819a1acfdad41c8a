// How the document is being looked at: never undone, never saved with the model.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { ColumnId, DiagramId, EnumValueId, TableId } from '../core/model/id'
import type { Placeable, Point } from '../core/model/records'
import { noSelection, type Selectable, type Selection } from './selection'

export type EntityKind = 'table' | 'view' | 'enum' | 'note' | 'area'
export type RelationKind = 'oneToOne' | 'oneToMany' | 'manyToMany' | 'self'

export type Mode =
  | { readonly kind: 'select' }
  /** The next click on the canvas puts one there. */
  | { readonly kind: 'place'; readonly entity: EntityKind }
  /** The next table is the first end; then the second. */
  | {
      readonly kind: 'relate'
      readonly relation: RelationKind
      readonly from?: { readonly table: TableId; readonly column?: ColumnId }
    }

/** What is being typed into, on the canvas. */
export interface Editing {
  readonly object: Selectable | DiagramId
  readonly part?: ColumnId | EnumValueId
  readonly field: 'name' | 'type' | 'text' | 'newRow'
}

export interface Focus {
  readonly on: ReadonlySet<Placeable>
  /** How many relations away still count as near. */
  readonly depth: number
}

export interface Viewport extends Point {
  readonly zoom: number
}

export interface ViewState {
  readonly diagram: DiagramId | undefined
  readonly selection: Selection
  readonly hovered: Selectable | undefined
  readonly mode: Mode
  readonly editing: Editing | undefined
  readonly focus: Focus | undefined
  /** Where the canvas rests; while it moves, only the canvas knows. */
  readonly viewport: Viewport
  readonly canvasSize: { readonly width: number; readonly height: number }
}

export const view = createStore<ViewState>(() => ({
  diagram: undefined,
  selection: noSelection,
  hovered: undefined,
  mode: { kind: 'select' },
  editing: undefined,
  focus: undefined,
  viewport: { x: 0, y: 0, zoom: 1 },
  canvasSize: { width: 0, height: 0 },
}))

export const useView = <T>(selector: (state: ViewState) => T): T => useStore(view, selector)

export const setSelection = (selection: Selection): void => {
  view.setState({ selection })
}

export const setMode = (mode: Mode): void => {
  view.setState({ mode })
}
