// What a list hands over by dragging is put where it is dropped; what the diagram shows already moves there.
import { isIdOf } from '../../core/model/id'
import type { Placeable } from '../../core/model/records'
import { canvasPort } from '../../state/camera'
import { document as openDocument } from '../../state/document'
import { objectsDragType } from '../../state/drag'
import { placeInDiagram } from '../../state/placeInDiagram'
import { shownBy } from '../../core/layout/geometry'
import { cornerFor } from './create'

/** The data of a drag may come from anywhere: only what this document holds counts. */
export function objectsFrom(text: string, isKnown: (id: Placeable) => boolean): readonly Placeable[] {
  let ids: unknown
  try {
    ids = JSON.parse(text)
  } catch {
    // Not ours: nothing to put down.
    return []
  }
  const isPlaceable = (id: unknown): id is Placeable =>
    typeof id === 'string' && (isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id))
  return Array.isArray(ids) ? ids.filter(isPlaceable).filter(isKnown) : []
}

const isOurs = (event: DragEvent): boolean =>
  (event.dataTransfer?.types.includes(objectsDragType) ?? false) && !openDocument.getState().isReadOnly

/** Listens on the whole ground, with what floats over it: a hint in the middle is no wall. */
export function listenToDrops(root: HTMLElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const ground = root.parentElement ?? root
  ground.addEventListener(
    'dragover',
    (event) => {
      if (!isOurs(event)) return
      // Only who says so may be dropped upon.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    },
    { signal },
  )
  ground.addEventListener(
    'drop',
    (event) => {
      if (!isOurs(event)) return
      event.preventDefault()
      const { schema } = openDocument.getState()
      const at = canvasPort.getState().port?.toCanvas({ x: event.clientX, y: event.clientY })
      const text = event.dataTransfer?.getData(objectsDragType) ?? ''
      if (!at) return
      const objects = objectsFrom(text, (id) => shownBy(schema, id) !== undefined)
      if (objects.length > 0) placeInDiagram(objects, cornerFor('table', at))
      root.focus({ preventScroll: true })
    },
    { signal },
  )
  return () => stop.abort()
}
