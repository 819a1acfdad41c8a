// What lies under a point, decided by place alone: the same answer for elements nearby and for pixels far away.
import { rowAt } from '../../core/layout/geometry'
import { row as rowSizes, header as headerSizes } from '../../core/layout/sizes'
import type { FaceRow } from '../../core/layout/face'
import { isIdOf, type ColumnId, type RelationId } from '../../core/model/id'
import type { Point } from '../../core/model/records'
import { textWidth } from '../../core/layout/metrics'
import { text } from '../../core/layout/sizes'
import type { Selectable } from '../../state/selection'
import { view } from '../../state/view'
import { bottom, grown, holds, right, type Box } from '../box'
import { pathNow } from '../edges/routes'
import { linesIn } from '../edges/visible'
import { live } from '../live'
import { isFace, type Drawn, type DrawnTable } from '../project'
import { boxNow, drawnOf, itemsIn, stage } from '../stage'

export type Corner = 'nw' | 'ne' | 'sw' | 'se' | 'w' | 'e'

export type Hit =
  | { readonly kind: 'empty' }
  | { readonly kind: 'port'; readonly drawn: DrawnTable; readonly column?: ColumnId }
  | { readonly kind: 'resize'; readonly drawn: Drawn; readonly corner: Corner }
  | { readonly kind: 'bend'; readonly relation: RelationId; readonly index: number }
  | { readonly kind: 'lineEnd'; readonly relation: RelationId; readonly end: 0 | 1 }
  | { readonly kind: 'line'; readonly relation: RelationId; readonly segment: number }
  | { readonly kind: 'header'; readonly drawn: Drawn }
  | {
      readonly kind: 'row'
      readonly drawn: DrawnTable
      readonly row: FaceRow
      readonly field: 'name' | 'type'
    }
  | { readonly kind: 'body'; readonly drawn: Drawn }

export const selectableOf = (hit: Hit): Selectable | undefined =>
  'drawn' in hit ? hit.drawn.id : 'relation' in hit ? hit.relation : undefined

const near = (a: Point, b: Point, reach: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= reach

const handles = (box: Box): readonly (readonly [Corner, Point])[] => [
  ['se', { x: right(box), y: bottom(box) }],
  ['sw', { x: box.x, y: bottom(box) }],
  ['ne', { x: right(box), y: box.y }],
  ['nw', { x: box.x, y: box.y }],
]

/** Notes and areas by their corners, tables by their sides. */
function resizeAt(drawn: Drawn, at: Point, reach: number): Corner | undefined {
  const box = boxNow(drawn)
  if (drawn.isLocked || !holds(grown(box, reach), at)) return undefined
  if (!isFace(drawn)) return handles(box).find(([, point]) => near(point, at, reach * 1.3))?.[0]
  if (Math.abs(at.x - right(box)) <= reach * 0.6) return 'e'
  return Math.abs(at.x - box.x) <= reach * 0.6 ? 'w' : undefined
}

function portAt(drawn: Drawn, at: Point, reach: number): Hit | undefined {
  if (drawn.kind !== 'table') return undefined
  const box = boxNow(drawn)
  const isAtSide = Math.abs(at.x - box.x) <= reach || Math.abs(at.x - right(box)) <= reach
  if (!isAtSide) return undefined
  const y = at.y - box.y
  const row = rowAt(drawn.placed.face, y)
  if (row && isIdOf('column', row.id)) {
    const middle = row.y + rowSizes.height / 2
    return Math.abs(y - middle) <= reach ? { kind: 'port', drawn, column: row.id } : undefined
  }
  return Math.abs(y - headerSizes.middle) <= reach ? { kind: 'port', drawn } : undefined
}

function insideTable(drawn: DrawnTable, at: Point): Hit {
  const box = boxNow(drawn)
  const y = at.y - box.y
  if (y < headerSizes.height) return { kind: 'header', drawn }
  const row = rowAt(drawn.placed.face, y)
  if (!row) return { kind: 'body', drawn }
  const typeFrom = box.x + row.typeX - Math.max(24, textWidth(row.type, text.type)) - 6
  const isType = row.kind === 'column' && drawn.kind === 'table' && at.x >= typeFrom
  return { kind: 'row', drawn, row, field: isType ? 'type' : 'name' }
}

/** Selected objects lie in front; then the later ones. */
function topmost(at: Point, reach: number): readonly Drawn[] {
  const { selection } = view.getState()
  const found = itemsIn({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach })
  const others = found.filter(({ kind }) => kind !== 'area')
  const raised = others.filter(({ id }) => selection.items.has(id))
  return [...raised, ...others.filter(({ id }) => !selection.items.has(id)).reverse()]
}

function distanceTo(at: Point, a: Point, b: Point): number {
  const x = Math.max(Math.min(a.x, b.x), Math.min(at.x, Math.max(a.x, b.x)))
  const y = Math.max(Math.min(a.y, b.y), Math.min(at.y, Math.max(a.y, b.y)))
  return Math.hypot(at.x - x, at.y - y)
}

function lineAt(at: Point, reach: number): Hit | undefined {
  let best: { relation: RelationId; segment: number; away: number } | undefined
  const { selection } = view.getState()
  for (const relation of linesIn({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach })) {
    const points = pathNow(relation)?.points ?? []
    for (let index = 1; index < points.length; index++) {
      const [a, b] = [points[index - 1], points[index]]
      if (!a || !b) continue
      const away = distanceTo(at, a, b) - (selection.items.has(relation) ? reach / 2 : 0)
      if (away <= reach && (!best || away < best.away)) best = { relation, segment: index - 1, away }
    }
  }
  return best && { kind: 'line', relation: best.relation, segment: best.segment }
}

/** Handles of the one thing that is selected come before all else. */
function handleAt(at: Point, reach: number): Hit | undefined {
  const { items } = view.getState().selection
  const [id] = items
  if (!id || items.size !== 1) return undefined
  if (isIdOf('relation', id)) return lineHandleAt(id, at, reach)
  const drawn = drawnOf(id)
  // Far away a table is too small to have sides: taking hold of it anywhere moves it.
  if (!drawn || (isFace(drawn) && live.getState().tier === 'far')) return undefined
  const port = portAt(drawn, at, reach)
  if (port) return port
  const corner = resizeAt(drawn, at, reach)
  return corner && { kind: 'resize', drawn, corner }
}

function lineHandleAt(relation: RelationId, at: Point, reach: number): Hit | undefined {
  const { drawing } = stage.getState()
  const bends = drawing.lines.get(relation)?.bends ?? []
  const index = bends.findIndex((bend) => near(bend, at, reach))
  if (index >= 0) return { kind: 'bend', relation, index }
  const path = pathNow(relation)
  const end = path?.ends.findIndex(({ point }) => near(point, at, Math.max(reach, 18)))
  return end === 0 || end === 1 ? { kind: 'lineEnd', relation, end } : undefined
}

function areaAt(at: Point, reach: number): Hit | undefined {
  const areas = itemsIn({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach })
  for (const drawn of [...areas].reverse()) {
    if (drawn.kind !== 'area') continue
    const box = boxNow(drawn)
    if (!holds(grown(box, reach / 2), at)) continue
    if (at.y <= box.y + 32) return { kind: 'header', drawn }
    // The middle of a frame belongs to what stands in it.
    if (!holds(grown(box, -reach), at)) return { kind: 'body', drawn }
  }
  return undefined
}

export interface HitOptions {
  /** Pixels around the pointer that still count. */
  readonly reach?: number
  /** While a line is drawn only tables count. */
  readonly onlyTables?: boolean
  /** What lies under the handles of what is selected. */
  readonly isUnderHandles?: boolean
}

export function hitAt(at: Point, options: HitOptions = {}): Hit {
  const { reach: pixels = 6, onlyTables = false, isUnderHandles = false } = options
  const { viewport, tier } = live.getState()
  const reach = pixels / viewport.zoom
  const handle = onlyTables || isUnderHandles ? undefined : handleAt(at, reach)
  if (handle) return handle
  const items = topmost(at, reach * 1.5)
  for (const drawn of items) {
    if (holds(boxNow(drawn), at)) {
      const port = tier === 'near' && !onlyTables ? portAt(drawn, at, reach) : undefined
      if (port) return port
      return isFace(drawn) ? insideTable(drawn, at) : { kind: 'body', drawn }
    }
  }
  if (onlyTables) return { kind: 'empty' }
  const outside =
    tier === 'near' ? items.map((drawn) => portAt(drawn, at, reach * 1.2)).find(Boolean) : undefined
  return outside ?? lineAt(at, reach) ?? areaAt(at, reach) ?? { kind: 'empty' }
}
