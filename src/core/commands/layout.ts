// Where things stand in the diagram: places, notes and the frames of subject areas. A nudge touches small records only.
import { makePlacement } from '../model/factory'
import { isIdOf, type AreaId, type DiagramId, type NoteId } from '../model/id'
import { placementIdOf, tablesOfGroup } from '../model/query'
import type { Color, Placeable, Placement, Point, Size } from '../model/records'
import { gone, ok, type Cx, type Done } from './context'
import { patched, type Patch } from './patch'

/** What can be moved and sized in a diagram. */
export type Item = Placeable | NoteId | AreaId

export interface Box extends Point, Size {}

const isPlaceable = (id: Item): id is Placeable =>
  isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id)

export function placementOf(cx: Cx, object: Placeable): Placement | undefined {
  const known = placementIdOf(cx.tx.start, cx.diagram, object)
  const row = known && cx.tx.get('placement', known)
  if (row) return row
  return known
    ? undefined
    : [...cx.tx.all('placement')].find((one) => one.diagram === cx.diagram && one.object === object)
}

/** Where an item stands, whatever its kind; undefined when it is not in this diagram. */
export function pointOf(cx: Cx, item: Item): (Point & { readonly locked?: true }) | undefined {
  if (isPlaceable(item)) return placementOf(cx, item)
  const row = isIdOf('note', item) ? cx.tx.get('note', item) : cx.tx.get('area', item)
  return row?.diagram === cx.diagram ? row : undefined
}

type Change = Patch<Placement> & { readonly width?: number | undefined; readonly height?: number | undefined }

/** Changes how an item lies in the diagram; a table's height follows from its rows and is never stored. */
function change(cx: Cx, item: Item, patch: Change): void {
  if (isPlaceable(item)) {
    const row = placementOf(cx, item)
    const { height: _derived, ...rest } = patch
    if (row) cx.tx.put('placement', patched<Placement>(row, rest))
  } else if (isIdOf('note', item)) {
    cx.tx.update('note', item, (row) =>
      patched(row, fieldsFor(patch, ['x', 'y', 'width', 'height', 'color', 'locked'])),
    )
  } else {
    cx.tx.update('area', item, (row) =>
      patched(row, fieldsFor(patch, ['x', 'y', 'width', 'height', 'locked'])),
    )
  }
}

const fieldsFor = (patch: Change, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(patch).filter(([field]) => fields.includes(field)))

/** A frame brings its tables along. */
function withAreaTables(cx: Cx, items: Iterable<Item>): ReadonlySet<Item> {
  const all = new Set<Item>(items)
  for (const item of [...all]) {
    const group = isIdOf('area', item) ? cx.tx.get('area', item)?.group : undefined
    if (group) for (const table of tablesOfGroup(cx.tx.now(), group)) all.add(table)
  }
  return all
}

/** Moves by a distance; locked things stay. */
export function moveBy(cx: Cx, items: Iterable<Item>, by: Point): Done {
  if (by.x === 0 && by.y === 0) return ok(undefined)
  for (const item of withAreaTables(cx, items)) {
    const at = pointOf(cx, item)
    if (at && !at.locked) change(cx, item, { x: at.x + by.x, y: at.y + by.y })
  }
  return ok(undefined)
}

/** Sets the places of many things at once, as an automatic layout does; locked ones stay unless told otherwise. */
export function moveTo(
  cx: Cx,
  places: ReadonlyMap<Item, Point>,
  options: { readonly evenLocked?: boolean } = {},
): Done {
  for (const [item, { x, y }] of places) {
    const at = pointOf(cx, item)
    if (at && (options.evenLocked || !at.locked)) change(cx, item, { x, y })
  }
  return ok(undefined)
}

/** Puts objects into the diagram, or moves those that are there already. */
export function place(cx: Cx, places: ReadonlyMap<Placeable, Point>, diagram: DiagramId = cx.diagram): Done {
  if (!cx.tx.has('diagram', diagram)) return gone('diagram')
  const here = { ...cx, diagram }
  for (const [object, { x, y }] of places) {
    if (placementOf(here, object)) change(here, object, { x, y, hidden: undefined })
    else cx.tx.put('placement', makePlacement(cx.newId, { diagram, object, x, y }))
  }
  return ok(undefined)
}

/** Takes objects out of this diagram; the model keeps them. */
export function unplace(cx: Cx, objects: Iterable<Placeable>): Done {
  for (const object of objects) {
    const row = placementOf(cx, object)
    if (row) cx.tx.remove('placement', row.id)
  }
  return ok(undefined)
}

/** A table or view takes a width only; `undefined` lets it be as wide as its text again. */
export function resize(cx: Cx, item: Item, box: Partial<Box> | undefined): Done {
  if (!pointOf(cx, item)) return gone('object')
  if (box) change(cx, item, box)
  else if (isPlaceable(item)) change(cx, item, { width: undefined })
  return ok(undefined)
}

function changeAll(cx: Cx, items: Iterable<Item>, patch: Change): Done {
  for (const item of items) change(cx, item, patch)
  return ok(undefined)
}

export const setLocked = (cx: Cx, items: Iterable<Item>, locked: boolean): Done =>
  changeAll(cx, items, { locked: locked ? true : undefined })

export const setCollapsed = (cx: Cx, objects: Iterable<Placeable>, collapsed: Placement['collapsed']): Done =>
  changeAll(cx, objects, { collapsed })

export const setHidden = (cx: Cx, objects: Iterable<Placeable>, hidden: boolean): Done =>
  changeAll(cx, objects, { hidden: hidden ? true : undefined })

/** The colour in this diagram. A frame has its group's colour. */
export function setColor(cx: Cx, items: Iterable<Item>, color: Color): Done {
  for (const item of items) {
    const group = isIdOf('area', item) ? cx.tx.get('area', item)?.group : undefined
    if (group) cx.tx.update('group', group, (row) => ({ ...row, color }))
    else change(cx, item, { color })
  }
  return ok(undefined)
}

/** Shows everything that was hidden here. */
export function showAll(cx: Cx): Done {
  for (const row of [...cx.tx.all('placement')]) {
    if (row.diagram === cx.diagram && row.hidden)
      cx.tx.put('placement', patched<Placement>(row, { hidden: undefined }))
  }
  return ok(undefined)
}
