// Sticky notes and the frames of subject areas.
import { makeArea, makeGroup, makeNote } from '../model/factory'
import type { AreaId, GroupId, NoteId, TableId } from '../model/id'
import type { Note } from '../model/records'
import { ok, gone, type Cx, type Done } from './context'
import type { Box } from './layout'
import { freeRecordName } from './name'
import { update, type Patch } from './patch'
import { add } from './record'

export function createNote(
  cx: Cx,
  given: Box & { readonly text?: string; readonly name?: string; readonly color?: Note['color'] },
): Done<NoteId> {
  return ok(add(cx, 'note', makeNote(cx.newId, { ...given, diagram: cx.diagram })))
}

export const updateNote = (cx: Cx, id: NoteId, patch: Omit<Patch<Note>, 'diagram'>): Done =>
  update(cx, { kind: 'note', id }, patch)

interface NewArea extends Box {
  readonly name?: string
  readonly color?: Note['color']
  readonly tables?: Iterable<TableId>
  /** The frame of a group that is there already. */
  readonly group?: GroupId
}

/** A subject area with its frame in this diagram; the tables join it. */
export function createArea(
  cx: Cx,
  { name = 'Area', color, tables = [], group, ...box }: NewArea,
): Done<AreaId> {
  const members = [...tables]
  if (group !== undefined && !cx.tx.has('group', group)) return gone('area')
  const home =
    group ??
    add(
      cx,
      'group',
      makeGroup(cx.newId, { name: freeRecordName(cx, 'group', { name }), ...(color && { color }) }),
    )
  const area = makeArea(cx.newId, { ...box, diagram: cx.diagram, group: home })
  cx.tx.put('area', area)
  joinGroup(cx, members, home)
  return ok(area.id)
}

/** Tables into a subject area, or out of theirs. */
export function joinGroup(cx: Cx, tables: Iterable<TableId>, group: GroupId | undefined): Done {
  for (const id of tables) {
    const updated = update(cx, { kind: 'table', id }, { group })
    if (!updated.ok) return updated
  }
  return ok(undefined)
}

/** The frame alone goes by default; with its area the tables belong nowhere. */
export function removeArea(cx: Cx, id: AreaId, options: { readonly withGroup?: boolean } = {}): Done {
  const area = cx.tx.get('area', id)
  if (!area) return gone('area')
  cx.tx.remove('area', id)
  const isLast = ![...cx.tx.all('area')].some((other) => other.group === area.group)
  if (options.withGroup ?? isLast) cx.tx.remove('group', area.group)
  return ok(undefined)
}
