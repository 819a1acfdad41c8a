// Room for something new: as near to a point as nothing stands in the way.
import { grid, onGrid } from '../../core/layout/sizes'
import type { Point, Size } from '../../core/model/records'
import { grown, overlaps } from '../box'
import { itemsIn } from '../stage'

const gap = 3 * grid
const rings = 40

/** The top left corner of a free place around `middle`, looked for in growing rings. */
export function freeSpotAt(middle: Point, size: Size): Point {
  const start = { x: middle.x - size.width / 2, y: middle.y - size.height / 2 }
  for (let ring = 0; ring < rings; ring++) {
    const turns = Math.max(1, ring * 6)
    for (let turn = 0; turn < turns; turn++) {
      const angle = (turn / turns) * Math.PI * 2
      const x = onGrid(start.x + Math.cos(angle) * ring * 48)
      const y = onGrid(start.y + Math.sin(angle) * ring * 48)
      const room = grown({ x, y, ...size }, gap)
      if (!itemsIn(room).some((drawn) => drawn.kind !== 'area' && overlaps(drawn.box, room))) return { x, y }
    }
  }
  return { x: onGrid(start.x), y: onGrid(start.y) }
}
