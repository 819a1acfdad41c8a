// The far picture as bitmaps: panning moves tiles, zooming stretches them, and at rest they are drawn anew a few at a
// time, so no frame waits for the whole picture.
import type { Size } from '../../core/model/records'
import type { Viewport } from '../../state/view'
import { overlaps, type Box } from '../box'

/** Device pixels along one side of a tile. */
const side = 512
const framesBudgetMs = 9
const mostTiles = 160

type Surface = HTMLCanvasElement
type Pen = CanvasRenderingContext2D

interface Tile {
  readonly surface: Surface
  isStale: boolean
  usedAt: number
}

interface Sheet {
  /** Device pixels per canvas unit. */
  readonly scale: number
  readonly tiles: Map<string, Tile>
}

/** The longest side of the picture that holds everything, in device pixels. */
const baseSide = 1536

interface Base {
  readonly surface: Surface
  readonly area: Box
  isStale: boolean
}

/** Paints what lies in `area`; the pen is already scaled and moved to canvas units. */
export type PaintArea = (pen: Pen, area: Box, scale: number) => void

interface View {
  readonly viewport: Viewport
  readonly size: Size
  readonly ratio: number
  /** While zooming, the tiles of before are stretched instead of drawn anew. */
  readonly isZooming: boolean
}

const range = (from: number, length: number): readonly number[] => {
  const first = Math.floor(from / side)
  const last = Math.floor((from + length - 1) / side)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function makeSurface(): Surface {
  const surface = document.createElement('canvas')
  surface.width = side
  surface.height = side
  return surface
}

export class Tiles {
  private readonly paint: PaintArea
  private front: Sheet = { scale: 0, tiles: new Map() }
  /** The sheet of the zoom before, shown until the new one covers the view. */
  private back: Sheet | undefined
  /** Everything at once, coarse: what shows where a tile is still missing. */
  private base: Base | undefined
  private frame = 0

  constructor(paint: PaintArea) {
    this.paint = paint
  }

  /** To be called when there is time: paints the coarse picture of everything. */
  prepare(area: Box | undefined): void {
    if (!area || (this.base && !this.base.isStale)) return
    const scale = Math.min(1, baseSide / Math.max(area.width, area.height))
    const surface = this.base?.surface ?? document.createElement('canvas')
    surface.width = Math.ceil(area.width * scale)
    surface.height = Math.ceil(area.height * scale)
    const pen = surface.getContext('2d')
    if (!pen) return
    pen.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale)
    this.paint(pen, area, scale)
    this.base = { surface, area, isStale: false }
  }

  private drawBase(pen: Pen, { viewport, ratio }: View): void {
    if (!this.base) return
    const { area, surface } = this.base
    const scale = viewport.zoom * ratio
    const x = area.x * scale + viewport.x * ratio
    const y = area.y * scale + viewport.y * ratio
    pen.drawImage(surface, x, y, area.width * scale, area.height * scale)
  }

  /** Everything, or what touches these boxes, must be drawn anew; the old picture stays until it is. */
  spoil(boxes?: readonly Box[]): void {
    const { scale, tiles } = this.front
    this.back = undefined
    if (this.base) this.base.isStale = true
    for (const [key, tile] of tiles) {
      const [column = 0, row = 0] = key.split('/').map(Number)
      const area = {
        x: (column * side) / scale,
        y: (row * side) / scale,
        width: side / scale,
        height: side / scale,
      }
      if (!boxes || boxes.some((box) => overlaps(area, box))) tile.isStale = true
    }
  }

  forget(): void {
    this.front = { scale: 0, tiles: new Map() }
    this.back = undefined
  }

  /** Draws the view; true when nothing in it is missing, stale or stretched. */
  draw(pen: Pen, view: View): boolean {
    this.frame++
    const scale = view.viewport.zoom * view.ratio
    if (scale !== this.front.scale && !(view.isZooming && this.front.tiles.size > 0)) this.turnTo(scale)
    if (this.back ?? !this.covers(view)) this.drawBase(pen, view)
    if (this.back) this.stretch(pen, this.back, view)
    if (scale !== this.front.scale) {
      this.stretch(pen, this.front, view)
      return false
    }
    const isWhole = this.fill(pen, view)
    if (isWhole) this.back = undefined
    this.prune()
    return isWhole
  }

  /** Are all tiles of the view there? */
  private covers({ viewport, size, ratio }: View): boolean {
    if (viewport.zoom * ratio !== this.front.scale) return false
    const rows = range(-Math.round(viewport.y * ratio), size.height * ratio)
    const columns = range(-Math.round(viewport.x * ratio), size.width * ratio)
    return rows.every((row) => columns.every((column) => this.front.tiles.has(`${column}/${row}`)))
  }

  private turnTo(scale: number): void {
    if (this.front.tiles.size > 0) this.back = this.front
    this.front = { scale, tiles: new Map() }
  }

  private stretch(pen: Pen, sheet: Sheet, { viewport, ratio, size }: View): void {
    const factor = (viewport.zoom * ratio) / sheet.scale
    const drawn = side * factor
    for (const [key, { surface }] of sheet.tiles) {
      const [column = 0, row = 0] = key.split('/').map(Number)
      const x = column * drawn + viewport.x * ratio
      const y = row * drawn + viewport.y * ratio
      if (x > size.width * ratio || y > size.height * ratio || x + drawn < 0 || y + drawn < 0) continue
      pen.drawImage(surface, x, y, drawn, drawn)
    }
  }

  private fill(pen: Pen, { viewport, size, ratio }: View): boolean {
    const left = Math.round(viewport.x * ratio)
    const top = Math.round(viewport.y * ratio)
    const end = performance.now() + framesBudgetMs
    let isWhole = true
    for (const row of range(-top, size.height * ratio)) {
      for (const column of range(-left, size.width * ratio)) {
        const tile = this.tileAt(column, row, performance.now() < end)
        if (!tile || tile.isStale) isWhole = false
        if (!tile) continue
        tile.usedAt = this.frame
        pen.clearRect(column * side + left, row * side + top, side, side)
        pen.drawImage(tile.surface, column * side + left, row * side + top)
      }
    }
    return isWhole
  }

  private tileAt(column: number, row: number, mayPaint: boolean): Tile | undefined {
    const key = `${column}/${row}`
    const known = this.front.tiles.get(key)
    if ((known && !known.isStale) || !mayPaint) return known
    const tile = known ?? { surface: makeSurface(), isStale: false, usedAt: this.frame }
    tile.isStale = false
    this.front.tiles.set(key, tile)
    const pen = tile.surface.getContext('2d')
    if (!pen) return undefined
    const { scale } = this.front
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, side, side)
    pen.setTransform(scale, 0, 0, scale, -column * side, -row * side)
    const area = {
      x: (column * side) / scale,
      y: (row * side) / scale,
      width: side / scale,
      height: side / scale,
    }
    this.paint(pen, area, scale)
    return tile
  }

  private prune(): void {
    const { tiles } = this.front
    if (tiles.size <= mostTiles) return
    const oldest = [...tiles].sort(([, a], [, b]) => a.usedAt - b.usedAt).slice(0, tiles.size - mostTiles)
    for (const [key] of oldest) tiles.delete(key)
  }
}
