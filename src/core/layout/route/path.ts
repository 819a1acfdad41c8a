// The way of one line over the canvas. Corners and gaps are part of the drawing, not of the way: `commandsOf` adds them.
import type { Box, Point, Side } from '../box'

export interface PathEnd {
  readonly point: Point
  readonly side: Side
}

export interface Path {
  /** From edge to edge; every step is horizontal or vertical. */
  readonly points: readonly Point[]
  /** Where another line runs across and this one makes way with a gap. */
  readonly hops: readonly Point[]
  readonly ends: readonly [PathEnd, PathEnd]
  /** The middle of a label. */
  readonly labelAt: Point
  /** There is no room for the label on this line: it would cover a table or another label. */
  readonly isCramped?: true
}

export type Command =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

export const cornerRadius = 6
export const hopGap = 4

export const outward: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

export const isSideways = (side: Side): boolean => side === 'left' || side === 'right'

/** Drops points that change nothing: doubles and those in the middle of a straight stretch. */
export function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    if (
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    ) {
      kept.pop()
    }
    kept.push(point)
  }
  return kept
}

export const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

export function lengthOf(points: readonly Point[]): number {
  let total = 0
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (before) total += distance(before, point)
  })
  return total
}

/** The middle of the longest level stretch, else of the longest one. */
export function middleOf(points: readonly Point[]): Point {
  let best = points[0] ?? { x: 0, y: 0 }
  let longest = -1
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (!before) return
    const length = distance(before, point) * (before.y === point.y ? 2 : 1)
    if (length <= longest) return
    longest = length
    best = { x: Math.round((before.x + point.x) / 2), y: Math.round((before.y + point.y) / 2) }
  })
  return best
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

function isBetween(point: Point, a: Point, b: Point): boolean {
  if (a.x === b.x) return point.x === a.x && point.y > Math.min(a.y, b.y) && point.y < Math.max(a.y, b.y)
  return point.y === a.y && point.x > Math.min(a.x, b.x) && point.x < Math.max(a.x, b.x)
}

/** Draws a straight stretch, leaving a gap at each hop on it. */
function stretch(
  commands: Command[],
  { from, to, hops }: { from: Point; to: Point; hops: readonly Point[] },
): void {
  const here = hops
    .filter((hop) => isBetween(hop, from, to))
    .sort((a, b) => distance(from, a) - distance(from, b))
  const length = distance(from, to)
  let reached = 0
  for (const hop of here) {
    const at = distance(from, hop)
    // A gap so near to a corner or an end that it would eat it is left out.
    if (at - hopGap < 1 || at + hopGap > length - 1) continue
    if (at - hopGap > reached) {
      const before = towards(from, to, at - hopGap)
      commands.push(['L', before.x, before.y])
    }
    reached = at + hopGap
    const after = towards(from, to, reached)
    commands.push(['M', after.x, after.y])
  }
  commands.push(['L', to.x, to.y])
}

/** How the line is drawn: small rounded corners, gaps at its hops. */
export function commandsOf({ points, hops }: Pick<Path, 'points' | 'hops'>): readonly Command[] {
  const start = points[0]
  if (!start) return []
  const commands: Command[] = [['M', start.x, start.y]]
  let from = start
  for (let i = 1; i < points.length; i++) {
    const corner = points[i]
    const after = points[i + 1]
    const before = points[i - 1]
    if (!corner || !before) continue
    if (!after) {
      stretch(commands, { from, to: corner, hops })
      continue
    }
    const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2)
    const enter = towards(corner, before, radius)
    const leave = towards(corner, after, radius)
    stretch(commands, { from, to: enter, hops })
    commands.push(['Q', corner.x, corner.y, leave.x, leave.y])
    from = leave
  }
  return commands
}

type Way = Pick<Path, 'points' | 'hops'>

/** The line cut in its middle. */
export function halvesOf({ points, hops }: Way): readonly [Way, Way] {
  let left = lengthOf(points) / 2
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    if (!a || !b) break
    const length = distance(a, b)
    if (length >= left && length > 0) {
      const cut = towards(a, b, left)
      return [
        { points: [...points.slice(0, i), cut], hops },
        { points: [cut, ...points.slice(i)], hops },
      ]
    }
    left -= length
  }
  return [
    { points, hops },
    { points: [], hops: [] },
  ]
}

const digits = (value: number): string => String(Math.round(value * 100) / 100)

/** The `d` of an SVG path. */
export const svgPath = (commands: readonly Command[]): string =>
  commands.map(([letter, ...numbers]) => letter + numbers.map(digits).join(' ')).join('')

/** Does any stretch of the line run through the inside of a box? */
export function runsThrough(points: readonly Point[], box: Box): boolean {
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (!a || !b) continue
    const misses =
      Math.max(a.x, b.x) <= box.x ||
      Math.min(a.x, b.x) >= box.x + box.width ||
      Math.max(a.y, b.y) <= box.y ||
      Math.min(a.y, b.y) >= box.y + box.height
    if (!misses) return true
  }
  return false
}
