// A scene on anything that draws like a 2D canvas: PNG export, and far-away views. The painter is declared here, so that
// core needs no browser.
import { overlaps, type Box } from '../layout/box'
import type { ThemeName } from '../layout/palette'
import type { TextStyle } from '../layout/metrics'
import type { Command } from '../layout/route/path'
import { paintValue, type Paint } from './paints'
import type { Scene, Shape, TextShape } from './shapes'

/** What is used of CanvasRenderingContext2D. */
export interface Painter {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  globalAlpha: number
  font: string
  textAlign: string
  lineCap: string
  lineJoin: string
  save(): void
  restore(): void
  scale(x: number, y: number): void
  translate(x: number, y: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, start: number, end: number): void
  roundRect(x: number, y: number, width: number, height: number, radius: number): void
  fill(): void
  stroke(): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  setLineDash(dash: number[]): void
}

export interface PaintOptions {
  readonly theme: ThemeName
  /** Pixels per unit of the scene. */
  readonly scale: number
  /** The part of the scene that falls on the painter's origin; all of it when absent. */
  readonly view?: Box
  readonly isTransparent?: boolean
  /** How the fonts of the picture are called where it is painted. */
  readonly families?: Readonly<Record<'sans' | 'mono', string>>
  /** Everything in full, however small: a printed picture is looked at with other eyes than a screen. */
  readonly isFull?: boolean
}

/** Below this a row's text is a smear of three pixels. */
export const farBelow = 0.3

const defaultFamilies = { sans: 'Inter, sans-serif', mono: "'JetBrains Mono', monospace" }

function trace(painter: Painter, commands: readonly Command[]): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        painter.moveTo(command[1], command[2])
        break
      case 'L':
        painter.lineTo(command[1], command[2])
        break
      case 'Q':
        painter.quadraticCurveTo(command[1], command[2], command[3], command[4])
        break
      case 'C':
        painter.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6])
        break
      case 'Z':
        painter.closePath()
        break
    }
  }
}

class ScenePainter {
  private readonly painter: Painter
  private readonly options: PaintOptions

  constructor(painter: Painter, options: PaintOptions) {
    this.painter = painter
    this.options = options
  }

  colour(paint: Paint): string {
    const value = paintValue(paint, this.options.theme)
    return value === 'none' ? 'transparent' : value
  }

  private fontOf({ size, weight, font = 'sans' }: TextStyle, isItalic = false): string {
    const family = (this.options.families ?? defaultFamilies)[font]
    return `${isItalic ? 'italic ' : ''}${weight} ${size}px ${family}`
  }

  private text(shape: TextShape): void {
    const { painter } = this
    painter.font = this.fontOf(shape.style, shape.isItalic)
    painter.textAlign = shape.align === 'middle' ? 'center' : (shape.align ?? 'left')
    if (shape.halo) {
      painter.strokeStyle = this.colour(shape.halo)
      painter.lineWidth = 4
      painter.lineJoin = 'round'
      painter.strokeText(shape.text, shape.x, shape.y)
    }
    painter.fillStyle = this.colour(shape.fill)
    painter.fillText(shape.text, shape.x, shape.y)
  }

  private outline(shape: Exclude<Shape, TextShape>): void {
    const { painter } = this
    painter.beginPath()
    if (shape.kind === 'rect')
      painter.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0)
    else if (shape.kind === 'circle') painter.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
    else trace(painter, shape.commands)
  }

  shape(shape: Shape): void {
    if (shape.kind === 'text') {
      this.text(shape)
      return
    }
    const { painter } = this
    this.outline(shape)
    painter.globalAlpha = shape.opacity ?? 1
    if (shape.fill) {
      painter.fillStyle = this.colour(shape.fill)
      painter.fill()
    }
    if (shape.stroke) {
      const dash = shape.kind === 'path' ? shape.dash : undefined
      if (dash) painter.setLineDash([...dash])
      painter.strokeStyle = this.colour(shape.stroke)
      // A line thinner than a pixel would only be pale.
      painter.lineWidth = Math.max(shape.strokeWidth ?? 1, 1 / this.options.scale)
      painter.lineCap = 'round'
      painter.lineJoin = 'round'
      painter.stroke()
      if (dash) painter.setLineDash([])
    }
    painter.globalAlpha = 1
  }
}

/** Paints what of the scene lies within the view. */
export function paintScene(painter: Painter, scene: Scene, options: PaintOptions): void {
  const view = options.view ?? scene.bounds
  const pen = new ScenePainter(painter, options)
  const isFar = options.isFull !== true && options.scale < farBelow
  painter.save()
  painter.scale(options.scale, options.scale)
  painter.translate(-view.x, -view.y)
  if (options.isTransparent !== true) {
    painter.fillStyle = pen.colour(scene.ground)
    painter.fillRect(view.x, view.y, view.width, view.height)
  }
  for (const group of scene.groups) {
    if (!overlaps(group.box, view)) continue
    for (const shape of isFar ? group.far : group.near) pen.shape(shape)
  }
  painter.restore()
}
