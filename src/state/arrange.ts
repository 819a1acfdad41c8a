// Automatic layout: asked here, computed in a worker, applied as one step. Progress shows, and it can be stopped.
import { place, resize } from '../core/commands/layout'
import type { Cx, Done } from '../core/commands/context'
import { createArea } from '../core/commands/annotation'
import type { ArrangeInput, Arrangement, ArrangeStyle } from '../core/layout/arrange/arrange'
import { groupedBy, type Grouping } from '../core/layout/arrange/grouping'
import type { Box } from '../core/layout/box'
import { boxOf } from '../core/layout/geometry'
import { isIdOf, type DiagramId, type TableId } from '../core/model/id'
import { endsOf, placementsIn } from '../core/model/query'
import type { Placeable, Placement } from '../core/model/records'
import { inOrder, type Schema } from '../core/model/schema'
import { layoutClient } from '../workers/client'
import { lookAt } from './camera'
import { document, isSameModel } from './document'
import { startProgress, tell } from './feedback'
import { currentDiagram, perform } from './perform'
import { view } from './view'
import { wordsFor } from './words'

/** The whole diagram, what is selected, or only the tables that it does not show yet. */
export type ArrangeScope = 'all' | 'selection' | 'unplaced'

export interface ArrangeWish {
  readonly style: ArrangeStyle
  readonly scope: ArrangeScope
  /** Of the tables that have no place yet only these, beside what they belong to. */
  readonly only?: readonly TableId[]
  /** Makes subject areas first, with their frames, of what has none. */
  readonly grouping?: Grouping
}

let client: ReturnType<typeof layoutClient> | undefined

function placeOf(schema: Schema, diagram: DiagramId, object: Placeable): Placement {
  // Something that has no place yet is measured as if it stood at the origin.
  return placementsIn(schema, diagram).get(object) ?? { id: 'pl_', diagram, object, x: 0, y: 0 }
}

function unplacedTables(schema: Schema, diagram: DiagramId): readonly TableId[] {
  const placed = placementsIn(schema, diagram)
  return inOrder(schema.table)
    .map(({ id }) => id)
    .filter((id) => !placed.has(id))
}

function comingTables(schema: Schema, diagram: DiagramId, only: ArrangeWish['only']): readonly TableId[] {
  const unplaced = unplacedTables(schema, diagram)
  if (!only) return unplaced
  const asked = new Set(only)
  return unplaced.filter((id) => asked.has(id))
}

function objectsFor(schema: Schema, diagram: DiagramId, { scope, only }: ArrangeWish): readonly Placeable[] {
  const placed = [...placementsIn(schema, diagram).values()].filter((placement) => !placement.hidden)
  const standing = placed.map(({ object }) => object)
  return scope === 'unplaced' ? [...standing, ...comingTables(schema, diagram, only)] : standing
}

function movableOf(schema: Schema, diagram: DiagramId, { scope, only }: ArrangeWish): ReadonlySet<string> {
  if (scope === 'unplaced') return new Set(comingTables(schema, diagram, only))
  const { items } = view.getState().selection
  const free = [...placementsIn(schema, diagram).values()].filter(
    (placement) => !placement.locked && !placement.hidden && (scope === 'all' || items.has(placement.object)),
  )
  return new Set(free.map(({ object }) => object))
}

/** A subject area holds together before a schema does. */
const groupsOf = (schema: Schema): ReadonlyMap<string, string> =>
  new Map(
    [...schema.table.values()].flatMap(({ id, group, namespace }) => {
      const home = group ?? namespace
      return home === undefined ? [] : [[id, home] as const]
    }),
  )

/** The area that each table is in or will be in: the id of one that is there, or the name of a new one. */
function areasOf(schema: Schema, boxes: ReadonlyMap<string, Box>, grouping: Grouping | undefined) {
  if (!grouping) return groupsOf(schema)
  const inOne = [...schema.table.values()].flatMap(({ id, group }) => (group ? [[id, group] as const] : []))
  return new Map<string, string>([...inOne, ...groupedBy(schema, grouping, new Set(boxes.keys()))])
}

export function arrangeInput(schema: Schema, diagram: DiagramId, wish: ArrangeWish): ArrangeInput {
  const boxes = new Map<string, Box>()
  for (const object of objectsFor(schema, diagram, wish)) {
    const box = boxOf(schema, placeOf(schema, diagram, object))
    if (box) boxes.set(object, box)
  }
  const links = inOrder(schema.relation).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    return boxes.has(from.table) && boxes.has(to.table) ? [{ from: from.table, to: to.table }] : []
  })
  const input = { boxes, links, movable: movableOf(schema, diagram, wish) }
  if (wish.style !== 'grouped') return input
  return { ...input, groupOf: areasOf(schema, boxes, wish.grouping) }
}

/** Every second hue of the palette first, so that areas side by side differ. */
const areaColors = [
  'sky',
  'amber',
  'teal',
  'violet',
  'lime',
  'pink',
  'blue',
  'orange',
  'green',
  'magenta',
  'slate',
  'red',
] as const

/** Frames for the areas that have none in this diagram. */
function frameAreas(cx: Cx, { frames }: Arrangement, groupOf: ReadonlyMap<string, string>): Done {
  const framed = new Set(
    [...cx.tx.all('area')].flatMap(({ diagram, group }) => (diagram === cx.diagram ? [group] : [])),
  )
  const start = [...cx.tx.all('group')].length
  let made = 0
  for (const [key, box] of frames) {
    const group = isIdOf('group', key) && cx.tx.has('group', key) ? key : undefined
    if (group !== undefined && framed.has(group)) continue
    const color = areaColors[(start + made++) % areaColors.length] ?? 'none'
    // Keys of the input are ids of tables.
    const tables = [...groupOf].flatMap(([id, of]) => (of === key ? [id as TableId] : []))
    const area = createArea(cx, { ...box, ...(group ? { group } : { name: key, color, tables }) })
    if (!area.ok) return area
  }
  return { ok: true, value: undefined }
}

function applyArrangement(cx: Cx, arrangement: Arrangement, fresh?: ReadonlyMap<string, string>): Done {
  const { places, frames } = arrangement
  for (const area of [...cx.tx.all('area')]) {
    const frame = frames.get(area.group)
    if (!frame || area.diagram !== cx.diagram || area.locked) continue
    const { x, y, width, height } = frame
    const updated = resize(cx, area.id, { x, y, width, height })
    if (!updated.ok) return updated
  }
  const framed = fresh ? frameAreas(cx, arrangement, fresh) : undefined
  if (framed && !framed.ok) return framed
  // The input was made of placeable ids only.
  return place(cx, places as ReadonlyMap<Placeable, { x: number; y: number }>)
}

const labels: Readonly<Record<ArrangeScope, string>> = {
  all: 'Arrange the diagram',
  selection: 'Arrange the selection',
  unplaced: 'Place tables',
}

const groupLabels: Readonly<Record<Grouping, string>> = {
  prefix: 'Group tables by the beginnings of their names',
  namespace: 'Group tables by schema',
  community: 'Group tables by their relations',
}

const labelOf = ({ scope, grouping, only }: ArrangeWish): string => {
  if (grouping) return groupLabels[grouping]
  return only ? `Show ${wordsFor(document.getState().schema, only)} in this diagram` : labels[scope]
}

function lookAtOutcome({ scope, only }: ArrangeWish): void {
  if (only) lookAt({ kind: 'fit', items: new Set([...view.getState().selection.items, ...only]) })
  else if (scope !== 'selection') lookAt({ kind: 'fitAll' })
}

export async function arrange(wish: ArrangeWish): Promise<void> {
  const { schema } = document.getState()
  const diagram = currentDiagram(schema)
  const input = arrangeInput(schema, diagram, wish)
  if (wish.grouping && new Set(input.groupOf?.values()).size === 0) {
    tell({ tone: 'info', text: 'No three tables belong together in that way, so nothing was grouped.' })
    return
  }
  const abort = new AbortController()
  const progress = startProgress(labelOf(wish), () => {
    abort.abort()
  })
  client ??= layoutClient()
  const options = { style: wish.style, where: wish.scope === 'all' ? 'together' : 'near' } as const
  const result = await client.call(
    'arrange',
    { ...input, options },
    {
      signal: abort.signal,
      onProgress: (done, all) => {
        progress.report(done / Math.max(1, all))
      },
    },
  )
  progress.done()
  if (!result.ok) {
    if (result.error.kind === 'failed')
      tell({ tone: 'danger', text: `Could not arrange: ${result.error.message}` })
    return
  }
  if (!isSameModel(document.getState().schema, schema)) {
    tell({ tone: 'info', text: 'The diagram changed meanwhile, so it was not arranged. Try again.' })
    return
  }
  const done = perform(labelOf(wish), (cx) =>
    applyArrangement(cx, result.value, wish.grouping && input.groupOf),
  )
  if (done.ok) lookAtOutcome(wish)
}
