// Upright boxes in canvas units (or in pixels, where a caller says so).
import type { Point, Size } from '../core/model/records'

export interface Box extends Point, Size {}

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

export const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

export const moved = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y })

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < right(b) && right(a) > b.x && a.y < bottom(b) && bottom(a) > b.y

export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner)

export const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box)

export const between = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** The smallest box around all of these; undefined for none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (const box of boxes) {
    x0 = Math.min(x0, box.x)
    y0 = Math.min(y0, box.y)
    x1 = Math.max(x1, right(box))
    y1 = Math.max(y1, bottom(box))
  }
  return x1 >= x0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : undefined
}
