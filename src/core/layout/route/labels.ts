// A place on the line where its label stands clear of tables and of other labels.
import type { Box, Point } from '../box'
import { textWidth } from '../metrics'
import { label, text } from '../sizes'
import { BoxIndex, LineIndex } from '../spatial'
import { distance, middleOf } from './path'

export interface Labelled {
  readonly id: string
  readonly points: readonly Point[]
  readonly label?: string
}

/** The marks of both ends need their room. */
const endRoom = 26

const around = ({ x, y }: Point, width: number, height: number = label.height): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** An upright stretch shorter than this would vanish behind its label. */
const uprightRoom = 48

/** A part of a stretch that is free for a label. */
function freePart(points: readonly Point[], i: number): readonly [Point, Point] | undefined {
  const [a, b] = [points[i - 1], points[i]]
  if (!a || !b) return undefined
  const length = distance(a, b)
  const [start, end] = [i === 1 ? endRoom : 0, i === points.length - 1 ? endRoom : 0]
  if (length <= start + end) return undefined
  const at = (by: number) => ({ x: a.x + ((b.x - a.x) * by) / length, y: a.y + ((b.y - a.y) * by) / length })
  return [at(start), at(length - end)]
}

/** Middles and thirds of the stretches that are long enough, level and long ones first. */
function candidates(points: readonly Point[], width: number): readonly Point[] {
  const spots: { readonly point: Point; readonly worth: number }[] = []
  for (let i = 1; i < points.length; i++) {
    const part = freePart(points, i)
    if (!part) continue
    const [a, b] = part
    const isLevel = a.y === b.y
    const room = distance(a, b) - (isLevel ? width : uprightRoom)
    if (room < 0) continue
    for (const share of [0.5, 0.2, 0.8]) {
      const by = 0.5 + ((share - 0.5) * room) / Math.max(1, distance(a, b))
      const point = { x: Math.round(a.x + (b.x - a.x) * by), y: Math.round(a.y + (b.y - a.y) * by) }
      spots.push({ point, worth: (isLevel ? 4000 : 0) + room - Math.abs(share - 0.5) * 100 })
    }
  }
  return spots.sort((p, q) => q.worth - p.worth).map(({ point }) => point)
}

/** The height that other lines must leave free. */
const lineRoom = 12

export interface LabelPlace {
  readonly at: Point
  /** No stretch of the line has room: the label would cover a table, a mark or another line. */
  readonly isCramped: boolean
}

/** In the given order: who comes first chooses first. */
export function labelPlaces(
  lines: readonly Labelled[],
  tables: BoxIndex<string>,
): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>()
  const taken = new BoxIndex<string>()
  const stretches = new LineIndex(lines.map((line) => [line.id, line]))
  for (const { id, points, label: words } of lines) {
    if (words === undefined) {
      places.set(id, { at: middleOf(points), isCramped: false })
      continue
    }
    const width = textWidth(words, text.label) + 2 * label.padding
    const isFree = (point: Point) => {
      const box = around(point, width)
      if (tables.collides(box) || taken.collides(box)) return false
      const near = stretches.search(around(point, width, lineRoom))
      return near.size === 0 || (near.size === 1 && near.has(id))
    }
    const at = candidates(points, width).find(isFree)
    if (at) taken.insert(id, around(at, width))
    places.set(id, { at: at ?? middleOf(points), isCramped: at === undefined })
  }
  return places
}
