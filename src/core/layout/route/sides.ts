// Which sides of its two tables a line leaves from: the pair with the best plain way, counting what stands in it.
import { inflate, overlaps, type Box, type Point } from '../box'
import type { BoxIndex } from '../spatial'
import { runsThrough } from './path'
import { bestSides, type BoxEnd, type SimpleEnds } from './simple'

/** Going around a table costs about this much. */
const hindranceCost = 220
const margin = 8

export interface Ends {
  readonly from: BoxEnd
  readonly to: BoxEnd
  readonly isSelf: boolean
}

/** What the tables in the way of some points cost; the line's own two do not count. */
export function hindrance(
  index: BoxIndex<string>,
  own: readonly [Box, Box],
): (points: readonly Point[]) => number {
  return (points) => {
    let count = 0
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]]
      if (!a || !b) continue
      const far = { maxX: Math.max(a.x, b.x) + margin, maxY: Math.max(a.y, b.y) + margin }
      for (const box of index.boxesIn(Math.min(a.x, b.x) - margin, Math.min(a.y, b.y) - margin, far)) {
        if (
          box !== own[0] &&
          box !== own[1] &&
          !overlapsEnd(box, own) &&
          runsThrough([a, b], inflate(box, margin))
        )
          count++
      }
    }
    return count * hindranceCost
  }
}

/** Tables that lie on top of each other cannot be gone around: the line may start inside of its neighbour. */
const overlapsEnd = (box: Box, own: readonly [Box, Box]): boolean =>
  overlaps(box, own[0]) || overlaps(box, own[1])

const isTooLow = ({ from, to }: Ends): boolean =>
  from.at === undefined || to.at === undefined || Math.abs(from.at - to.at) < 16

/** A loop stays at one side; one within a single row goes up around the corner. */
function selfSides(ends: Ends, hindered: (points: readonly Point[]) => number): SimpleEnds {
  const { from, to } = ends
  if (isTooLow(ends)) return bestSides({ ...from, side: 'right' }, { box: to.box, side: 'top' }, hindered)
  const atRight = bestSides({ ...from, side: 'right' }, { ...to, side: 'right' }, hindered)
  if (hindered(atRight.way.points) === 0) return atRight
  const atLeft = bestSides({ ...from, side: 'left' }, { ...to, side: 'left' }, hindered)
  return atLeft.way.cost < atRight.way.cost ? atLeft : atRight
}

export function chooseSides(ends: Ends, index: BoxIndex<string>): SimpleEnds {
  const hindered = hindrance(index, [ends.from.box, ends.to.box])
  return ends.isSelf ? selfSides(ends, hindered) : bestSides(ends.from, ends.to, hindered)
}
