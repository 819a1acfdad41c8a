// Moving what is selected. Until the release nothing of it is in the document; then it is one step.
import { moveBy, type Item } from '../../core/commands/layout'
import { isIdOf } from '../../core/model/id'
import { tablesOfGroup } from '../../core/model/query'
import type { Point } from '../../core/model/records'
import { perform } from '../../state/perform'
import { settings } from '../../state/settings'
import type { Selectable } from '../../state/selection'
import { view } from '../../state/view'
import { wordsFor } from '../../state/words'
import { around, grown, type Box } from '../box'
import { viewBox } from '../camera/viewport'
import { live, noGuides } from '../live'
import type { ItemId } from '../project'
import { drawnOf, itemsIn, stage } from '../stage'
import type { Gesture, PointerAt } from './gesture'
import { snap } from './guides'

const guideReach = 6
const mostNeighbours = 250

const isItem = (id: Selectable): id is ItemId => !isIdOf('relation', id)

/** What moves along: frames bring their tables, locked things stay. */
export function movable(selected: Iterable<Selectable>): ReadonlySet<ItemId> {
  const { drawing } = stage.getState()
  const all = new Set<ItemId>()
  const add = (id: ItemId) => {
    const drawn = drawing.items.get(id)
    if (drawn && !drawn.isLocked) all.add(id)
  }
  for (const id of selected) {
    if (!isItem(id)) continue
    const drawn = drawing.items.get(id)
    add(id)
    if (drawn?.kind !== 'area' || drawn.isLocked) continue
    for (const table of tablesOfGroup(drawing.schema, drawn.area.group)) add(table)
  }
  return all
}

/** What one took hold of: the tables of a frame come along without being named. */
const moveWords = (items: ReadonlySet<ItemId>): string => {
  const held = [...view.getState().selection.items].filter((id) => items.has(id as ItemId))
  return `Move ${wordsFor(stage.getState().drawing.schema, held.length > 0 ? held : items)}`
}

function boxesOf(items: Iterable<ItemId>): readonly Box[] {
  const boxes: Box[] = []
  for (const id of items) {
    const drawn = drawnOf(id)
    if (drawn) boxes.push(drawn.box)
  }
  return boxes
}

function neighboursOf(items: ReadonlySet<ItemId>): readonly Box[] {
  const { viewport, size } = live.getState()
  const others = itemsIn(grown(viewBox(viewport, size), 100))
  return others
    .filter(({ id, kind }) => kind !== 'area' && !items.has(id))
    .slice(0, mostNeighbours)
    .map(({ box }) => box)
}

export function beginDrag(start: PointerAt): Gesture | undefined {
  const items = movable(view.getState().selection.items)
  const box = around(boxesOf(items))
  if (!box) return undefined
  const neighbours = neighboursOf(items)
  let by: Point = { x: 0, y: 0 }
  const stop = () => live.setState({ dragging: undefined, guides: noGuides })
  return {
    autopans: true,
    cursor: 'grabbing',
    move(at) {
      const wish = { x: at.canvas.x - start.canvas.x, y: at.canvas.y - start.canvas.y }
      if (at.shift) wish[Math.abs(wish.x) < Math.abs(wish.y) ? 'x' : 'y'] = 0
      const { snapsToGrid, snapsToGuides } = settings.getState()
      const snapped = snap(box, wish, {
        neighbours,
        reach: guideReach / live.getState().viewport.zoom,
        toGrid: snapsToGrid && !at.alt,
        toGuides: snapsToGuides && !at.alt,
      })
      by = { x: Math.round(snapped.by.x), y: Math.round(snapped.by.y) }
      live.setState({ dragging: { items, by }, guides: snapped.guides })
    },
    end() {
      if (by.x !== 0 || by.y !== 0) move(items, by)
      stop()
    },
    cancel: stop,
  }
}

function move(items: ReadonlySet<Item & ItemId>, by: Point, mergeKey?: string): void {
  perform(moveWords(items), (cx) => moveBy(cx, items, by), mergeKey ? { mergeKey } : {})
}

/** By the arrow keys; quick repeats are one step. */
export function nudge(by: Point): boolean {
  const items = movable(view.getState().selection.items)
  if (items.size === 0) return false
  move(items, by, 'nudge')
  return true
}
