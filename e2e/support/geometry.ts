// Where things stand, computed from a saved model the way the app computes it.
import { placedIn } from '../../src/core/layout/geometry'
import type { Placeable } from '../../src/core/model/records'
import { firstDiagram, type Schema } from '../../src/core/model/schema'
import { displayName } from '../../src/core/model/query'
import { expect } from '../fixtures'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Boxes by name, in the coordinates of the first diagram. */
export function boxesIn(schema: Schema): ReadonlyMap<string, Box> {
  const diagram = firstDiagram(schema)
  if (!diagram) throw new Error('no diagram')
  const placed = placedIn(schema, diagram)
  return new Map(
    [...placed].map(([id, { box }]: [Placeable, { box: Box }]) => [displayName(schema, id), box]),
  )
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export function expectNoOverlap(schema: Schema): void {
  const boxes = [...boxesIn(schema)]
  const pairs = boxes.flatMap(([name, box], i) =>
    boxes.slice(i + 1).flatMap(([other, otherBox]) => (overlap(box, otherBox) ? [`${name} / ${other}`] : [])),
  )
  expect(pairs).toEqual([])
}
