// Rectangles and points of the canvas, in whole pixels.
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export const sides = ['left', 'right', 'top', 'bottom'] as const
export type Side = (typeof sides)[number]

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
/** Touching edges do not count. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)

export const inflate = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

export function boxAround(points: Iterable<Point>): Box {
  let [left, top, far, low] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    far = Math.max(far, x)
    low = Math.max(low, y)
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: far - left, height: low - top }
}

/** The smallest box around all of them; empty at the origin for none. */
export function union(boxes: Iterable<Box>): Box {
  const corners: Point[] = []
  for (const box of boxes) corners.push(box, { x: right(box), y: bottom(box) })
  return boxAround(corners)
}
