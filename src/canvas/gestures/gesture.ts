// A gesture is what happens between a press and its release. Each knows how to go on, how to end, and how to leave no
// trace when Escape drops it.
import type { Point } from '../../core/model/records'

export interface PointerAt {
  /** From the top left of the canvas element, in pixels. */
  readonly screen: Point
  readonly canvas: Point
  readonly shift: boolean
  readonly mod: boolean
  readonly alt: boolean
}

export interface Gesture {
  move(at: PointerAt): void
  end(at: PointerAt): void
  cancel(): void
  /** The view follows when the pointer comes near the edge. */
  readonly autopans?: boolean
  readonly cursor?: string
}
