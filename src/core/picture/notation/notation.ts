// How a notation tells at the end of a line what stands there.
import type { Side } from '../../layout/box'
import type { Command } from '../../layout/route/path'
import type { EndCardinality } from '../../model/cardinality'

/** A piece of an end's mark. The edge of the table is x = 0, the line runs out along x. */
export type EndMark =
  | { readonly kind: 'stroke'; readonly commands: readonly Command[] }
  /** Filled with the ground, so that the line does not show through it. */
  | { readonly kind: 'ring'; readonly x: number; readonly radius: number }

export interface Notation {
  readonly id: string
  readonly endMarks: (end: EndCardinality) => readonly EndMark[]
  /** The words of an end, for screen readers and legends. */
  readonly words: (end: EndCardinality) => string
}

/** Turns a point of an end's own frame to the side of the table that it stands on. */
export function turned(side: Side, x: number, y: number): readonly [number, number] {
  switch (side) {
    case 'right':
      return [x, y]
    case 'left':
      return [-x, -y]
    case 'top':
      return [y, -x]
    case 'bottom':
      return [-y, x]
  }
}
