// Which boxes lie where: a coarse grid of buckets. Changing one box costs its own buckets only, and asking costs what
// is in view.
import { bottom, overlaps, right, type Box } from './box'

const cell = 512
const keyOf = (column: number, row: number): string => `${column}/${row}`

export class BoxIndex<Id extends string> {
  private readonly buckets = new Map<string, Set<Id>>()
  private readonly boxes = new Map<Id, Box>()

  private *keysOf(box: Box): Generator<string> {
    const lastColumn = Math.floor(right(box) / cell)
    const lastRow = Math.floor(bottom(box) / cell)
    for (let column = Math.floor(box.x / cell); column <= lastColumn; column++) {
      for (let row = Math.floor(box.y / cell); row <= lastRow; row++) yield keyOf(column, row)
    }
  }

  put(id: Id, box: Box): void {
    if (this.boxes.get(id) === box) return
    this.drop(id)
    this.boxes.set(id, box)
    for (const key of this.keysOf(box)) {
      const bucket = this.buckets.get(key)
      if (bucket) bucket.add(id)
      else this.buckets.set(key, new Set([id]))
    }
  }

  drop(id: Id): void {
    const box = this.boxes.get(id)
    if (!box) return
    this.boxes.delete(id)
    for (const key of this.keysOf(box)) this.buckets.get(key)?.delete(id)
  }

  /** Leads from one state to the next, touching only what differs. */
  update(
    before: ReadonlyMap<Id, { readonly box: Box }>,
    after: ReadonlyMap<Id, { readonly box: Box }>,
  ): void {
    for (const id of before.keys()) if (!after.has(id)) this.drop(id)
    for (const [id, item] of after) if (before.get(id) !== item) this.put(id, item.box)
  }

  search(area: Box): readonly Id[] {
    const buckets = ((right(area) - area.x) * (bottom(area) - area.y)) / (cell * cell)
    // Looking at nearly everything: asking every box is cheaper than every bucket.
    if (buckets > this.boxes.size)
      return [...this.boxes].filter(([, box]) => overlaps(area, box)).map(([id]) => id)
    const found = new Set<Id>()
    for (const key of this.keysOf(area)) {
      for (const id of this.buckets.get(key) ?? []) {
        const box = this.boxes.get(id)
        if (box && overlaps(area, box)) found.add(id)
      }
    }
    return [...found]
  }

  /** Everything that is known, with its box. */
  all(): ReadonlyMap<Id, Box> {
    return this.boxes
  }
}
