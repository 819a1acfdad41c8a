// Where everything of a diagram stands and how large it is, without a screen.
import type { AreaId, ColumnId, DiagramId, EnumId, NoteId, PlacementId, TableId, ViewId } from '../model/id'
import { placementsIn } from '../model/query'
import { junctionOf } from '../model/junction'
import type { Color, Diagram, Level, Notation, Placeable, Placement } from '../model/records'
import type { Schema } from '../model/schema'
import type { Box, Point, Side } from './box'
import { contentOf, type Shown } from './content'
import { faceOfContent, type Face, type Look } from './face'
import { header, row } from './sizes'

export interface LookOptions {
  readonly level?: Level
  readonly types?: boolean
  readonly notation?: Notation
  readonly comments?: boolean
}

/** How much of a diagram's objects is shown, and in what notation: its own way unless another is asked for. */
export function levelIn(schema: Schema, diagram: DiagramId, options: LookOptions = {}): Level {
  return options.level ?? schema.diagram.get(diagram)?.level ?? 'full'
}

export function notationIn(schema: Schema, diagram: DiagramId, options: LookOptions = {}): Notation {
  return options.notation ?? schema.diagram.get(diagram)?.notation ?? 'crowsFoot'
}

/** What a placement shows, while it still exists. */
export const shownBy = (schema: Schema, object: Placeable): Shown | undefined =>
  // A placeable's prefix decides its map; asking the wrong one finds nothing.
  schema.table.get(object as TableId) ??
  schema.view.get(object as ViewId) ??
  schema.enum.get(object as EnumId)

function lookOf(placement: Placement, diagram: Diagram | undefined, options: LookOptions): Look {
  return {
    level: options.level ?? diagram?.level ?? 'full',
    types: options.types ?? true,
    notation: options.notation ?? diagram?.notation ?? 'crowsFoot',
    comments: options.comments ?? true,
    ...(placement.collapsed && { collapsed: placement.collapsed }),
    ...(placement.width !== undefined && { width: placement.width }),
    ...(placement.locked && { locked: true }),
  }
}

/** What is drawn of a placed table, view or enum; cached. */
export function faceOf(schema: Schema, placement: Placement, options: LookOptions = {}): Face | undefined {
  const shown = shownBy(schema, placement.object)
  if (!shown) return undefined
  return faceOfContent(
    contentOf(schema, shown),
    lookOf(placement, schema.diagram.get(placement.diagram), options),
  )
}

export function boxOf(schema: Schema, placement: Placement, options: LookOptions = {}): Box | undefined {
  const face = faceOf(schema, placement, options)
  return face && { x: placement.x, y: placement.y, width: face.width, height: face.height }
}

export interface Placed {
  readonly placement: Placement
  readonly face: Face
  readonly box: Box
}

const placedCache = new WeakMap<Placement, Placed>()

/** Placement, face and box together; the same object for as long as nothing of it changed. */
export function placedOf(
  schema: Schema,
  placement: Placement,
  options: LookOptions = {},
): Placed | undefined {
  const face = faceOf(schema, placement, options)
  if (!face) return undefined
  const known = placedCache.get(placement)
  if (known?.face === face) return known
  const placed = {
    placement,
    face,
    box: { x: placement.x, y: placement.y, width: face.width, height: face.height },
  }
  placedCache.set(placement, placed)
  return placed
}

/** A conceptual picture shows a junction as the relationship that it is made for. */
export const isDrawn = (schema: Schema, placement: Placement, options: LookOptions = {}): boolean =>
  !placement.hidden &&
  !(
    levelIn(schema, placement.diagram, options) === 'conceptual' &&
    // A placeable's prefix decides its map; asking the wrong one finds nothing.
    isBridged(schema, placement)
  )

/** Is this a junction whose two ends are to be seen? */
function isBridged(schema: Schema, { diagram, object }: Placement): boolean {
  const junction = junctionOf(schema, object as TableId)
  return (
    junction?.ends.every(({ parent }) => {
      const end = placementsIn(schema, diagram).get(parent.table)
      return end !== undefined && !end.hidden
    }) ?? false
  )
}

/** All that is to be seen of a diagram's tables, views and enums, hidden ones left out. */
export function placedIn(
  schema: Schema,
  diagram: DiagramId,
  options: LookOptions = {},
): ReadonlyMap<Placeable, Placed> {
  const all = new Map<Placeable, Placed>()
  for (const placement of placementsIn(schema, diagram).values()) {
    const placed = isDrawn(schema, placement, options) ? placedOf(schema, placement, options) : undefined
    if (placed) all.set(placement.object, placed)
  }
  return all
}

/** Any box of a diagram that has a size of its own: areas and notes. */
export type Framed = AreaId | NoteId
export type BoxId = PlacementId | Framed

/** The middle of a row from the top of its box; the header's middle while the row is folded away. */
export function rowMiddle(face: Face, column: ColumnId | undefined): number {
  const shown = column === undefined ? undefined : face.rowById.get(column)
  return shown ? shown.y + row.height / 2 : header.middle
}

/** Where a line to a column touches the box. */
export function columnAnchor(
  placed: Pick<Placed, 'face' | 'box'>,
  column: ColumnId | undefined,
  side: Side,
): Point {
  const { box, face } = placed
  if (side === 'top' || side === 'bottom') {
    return { x: box.x + box.width / 2, y: side === 'top' ? box.y : box.y + box.height }
  }
  return { x: side === 'left' ? box.x : box.x + box.width, y: box.y + rowMiddle(face, column) }
}

/** The row under a height within the box, for the pointer. */
export function rowAt(face: Face, y: number) {
  return face.rows.find((shown) => y >= shown.y && y < shown.y + row.height)
}

/** A table's colour: its own in this diagram, else that of its subject area. */
export function colorOf(schema: Schema, placement: Placement): Color {
  if (placement.color) return placement.color
  const shown = shownBy(schema, placement.object)
  const group = shown && 'group' in shown ? schema.group.get(shown.group) : undefined
  return group?.color ?? 'none'
}
