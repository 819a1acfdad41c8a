// What is near enough to be real elements: the objects and lines in view and a margin around it. Recomputed when the
// view has moved by a cell, when the drawing changes, and for what is being dragged.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { RelationId } from '../core/model/id'
import { view } from '../state/view'
import { overlaps, type Box } from './box'
import { viewBox } from './camera/viewport'
import { linesIn } from './edges/visible'
import { routes } from './edges/routes'
import { live } from './live'
import { reconcile, type CanvasNode, type Shown } from './reconcile'
import { boxNow, itemsIn, stage } from './stage'

interface NearView {
  readonly nodes: readonly CanvasNode[]
  readonly lines: readonly RelationId[]
  /** Everything in view is there; while one comes nearer it is made a few at a time. */
  readonly isWhole: boolean
}

const none: NearView = { nodes: [], lines: [], isWhole: false }
/** New elements in one frame: more would be felt as a hitch. */
const perFrame = 8

export const nearView = createStore<NearView>(() => none)
export const useNearView = <T>(selector: (state: NearView) => T): T => useStore(nearView, selector)

/** Pixels around the view that are kept ready. */
const margin = 240

/** The view in cells: it changes rarely while the view moves smoothly. */
function cellArea(): Box {
  const { viewport, size } = live.getState()
  const cell = margin / viewport.zoom
  const box = viewBox(viewport, size)
  const x0 = Math.floor(box.x / cell) - 1
  const y0 = Math.floor(box.y / cell) - 1
  const x1 = Math.ceil((box.x + box.width) / cell) + 1
  const y1 = Math.ceil((box.y + box.height) / cell) + 1
  return { x: x0 * cell, y: y0 * cell, width: (x1 - x0) * cell, height: (y1 - y0) * cell }
}

const sameArea = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

let area: Box = { x: 0, y: 0, width: 0, height: 0 }

let rest = 0

/** Those in view itself first; the margin comes with the frames that follow. */
function thisFrame(shown: readonly Shown[]): { readonly now: readonly Shown[]; readonly isWhole: boolean } {
  const known = new Set<string>(nearView.getState().nodes.map(({ id }) => id))
  const fresh = shown.filter(({ drawn }) => !known.has(drawn.id))
  if (fresh.length <= perFrame) return { now: shown, isWhole: true }
  const { viewport, size } = live.getState()
  const seen = viewBox(viewport, size)
  const first = [
    ...fresh.filter(({ box }) => overlaps(box, seen)),
    ...fresh.filter(({ box }) => !overlaps(box, seen)),
  ]
  const later = new Set(first.slice(perFrame))
  return { now: shown.filter((one) => !later.has(one)), isWhole: false }
}

function fillNodes(): void {
  const { selection } = view.getState()
  const { dragging, size } = live.getState()
  const drawn = size.width > 0 ? itemsIn(area) : []
  const shown = drawn.map((one) => ({
    drawn: one,
    box: boxNow(one),
    isRaised: selection.items.has(one.id) || (dragging?.items.has(one.id) ?? false),
  }))
  const { now, isWhole } = thisFrame(shown)
  const before = nearView.getState()
  const nodes = reconcile(before.nodes, now)
  if (nodes !== before.nodes || isWhole !== before.isWhole) nearView.setState({ nodes, isWhole })
  cancelAnimationFrame(rest)
  if (!isWhole) rest = requestAnimationFrame(fill)
}

function fillLines(): void {
  const before = nearView.getState().lines
  const lines = live.getState().size.width > 0 ? linesIn(area) : []
  const isSame = lines.length === before.length && lines.every((id, index) => before[index] === id)
  if (!isSame) nearView.setState({ lines })
}

function fill(): void {
  if (live.getState().tier === 'far') {
    cancelAnimationFrame(rest)
    if (nearView.getState() !== none) nearView.setState(none)
    return
  }
  fillNodes()
  fillLines()
}

export function followView(): () => void {
  area = cellArea()
  fill()
  const stops = [
    live.subscribe((now, then) => {
      if (now.viewport !== then.viewport || now.size !== then.size || now.tier !== then.tier) {
        const next = cellArea()
        if (now.tier === then.tier && sameArea(next, area)) return
        area = next
        fill()
      } else if (now.dragging !== then.dragging || now.resizing !== then.resizing) fill()
    }),
    stage.subscribe(fill),
    routes.subscribe((now, then) => {
      if (now.paths !== then.paths) fill()
    }),
    view.subscribe((now, then) => {
      if (now.selection !== then.selection) fill()
    }),
  ]
  return () => {
    stops.forEach((stop) => stop())
    cancelAnimationFrame(rest)
    nearView.setState(none)
  }
}
