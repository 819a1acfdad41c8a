// Puts blocks of tables beside each other without overlap, in a shape that fits a screen.
import { inflate, overlaps, type Box, type Point } from '../box'
import { upToGrid } from '../sizes'
import { BoxIndex } from '../spatial'

/** Tables with their places relative to the block's corner. */
export interface Block {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<string, Point>
}

const screenShape = 1.6

/** Tables in rows, in the given order, none of them above another's column. */
export function gridBlock(boxes: readonly (readonly [string, Box])[], gap: number): Block {
  const area = boxes.reduce((sum, [, box]) => sum + (box.width + gap) * (box.height + gap), 0)
  const widest = Math.max(0, ...boxes.map(([, box]) => box.width))
  const pitch = upToGrid(widest + gap)
  const across = Math.max(1, Math.round(Math.sqrt(area * screenShape) / pitch))
  const places = new Map<string, Point>()
  let [y, tallest] = [0, 0]
  boxes.forEach(([id, box], i) => {
    if (i > 0 && i % across === 0) [y, tallest] = [y + upToGrid(tallest + gap), 0]
    places.set(id, { x: (i % across) * pitch, y })
    tallest = Math.max(tallest, box.height)
  })
  const columns = Math.min(across, boxes.length)
  return { width: Math.max(0, columns * pitch - gap), height: y + tallest, places }
}

/** Shelves: the tallest first, as wide as a screen of their area would be. */
export function packBlocks(blocks: readonly Block[], gap: number): readonly Point[] {
  const area = blocks.reduce((sum, block) => sum + (block.width + gap) * (block.height + gap), 0)
  const widest = Math.max(0, ...blocks.map((block) => block.width))
  const limit = Math.max(widest, Math.sqrt(area * screenShape))
  const order = blocks
    .map((_, i) => i)
    .sort((a, b) => (blocks[b]?.height ?? 0) - (blocks[a]?.height ?? 0) || a - b)
  const points: Point[] = blocks.map(() => ({ x: 0, y: 0 }))
  let [x, y, shelf] = [0, 0, 0]
  for (const i of order) {
    const block = blocks[i]
    if (!block) continue
    if (x > 0 && x + block.width > limit) [x, y, shelf] = [0, y + upToGrid(shelf + gap), 0]
    points[i] = { x, y }
    x += upToGrid(block.width + gap)
    shelf = Math.max(shelf, block.height)
  }
  return points
}

export function movedBlock({ places, ...size }: Block, by: Point): Block {
  return {
    ...size,
    places: new Map(Array.from(places, ([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }])),
  }
}

/** Several blocks as one. */
export function joinBlocks(blocks: readonly Block[], points: readonly Point[]): Block {
  const places = new Map<string, Point>()
  let [width, height] = [0, 0]
  blocks.forEach((block, i) => {
    const { x, y } = points[i] ?? { x: 0, y: 0 }
    for (const [id, place] of movedBlock(block, { x, y }).places) places.set(id, place)
    width = Math.max(width, x + block.width)
    height = Math.max(height, y + block.height)
  })
  return { width, height, places }
}

const step = 32
const rings = 240

/** Corners on a square around a point, ring by ring. */
function* around({ x, y }: Point): Generator<Point> {
  yield { x, y }
  let reach = 0
  for (let ring = 1; ring <= rings; ring++) {
    reach += ring < 40 ? step : step * Math.ceil(ring / 20)
    const parts = Math.min(2 * ring, 48)
    for (let i = -parts / 2; i <= parts / 2; i++) {
      const aside = upToGrid((2 * i * reach) / parts)
      yield { x: x + reach, y: y + aside }
      yield { x: x + aside, y: y + reach }
      yield { x: x - reach, y: y + aside }
      yield { x: x + aside, y: y - reach }
    }
  }
}

/** Places that stay as they are, and those that were found since. */
export class FreeSpace {
  private readonly index: BoxIndex<string>
  private readonly gap: number
  private right = 0

  constructor(fixed: Iterable<readonly [string, Box]>, gap: number) {
    const all = [...fixed]
    this.index = new BoxIndex(all)
    this.gap = gap
    for (const [, box] of all) this.right = Math.max(this.right, box.x + box.width)
  }

  private isFree(box: Box): boolean {
    const wide = inflate(box, this.gap - 1)
    return !this.index.search(wide).some((key) => {
      const other = this.index.boxOf(key)
      return other !== undefined && overlaps(wide, other)
    })
  }

  /** The free place nearest to a wish for a block of this size; taken from then on. */
  take(id: string, { width, height }: { width: number; height: number }, wish: Point): Point {
    for (const { x, y } of around(wish)) {
      const box = { x, y, width, height }
      if (this.isFree(box)) return this.keep(id, box)
    }
    return this.keep(id, { x: upToGrid(this.right + this.gap), y: wish.y, width, height })
  }

  private keep(id: string, box: Box): Point {
    this.index.insert(id, box)
    this.right = Math.max(this.right, box.x + box.width)
    return { x: box.x, y: box.y }
  }
}
