// Bringing what the document has into the diagram in view: by dragging from a list, by a key, from the empty canvas.
import { place } from '../core/commands/layout'
import type { Placeable, Point } from '../core/model/records'
import { canvasPort, lookAt } from './camera'
import { document } from './document'
import { perform } from './perform'
import { select } from './selection'
import { wordsFor } from './words'

const size = { width: 240, height: 200 }

/** Where there is room, or at a place; several stand one behind the other. */
export function placeInDiagram(objects: readonly Placeable[], at?: Point): void {
  const { port } = canvasPort.getState()
  const [only] = objects
  const from = at ?? port?.freeSpot(size) ?? { x: 0, y: 0 }
  const places = new Map(objects.map((object, i) => [object, { x: from.x + i * 32, y: from.y + i * 32 }]))
  const label = `Show ${wordsFor(document.getState().schema, objects)} in this diagram`
  perform(label, (cx) => place(cx, places), { select: () => select(...objects) })
  if (only && at === undefined) lookAt({ kind: 'flyTo', object: only })
}
