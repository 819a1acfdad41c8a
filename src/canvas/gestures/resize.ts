// Width of tables by their sides, notes and areas by their corners.
import { resize } from '../../core/commands/layout'
import { area as areaSizes, note as noteSizes, width as tableWidth } from '../../core/layout/sizes'
import type { Point } from '../../core/model/records'
import { perform } from '../../state/perform'
import { settings } from '../../state/settings'
import { bottom, right, type Box } from '../box'
import { wordsFor } from '../../state/words'
import { live } from '../live'
import { stage } from '../stage'
import { isFace, type Drawn } from '../project'
import type { Gesture, PointerAt } from './gesture'
import { toGridStep } from './guides'
import type { Corner } from './hit'

interface Limits {
  readonly minWidth: number
  readonly maxWidth: number
  readonly minHeight: number
}

function limitsOf(drawn: Drawn): Limits {
  if (isFace(drawn))
    return { minWidth: tableWidth.handMin, maxWidth: tableWidth.handMax, minHeight: drawn.box.height }
  const { minWidth, minHeight } = drawn.kind === 'note' ? noteSizes : areaSizes
  return { minWidth, minHeight, maxWidth: Infinity }
}

/** The box after its corner (or side) has been pulled by a distance. */
export function pulled(box: Box, corner: Corner, { by, limits }: { by: Point; limits: Limits }): Box {
  const isWest = corner.includes('w')
  const isEast = corner.includes('e')
  const isNorth = corner.startsWith('n')
  const isSouth = corner.startsWith('s')
  const wantedWidth = box.width + (isEast ? by.x : isWest ? -by.x : 0)
  const wantedHeight = box.height + (isSouth ? by.y : isNorth ? -by.y : 0)
  const width = Math.round(Math.min(limits.maxWidth, Math.max(limits.minWidth, wantedWidth)))
  const height = Math.round(Math.max(limits.minHeight, wantedHeight))
  return {
    x: isWest ? right(box) - width : box.x,
    y: isNorth ? bottom(box) - height : box.y,
    width,
    height,
  }
}

const cursors: Readonly<Record<Corner, string>> = {
  e: 'ew-resize',
  w: 'ew-resize',
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
}

export const resizeCursor = (corner: Corner): string => cursors[corner]

export function beginResize(drawn: Drawn, corner: Corner, start: PointerAt): Gesture {
  const limits = limitsOf(drawn)
  let box = drawn.box
  const stop = () => live.setState({ resizing: undefined })
  return {
    autopans: true,
    cursor: cursors[corner],
    move(at) {
      const isSnapping = settings.getState().snapsToGrid && !at.alt
      const step = (value: number) => (isSnapping ? toGridStep(value) : value)
      const by = { x: step(at.canvas.x - start.canvas.x), y: step(at.canvas.y - start.canvas.y) }
      box = pulled(drawn.box, corner, { by, limits })
      live.setState({ resizing: { item: drawn.id, box } })
    },
    end() {
      const { x, y, width, height } = box
      const isSame = width === drawn.box.width && height === drawn.box.height
      const wanted = isFace(drawn) ? { x, y, width } : { x, y, width, height }
      if (!isSame)
        perform(`Resize ${wordsFor(stage.getState().drawing.schema, [drawn.id])}`, (cx) =>
          resize(cx, drawn.id, wanted),
        )
      stop()
    },
    cancel: stop,
  }
}
