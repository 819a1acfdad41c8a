// Where everything of a template stands. Tables are as wide as the texts of the chosen database make them, so places
// are computed from their sizes: side by side, one above the other, framed by areas of one height.
import { area as areaSizes, grid, note as noteSizes, upToGrid } from '../layout/sizes'
import type { Size } from '../model/records'
import type { AreaBlock, Block, NoteBlock, Stack } from './template'

/** Between tables there is room for the lines; between areas there are fewer of them. */
const gaps = { row: 96, col: 40, areas: 56 } as const
/** An area grows with its row, unless most of it would stay empty. */
const mostGrowth = 280
/** Room that is left over in a column goes between its tables, up to this much. */
const mostAir = 144
const noteWidth = 232

export interface Spot extends Size {
  readonly x: number
  readonly y: number
}

export interface Page {
  readonly objects: ReadonlyMap<string, Spot>
  readonly areas: readonly { readonly block: AreaBlock; readonly box: Spot }[]
  readonly notes: readonly { readonly block: NoteBlock; readonly box: Spot }[]
}

export const isStack = (block: Block): block is Stack =>
  typeof block !== 'string' && (block.kind === 'row' || block.kind === 'col')

const holdsAreas = (block: Block | number): boolean => {
  if (typeof block === 'number' || typeof block === 'string') return false
  return isStack(block) ? block.items.some(holdsAreas) : block.kind === 'area'
}

export interface Measures {
  readonly sizeOf: (object: string) => Size
  /** How many lines a note's text takes in a width. */
  readonly linesOf: (text: string, width: number) => number
}

class Layouter {
  readonly objects = new Map<string, Spot>()
  readonly areas: { block: AreaBlock; box: Spot }[] = []
  readonly notes: { block: NoteBlock; box: Spot }[] = []
  private readonly measures: Measures

  constructor(measures: Measures) {
    this.measures = measures
  }

  private gapOf(stack: Stack): number {
    return holdsAreas(stack) ? gaps.areas : gaps[stack.kind]
  }

  private size(block: Block): Size {
    if (typeof block === 'string') {
      const { width, height } = this.measures.sizeOf(block)
      return { width: upToGrid(width), height: upToGrid(height) }
    }
    if (block.kind === 'note') {
      const lines = this.measures.linesOf(block.text, noteWidth - 2 * noteSizes.padding)
      const height = 2 * noteSizes.padding + 22 + lines * noteSizes.lineHeight
      return { width: noteWidth, height: upToGrid(height) }
    }
    if (block.kind === 'area') {
      const { width, height } = this.size(block.of)
      const { padding, header } = areaSizes
      return { width: width + 2 * padding, height: height + header + 2 * padding }
    }
    return this.stackSize(block)
  }

  private stackSize(stack: Stack): Size {
    const sizes = stack.items.map((item) => (typeof item === 'number' ? undefined : this.size(item)))
    const isRow = stack.kind === 'row'
    const along = this.lengths(stack, sizes).reduce((sum, length) => sum + length, 0)
    const across = Math.max(...sizes.map((size) => (isRow ? size?.height : size?.width) ?? 0))
    return isRow ? { width: along, height: across } : { width: across, height: along }
  }

  /** What each item takes along the stack, the gap before it included. */
  private lengths(stack: Stack, sizes: readonly (Size | undefined)[]): readonly number[] {
    const gap = this.gapOf(stack)
    return stack.items.map((item, i) => {
      if (typeof item === 'number') return item
      const isFirst = !sizes.slice(0, i).some((size) => size !== undefined)
      const size = sizes[i] ?? { width: 0, height: 0 }
      return (isFirst ? 0 : gap) + (stack.kind === 'row' ? size.width : size.height)
    })
  }

  place(block: Block, box: Spot): void {
    if (typeof block === 'string') {
      this.objects.set(block, { ...box, ...this.size(block) })
    } else if (block.kind === 'note') {
      this.notes.push({ block, box: { ...box, ...this.size(block) } })
    } else if (block.kind === 'area') this.placeArea(block, box)
    else if (block.kind === 'row') this.placeRow(block, box)
    else this.placeCol(block, box)
  }

  private placeArea(block: AreaBlock, box: Spot): void {
    this.areas.push({ block, box })
    const { padding, header } = areaSizes
    const inner = this.size(block.of)
    const room = { width: box.width - 2 * padding, height: box.height - header - 2 * padding }
    this.place(block.of, {
      x: box.x + padding + onGrid((room.width - inner.width) / 2),
      y: box.y + header + padding,
      width: inner.width,
      height: room.height,
    })
  }

  /** Areas of a row share what is left of its width; tables stand where they are. */
  private placeRow(stack: Stack, box: Spot): void {
    const gap = this.gapOf(stack)
    const spare = holdsAreas(stack) ? box.width - this.size(stack).width : 0
    const takers = stack.items.filter(holdsAreas).length
    let x = box.x
    let before = 0
    for (const item of stack.items) {
      if (typeof item === 'number') {
        x += item
        continue
      }
      x += before
      before = gap
      const share = holdsAreas(item) && takers > 0 ? onGrid(spare / takers) : 0
      const width = this.size(item).width + share
      const own = this.size(item).height
      const isShort = typeof item !== 'string' && item.kind === 'area' && box.height - own > mostGrowth
      this.place(item, { x, y: box.y, width, height: isShort ? own : box.height })
      x += width
    }
  }

  private placeCol(stack: Stack, box: Spot): void {
    const isOfAreas = holdsAreas(stack)
    const gap = this.gapOf(stack)
    const spare = Math.max(0, box.height - this.size(stack).height)
    const blocks = stack.items.filter((item) => typeof item !== 'number')
    const takers = blocks.filter(holdsAreas).length
    const air = isOfAreas || blocks.length < 2 ? 0 : Math.min(mostAir, onGrid(spare / (blocks.length - 1)))
    let y = box.y
    let before = 0
    for (const item of stack.items) {
      if (typeof item === 'number') {
        y += item
        continue
      }
      y += before
      before = gap + air
      const grows = holdsAreas(item) && takers > 0 && spare <= mostGrowth * takers
      const share = grows ? onGrid(spare / takers) : 0
      const height = this.size(item).height + share
      this.place(item, { x: box.x, y, width: box.width, height })
      y += height
    }
  }

  run(block: Block): Page {
    const size = this.size(block)
    this.place(block, { x: 0, y: 0, ...size })
    return { objects: this.objects, areas: this.areas, notes: this.notes }
  }
}

const onGrid = (length: number): number => Math.max(0, Math.floor(length / grid) * grid)

export const layOut = (block: Block, measures: Measures): Page => new Layouter(measures).run(block)
