// New things, where one puts them; their name is asked at once, in place.
import { createArea, createNote } from '../../core/commands/annotation'
import type { Cx, Done } from '../../core/commands/context'
import { createEnum, createView } from '../../core/commands/objects'
import { createTable } from '../../core/commands/table'
import { isIdOf, type GroupId, type TableId } from '../../core/model/id'
import type { Point, Size } from '../../core/model/records'
import { lookAt } from '../../state/camera'
import { perform } from '../../state/perform'
import { select, type Selectable } from '../../state/selection'
import { settings } from '../../state/settings'
import type { Editing, EntityKind } from '../../state/view'
import { contains, holds, type Box } from '../box'
import { live } from '../live'
import { edit } from '../nodes/editing'
import type { ItemId } from '../project'
import { itemsIn } from '../stage'
import { toGridStep } from './guides'

/** What the ghost at the pointer shows: about the size of what will be there. */
export const freshSize: Readonly<Record<EntityKind, Size>> = {
  table: { width: 200, height: 72 },
  view: { width: 200, height: 40 },
  enum: { width: 160, height: 40 },
  note: { width: 200, height: 120 },
  area: { width: 480, height: 320 },
}

/** The top left corner for a thing that is put down with its head under the pointer. */
export function cornerFor(kind: EntityKind, at: Point): Point {
  const { width } = freshSize[kind]
  const isSnapping = settings.getState().snapsToGrid
  const step = (value: number) => (isSnapping ? toGridStep(value) : Math.round(value))
  return { x: step(at.x - width / 2), y: step(at.y - 20) }
}

function groupAt(at: Point): GroupId | undefined {
  const here = itemsIn({ ...at, width: 1, height: 1 }).filter(
    ({ kind, box }) => kind === 'area' && holds(box, at),
  )
  const inner = here.at(-1)
  return inner?.kind === 'area' ? inner.area.group : undefined
}

/** Tables that stand wholly in a frame that is put around them join its area. */
const tablesIn = (box: Box): readonly TableId[] =>
  itemsIn(box).flatMap((drawn) => (isIdOf('table', drawn.id) && contains(box, drawn.box) ? [drawn.id] : []))

type Make = (cx: Cx, box: Box, at: Point) => Done<ItemId>

const makers: Readonly<Record<EntityKind, Make>> = {
  table: (cx, { x, y }, at) => {
    const group = groupAt(at)
    return createTable(cx, { at: { x, y }, ...(group && { group }) })
  },
  view: (cx, { x, y }) => createView(cx, { at: { x, y } }),
  enum: (cx, { x, y }) => createEnum(cx, { at: { x, y } }),
  note: (cx, box) => createNote(cx, box),
  area: (cx, box) => createArea(cx, { ...box, color: 'blue', tables: tablesIn(box) }),
}

const labels: Readonly<Record<EntityKind, string>> = {
  table: 'Add table',
  view: 'Add view',
  enum: 'Add enum',
  note: 'Add note',
  area: 'Add subject area',
}

/** Typing wants letters that one can read. */
function comeNear(id: Selectable): void {
  if (live.getState().viewport.zoom < 0.7) lookAt({ kind: 'flyTo', object: id })
}

export function createAt(kind: EntityKind, at: Point): void {
  const box = { ...cornerFor(kind, at), ...freshSize[kind] }
  const made = perform(labels[kind], (cx) => makers[kind](cx, box, at), { select: (id) => select(id) })
  if (!made.ok) return
  comeNear(made.value)
  const field: Editing['field'] = kind === 'note' ? 'text' : 'name'
  edit({ object: made.value, field })
}
