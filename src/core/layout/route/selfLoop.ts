// A relation of a table to itself leaves and comes back at one side.
import type { Point, Side } from '../box'
import { portAt, stub, type BoxEnd, type Port } from './simple'

/** Two ends in one row must not fall together. */
const apart = 8

export interface SelfWay {
  readonly ports: readonly [Port, Port]
  readonly points: readonly Point[]
}

/** `index` counts the loops that the table has at this side already. */
export function selfWay(
  from: BoxEnd,
  to: BoxEnd,
  { side = 'right', index = 0 }: { side?: Side; index?: number } = {},
): SelfWay {
  const flat: Side = side === 'left' ? 'left' : 'right'
  const isSame = (from.at ?? -1) === (to.at ?? -1)
  const a = portAt(from, flat, isSame ? apart / 2 : 0)
  const b = portAt(to, flat, isSame ? -apart / 2 : 0)
  // A loop within one row is too low for its own corners: it goes up around the corner of the row above.
  const x = a.point.x + (flat === 'right' ? 1 : -1) * (stub + 4 + index * apart)
  if (Math.abs(a.point.y - b.point.y) >= 16) {
    return { ports: [a, b], points: [a.point, { x, y: a.point.y }, { x, y: b.point.y }, b.point] }
  }
  const top = portAt(
    { box: to.box },
    'top',
    Math.round((to.box.width / 2 - 2 * stub) * (flat === 'right' ? 1 : -1)),
  )
  const y = to.box.y - stub - index * apart
  const points = [a.point, { x, y: a.point.y }, { x, y }, { x: top.point.x, y }, top.point]
  return { ports: [a, top], points }
}
