// Two shapes that layers alone draw badly: a hub with many tables that are tied to nothing else, and columns with holes.
import type { Box, Point } from '../box'
import { upToGrid } from '../sizes'
import type { Neighbours } from './clusters'
import type { Block } from './pack'

/** From so many leaves on, they stand in columns on both sides of their hub. */
const manyLeaves = 8

/** Hubs with the tables that are tied to them alone. */
export function hubsIn(
  members: readonly string[],
  neighbours: Neighbours,
): ReadonlyMap<string, readonly string[]> {
  const leaves = new Map<string, string[]>()
  for (const id of members) {
    const [only, second] = neighbours.get(id) ?? []
    if (only === undefined || second !== undefined || (neighbours.get(only)?.length ?? 0) < 2) continue
    const known = leaves.get(only)
    if (known) known.push(id)
    else leaves.set(only, [id])
  }
  return new Map([...leaves].filter(([, list]) => list.length >= manyLeaves))
}

type Sized = readonly [id: string, box: Box]

/** Splits a list into columns of about the same height, in order. */
function columnsOf(leaves: readonly Sized[], gap: number, limit: number): readonly (readonly Sized[])[] {
  const columns: Sized[][] = []
  let column: Sized[] = []
  let height = 0
  for (const leaf of leaves) {
    if (column.length > 0 && height + leaf[1].height > limit) {
      columns.push(column)
      column = []
      height = 0
    }
    column.push(leaf)
    height += leaf[1].height + gap
  }
  if (column.length > 0) columns.push(column)
  return columns
}

const heightOf = (column: readonly Sized[], gap: number): number =>
  column.reduce((sum, [, box]) => sum + box.height, 0) + gap * Math.max(0, column.length - 1)

/** The hub in the middle, half of its leaves on either side. */
export function hubBlock(
  hub: Sized,
  leaves: readonly Sized[],
  spacing: { beside: number; between: number },
): Block {
  const gap = spacing.beside
  const area = leaves.reduce((sum, [, box]) => sum + (box.width + spacing.between) * (box.height + gap), 0)
  const columns = columnsOf(leaves, gap, Math.max(hub[1].height, Math.sqrt(area / 1.4)))
  const left = columns.slice(0, Math.floor(columns.length / 2))
  const right = columns.slice(left.length)
  const all = [...left, [hub], ...right]
  const height = Math.max(...all.map((column) => heightOf(column, gap)))
  const places = new Map<string, Point>()
  let x = 0
  for (const column of all) {
    let y = Math.round((height - heightOf(column, gap)) / 16) * 8
    for (const [id, box] of column) {
      places.set(id, { x, y })
      y += upToGrid(box.height + gap)
    }
    x += upToGrid(Math.max(...column.map(([, box]) => box.width)) + spacing.between)
  }
  return { width: x - spacing.between, height: upToGrid(height + columns.length * 8), places }
}

/** Draws the tables of each layer together, around a common middle, keeping their order. */
export function closeUp(nodes: readonly Sized[], gap: number, along: 'x' | 'y'): ReadonlyMap<string, Point> {
  const across = along === 'y' ? 'x' : 'y'
  const size = along === 'y' ? 'height' : 'width'
  const layers = new Map<number, Sized[]>()
  // Tables of a layer share their middle: that is how the engine aligns them.
  const depth = along === 'y' ? 'width' : 'height'
  const sorted = [...nodes].sort((a, b) => a[1][across] + a[1][depth] / 2 - (b[1][across] + b[1][depth] / 2))
  let key = -Infinity
  let far = -Infinity
  for (const node of sorted) {
    if (node[1][across] >= far) key = node[1][across]
    far = Math.max(far, node[1][across] + node[1][depth])
    const layer = layers.get(key)
    if (layer) layer.push(node)
    else layers.set(key, [node])
  }
  const places = new Map<string, Point>()
  for (const layer of layers.values()) {
    layer.sort((a, b) => a[1][along] - b[1][along])
    const total = layer.reduce((sum, [, box]) => sum + upToGrid(box[size] + gap), -gap)
    let at = -Math.round(total / 16) * 8
    for (const [id, box] of layer) {
      places.set(id, along === 'y' ? { x: box.x, y: at } : { x: at, y: box.y })
      at += upToGrid(box[size] + gap)
    }
  }
  return places
}
