// Automatic layout: asked here, computed in a worker, applied as one step. Progress shows, and it can be stopped.
import { place, resize } from '../core/commands/layout'
import type { Cx, Done } from '../core/commands/context'
import type { ArrangeInput, Arrangement, ArrangeStyle } from '../core/layout/arrange/arrange'
import type { Box } from '../core/layout/box'
import { boxOf } from '../core/layout/geometry'
import type { DiagramId, TableId } from '../core/model/id'
import { endsOf, placementsIn } from '../core/model/query'
import type { Placeable, Placement } from '../core/model/records'
import { inOrder, type Schema } from '../core/model/schema'
import { layoutClient } from '../workers/client'
import { lookAt } from './camera'
import { document } from './document'
import { startProgress, tell } from './feedback'
import { currentDiagram, perform } from './perform'
import { view } from './view'

/** The whole diagram, what is selected, or only the tables that it does not show yet. */
export type ArrangeScope = 'all' | 'selection' | 'unplaced'

export interface ArrangeWish {
  readonly style: ArrangeStyle
  readonly scope: ArrangeScope
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

function objectsFor(schema: Schema, diagram: DiagramId, scope: ArrangeScope): readonly Placeable[] {
  const placed = [...placementsIn(schema, diagram).values()].filter((placement) => !placement.hidden)
  const standing = placed.map(({ object }) => object)
  return scope === 'unplaced' ? [...standing, ...unplacedTables(schema, diagram)] : standing
}

function movableOf(schema: Schema, diagram: DiagramId, scope: ArrangeScope): ReadonlySet<string> {
  if (scope === 'unplaced') return new Set(unplacedTables(schema, diagram))
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

export function arrangeInput(
  schema: Schema,
  diagram: DiagramId,
  { style, scope }: ArrangeWish,
): ArrangeInput {
  const boxes = new Map<string, Box>()
  for (const object of objectsFor(schema, diagram, scope)) {
    const box = boxOf(schema, placeOf(schema, diagram, object))
    if (box) boxes.set(object, box)
  }
  const links = inOrder(schema.relation).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    return boxes.has(from.table) && boxes.has(to.table) ? [{ from: from.table, to: to.table }] : []
  })
  const input = { boxes, links, movable: movableOf(schema, diagram, scope) }
  return style === 'grouped' ? { ...input, groupOf: groupsOf(schema) } : input
}

function applyArrangement(cx: Cx, { places, frames }: Arrangement): Done {
  for (const area of [...cx.tx.all('area')]) {
    const frame = frames.get(area.group)
    if (!frame || area.diagram !== cx.diagram || area.locked) continue
    const { x, y, width, height } = frame
    const updated = resize(cx, area.id, { x, y, width, height })
    if (!updated.ok) return updated
  }
  // The input was made of placeable ids only.
  return place(cx, places as ReadonlyMap<Placeable, { x: number; y: number }>)
}

const labels: Readonly<Record<ArrangeScope, string>> = {
  all: 'Arrange the diagram',
  selection: 'Arrange the selection',
  unplaced: 'Place tables',
}

export async function arrange(wish: ArrangeWish): Promise<void> {
  const { schema, revision } = document.getState()
  const diagram = currentDiagram(schema)
  const abort = new AbortController()
  const progress = startProgress(labels[wish.scope], () => {
    abort.abort()
  })
  client ??= layoutClient()
  const options = { style: wish.style, where: wish.scope === 'all' ? 'together' : 'near' } as const
  const result = await client.call(
    'arrange',
    { ...arrangeInput(schema, diagram, wish), options },
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
  if (document.getState().revision !== revision) {
    tell({ tone: 'info', text: 'The diagram changed meanwhile, so it was not arranged. Try again.' })
    return
  }
  const done = perform(labels[wish.scope], (cx) => applyArrangement(cx, result.value))
  if (done.ok && wish.scope !== 'selection') lookAt({ kind: 'fitAll' })
}
