// Things in line with each other. Heights follow from content, so whoever asks brings the boxes.
import { refuse, type Cx, type Done } from './context'
import { moveTo, pointOf, resize, type Box, type Item } from './layout'
import type { Point } from '../model/records'

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

type Boxes = ReadonlyMap<Item, Box>

const few = refuse('notEnoughSelected', 'Select at least two things that lie in this diagram.')

function aligned(boxes: Boxes, edge: Edge): Map<Item, Point> {
  const all = [...boxes.values()]
  const left = Math.min(...all.map((box) => box.x))
  const right = Math.max(...all.map((box) => box.x + box.width))
  const top = Math.min(...all.map((box) => box.y))
  const bottom = Math.max(...all.map((box) => box.y + box.height))
  const at = ({ x, y, width, height }: Box): Point => {
    switch (edge) {
      case 'left':
        return { x: left, y }
      case 'right':
        return { x: right - width, y }
      case 'center':
        return { x: Math.round((left + right - width) / 2), y }
      case 'top':
        return { x, y: top }
      case 'bottom':
        return { x, y: bottom - height }
      case 'middle':
        return { x, y: Math.round((top + bottom - height) / 2) }
    }
  }
  return new Map([...boxes].map(([item, box]) => [item, at(box)]))
}

/** Brings one edge, or the middle, of all to the same line. */
export const align = (cx: Cx, boxes: Boxes, edge: Edge): Done =>
  boxes.size < 2 ? few : moveTo(cx, aligned(boxes, edge))

/** The same gap between all; the outermost two stay. */
export function distribute(cx: Cx, boxes: Boxes, axis: 'x' | 'y'): Done {
  if (boxes.size < 3)
    return refuse('notEnoughSelected', 'Select at least three things that lie in this diagram.')
  const side = axis === 'x' ? 'width' : 'height'
  const row = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis])
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return few
  const room = last[1][axis] + last[1][side] - first[1][axis]
  const gap = (room - row.reduce((sum, [, box]) => sum + box[side], 0)) / (row.length - 1)
  const places = new Map<Item, Point>()
  let next = first[1][axis]
  for (const [item, box] of row) {
    places.set(item, { x: box.x, y: box.y, [axis]: Math.round(next) })
    next += box[side] + gap
  }
  return moveTo(cx, places)
}

/** As wide as the widest. */
export function sameWidth(cx: Cx, boxes: Boxes): Done {
  if (boxes.size < 2) return few
  const width = Math.max(...[...boxes.values()].map((box) => box.width))
  for (const item of boxes.keys()) {
    if (pointOf(cx, item)?.locked) continue
    const resized = resize(cx, item, { width })
    if (!resized.ok) return resized
  }
  return { ok: true, value: undefined }
}
