// A line that somebody bent by hand goes where they led it, tables or not.
import type { Point } from '../box'
import { isSideways, straightened } from './path'
import { portAt, sidesOf, stub, type BoxEnd, type Port } from './simple'

/** The side that looks at a point. */
export function sideTowards(end: BoxEnd, target: Point): Port {
  const open = sidesOf(end).map((side) => portAt(end, side))
  let best = open[0] ?? portAt(end, 'right')
  let least = Infinity
  for (const port of open) {
    const out = isSideways(port.side)
      ? (target.x - port.point.x) * (port.side === 'left' ? -1 : 1)
      : (target.y - port.point.y) * (port.side === 'top' ? -1 : 1)
    const aside = isSideways(port.side)
      ? Math.abs(target.y - port.point.y)
      : Math.abs(target.x - port.point.x)
    const cost = out < stub ? 2000 + Math.abs(out - stub) + aside : out + aside * 0.5
    if (cost < least) [least, best] = [cost, port]
  }
  return best
}

const beyond = ({ point, side }: Port): Point => ({
  x: point.x + (side === 'left' ? -stub : side === 'right' ? stub : 0),
  y: point.y + (side === 'top' ? -stub : side === 'bottom' ? stub : 0),
})

/** One elbow from a point to the next, going on in the direction it came. */
function elbow(points: Point[], to: Point, flat: boolean): boolean {
  const from = points.at(-1) ?? to
  if (from.x !== to.x && from.y !== to.y) points.push(flat ? { x: to.x, y: from.y } : { x: from.x, y: to.y })
  points.push(to)
  const last = points.at(-2)
  return last ? last.y === to.y : flat
}

/** The way through every bend in turn, starting and ending square to the boxes. */
export function bentWay(ports: readonly [Port, Port], bends: readonly Point[]): readonly Point[] {
  const [a, b] = ports
  const points: Point[] = [a.point]
  let flat = isSideways(a.side)
  const first = bends[0]
  const start = beyond(a)
  // A first bend that lies behind the table's edge needs the step out first.
  const isBehind =
    first &&
    (isSideways(a.side)
      ? (first.x - start.x) * (start.x - a.point.x) < 0
      : (first.y - start.y) * (start.y - a.point.y) < 0)
  if (isBehind) {
    points.push(start)
    flat = !flat
  }
  for (const bend of bends) flat = elbow(points, bend, flat)
  const entry = beyond(b)
  const last = points.at(-1) ?? a.point
  const wantsFlat = isSideways(b.side)
  const comesFrom = wantsFlat
    ? (last.x - entry.x) * (entry.x - b.point.x) >= 0
    : (last.y - entry.y) * (entry.y - b.point.y) >= 0
  if (comesFrom) {
    // The elbow must end square to the side: come along the other axis first.
    if (wantsFlat && last.y !== b.point.y) points.push({ x: last.x, y: b.point.y })
    if (!wantsFlat && last.x !== b.point.x) points.push({ x: b.point.x, y: last.y })
    points.push(b.point)
  } else {
    if (wantsFlat) points.push({ x: entry.x, y: last.y })
    else points.push({ x: last.x, y: entry.y })
    points.push(entry, b.point)
  }
  return straightened(points)
}
