// New things, where one puts them.
import type { Point, Size } from '../../core/model/records'
import { lookAt } from '../../state/camera'
import { makeEntity } from '../../state/makeEntity'
import type { Selectable } from '../../state/selection'
import { settings } from '../../state/settings'
import type { EntityKind } from '../../state/view'
import { live } from '../live'
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

/** Typing wants letters that one can read. */
function comeNear(id: Selectable): void {
  if (live.getState().viewport.zoom < 0.7) lookAt({ kind: 'flyTo', object: id })
}

export function createAt(kind: EntityKind, at: Point): void {
  const made = makeEntity(kind, { ...cornerFor(kind, at), ...freshSize[kind] })
  if (made !== undefined) comeNear(made)
}
