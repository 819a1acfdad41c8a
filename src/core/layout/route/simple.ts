// The few ways that a person would draw a line between two boxes without looking at the rest of the page: straight,
// one or two bends, or around the outside. Cheap enough for every frame of a drag.
import { bottom, right, type Box, type Point, type Side } from '../box'
import { distance, isSideways, lengthOf, outward, runsThrough, straightened, type Path } from './path'

/** How far a line runs straight on before it may turn: room for the marks at its end. */
export const stub = 24
const bendCost = 30
const shortStubCost = 6
const throughEndCost = 4000

export interface Port {
  readonly point: Point
  readonly side: Side
  readonly box: Box
}

export interface SimpleWay {
  readonly points: readonly Point[]
  readonly cost: number
}

const ahead = ({ point, side }: Port, by: number): Point => ({
  x: point.x + outward[side].x * by,
  y: point.y + outward[side].y * by,
})

/** Coordinates worth turning at: before each port, half-way, and outside of both boxes. */
function turns(a: Port, b: Port, axis: 'x' | 'y'): readonly number[] {
  const [low, size] = axis === 'x' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const first = a.box[low] <= b.box[low] ? a.box : b.box
  const second = first === a.box ? b.box : a.box
  const between = Math.round((first[low] + first[size] + second[low]) / 2)
  const farEnd = Math.max(a.box[low] + a.box[size], b.box[low] + b.box[size])
  const at = [between, ahead(a, stub)[axis], ahead(b, stub)[axis]]
  at.push(Math.min(a.box[low], b.box[low]) - stub, farEnd + stub)
  return [...new Set(at)]
}

const leavesWell = ({ point, side }: Port, next: Point): boolean => {
  const out = outward[side]
  return (next.x - point.x) * out.x + (next.y - point.y) * out.y > 0
}

function costOf(points: readonly Point[], a: Port, b: Port): number {
  const [start, second] = points
  const [beforeLast, last] = points.slice(-2)
  if (!start || !second || !beforeLast || !last) return Infinity
  if (!leavesWell(a, second) || !leavesWell(b, beforeLast)) return Infinity
  let cost = lengthOf(points) + bendCost * (points.length - 2)
  if (points.length > 2) {
    cost += shortStubCost * Math.max(0, stub - distance(start, second))
    cost += shortStubCost * Math.max(0, stub - distance(beforeLast, last))
  }
  if (runsThrough(points, a.box)) cost += throughEndCost
  if (runsThrough(points, b.box)) cost += throughEndCost
  return cost
}

function* candidates(a: Port, b: Port): Generator<readonly Point[]> {
  const [p, q] = [a.point, b.point]
  const xs = turns(a, b, 'x')
  const ys = turns(a, b, 'y')
  const [aFlat, bFlat] = [isSideways(a.side), isSideways(b.side)]
  if (aFlat && bFlat) {
    for (const x of xs) yield [p, { x, y: p.y }, { x, y: q.y }, q]
    const [x1, x2] = [ahead(a, stub).x, ahead(b, stub).x]
    for (const y of ys) yield [p, { x: x1, y: p.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: q.y }, q]
  } else if (!aFlat && !bFlat) {
    for (const y of ys) yield [p, { x: p.x, y }, { x: q.x, y }, q]
    const [y1, y2] = [ahead(a, stub).y, ahead(b, stub).y]
    for (const x of xs) yield [p, { x: p.x, y: y1 }, { x, y: y1 }, { x, y: y2 }, { x: q.x, y: y2 }, q]
  } else if (aFlat) {
    yield [p, { x: q.x, y: p.y }, q]
    for (const x of xs) for (const y of ys) yield [p, { x, y: p.y }, { x, y }, { x: q.x, y }, q]
  } else {
    yield [p, { x: p.x, y: q.y }, q]
    for (const x of xs) for (const y of ys) yield [p, { x: p.x, y }, { x, y }, { x, y: q.y }, q]
  }
}

/** The best plain way between two ports; `hindered` adds the cost of what stands in the way. */
export function simpleWay(a: Port, b: Port, hindered?: (points: readonly Point[]) => number): SimpleWay {
  let best: SimpleWay | undefined
  for (const raw of candidates(a, b)) {
    const points = straightened(raw)
    let cost = costOf(points, a, b)
    if (best && cost >= best.cost) continue
    if (hindered && cost < Infinity) cost += hindered(points)
    if (!best || cost < best.cost) best = { points, cost }
  }
  return best ?? { points: straightened([a.point, { x: b.point.x, y: a.point.y }, b.point]), cost: Infinity }
}

/** Where a line is tied to a box: at the height of a row, or anywhere on the outline when `at` is absent. */
export interface BoxEnd {
  readonly box: Box
  /** From the top of the box; such an end leaves at the left or the right. */
  readonly at?: number
  /** Only this side will do. */
  readonly side?: Side
}

export function sidesOf({ at, side, box }: BoxEnd): readonly Side[] {
  if (side) return [side]
  // A bare point (the pointer during a drag) may be reached from anywhere.
  if (at !== undefined) return ['right', 'left']
  return box.width === 0 ? ['left', 'right', 'top', 'bottom'] : ['right', 'left', 'bottom', 'top']
}

export function portAt({ box, at }: BoxEnd, side: Side, shift = 0): Port {
  const y = at === undefined ? box.height / 2 : at
  const middle = Math.round(box.x + box.width / 2) + shift
  if (side === 'top') return { point: { x: middle, y: box.y }, side, box }
  if (side === 'bottom') return { point: { x: middle, y: bottom(box) }, side, box }
  return { point: { x: side === 'left' ? box.x : right(box), y: Math.round(box.y + y) + shift }, side, box }
}

export interface SimpleEnds {
  readonly ports: readonly [Port, Port]
  readonly way: SimpleWay
}

/** Tries every pair of sides that the two ends allow. */
export function bestSides(a: BoxEnd, b: BoxEnd, hindered?: (points: readonly Point[]) => number): SimpleEnds {
  let best: SimpleEnds | undefined
  for (const aSide of sidesOf(a)) {
    for (const bSide of sidesOf(b)) {
      const ports = [portAt(a, aSide), portAt(b, bSide)] as const
      const way = simpleWay(...ports, hindered)
      if (!best || way.cost < best.way.cost) best = { ports, way }
    }
  }
  if (best) return best
  const ports = [portAt(a, 'right'), portAt(b, 'left')] as const
  return { ports, way: simpleWay(...ports) }
}

export const endOf = ({ point, side }: Port): Path['ends'][number] => ({ point, side })
