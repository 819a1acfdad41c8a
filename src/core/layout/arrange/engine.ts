// What automatic layout asks of its engine: places for one connected graph. Everything else (what moves, what stays,
// how parts are packed) is decided here, so that the engine can be exchanged.
import type { Point } from '../box'

export interface EngineNode {
  readonly id: string
  readonly width: number
  readonly height: number
}

export interface EngineEdge {
  readonly from: string
  readonly to: string
}

export interface EngineGraph {
  readonly nodes: readonly EngineNode[]
  readonly edges: readonly EngineEdge[]
  readonly direction: 'right' | 'down'
  /** Between tables of one layer, and between layers. */
  readonly spacing: { readonly beside: number; readonly between: number }
  /** Tables of one layer at most, where free layers would make a tower. */
  readonly layerSize?: number
}

/** Upper left corners; the same graph always gets the same places. */
export type LayoutEngine = (graph: EngineGraph) => Promise<ReadonlyMap<string, Point>>

/** The part of AbortSignal that is read here. */
export interface Cancel {
  readonly aborted: boolean
}
