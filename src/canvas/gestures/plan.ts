// What a press on the canvas may become: a click, or a gesture once it moves far enough to mean it.
import type { Lens } from '../camera/lens'
import { isIdOf } from '../../core/model/id'
import { document } from '../../state/document'
import { noSelection, select, type Selectable } from '../../state/selection'
import { setMode, setSelection, view, type RelationKind } from '../../state/view'
import { live } from '../live'
import { isFace } from '../project'
import { beginBend, beginSegment } from './bend'
import { beginConnect, hideRubber, showRubber, tieHere } from './connect'
import { cornerFor, createAt, freshSize } from './create'
import { beginDrag } from './drag'
import type { Gesture, PointerAt } from './gesture'
import { hitAt, selectableOf, type Hit } from './hit'
import { openLineEnd } from './lineEnd'
import { beginMarquee } from './marquee'
import { beginPan } from './pan'
import { beginResize } from './resize'

export interface Plan {
  readonly begin: () => Gesture | undefined
  readonly click: (at: PointerAt) => void
}

interface Pressed {
  readonly start: PointerAt
  readonly button: number
  readonly isTouch: boolean
}

const nothing = () => undefined

export function planPress(lens: Lens, { start, button, isTouch }: Pressed): Plan {
  const pan = () => beginPan(lens, start)
  if (button === 1 || live.getState().holdsSpace) return { begin: pan, click: nothing }
  const { mode, selection } = view.getState()
  if (mode.kind === 'place') return planPlace()
  const hit = hitAt(start.canvas, { reach: isTouch ? 14 : 6 })
  if (mode.kind === 'relate') return planRelate(mode, hit, start)
  const id = selectableOf(hit)
  const click = (at: PointerAt) => choose(hit, at)
  // Where one only reads nothing is to be moved but the page.
  if (document.getState().isReadOnly)
    return { begin: () => (start.shift ? beginMarquee(start) : pan()), click }
  // A finger moves what it has chosen before; anywhere else it moves the page.
  if (isTouch && !(id && selection.items.has(id))) return { begin: pan, click }
  return { begin: () => gestureFor(hit, start), click }
}

function planPlace(): Plan {
  const cancel = () => live.setState({ placing: undefined })
  return { begin: () => ({ move: showGhost, end: placeHere, cancel }), click: placeHere }
}

/** The outline of what would be put down here. */
export function showGhost(at: PointerAt): void {
  const { mode } = view.getState()
  if (mode.kind !== 'place') return
  live.setState({ placing: { box: { ...cornerFor(mode.entity, at.canvas), ...freshSize[mode.entity] } } })
}

function placeHere(at: PointerAt): void {
  const { mode } = view.getState()
  if (mode.kind !== 'place') return
  live.setState({ placing: undefined })
  setMode({ kind: 'select' })
  createAt(mode.entity, at.canvas)
}

interface Relate {
  readonly relation: RelationKind
  readonly from?: Parameters<typeof beginConnect>[0]['from']
}

/** With its first table known the press is the second end; else it takes the first, and a drag goes on from there. */
function planRelate({ relation: kind, from }: Relate, hit: Hit, start: PointerAt): Plan {
  if (from) {
    const tie = (at: PointerAt) => {
      hideRubber()
      if (tieHere({ from, kind }, at)) setMode({ kind: 'select' })
    }
    const move = (at: PointerAt) => showRubber({ from, kind }, at)
    return { begin: () => ({ autopans: true, move, end: tie, cancel: hideRubber }), click: tie }
  }
  const table = 'drawn' in hit && isIdOf('table', hit.drawn.id) ? hit.drawn.id : undefined
  if (!table) return { begin: () => beginMarquee(start), click: nothing }
  const click = (at: PointerAt) => {
    if (kind !== 'self') setMode({ kind: 'relate', relation: kind, from: { table } })
    else {
      tieHere({ from: { table }, kind }, at)
      setMode({ kind: 'select' })
    }
  }
  return { begin: () => beginConnect({ from: { table }, kind }), click }
}

function gestureFor(hit: Hit, start: PointerAt): Gesture | undefined {
  switch (hit.kind) {
    case 'port':
      return isIdOf('table', hit.drawn.id)
        ? beginConnect({ from: { table: hit.drawn.id, ...(hit.column && { column: hit.column }) } })
        : undefined
    case 'resize':
      return beginResize(hit.drawn, hit.corner, start)
    case 'bend':
      return beginBend(hit.relation, hit.index)
    case 'line':
      setSelection(select(hit.relation))
      return beginSegment(hit.relation, hit.segment)
    case 'lineEnd': {
      // A click asks for the cardinality; a drag draws the next line from the port below.
      const below = hitAt(start.canvas, { isUnderHandles: true })
      return below.kind === 'port' ? gestureFor(below, start) : undefined
    }
    case 'header':
    case 'row':
    case 'body':
      if (!view.getState().selection.items.has(hit.drawn.id)) selectOne(hit.drawn.id, start)
      return beginDrag(start)
    case 'empty':
      return beginMarquee(start)
  }
}

function selectOne(id: Selectable, at: PointerAt): void {
  if (!at.shift && !at.mod) {
    setSelection(select(id))
    return
  }
  const next = new Set(view.getState().selection.items)
  if (!next.delete(id)) next.add(id)
  setSelection({ items: next })
}

function choose(hit: Hit, at: PointerAt): void {
  const id = selectableOf(hit)
  const isAdding = at.shift || at.mod
  if (!id) {
    if (!isAdding) setSelection(noSelection)
  } else if (hit.kind === 'lineEnd' && !document.getState().isReadOnly) openLineEnd(hit.relation, hit.end)
  else if (hit.kind === 'row' && !isAdding && isFace(hit.drawn)) {
    const owner = hit.drawn.id
    const part = isIdOf('column', hit.row.id) ? { owner, column: hit.row.id } : { owner, value: hit.row.id }
    // The face's rows are columns of tables and views, and values of enums.
    setSelection({ ...select(id), part: part as never })
  } else selectOne(id, at)
}
