// The document itself, and its diagrams: views over the one model. Places are records of their own, so that a
// nudge touches one small record and never the model.
import type {
  AreaId,
  DiagramId,
  EnumId,
  GroupId,
  LineId,
  NoteId,
  PlacementId,
  ProjectId,
  RelationId,
  TableId,
  ViewId,
} from '../id'
import type { Ordered } from '../order'
import type { Target } from '../target'
import type { Property } from './shared'

export interface Project {
  readonly id: ProjectId
  readonly name: string
  readonly note: string
  readonly target: Target
  readonly properties: readonly Property[]
}

/** The twelve table colours of the palette; `none` is the neutral surface. */
export const colors = [
  'none',
  'slate',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'sky',
  'blue',
  'violet',
  'magenta',
  'pink',
] as const
/** A palette name, or `#rrggbb` where a file brought its own. */
export type Color = (typeof colors)[number] | `#${string}`

/** A subject area of the model: a table belongs to one at most. */
export interface Group extends Ordered {
  readonly id: GroupId
  readonly name: string
  readonly comment: string
  readonly color: Color
  readonly properties: readonly Property[]
}

export const notations = ['crowsFoot', 'idef1x', 'uml', 'barker', 'minMax', 'chen'] as const
export type Notation = (typeof notations)[number]

export const levels = ['full', 'keys', 'names', 'conceptual'] as const
export type Level = (typeof levels)[number]

export interface Diagram extends Ordered {
  readonly id: DiagramId
  readonly name: string
  readonly note: string
  readonly notation: Notation
  readonly level: Level
  /** What the DBML file said of this view, kept to be written back. */
  readonly filter?: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

export type Placeable = TableId | ViewId | EnumId

export interface Placement extends Point {
  readonly id: PlacementId
  readonly diagram: DiagramId
  readonly object: Placeable
  /** Only when widened by hand; otherwise as wide as the text needs. */
  readonly width?: number
  readonly color?: Color
  /** `keys`: key columns only; `header`: the name alone. */
  readonly collapsed?: 'keys' | 'header'
  readonly locked?: true
  readonly hidden?: true
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The frame of a subject area in one diagram. */
export interface Area extends Point, Size {
  readonly id: AreaId
  readonly diagram: DiagramId
  readonly group: GroupId
  readonly locked?: true
}

export interface Note extends Ordered, Point, Size {
  readonly id: NoteId
  readonly diagram: DiagramId
  readonly name: string
  readonly text: string
  readonly color: Color
  readonly locked?: true
  readonly properties: readonly Property[]
}

/** How one relation is drawn in one diagram, where that differs from the automatic way. */
export interface Line {
  readonly id: LineId
  readonly diagram: DiagramId
  readonly relation: RelationId
  readonly color?: Color
  readonly bends: readonly Point[]
}
