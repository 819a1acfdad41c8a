// Lines that share a corridor are set apart: each stretch may move sideways between the tables beside it, and the
// stretches of one corridor are put in the order that crosses least.
import type { BoxIndex } from '../spatial'
import type { Draft } from './draft'
import { arrangeStretches, type Stretch, type StretchEnd } from './spread'

type Axis = 'x' | 'y'

/** How far a stretch looks for the walls of its corridor. */
const reach = 200
/** The room that it leaves to a table: more where the marks of an end need it. */
const wallGap = 10
const endGap = 20
/** A corridor up to this wide is used from its middle outwards. */
const narrow = 240
const turnAway = 24

interface Given {
  readonly draft: Draft
  readonly at: number
  readonly axis: Axis
}

function endsOf({ draft, at, axis }: Given, pos: number): StretchEnd[] {
  const other: Axis = axis === 'x' ? 'y' : 'x'
  const ends: StretchEnd[] = []
  const [before, a, b, after] = [
    draft.points[at - 1],
    draft.points[at],
    draft.points[at + 1],
    draft.points[at + 2],
  ]
  if (before && a) ends.push({ at: a[other], towards: Math.sign(before[axis] - pos), far: before[axis] })
  if (after && b) ends.push({ at: b[other], towards: Math.sign(after[axis] - pos), far: after[axis] })
  return ends
}

/** The nearest tables on either side of a stretch. */
function wallsOf(
  index: BoxIndex<string>,
  axis: Axis,
  stretch: { pos: number; from: number; to: number },
): readonly [number, number] {
  const { pos, from, to } = stretch
  let [low, high] = [pos - reach, pos + reach]
  const near =
    axis === 'x'
      ? index.boxesIn(pos - reach, from - wallGap + 3, { maxX: pos + reach, maxY: to + wallGap - 3 })
      : index.boxesIn(from - wallGap + 3, pos - reach, { maxX: to + wallGap - 3, maxY: pos + reach })
  for (const box of near) {
    const [start, end] = axis === 'x' ? [box.x, box.x + box.width] : [box.y, box.y + box.height]
    if (end <= pos + 1) low = Math.max(low, end)
    else if (start >= pos - 1) high = Math.min(high, start)
    else return [pos, pos]
  }
  return [low, high]
}

function roomOf(
  walls: readonly [number, number],
  pos: number,
  ends: readonly StretchEnd[],
): readonly [number, number] {
  let [low, high] = walls
  if (low === high) return [pos, pos]
  // Even a narrow corridor gives some room to each side.
  const gap = Math.min(wallGap, (high - low) / 3)
  low += gap
  high -= gap
  // A neighbour must not turn round: that would make a loop of a bend.
  for (const { towards, far } of ends) {
    if (towards < 0) low = Math.max(low, far + Math.min(endGap, Math.abs(pos - far)))
    if (towards > 0) high = Math.min(high, far - Math.min(endGap, Math.abs(pos - far)))
  }
  return [Math.min(low, pos), Math.max(high, pos)]
}

function wishOf(
  room: readonly [number, number],
  pos: number,
  given: { walls: readonly [number, number]; ends: readonly StretchEnd[] },
): number {
  const { walls, ends } = given
  const [low, high] = walls
  const [first, second] = ends
  const clamp = (value: number) => Math.min(room[1], Math.max(room[0], value))
  if (first && second && first.towards === second.towards && first.towards !== 0) {
    // A detour keeps close to what it goes around.
    return clamp(
      first.towards < 0
        ? Math.max(low, first.far, second.far) + turnAway
        : Math.min(high, first.far, second.far) - turnAway,
    )
  }
  return high - low <= narrow ? clamp((low + high) / 2) : pos
}

function stretchOf(given: Given, index: BoxIndex<string>): Stretch | undefined {
  const { draft, at, axis } = given
  const other: Axis = axis === 'x' ? 'y' : 'x'
  const [a, b] = [draft.points[at], draft.points[at + 1]]
  if (!a || !b || a[axis] !== b[axis] || a[other] === b[other]) return undefined
  const pos = a[axis]
  const span = { pos, from: Math.min(a[other], b[other]), to: Math.max(a[other], b[other]) }
  const ends = endsOf(given, pos)
  const base = { ...span, ends, line: draft.id, parts: [{ draft, at }] }
  const isTied = at === 0 || at === draft.points.length - 2
  const trunk = trunkOf(given)
  const own = trunk === undefined ? { ...base, isNeck: false } : { ...base, ...trunk }
  if (draft.isFixed || isTied) return { ...own, low: pos, high: pos, wish: pos }
  const walls = wallsOf(index, axis, span)
  const room = roomOf(walls, pos, ends)
  return { ...own, low: room[0], high: room[1], wish: wishOf(room, pos, { walls, ends }) }
}

/** The first stretches at an end belong to its trunk. */
function trunkOf({ draft, at }: Given): Pick<Stretch, 'trunk' | 'isNeck'> | undefined {
  const [start, end] = draft.trunks
  if (start && at <= 2) return { trunk: start, isNeck: at === 1 }
  const fromEnd = draft.points.length - 2 - at
  if (end && fromEnd <= 2) return { trunk: end, isNeck: fromEnd === 1 }
  return undefined
}

/** Moves the stretches that lie along the other axis: `x` moves the upright ones. */
export function nudge(drafts: readonly Draft[], index: BoxIndex<string>, axis: Axis): void {
  const stretches: Stretch[] = []
  for (const draft of drafts) {
    for (let at = 0; at + 1 < draft.points.length; at++) {
      const stretch = stretchOf({ draft, at, axis }, index)
      if (stretch) stretches.push(stretch)
    }
  }
  for (const [stretch, pos] of arrangeStretches(stretches)) {
    for (const { draft, at } of stretch.parts) {
      const [a, b] = [draft.points[at], draft.points[at + 1]]
      if (a) a[axis] = pos
      if (b) b[axis] = pos
    }
  }
}
