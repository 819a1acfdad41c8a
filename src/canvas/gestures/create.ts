// New things, where one puts them; their name is asked at once, in place.
import { createTable } from '../../core/commands/table'
import type { GroupId } from '../../core/model/id'
import type { Point, Size } from '../../core/model/records'
import { perform } from '../../state/perform'
import { settings } from '../../state/settings'
import { select, type Selectable } from '../../state/selection'
import type { EntityKind } from '../../state/view'
import { lookAt } from '../../state/camera'
import { holds } from '../box'
import { live } from '../live'
import { edit } from '../nodes/editing'
import { itemsIn } from '../stage'
import { toGridStep } from './guides'

/** What the ghost at the pointer shows: about the size of what will be there. */
export const freshSize: Readonly<Record<EntityKind, Size>> = {
  table: { width: 200, height: 72 },
  view: { width: 200, height: 40 },
  enum: { width: 160, height: 96 },
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
  const areas = itemsIn({ ...at, width: 1, height: 1 }).filter(
    (drawn) => drawn.kind === 'area' && holds(drawn.box, at),
  )
  const inner = areas.at(-1)
  return inner?.kind === 'area' ? inner.area.group : undefined
}

/** Typing wants letters that one can read. */
function comeNear(id: Selectable): void {
  if (live.getState().viewport.zoom < 0.7) lookAt({ kind: 'flyTo', object: id })
}

export function createAt(kind: EntityKind, at: Point): void {
  const corner = cornerFor(kind, at)
  if (kind === 'table') {
    const group = groupAt(at)
    const made = perform('Add table', (cx) => createTable(cx, { at: corner, ...(group && { group }) }), {
      select: (id) => select(id),
    })
    if (!made.ok) return
    comeNear(made.value)
    edit({ object: made.value, field: 'name' })
  }
}
