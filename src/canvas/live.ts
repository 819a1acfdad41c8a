// What moves faster than React: the view while it travels, what is being dragged, drawn or pointed at. The painters
// read it every frame; components subscribe to the slow parts of it.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { ColumnId, RelationId, TableId } from '../core/model/id'
import type { Point, Size } from '../core/model/records'
import type { Selectable } from '../state/selection'
import type { Viewport } from '../state/view'
import type { Box } from './box'
import type { Guide } from './gestures/guides'

export type Tier = 'far' | 'near'

/** What is under the pointer, as fine as it gets. */
export interface Pointed {
  readonly object?: Selectable
  readonly column?: ColumnId
}

export interface Dragging {
  readonly items: ReadonlySet<Selectable>
  readonly by: Point
}

export interface Resizing {
  readonly item: Selectable
  readonly box: Box
}

/** A line being drawn from a table to wherever the pointer is. */
export interface Rubber {
  readonly from: { readonly table: TableId; readonly columns: readonly ColumnId[] }
  /** In canvas units. */
  readonly pointer: Point
  readonly over?: { readonly table: TableId; readonly column?: ColumnId }
  /** Which side would hold the foreign key; absent over nothing. */
  readonly child?: 'from' | 'over'
  readonly fromMark: EndMark
  readonly overMark: EndMark
  readonly isConceptual: boolean
  readonly refusal?: string
  readonly hint?: string
}

export interface EndMark {
  readonly min: 0 | 1
  readonly max: 1 | 'many'
}

export interface Bending {
  readonly relation: RelationId
  readonly bends: readonly Point[]
}

/** A new object hanging at the pointer until it is put down. */
export interface Placing {
  readonly box: Box
}

export interface Live {
  readonly viewport: Viewport
  readonly size: Size
  readonly tier: Tier
  /** True from the first frame of a pan or zoom until it rests. */
  readonly isTravelling: boolean
  readonly pointed: Pointed
  readonly dragging: Dragging | undefined
  readonly resizing: Resizing | undefined
  readonly marquee: Box | undefined
  readonly guides: readonly Guide[]
  readonly rubber: Rubber | undefined
  readonly bending: Bending | undefined
  readonly placing: Placing | undefined
  readonly holdsSpace: boolean
  readonly isPanning: boolean
}

const nothing: Pointed = {}
export const noGuides: readonly Guide[] = []

export const live = createStore<Live>(() => ({
  viewport: { x: 0, y: 0, zoom: 1 },
  size: { width: 0, height: 0 },
  tier: 'near',
  isTravelling: false,
  pointed: nothing,
  dragging: undefined,
  resizing: undefined,
  marquee: undefined,
  guides: noGuides,
  rubber: undefined,
  bending: undefined,
  placing: undefined,
  holdsSpace: false,
  isPanning: false,
}))

export const useLive = <T>(selector: (state: Live) => T): T => useStore(live, selector)

export function point(at: Pointed): void {
  const { pointed } = live.getState()
  if (pointed.object === at.object && pointed.column === at.column) return
  live.setState({ pointed: at })
}
