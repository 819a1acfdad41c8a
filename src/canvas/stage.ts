// The drawing that is on the canvas now. It follows the document; everything on the canvas follows it.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { document as openDocument } from '../state/document'
import { emptySchema } from '../core/model/schema'
import { view } from '../state/view'
import { bottom, right, type Box } from './box'
import { BoxIndex } from '../core/layout/spatial'
import { live } from './live'
import { emptyDrawing, project, type Drawing, type Drawn, type ItemId } from './project'

export interface Stage {
  readonly drawing: Drawing
  /** Boxes as they stand in the document; what is being dragged is looked up in `boxNow`. */
  readonly index: BoxIndex<ItemId>
}

export const stage = createStore<Stage>(() => ({
  drawing: emptyDrawing(emptySchema),
  index: new BoxIndex<ItemId>(),
}))
export const useStage = <T>(selector: (state: Stage) => T): T => useStore(stage, selector)

/** Single boxes are moved within the index; a whole new picture gets a new one, which is much faster. */
function indexed(
  index: BoxIndex<ItemId>,
  before: Drawing['items'],
  after: Drawing['items'],
): BoxIndex<ItemId> {
  const changed = [...after].filter(([id, drawn]) => before.get(id)?.box !== drawn.box)
  if (changed.length > 200) return new BoxIndex([...after].map(([id, { box }]) => [id, box] as const))
  for (const id of before.keys()) if (!after.has(id)) index.remove(id)
  for (const [id, { box }] of changed) index.insert(id, box)
  return index
}

function follow(): void {
  const { schema, lastEdits } = openDocument.getState()
  const { diagram } = view.getState()
  const { drawing, index } = stage.getState()
  const next = project(drawing, { schema, diagram, edits: lastEdits })
  if (next === drawing) return
  const same = next.items === drawing.items ? index : indexed(index, drawing.items, next.items)
  stage.setState({ drawing: next, index: same })
}

/** Keeps the stage in step with the document until the result is called. */
export function followDocument(): () => void {
  follow()
  const stops = [
    openDocument.subscribe(follow),
    view.subscribe((now, then) => {
      if (now.diagram !== then.diagram) follow()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

export const drawnOf = (id: string): Drawn | undefined =>
  // Whatever id it is: only those of items are found.
  stage.getState().drawing.items.get(id as ItemId)

/** Where an object is on the screen at this moment, also in the middle of a drag. */
export function boxNow(drawn: Drawn): Box {
  const { dragging, resizing } = live.getState()
  if (resizing?.item === drawn.id) return resizing.box
  if (!dragging?.items.has(drawn.id)) return drawn.box
  const { x, y, width, height } = drawn.box
  return { x: x + dragging.by.x, y: y + dragging.by.y, width, height }
}

const byId = (a: Drawn, b: Drawn): number => (a.id < b.id ? -1 : 1)

/** The objects that touch a box, in the order in which they lie on each other: always the same one. */
export function itemsIn(box: Box): readonly Drawn[] {
  const { drawing, index } = stage.getState()
  const found: Drawn[] = []
  for (const id of index.search(box)) {
    const drawn = drawing.items.get(id)
    if (drawn) found.push(drawn)
  }
  found.sort(byId)
  const { dragging } = live.getState()
  if (!dragging) return found
  const here = found.filter(({ id }) => !dragging.items.has(id))
  for (const id of dragging.items) {
    const drawn = drawnOf(id)
    if (!drawn) continue
    const now = boxNow(drawn)
    if (now.x < right(box) && right(now) > box.x && now.y < bottom(box) && bottom(now) > box.y)
      here.push(drawn)
  }
  return here
}
