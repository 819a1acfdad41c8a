// From the outline onto the canvas: a selected row takes the whole selection along.
import type { DragEvent } from 'react'
import { isIdOf } from '../../core/model/id'
import type { Placeable } from '../../core/model/records'
import { stepAside } from '../../state/docks'
import { objectsDragType } from '../../state/drag'
import type { Selectable } from '../../state/selection'
import { view } from '../../state/view'

const isPlaceable = (id: Selectable): id is Placeable =>
  isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id)

/** The objects that a row speaks for: its own, or all that are selected when it is one of them. */
export function objectsOf(object: Placeable): readonly Placeable[] {
  const { items } = view.getState().selection
  return items.has(object) ? [...items].filter(isPlaceable) : [object]
}

export function startDrag(event: DragEvent, object: Placeable): void {
  event.dataTransfer.setData(objectsDragType, JSON.stringify(objectsOf(object)))
  event.dataTransfer.effectAllowed = 'copy'
  stepAside()
}
