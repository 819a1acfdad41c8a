// Tables, views and enums dragged from a list onto the diagram.
import type { DragEvent } from 'react'
import { isIdOf } from '../core/model/id'
import type { Placeable } from '../core/model/records'
import { placeInDiagram } from '../panels/outline/placing'
import { canvasPort } from '../state/camera'
import { document as openDocument } from '../state/document'
import { objectsDragType } from '../state/drag'

const isPlaceable = (id: unknown): id is Placeable =>
  typeof id === 'string' && (isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Only what this document holds: a drag may come from another window. */
function objectsIn(data: DataTransfer): readonly Placeable[] {
  const ids = parsed(data.getData(objectsDragType))
  const { schema } = openDocument.getState()
  const isHere = (id: Placeable) =>
    [schema.table, schema.view, schema.enum].some((rows: ReadonlyMap<string, unknown>) => rows.has(id))
  return Array.isArray(ids) ? ids.filter(isPlaceable).filter(isHere) : []
}

export const dropHandlers = {
  onDragOver: (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(objectsDragType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  },
  onDrop: (event: DragEvent) => {
    const objects = objectsIn(event.dataTransfer)
    if (objects.length === 0) return
    event.preventDefault()
    placeInDiagram(objects, canvasPort.getState().port?.toCanvas({ x: event.clientX, y: event.clientY }))
  },
}
