// What the canvas shows of one diagram: every object with its box, kept as the same object for as long as nothing of it
// changed, so that React and the tiles skip what they have already drawn.
import type { AreaId, DiagramId, NoteId, RelationId, TableId } from '../core/model/id'
import { isIdOf } from '../core/model/id'
import type { Edits } from '../core/model/edit'
import { colorOf, isDrawn, levelIn, placedOf, type Placed } from '../core/layout/geometry'
import { lineIn, type DiagramLine } from '../core/layout/lines'
import { placementOf, placementsIn, relationsOf } from '../core/model/query'
import type { Area, Color, Group, Line, Note, Placeable, Placement } from '../core/model/records'
import type { Schema } from '../core/model/schema'
import type { Box } from './box'

export type ItemId = Placeable | NoteId | AreaId

interface DrawnBase {
  readonly box: Box
  readonly color: Color
  readonly isLocked: boolean
}

/** A table, view or enum. */
export interface DrawnTable extends DrawnBase {
  readonly kind: 'table' | 'view' | 'enum'
  readonly id: Placeable
  readonly placed: Placed
}

export interface DrawnNote extends DrawnBase {
  readonly kind: 'note'
  readonly id: NoteId
  readonly note: Note
}

export interface DrawnArea extends DrawnBase {
  readonly kind: 'area'
  readonly id: AreaId
  readonly area: Area
  readonly group: Group | undefined
}

export type Drawn = DrawnTable | DrawnNote | DrawnArea

export interface Drawing {
  readonly schema: Schema
  readonly diagram: DiagramId | undefined
  readonly items: ReadonlyMap<ItemId, Drawn>
  /** The tables, views and enums among the items. */
  readonly placed: ReadonlyMap<Placeable, Placed>
  /** Relations with both ends in the diagram. */
  readonly lines: ReadonlyMap<RelationId, DiagramLine>
}

export const emptyDrawing = (schema: Schema): Drawing => ({
  schema,
  diagram: undefined,
  items: new Map(),
  placed: new Map(),
  lines: new Map(),
})

export const isFace = (drawn: Drawn): drawn is DrawnTable => 'placed' in drawn

function drawTable(schema: Schema, placement: Placement, before: Drawn | undefined): DrawnTable | undefined {
  const placed = isDrawn(schema, placement) ? placedOf(schema, placement) : undefined
  if (!placed) return undefined
  const color = colorOf(schema, placement)
  if (before && isFace(before) && before.placed === placed && before.color === color) return before
  const { kind } = placed.face
  return { kind, id: placement.object, placed, box: placed.box, color, isLocked: placement.locked === true }
}

function drawNote(note: Note, before: Drawn | undefined): DrawnNote {
  if (before?.kind === 'note' && before.note === note) return before
  return { kind: 'note', id: note.id, note, box: note, color: note.color, isLocked: note.locked === true }
}

function drawArea(schema: Schema, area: Area, before: Drawn | undefined): DrawnArea {
  const group = schema.group.get(area.group)
  if (before?.kind === 'area' && before.area === area && before.group === group) return before
  const color = group?.color ?? 'none'
  return { kind: 'area', id: area.id, area, group, box: area, color, isLocked: area.locked === true }
}

function drawItem(schema: Schema, { diagram, id }: { diagram: DiagramId; id: ItemId }, before?: Drawn) {
  if (isIdOf('note', id)) {
    const note = schema.note.get(id)
    return note?.diagram === diagram ? drawNote(note, before) : undefined
  }
  if (isIdOf('area', id)) {
    const area = schema.area.get(id)
    return area?.diagram === diagram ? drawArea(schema, area, before) : undefined
  }
  const placement = placementOf(schema, diagram, id)
  return placement && drawTable(schema, placement, before)
}

function drawAll(schema: Schema, diagram: DiagramId, before: Drawing['items']): Drawing['items'] {
  const items = new Map<ItemId, Drawn>()
  for (const area of schema.area.values()) {
    if (area.diagram === diagram) items.set(area.id, drawArea(schema, area, before.get(area.id)))
  }
  for (const note of schema.note.values()) {
    if (note.diagram === diagram) items.set(note.id, drawNote(note, before.get(note.id)))
  }
  for (const placement of placementsIn(schema, diagram).values()) {
    const drawn = drawTable(schema, placement, before.get(placement.object))
    if (drawn) items.set(drawn.id, drawn)
  }
  return items
}

interface Touched {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

/** What edits of places alone have touched; undefined when a name or a type may have spread further. */
export function touchedBy(edits: Edits, before: Schema, after: Schema): Touched | undefined {
  const items = new Set<ItemId>()
  const relations = new Set<RelationId>()
  for (const { kind, id } of edits) {
    // The edit's kind says whose id it is.
    if (kind === 'note' || kind === 'area') items.add(id as NoteId | AreaId)
    else if (kind === 'placement' || kind === 'line') {
      for (const schema of [before, after]) {
        const placement = kind === 'placement' ? schema.placement.get(id as Placement['id']) : undefined
        const line = kind === 'line' ? schema.line.get(id as Line['id']) : undefined
        if (placement) items.add(placement.object)
        if (line) relations.add(line.relation)
      }
    } else return undefined
  }
  return { items, relations }
}

interface Asked {
  readonly schema: Schema
  readonly diagram: DiagramId
}

function patchItems(before: Drawing['items'], touched: ReadonlySet<ItemId>, asked: Asked): Drawing['items'] {
  if (touched.size === 0) return before
  const next = new Map(before)
  for (const id of touched) {
    const drawn = drawItem(asked.schema, { diagram: asked.diagram, id }, before.get(id))
    if (drawn) next.set(id, drawn)
    else next.delete(id)
  }
  return next
}

function placedAmong(items: Drawing['items']): Drawing['placed'] {
  const placed = new Map<Placeable, Placed>()
  for (const drawn of items.values()) if (isFace(drawn)) placed.set(drawn.id, drawn.placed)
  return placed
}

function patchLines(before: Drawing, next: Omit<Drawing, 'lines'>, touched: Touched): Drawing['lines'] {
  const { schema, diagram, placed } = next
  const asked = new Set(touched.relations)
  for (const id of touched.items) {
    // A table that only moved keeps its lines: they are told by rows, not by places.
    const isSameFace = before.placed.get(id as Placeable)?.face === placed.get(id as Placeable)?.face
    if (!isSameFace && isIdOf('table', id))
      for (const relation of relationsOf(schema, id)) asked.add(relation.id)
  }
  if (asked.size === 0 || !diagram) return before.lines
  const lines = new Map(before.lines)
  for (const id of asked) {
    const relation = schema.relation.get(id)
    const line = relation && lineIn(schema, { diagram, placed }, relation)
    if (line) lines.set(id, line)
    else lines.delete(id)
  }
  return lines
}

function allLines({ schema, diagram, placed }: Omit<Drawing, 'lines'>): Drawing['lines'] {
  const lines = new Map<RelationId, DiagramLine>()
  if (!diagram) return lines
  for (const relation of schema.relation.values()) {
    const line = lineIn(schema, { diagram, placed }, relation)
    if (line) lines.set(line.id, line)
  }
  return lines
}

/** The lines at a table as they are drawn: a junction's line is tied to what it joins. */
export function linesAt({ lines, schema, diagram }: Drawing, table: TableId): readonly RelationId[] {
  if (diagram && levelIn(schema, diagram) === 'conceptual') {
    return Array.from(lines.values())
      .filter(({ from, to }) => from.object === table || to.object === table)
      .map(({ id }) => id)
  }
  return relationsOf(schema, table).map(({ id }) => id)
}

/** The next drawing; every object of the one before that still holds is kept. */
export function project(
  before: Drawing,
  { schema, diagram, edits }: { schema: Schema; diagram: DiagramId | undefined; edits: Edits },
): Drawing {
  if (schema === before.schema && diagram === before.diagram) return before
  if (!diagram) return emptyDrawing(schema)
  // A conceptual picture draws junctions as lines: one table's place may bring another's line.
  const canPatch = diagram === before.diagram && edits.length > 0 && levelIn(schema, diagram) !== 'conceptual'
  const touched = canPatch ? touchedBy(edits, before.schema, schema) : undefined
  const items = touched
    ? patchItems(before.items, touched.items, { schema, diagram })
    : drawAll(schema, diagram, before.items)
  const placed = items === before.items ? before.placed : placedAmong(items)
  const next = { schema, diagram, items, placed }
  return { ...next, lines: touched ? patchLines(before, next, touched) : allLines(next) }
}
