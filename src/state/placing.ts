// Into the diagram in view, from a list or by a command: at a place, or where there is room.
import { place, setHidden } from '../core/commands/layout'
import type { Placeable } from '../core/model/records'
import { placementsIn } from '../core/model/query'
import { canvasPort, lookAt } from './camera'
import { document } from './document'
import { currentDiagram, perform } from './perform'
import { placeInDiagram } from './placeInDiagram'
import { select } from './selection'
import { wordsFor } from './words'

const size = { width: 240, height: 200 }
const step = 32

/** Where an object is in the diagram in view. */
export type Presence = 'shown' | 'hidden' | 'absent'

export function presenceOf(object: Placeable): Presence {
  const { schema } = document.getState()
  const placement = placementsIn(schema, currentDiagram(schema)).get(object)
  if (!placement) return 'absent'
  return placement.hidden ? 'hidden' : 'shown'
}

/** Brings objects into the diagram: those that are hidden in it appear, the others get a place. One step. */
export function showInDiagram(objects: readonly Placeable[]): void {
  const absent = objects.filter((object) => presenceOf(object) === 'absent')
  const hidden = objects.filter((object) => presenceOf(object) === 'hidden')
  if (hidden.length === 0) {
    if (absent.length > 0) placeInDiagram(absent)
    return
  }
  const from = canvasPort.getState().port?.freeSpot(size) ?? { x: 0, y: 0 }
  const places = new Map(absent.map((object, i) => [object, { x: from.x + i * step, y: from.y + i * step }]))
  const words = wordsFor(document.getState().schema, [...absent, ...hidden])
  const done = perform(
    `Show ${words} in this diagram`,
    (cx) => {
      const shown = setHidden(cx, hidden, false)
      return shown.ok ? place(cx, places) : shown
    },
    { select: () => select(...objects) },
  )
  const [first] = objects
  if (done.ok && first) lookAt({ kind: 'flyTo', object: first })
}

export function hideInDiagram(objects: readonly Placeable[]): void {
  const words = wordsFor(document.getState().schema, objects)
  perform(`Hide ${words}`, (cx) => setHidden(cx, objects, true))
}
