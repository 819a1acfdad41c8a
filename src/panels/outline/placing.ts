// From the outline into the diagram: by dragging, or by a key.
import type { DragEvent } from 'react'
import { place } from '../../core/commands/layout'
import { isIdOf } from '../../core/model/id'
import type { Placeable, Point } from '../../core/model/records'
import { canvasPort, lookAt } from '../../state/camera'
import { document } from '../../state/document'
import { perform } from '../../state/perform'
import { select, type Selectable } from '../../state/selection'
import { view } from '../../state/view'
import { wordsFor } from '../../state/words'
import { objectsDragType } from '../../state/drag'

const size = { width: 240, height: 200 }

export function placeInDiagram(objects: readonly Placeable[], at?: Point): void {
  const { port } = canvasPort.getState()
  const [only] = objects
  const free = at ?? port?.freeSpot(size) ?? { x: 0, y: 0 }
  const from = { x: Math.round(free.x / 8) * 8, y: Math.round(free.y / 8) * 8 }
  const places = new Map(objects.map((object, i) => [object, { x: from.x + i * 32, y: from.y + i * 32 }]))
  perform(
    `Show ${wordsFor(document.getState().schema, objects)} in this diagram`,
    (cx) => place(cx, places),
    { select: () => select(...objects) },
  )
  if (only && at === undefined) lookAt({ kind: 'flyTo', object: only })
}

const isPlaceable = (id: Selectable): id is Placeable =>
  isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id)

/** Dragging a selected row takes the whole selection along. */
export function startDrag(event: DragEvent, object: Placeable): void {
  const { items } = view.getState().selection
  const objects = items.has(object) ? [...items].filter(isPlaceable) : [object]
  event.dataTransfer.setData(objectsDragType, JSON.stringify(objects))
  event.dataTransfer.effectAllowed = 'copy'
}
