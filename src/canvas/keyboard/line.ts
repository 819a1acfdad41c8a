// The keys on a selected line: the plain arrows lead to the table at the end that lies that way, with Shift they push
// the line aside, Escape goes back to where one came from.
import type { RelationId, TableId } from '../../core/model/id'
import { endsOf } from '../../core/model/query'
import type { Point } from '../../core/model/records'
import { cameFrom, isWalked } from '../../state/graphWalk'
import { centreOf, type Box } from '../box'
import { pathBox, pathNow } from '../edges/routes'
import { pushLine } from '../gestures/bend'
import { boxNow, drawnOf, stage } from '../stage'
import type { Direction } from './walk'

const ahead: Readonly<Record<Direction, (from: Point, to: Point) => number>> = {
  left: (from, to) => from.x - to.x,
  right: (from, to) => to.x - from.x,
  up: (from, to) => from.y - to.y,
  down: (from, to) => to.y - from.y,
}

const boxOfTable = (table: TableId): Box | undefined => {
  const drawn = drawnOf(table)
  return drawn && boxNow(drawn)
}

const pushes: Readonly<Record<Direction, Point>> = {
  left: { x: -8, y: 0 },
  right: { x: 8, y: 0 },
  up: { x: 0, y: -8 },
  down: { x: 0, y: 8 },
}

export const push = (relation: RelationId, direction: Direction): boolean =>
  pushLine(relation, pushes[direction])

/** Of the two ends the one that lies further that way, seen from the other; of equals the one not come from. */
export function endTowards(relation: RelationId, direction: Direction): TableId | undefined {
  const row = stage.getState().drawing.schema.relation.get(relation)
  if (!row) return undefined
  const [a, b] = endsOf(row)
  const [boxA, boxB] = [boxOfTable(a.table), boxOfTable(b.table)]
  if (!boxA || !boxB) return undefined
  const lead = ahead[direction](centreOf(boxA), centreOf(boxB))
  if (Math.abs(lead) < 1) return cameFrom(row) === a.table ? b.table : a.table
  return lead > 0 ? b.table : a.table
}

/** Where Escape leads from a line that one walked onto. */
export function wayBack(relation: RelationId): TableId | undefined {
  const row = stage.getState().drawing.schema.relation.get(relation)
  return row && isWalked(relation) ? cameFrom(row) : undefined
}

/** Where walking on by Alt and an arrow starts from. */
export function boxOfLine(relation: RelationId): Box | undefined {
  const path = pathNow(relation)
  return path && pathBox(path)
}
