export type Side = 'top' | 'right' | 'bottom' | 'left'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Room {
  readonly width: number
  readonly height: number
}

const GAP = 6
const EDGE = 8

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

function offsets(anchor: Box, box: Room, side: Side) {
  const centreX = anchor.left + (anchor.width - box.width) / 2
  const centreY = anchor.top + (anchor.height - box.height) / 2
  const places = {
    top: { left: centreX, top: anchor.top - box.height - GAP },
    bottom: { left: centreX, top: anchor.top + anchor.height + GAP },
    left: { left: anchor.left - box.width - GAP, top: centreY },
    right: { left: anchor.left + anchor.width + GAP, top: centreY },
  }
  return places[side]
}

const LEAST_ROOM = 160
const MOST_HEIGHT = 288

/** A list under its field, or above it where there is more room; as high as it may grow. */
export function placeList(field: Box, view: Room): { readonly isAbove: boolean; readonly maxHeight: number } {
  const below = view.height - field.top - field.height - GAP - EDGE
  const above = field.top - GAP - EDGE
  const isAbove = below < LEAST_ROOM && above > below
  return { isAbove, maxHeight: Math.min(MOST_HEIGHT, isAbove ? above : below) }
}

interface Placement {
  readonly anchor: Box
  readonly box: Room
  readonly side: Side
  readonly view: Room
}

/** Where a small box goes beside its anchor: on the wished side if it fits, else across, always inside the window. */
export function placeBeside({ anchor, box, side, view }: Placement): {
  readonly left: number
  readonly top: number
} {
  const isUpright = side === 'top' || side === 'bottom'
  const fits = ({ left, top }: { readonly left: number; readonly top: number }) =>
    isUpright
      ? top >= EDGE && top + box.height <= view.height - EDGE
      : left >= EDGE && left + box.width <= view.width - EDGE
  const wished = offsets(anchor, box, side)
  const across = offsets(anchor, box, opposite[side])
  const { left, top } = fits(wished) || !fits(across) ? wished : across
  return {
    left: Math.max(EDGE, Math.min(left, view.width - box.width - EDGE)),
    top: Math.max(EDGE, Math.min(top, view.height - box.height - EDGE)),
  }
}
