// A line at once, knowing its two boxes only: what follows the pointer while something is dragged.
import type { Point } from '../box'
import { bentWay, sideTowards } from './bends'
import { middleOf, type Path } from './path'
import { selfWay } from './selfLoop'
import { bestSides, endOf, type BoxEnd } from './simple'

export interface QuickLine {
  readonly from: BoxEnd
  readonly to: BoxEnd
  readonly bends?: readonly Point[]
  /** Both ends are tied to the same box. */
  readonly isSelf?: boolean
}

export function quickRoute({ from, to, bends = [], isSelf = false }: QuickLine): Path {
  const [first, last] = [bends[0], bends.at(-1)]
  if (first && last) {
    const ports = [sideTowards(from, first), sideTowards(to, last)] as const
    return pathOf(bentWay(ports, bends), [endOf(ports[0]), endOf(ports[1])])
  }
  if (isSelf) {
    const { ports, points } = selfWay(from, to)
    return pathOf(points, [endOf(ports[0]), endOf(ports[1])])
  }
  const { ports, way } = bestSides(from, to)
  return pathOf(way.points, [endOf(ports[0]), endOf(ports[1])])
}

export const pathOf = (points: readonly Point[], ends: Path['ends']): Path => ({
  points,
  hops: [],
  ends,
  labelAt: middleOf(points),
})
