// Something new in the diagram in view: whatever kind it is, one way of making it for the menu, the keyboard, the
// palette and the double-click.
import { bottom, right, type Box } from '../layout/box'
import { placedIn } from '../layout/geometry'
import {
  isIdOf,
  type AreaId,
  type EnumId,
  type GroupId,
  type NoteId,
  type TableId,
  type ViewId,
} from '../model/id'
import type { Point } from '../model/records'
import { createArea, createNote } from './annotation'
import type { Cx, Done } from './context'
import { createEnum, createView } from './objects'
import { createTable } from './table'

export type Entity = 'table' | 'view' | 'enum' | 'note' | 'area'

const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner)

/** The subject area whose frame lies under a point: what is made there belongs to it. */
function groupAt(cx: Cx, { x, y }: Point): GroupId | undefined {
  const frames = [...cx.tx.all('area')].filter(
    (area) =>
      area.diagram === cx.diagram &&
      x >= area.x &&
      y >= area.y &&
      x <= area.x + area.width &&
      y <= area.y + area.height,
  )
  return frames.at(-1)?.group
}

/** Tables that stand wholly in a frame that is put around them join its area. */
function tablesIn(cx: Cx, frame: Box): readonly TableId[] {
  const all = [...placedIn(cx.tx.now(), cx.diagram)]
  return all.flatMap(([id, { box }]) => (isIdOf('table', id) && contains(frame, box) ? [id] : []))
}

type Make = (cx: Cx, frame: Box) => Done<TableId | ViewId | EnumId | NoteId | AreaId>

const makers: Readonly<Record<Entity, Make>> = {
  table: (cx, { x, y, width }) => {
    const group = groupAt(cx, { x: x + width / 2, y: y + 20 })
    return createTable(cx, { at: { x, y }, ...(group && { group }) })
  },
  view: (cx, { x, y }) => createView(cx, { at: { x, y } }),
  enum: (cx, { x, y }) => createEnum(cx, { at: { x, y } }),
  note: (cx, frame) => createNote(cx, frame),
  area: (cx, frame) => createArea(cx, { ...frame, color: 'blue', tables: tablesIn(cx, frame) }),
}

/** `frame` is about what it will cover; notes and areas cover exactly that. */
export const create = (cx: Cx, entity: Entity, frame: Box): ReturnType<Make> => makers[entity](cx, frame)
