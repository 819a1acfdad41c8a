// A diagram as small as a stamp: frames, tables with their rows as bars, lines. A handful of paths in named colours,
// so that it follows the theme, is sharp on every screen and is stored in a few thousand characters.
import type { Box, Point } from '../layout/box'
import { inflate, union } from '../layout/box'
import { colorOf, placedIn, type Placed } from '../layout/geometry'
import { linesIn } from '../layout/lines'
import { routeAll } from '../layout/route/router'
import { header, row } from '../layout/sizes'
import type { DiagramId } from '../model/id'
import type { Color } from '../model/records'
import type { Schema } from '../model/schema'
import { colourPaints, type Paint } from './paints'

export interface MiniatureShape {
  readonly paint: Paint
  readonly how: 'fill' | 'stroke'
  readonly opacity?: number
  /** An SVG path. */
  readonly d: string
}

export interface Miniature {
  readonly width: number
  readonly height: number
  /** From the back to the front. */
  readonly shapes: readonly MiniatureShape[]
}

/** Everything fits into this many units. */
const frame = { width: 320, height: 200 } as const
/** More lines than these are a grey cloud, and finding their ways takes long. */
const mostLines = 400
/** Rows lower than this many units are not told apart. */
const leastRow = 0.8

const short = (value: number): string => String(Math.round(value * 10) / 10)

class Stamp {
  private readonly layers = new Map<string, { readonly shape: Omit<MiniatureShape, 'd'>; d: string }>()
  private readonly bounds: Box
  readonly scale: number

  constructor(bounds: Box) {
    this.bounds = bounds
    this.scale = Math.min(frame.width / bounds.width, frame.height / bounds.height)
  }

  private point({ x, y }: Point): string {
    return `${short((x - this.bounds.x) * this.scale)} ${short((y - this.bounds.y) * this.scale)}`
  }

  private add(shape: Omit<MiniatureShape, 'd'>, d: string): void {
    const key = `${shape.paint} ${shape.how} ${shape.opacity ?? 1}`
    const layer = this.layers.get(key)
    if (layer) layer.d += d
    else this.layers.set(key, { shape, d })
  }

  box(box: Box, shape: Omit<MiniatureShape, 'd'>): void {
    const [width, height] = [short(box.width * this.scale), short(box.height * this.scale)]
    this.add(shape, `M${this.point(box)}h${width}v${height}h-${width}z`)
  }

  way(points: readonly Point[], shape: Omit<MiniatureShape, 'd'>): void {
    this.add(shape, points.map((point, i) => `${i === 0 ? 'M' : 'L'}${this.point(point)}`).join(''))
  }

  done(): Miniature {
    return {
      width: Math.ceil(this.bounds.width * this.scale),
      height: Math.ceil(this.bounds.height * this.scale),
      shapes: [...this.layers.values()].map(({ shape, d }) => ({ ...shape, d })),
    }
  }
}

/** A bar where a name stands and one where its type stands, each about as long as the word. */
function bars({ box, face }: Placed, stamp: Stamp): void {
  const height = row.height / 3
  for (const shown of face.rows) {
    const y = box.y + shown.y + (row.height - height) / 2
    const name = Math.min(shown.name.length * 6.4, box.width * 0.5)
    const type = Math.min(shown.type.length * 5.6, box.width * 0.35)
    stamp.box(
      { x: box.x + shown.nameX, y, width: name, height },
      { paint: 'faint', how: 'fill', opacity: 0.6 },
    )
    const from = box.x + shown.typeX - type
    stamp.box({ x: from, y, width: type, height }, { paint: 'borderStrong', how: 'fill', opacity: 0.7 })
  }
}

function table(placed: Placed, color: Color, stamp: Stamp): void {
  const { box, face } = placed
  stamp.box(box, { paint: 'surface', how: 'fill' })
  stamp.box(box, { paint: 'borderStrong', how: 'stroke' })
  const top = { ...box, height: Math.min(header.height * 0.7, box.height) }
  stamp.box(top, { paint: colourPaints(color).strip, how: 'fill', opacity: color === 'none' ? 1 : 0.85 })
  if (face.rows.length > 0 && row.height * stamp.scale >= leastRow * 2) bars(placed, stamp)
}

function lines(schema: Schema, diagram: DiagramId, { placed, stamp }: Drawing): void {
  if (schema.relation.size > mostLines) return
  const wanted = linesIn(schema, { diagram, placed, labels: 'none' })
  const boxes = new Map<string, Box>(Array.from(placed, ([id, { box }]) => [id, box]))
  for (const { points } of routeAll({ boxes, lines: wanted.values(), obstacles: [] }).values())
    stamp.way(points, { paint: 'line', how: 'stroke', opacity: 0.7 })
}

interface Drawing {
  readonly placed: ReturnType<typeof placedIn>
  readonly stamp: Stamp
}

/** Undefined when there is nothing to be seen. */
export function miniatureOf(schema: Schema, diagram: DiagramId): Miniature | undefined {
  const placed = placedIn(schema, diagram)
  const areas = [...schema.area.values()].filter((area) => area.diagram === diagram)
  const notes = [...schema.note.values()].filter((note) => note.diagram === diagram)
  const boxes: readonly Box[] = [...areas, ...notes, ...Array.from(placed.values(), ({ box }) => box)]
  if (boxes.length === 0) return undefined
  const stamp = new Stamp(inflate(union(boxes), 24))
  for (const area of areas) {
    const { strip, tint } = colourPaints(schema.group.get(area.group)?.color ?? 'none')
    stamp.box(area, { paint: tint, how: 'fill' })
    stamp.box(area, { paint: strip, how: 'stroke', opacity: 0.45 })
  }
  lines(schema, diagram, { placed, stamp })
  for (const note of notes) {
    stamp.box(note, { paint: colourPaints(note.color).tint, how: 'fill' })
    stamp.box(note, { paint: colourPaints(note.color).strip, how: 'stroke', opacity: 0.5 })
  }
  for (const one of placed.values()) table(one, colorOf(schema, one.placement), stamp)
  return stamp.done()
}

const paintForm = /^(?:[a-zA-Z]{2,16}|[a-z]{2,8}-(?:strip|tint|ink)|#[0-9a-f]{6}-(?:strip|tint|ink))$/
const pathForm = /^[MLhvz\d .-]*$/

const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 10_000

function readShape(value: unknown): MiniatureShape | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { paint, how, opacity, d } = value as Readonly<Record<string, unknown>>
  const isSound =
    typeof paint === 'string' &&
    paintForm.test(paint) &&
    (how === 'fill' || how === 'stroke') &&
    typeof d === 'string' &&
    pathForm.test(d)
  if (!isSound) return undefined
  // Of the form of a paint: one that no theme knows has no colour, and nothing worse.
  const shape = { paint: paint as Paint, how, d } as const
  return typeof opacity === 'number' ? { ...shape, opacity } : shape
}

/** A stored miniature; undefined when it is none, for the disk may hold anything. */
export function readMiniature(text: string): Miniature | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { width, height, shapes } = value as Readonly<Record<string, unknown>>
  if (!isSize(width) || !isSize(height) || !Array.isArray(shapes)) return undefined
  const read = shapes.map(readShape)
  return read.includes(undefined)
    ? undefined
    : { width, height, shapes: read.filter((shape) => shape !== undefined) }
}
