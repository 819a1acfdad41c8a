// From the outline into the diagram by dragging.
import type { DragEvent } from 'react'
import { isIdOf } from '../../core/model/id'
import type { Placeable } from '../../core/model/records'
import { objectsDragType } from '../../state/drag'
import type { Selectable } from '../../state/selection'
import { view } from '../../state/view'

export { placeInDiagram } from '../../state/placeInDiagram'

const isPlaceable = (id: Selectable): id is Placeable =>
  isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id)

/** Dragging a selected row takes the whole selection along. */
export function startDrag(event: DragEvent, object: Placeable): void {
  const { items } = view.getState().selection
  const objects = items.has(object) ? [...items].filter(isPlaceable) : [object]
  event.dataTransfer.setData(objectsDragType, JSON.stringify(objects))
  event.dataTransfer.effectAllowed = 'copy'
}
