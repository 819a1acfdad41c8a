// The bends that one gives to a line: a double-click adds one, a drag moves it or a whole stretch, another double-click
// takes it away.
import { setBends } from '../../core/commands/line'
import type { RelationId } from '../../core/model/id'
import type { Point } from '../../core/model/records'
import { perform } from '../../state/perform'
import { settings } from '../../state/settings'
import { wordsFor } from '../../state/words'
import { live } from '../live'
import { pathNow } from '../edges/routes'
import { stage } from '../stage'
import type { Gesture } from './gesture'
import { toGridStep } from './guides'

const bendsOf = (relation: RelationId): readonly Point[] =>
  stage.getState().drawing.lines.get(relation)?.bends ?? []

interface Given {
  readonly bends: readonly Point[]
  readonly mergeKey?: string
}

const put = (verb: string, relation: RelationId, { bends, mergeKey }: Given): void => {
  const words = wordsFor(stage.getState().drawing.schema, [relation])
  perform(`${verb} ${words}`, (cx) => setBends(cx, relation, bends), mergeKey ? { mergeKey } : {})
}

const rounded = ({ x, y }: Point, isFree: boolean): Point =>
  settings.getState().snapsToGrid && !isFree
    ? { x: toGridStep(x), y: toGridStep(y) }
    : { x: Math.round(x), y: Math.round(y) }

const along = (points: readonly Point[], at: Point): number => {
  let best = { away: Infinity, at: 0 }
  let walked = 0
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]]
    if (!a || !b) continue
    const x = Math.max(Math.min(a.x, b.x), Math.min(at.x, Math.max(a.x, b.x)))
    const y = Math.max(Math.min(a.y, b.y), Math.min(at.y, Math.max(a.y, b.y)))
    const away = Math.hypot(at.x - x, at.y - y)
    if (away < best.away) best = { away, at: walked + Math.abs(x - a.x) + Math.abs(y - a.y) }
    walked += Math.abs(b.x - a.x) + Math.abs(b.y - a.y)
  }
  return best.at
}

/** A new bend goes between those that the line passes before and after it. */
export function withBend(points: readonly Point[], bends: readonly Point[], at: Point): readonly Point[] {
  const place = along(points, at)
  const index = bends.filter((bend) => along(points, bend) < place).length
  return bends.toSpliced(index, 0, at)
}

export function addBend(relation: RelationId, at: Point): void {
  const points = pathNow(relation)?.points ?? []
  put('Bend', relation, { bends: withBend(points, bendsOf(relation), rounded(at, false)) })
}

export function removeBend(relation: RelationId, index: number): void {
  put('Straighten', relation, { bends: bendsOf(relation).toSpliced(index, 1) })
}

function bending(relation: RelationId, bendsAt: (at: Point, isFree: boolean) => readonly Point[]): Gesture {
  let bends: readonly Point[] | undefined
  const stop = () => live.setState({ bending: undefined })
  return {
    autopans: true,
    cursor: 'move',
    move(at) {
      bends = bendsAt(at.canvas, at.alt)
      live.setState({ bending: { relation, bends } })
    },
    end() {
      if (bends) put('Bend', relation, { bends })
      stop()
    },
    cancel: stop,
  }
}

export function beginBend(relation: RelationId, index: number): Gesture {
  const before = bendsOf(relation)
  return bending(relation, (at, isFree) => before.with(index, rounded(at, isFree)))
}

/** By keys: the longest stretch that lies across the direction is pushed. */
export function pushLine(relation: RelationId, by: Point): boolean {
  const points = pathNow(relation)?.points ?? []
  let best: { readonly index: number; readonly length: number } | undefined
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index], points[index + 1]]
    if (!a || !b || (by.x === 0 ? a.y !== b.y : a.x !== b.x)) continue
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    if (!best || length > best.length) best = { index, length }
  }
  const [a, b] = best ? [points[best.index], points[best.index + 1]] : []
  if (!a || !b) return false
  const to = { x: (a.x + b.x) / 2 + by.x, y: (a.y + b.y) / 2 + by.y }
  put('Bend', relation, { bends: stretched(relation, [a, b])(to, true), mergeKey: `bend ${relation}` })
  return true
}

/** Takes hold of a stretch: it moves across itself, held by a bend at either end of it. */
export function beginSegment(relation: RelationId, segment: number): Gesture | undefined {
  const points = pathNow(relation)?.points ?? []
  const [a, b] = [points[segment], points[segment + 1]]
  return a && b ? bending(relation, stretched(relation, [a, b])) : undefined
}

/** The bends that hold a stretch where it is pulled to. */
function stretched(relation: RelationId, [a, b]: readonly [Point, Point]) {
  const points = pathNow(relation)?.points ?? []
  const isFlat = a.y === b.y
  const others = bendsOf(relation).filter((bend) => !isOn(bend, a, b))
  return (at: Point, isFree: boolean): readonly Point[] => {
    const moved = rounded(at, isFree)
    const [first, second] = isFlat
      ? [
          { x: inner(a.x, b.x), y: moved.y },
          { x: inner(b.x, a.x), y: moved.y },
        ]
      : [
          { x: moved.x, y: inner(a.y, b.y) },
          { x: moved.x, y: inner(b.y, a.y) },
        ]
    const one = withBend(points, others, first)
    return Math.abs(first.x - second.x) + Math.abs(first.y - second.y) < 24
      ? one
      : withBend(points, one, second)
  }
}

const isOn = (point: Point, a: Point, b: Point): boolean =>
  (a.x === b.x ? point.x === a.x : point.y === a.y) &&
  point.x >= Math.min(a.x, b.x) &&
  point.x <= Math.max(a.x, b.x) &&
  point.y >= Math.min(a.y, b.y) &&
  point.y <= Math.max(a.y, b.y)

/** A little inside of the stretch's end, so that the line still turns where its neighbours want it to. */
const inner = (end: number, other: number): number => {
  const room = Math.min(24, Math.abs(other - end) / 3)
  return Math.round(end + Math.sign(other - end) * room)
}
