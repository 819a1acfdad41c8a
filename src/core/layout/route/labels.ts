// A place on the line where its label stands clear of tables and of other labels.
import type { Box, Point } from '../box'
import { textWidth } from '../metrics'
import { label, text } from '../sizes'
import { BoxIndex } from '../spatial'
import { distance, middleOf } from './path'

export interface Labelled {
  readonly id: string
  readonly points: readonly Point[]
  readonly label?: string
}

const around = ({ x, y }: Point, width: number): Box => ({
  x: x - width / 2,
  y: y - label.height / 2,
  width,
  height: label.height,
})

/** Middles and thirds of the stretches, level and long ones first. */
function candidates(points: readonly Point[]): readonly Point[] {
  const spots: { readonly point: Point; readonly worth: number }[] = []
  points.forEach((b, i) => {
    const a = points[i - 1]
    if (!a) return
    const worth = distance(a, b) * (a.y === b.y ? 2 : 1)
    for (const [share, less] of [
      [0.5, 1],
      [0.3, 0.7],
      [0.7, 0.7],
    ] as const) {
      const point = { x: Math.round(a.x + (b.x - a.x) * share), y: Math.round(a.y + (b.y - a.y) * share) }
      spots.push({ point, worth: worth * less })
    }
  })
  return spots.sort((p, q) => q.worth - p.worth).map(({ point }) => point)
}

export interface LabelPlace {
  readonly at: Point
  /** No stretch of the line is long enough: the label would cover a table. */
  readonly isCramped: boolean
}

/** In the given order: who comes first chooses first. */
export function labelPlaces(
  lines: readonly Labelled[],
  tables: BoxIndex<string>,
): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>()
  const taken = new BoxIndex<string>()
  for (const { id, points, label: words } of lines) {
    if (words === undefined) {
      places.set(id, { at: middleOf(points), isCramped: false })
      continue
    }
    const width = textWidth(words, text.label) + 2 * label.padding
    const clear = candidates(points).filter((point) => !tables.collides(around(point, width)))
    const at = clear.find((point) => !taken.collides(around(point, width)))
    if (at) taken.insert(id, around(at, width))
    places.set(id, { at: at ?? clear[0] ?? middleOf(points), isCramped: at === undefined })
  }
  return places
}
