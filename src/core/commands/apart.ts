// Room for a table that a command makes by itself: as near to a point as it covers nothing.
import { inflate, overlaps, type Box } from '../layout/box'
import { boxOf, placedIn } from '../layout/geometry'
import { grid, onGrid } from '../layout/sizes'
import type { Placeable, Placement, Point } from '../model/records'
import type { Cx } from './context'

const gap = 3 * grid
const step = 6 * grid
const rings = 40

/** What stands in the diagram already, other than the object itself. */
function obstacles(cx: Cx, object: Placeable): readonly Box[] {
  const schema = cx.tx.now()
  const boxes: Box[] = []
  for (const [id, { box }] of placedIn(schema, cx.diagram)) if (id !== object) boxes.push(box)
  for (const note of schema.note.values()) if (note.diagram === cx.diagram) boxes.push(note)
  return boxes
}

/** The top left corners around a first one, in growing rings. */
function* around({ x, y }: Point): Generator<Point> {
  for (let ring = 0; ring < rings; ring++) {
    const turns = Math.max(1, ring * 6)
    for (let turn = 0; turn < turns; turn++) {
      const angle = (turn / turns) * Math.PI * 2
      yield {
        x: onGrid(x + Math.cos(angle) * ring * step),
        y: onGrid(y + Math.sin(angle) * ring * step),
      }
    }
  }
}

/** Moves an object that has just been placed to the nearest place where it covers nothing. */
export function standApart(cx: Cx, placement: Placement): void {
  const box = boxOf(cx.tx.now(), placement)
  if (!box) return
  const others = obstacles(cx, placement.object)
  for (const at of around(placement)) {
    const room = inflate({ ...box, ...at }, gap)
    if (others.some((other) => overlaps(other, room))) continue
    cx.tx.put('placement', { ...placement, ...at })
    return
  }
}
