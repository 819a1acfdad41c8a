// Snapping while things move: to the edges and middles of their neighbours first, else to the grid.
import type { Point } from '../../core/model/records'
import { bottom, right, type Box } from '../box'

export const gridStep = 8

export interface Guide {
  readonly axis: 'x' | 'y'
  /** Where the line stands on its axis. */
  readonly at: number
  /** How far it reaches along the other one. */
  readonly from: number
  readonly to: number
}

export interface Snapped {
  readonly by: Point
  readonly guides: readonly Guide[]
}

interface SnapOptions {
  readonly neighbours: readonly Box[]
  /** In canvas units: a few pixels of the screen. */
  readonly reach: number
  readonly toGrid: boolean
  readonly toGuides: boolean
}

interface Span {
  readonly start: number
  readonly end: number
  readonly crossStart: number
  readonly crossEnd: number
}

const spanOf = (box: Box, axis: 'x' | 'y'): Span =>
  axis === 'x'
    ? { start: box.x, end: right(box), crossStart: box.y, crossEnd: bottom(box) }
    : { start: box.y, end: bottom(box), crossStart: box.x, crossEnd: right(box) }

const marksOf = ({ start, end }: Span): readonly number[] => [start, (start + end) / 2, end]

/** Smallest step that brings a mark of `mine` onto a mark of a neighbour. */
function nearestMark(mine: Span, others: readonly Span[], reach: number): number | undefined {
  let best: number | undefined
  for (const other of others) {
    marksOf(mine).forEach((mark, index) => {
      for (const [otherIndex, target] of marksOf(other).entries()) {
        // Middles meet middles only: an edge on a middle lines nothing up.
        if ((index === 1) !== (otherIndex === 1)) continue
        const step = target - mark
        if (Math.abs(step) <= reach && (best === undefined || Math.abs(step) < Math.abs(best))) best = step
      }
    })
  }
  return best
}

function guidesAlong(axis: 'x' | 'y', mine: Span, others: readonly Span[]): readonly Guide[] {
  const byPlace = new Map<number, { from: number; to: number }>()
  for (const other of others) {
    marksOf(mine).forEach((mark, index) => {
      const target = marksOf(other)[index === 1 ? 1 : index]
      const isMet = [target, index === 1 ? undefined : marksOf(other)[2 - index]].some(
        (place) => place !== undefined && Math.abs(place - mark) < 0.01,
      )
      if (!isMet) return
      const known = byPlace.get(mark)
      byPlace.set(mark, {
        from: Math.min(known?.from ?? Infinity, mine.crossStart, other.crossStart),
        to: Math.max(known?.to ?? -Infinity, mine.crossEnd, other.crossEnd),
      })
    })
  }
  return [...byPlace].map(([at, reach]) => ({ axis, at, ...reach }))
}

export const toGridStep = (value: number): number => Math.round(value / gridStep) * gridStep

/** How far the box (in its first place) really goes when the pointer asks for `wish`. */
export function snap(box: Box, wish: Point, options: SnapOptions): Snapped {
  const by = { x: wish.x, y: wish.y }
  const guided = { x: false, y: false }
  const spans = {
    x: options.neighbours.map((n) => spanOf(n, 'x')),
    y: options.neighbours.map((n) => spanOf(n, 'y')),
  }
  for (const axis of ['x', 'y'] as const) {
    const here = { ...box, x: box.x + wish.x, y: box.y + wish.y }
    const step = options.toGuides ? nearestMark(spanOf(here, axis), spans[axis], options.reach) : undefined
    if (step !== undefined) {
      by[axis] = wish[axis] + step
      guided[axis] = true
    } else if (options.toGrid) by[axis] = toGridStep(box[axis] + wish[axis]) - box[axis]
  }
  const end = { ...box, x: box.x + by.x, y: box.y + by.y }
  const guides = (['x', 'y'] as const).flatMap((axis) =>
    guided[axis] ? guidesAlong(axis, spanOf(end, axis), spans[axis]) : [],
  )
  return { by, guides }
}
