// Lines where they are drawn.
import type { Locator } from '@playwright/test'
import type { Point } from '../../src/core/model/records'
import type { App } from './app'

/** Along the line, from 0 at the child to 1 at the parent, in the window. */
export async function along(line: Locator, share: number): Promise<Point> {
  return line
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement, at) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * at)
      const matrix = path.getScreenCTM()
      if (!matrix) throw new Error('the line is not drawn')
      const point = new DOMPoint(x, y).matrixTransform(matrix)
      return { x: point.x, y: point.y }
    }, share)
}

const reach = 2

/** The lines that end anywhere else than at the outline of a table: there must be none. */
export async function lineEndsIn(app: App): Promise<readonly string[]> {
  const boxes = await app.canvas
    .locator('[data-kind="table"]')
    .evaluateAll((tables) => tables.map((table) => table.getBoundingClientRect().toJSON() as DOMRect))
  const touches = ({ x, y }: Point): boolean =>
    boxes.some(
      (box) =>
        (Math.abs(x - box.left) <= reach || Math.abs(x - box.right) <= reach
          ? y >= box.top - reach && y <= box.bottom + reach
          : false) ||
        (Math.abs(y - box.top) <= reach || Math.abs(y - box.bottom) <= reach
          ? x >= box.left - reach && x <= box.right + reach
          : false),
    )
  const loose: string[] = []
  for (const line of await app.lines.all()) {
    const ends = [await along(line, 0), await along(line, 1)]
    if (!ends.every(touches)) loose.push((await line.getAttribute('aria-label')) ?? '')
  }
  return loose
}
