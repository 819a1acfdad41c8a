// The free ways between tables as a sparse grid: tracks run a little beside every table, and a step from one track to
// the next is open when no table stands in it.
import { bottom, right, type Box } from '../box'
import type { BoxIndex } from '../spatial'

/** The distance of a track from its table where there is room. */
const trackMargin = 16
/** Nearer than this to a table counts as touching it. */
export const clearance = 3
/** Above this many crossings of tracks neighbouring tracks are merged, so that memory stays bounded. */
const mostCrossings = 4_000_000

export interface Corridors {
  readonly xs: Int32Array
  readonly ys: Int32Array
  /** Step from (i, j) to (i + 1, j): 1 when a table stands in it. Index j * xs.length + i. */
  readonly blockedAcross: Uint8Array
  /** Step from (i, j) to (i, j + 1). */
  readonly blockedDown: Uint8Array
}

/** Half of the gap to the nearest neighbour when that is narrower than two margins. */
function trackBeside(box: Box, side: 'left' | 'right' | 'top' | 'bottom', index: BoxIndex<string>): number {
  const reach = 2 * trackMargin
  let gap = reach
  const near = index.boxesIn(box.x - (side === 'left' ? reach : -1), box.y - (side === 'top' ? reach : -1), {
    maxX: right(box) + (side === 'right' ? reach : -1),
    maxY: bottom(box) + (side === 'bottom' ? reach : -1),
  })
  for (const other of near) {
    const away = {
      left: box.x - right(other),
      right: other.x - right(box),
      top: box.y - bottom(other),
      bottom: other.y - bottom(box),
    }[side]
    if (away >= 2 * clearance && away < gap) gap = away
  }
  const step = Math.floor(gap / 2)
  switch (side) {
    case 'left':
      return box.x - step
    case 'right':
      return right(box) + step
    case 'top':
      return box.y - step
    case 'bottom':
      return bottom(box) + step
  }
}

/** Distinct and sorted, at least `apart` from each other. */
function distinct(values: readonly number[], apart: number): Int32Array {
  const sorted = [...values].sort((a, b) => a - b)
  const kept: number[] = []
  for (const value of sorted) {
    const last = kept.at(-1)
    if (last === undefined || value - last >= apart) kept.push(Math.round(value))
  }
  return Int32Array.from(kept)
}

/** The first index whose value is at least `value`. */
export function firstFrom(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Steps whose open interval meets (from, to). */
function stepsWithin(tracks: Int32Array, from: number, to: number): readonly [number, number] {
  return [
    Math.max(0, firstFrom(tracks, from + 1) - 1),
    Math.min(tracks.length - 2, firstFrom(tracks, to) - 1),
  ]
}

/** Tracks strictly inside (from, to). */
function tracksWithin(tracks: Int32Array, from: number, to: number): readonly [number, number] {
  return [firstFrom(tracks, from + 1), firstFrom(tracks, to) - 1]
}

function block(corridors: Corridors, box: Box): void {
  const { xs, ys, blockedAcross, blockedDown } = corridors
  const [x1, x2] = [box.x - clearance, right(box) + clearance]
  const [y1, y2] = [box.y - clearance, bottom(box) + clearance]
  const [fromStepX, toStepX] = stepsWithin(xs, x1, x2)
  const [fromStepY, toStepY] = stepsWithin(ys, y1, y2)
  const [fromX, toX] = tracksWithin(xs, x1, x2)
  const [fromY, toY] = tracksWithin(ys, y1, y2)
  for (let j = fromY; j <= toY; j++)
    blockedAcross.fill(1, j * xs.length + fromStepX, j * xs.length + toStepX + 1)
  for (let j = fromStepY; j <= toStepY; j++)
    blockedDown.fill(1, j * xs.length + fromX, j * xs.length + toX + 1)
}

export function corridorsOf(boxes: readonly Box[], index: BoxIndex<string>): Corridors {
  const across: number[] = []
  const down: number[] = []
  for (const box of boxes) {
    across.push(trackBeside(box, 'left', index), trackBeside(box, 'right', index))
    down.push(trackBeside(box, 'top', index), trackBeside(box, 'bottom', index))
  }
  let apart = 1
  let [xs, ys] = [distinct(across, apart), distinct(down, apart)]
  while (xs.length * ys.length > mostCrossings) {
    apart *= 2
    ;[xs, ys] = [distinct(across, apart), distinct(down, apart)]
  }
  const size = xs.length * ys.length
  const corridors = { xs, ys, blockedAcross: new Uint8Array(size), blockedDown: new Uint8Array(size) }
  for (const box of boxes) block(corridors, box)
  return corridors
}
