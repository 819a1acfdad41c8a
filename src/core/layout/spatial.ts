// Finds boxes by place and lines by nearness, however many there are.
import RBush from 'rbush'
import type { Box, Point } from './box'
import type { Path } from './route/path'

interface Item<K> {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly key: K
  readonly box: Box
}

function itemOf<K>(key: K, box: Box): Item<K> {
  return { minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height, key, box }
}

/** Boxes by key. Touching counts as found. */
export class BoxIndex<K> {
  private readonly tree = new RBush<Item<K>>()
  private readonly items = new Map<K, Item<K>>()

  constructor(boxes: Iterable<readonly [K, Box]> = []) {
    this.load(boxes)
  }

  /** Many at once: much faster than one by one. */
  load(boxes: Iterable<readonly [K, Box]>): void {
    const items = Array.from(boxes, ([key, box]) => itemOf(key, box))
    for (const item of items) this.items.set(item.key, item)
    this.tree.load(items)
  }

  get size(): number {
    return this.items.size
  }

  boxOf(key: K): Box | undefined {
    return this.items.get(key)?.box
  }

  /** Adds a box, or moves it. */
  insert(key: K, box: Box): void {
    this.remove(key)
    const item = itemOf(key, box)
    this.items.set(key, item)
    this.tree.insert(item)
  }

  remove(key: K): void {
    const item = this.items.get(key)
    if (!item) return
    this.items.delete(key)
    this.tree.remove(item)
  }

  search(box: Box): readonly K[] {
    return this.tree.search(itemOf(undefined, box)).map((item) => item.key)
  }

  /** Boxes themselves, for those who do not ask whose they are. */
  boxesIn(minX: number, minY: number, far: { readonly maxX: number; readonly maxY: number }): readonly Box[] {
    return this.tree.search({ minX, minY, ...far }).map((item) => item.box)
  }

  collides(box: Box): boolean {
    return this.tree.collides(itemOf(undefined, box))
  }
}

interface Stretch {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly line: string
}

function stretchesOf(line: string, points: readonly Point[]): Stretch[] {
  return points.slice(1).map((b, i) => {
    const a = points[i] ?? b
    return {
      minX: Math.min(a.x, b.x),
      minY: Math.min(a.y, b.y),
      maxX: Math.max(a.x, b.x),
      maxY: Math.max(a.y, b.y),
      line,
    }
  })
}

/** Lines by their stretches, for hovering and clicking. */
export class LineIndex<K extends string> {
  private readonly tree = new RBush<Stretch>()
  private readonly stretches = new Map<K, readonly Stretch[]>()

  constructor(paths: Iterable<readonly [K, Pick<Path, 'points'>]> = []) {
    const all: Stretch[] = []
    for (const [id, { points }] of paths) {
      const own = stretchesOf(id, points)
      this.stretches.set(id, own)
      all.push(...own)
    }
    this.tree.load(all)
  }

  insert(id: K, { points }: Pick<Path, 'points'>): void {
    this.remove(id)
    const own = stretchesOf(id, points)
    this.stretches.set(id, own)
    this.tree.load(own)
  }

  remove(id: K): void {
    for (const stretch of this.stretches.get(id) ?? []) this.tree.remove(stretch)
    this.stretches.delete(id)
  }

  /** The nearest line within a distance; the later id of two equally near ones never wins by chance. */
  hitLine({ x, y }: Point, tolerance: number): K | undefined {
    const area = { minX: x - tolerance, minY: y - tolerance, maxX: x + tolerance, maxY: y + tolerance }
    let hit: string | undefined
    let least = tolerance
    for (const { minX, minY, maxX, maxY, line } of this.tree.search(area)) {
      const away = Math.hypot(Math.max(minX - x, 0, x - maxX), Math.max(minY - y, 0, y - maxY))
      if (away > least || (away === least && hit !== undefined && hit <= line)) continue
      least = away
      hit = line
    }
    // Only keys of this index were put in.
    return hit as K | undefined
  }

  /** Lines with a stretch in the box. */
  search(box: Box): ReadonlySet<K> {
    const area = { minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height }
    // As above.
    return new Set(this.tree.search(area).map((stretch) => stretch.line as K))
  }
}
