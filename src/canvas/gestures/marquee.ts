// A frame drawn on empty canvas selects what it touches; from right to left what it holds whole. Shift adds.
import { isIdOf } from '../../core/model/id'
import { noSelection, type Selectable, type Selection } from '../../state/selection'
import { setSelection, view } from '../../state/view'
import { between, contains, overlaps, type Box } from '../box'
import { linesIn } from '../edges/visible'
import { pathNow, pathBox } from '../edges/routes'
import { live } from '../live'
import { itemsIn } from '../stage'
import type { Gesture, PointerAt } from './gesture'

interface Framed {
  readonly id: Selectable
  readonly box: Box
  readonly isArea: boolean
}

/** A frame around half the picture must not take areas that merely lie below it: those must lie within. */
export function chosen(frame: Box, candidates: Iterable<Framed>): ReadonlySet<Selectable> {
  const ids = new Set<Selectable>()
  for (const { id, box, isArea } of candidates) {
    if (isArea ? contains(frame, box) : overlaps(frame, box)) ids.add(id)
  }
  return ids
}

function inFrame(frame: Box): ReadonlySet<Selectable> {
  const items = itemsIn(frame).map(({ id, box, kind }) => ({ id, box, isArea: kind === 'area' }))
  const ids = chosen(frame, items)
  if (ids.size > 0) return ids
  // Only where there is nothing else: lines that lie wholly in the frame.
  const lines = linesIn(frame).filter((id) => {
    const path = pathNow(id)
    return path && contains(frame, pathBox(path))
  })
  return new Set(lines)
}

export function beginMarquee(start: PointerAt): Gesture {
  const before: Selection = view.getState().selection
  const isAdding = start.shift || start.mod
  return {
    autopans: true,
    move(at) {
      const frame = between(start.canvas, at.canvas)
      live.setState({ marquee: frame })
      const found = inFrame(frame)
      const items = isAdding
        ? new Set([...before.items].filter((id) => !isIdOf('relation', id)).concat(...found))
        : found
      const now = view.getState().selection.items
      const isSame = items.size === now.size && [...items].every((id) => now.has(id))
      if (!isSame) setSelection(items.size === 0 ? noSelection : { items })
    },
    end() {
      live.setState({ marquee: undefined })
    },
    cancel() {
      live.setState({ marquee: undefined })
      setSelection(before)
    },
  }
}
