// How a notation draws a line: what stands at its ends, and whether its halves are dashed.
import type { Side } from '../../layout/box'
import type { LineMeaning } from '../../layout/lines'
import type { Command } from '../../layout/route/path'
import type { EndCardinality } from '../../model/cardinality'
import type { Notation as NotationId } from '../../model/records'

/** A piece of an end's mark. The edge of the table is x = 0, the line runs out along x. */
export type EndMark =
  | { readonly kind: 'stroke'; readonly commands: readonly Command[] }
  /** A closed shape: filled with the line's own colour, or with the ground so that the line does not show through. */
  | { readonly kind: 'shape'; readonly commands: readonly Command[]; readonly isFilled: boolean }
  | { readonly kind: 'ring'; readonly x: number; readonly radius: number; readonly isFilled?: true }
  /** Beside the line. */
  | { readonly kind: 'text'; readonly text: string; readonly x: number }

export type End = 'child' | 'parent'
export type Dash = readonly [on: number, off: number]

export interface Notation {
  readonly id: NotationId
  readonly endMarks: (meaning: LineMeaning, end: End) => readonly EndMark[]
  /** How the half of the line next to an end is dashed; both alike unless the notation tells them apart. */
  readonly dash: (meaning: LineMeaning, end: End) => Dash | undefined
  /** Is the half next to an end a double line? */
  readonly isDouble?: (meaning: LineMeaning, end: End) => boolean
  /** The relationship itself is a thing, in the middle of its line. */
  readonly hasDiamond?: true
}

export const otherEnd = { child: 'parent', parent: 'child' } as const

export const sketchDash: Dash = [5, 4]
export const dashOfSketch = ({ isSketch }: LineMeaning): Dash | undefined =>
  isSketch ? sketchDash : undefined

/** The words of an end, for screen readers and legends: they are the same in every notation. */
export function endWords({ min, max }: EndCardinality): string {
  if (max === 'many') return min === 0 ? 'any number' : 'one or more'
  return min === 0 ? 'at most one' : 'exactly one'
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

/** Across the line. */
export const bar = (x: number, half = 5): EndMark => ({
  kind: 'stroke',
  commands: [
    ['M', x, -half],
    ['L', x, half],
  ],
})

const toes = { length: 12, half: 6 }

export const foot: EndMark = {
  kind: 'stroke',
  commands: [
    ['M', 0, -toes.half],
    ['L', toes.length, 0],
    ['L', 0, toes.half],
  ],
}

/** From the edge of the table to `length`. */
export const diamond = (length: number, half: number): readonly Command[] => [
  ['M', 0, 0],
  ['L', length / 2, -half],
  ['L', length, 0],
  ['L', length / 2, half],
  ['Z'],
]
