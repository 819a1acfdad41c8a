// The picture's shapes on a 2D canvas.
import type { Command } from '../../core/layout/route/path'
import type { TextStyle } from '../../core/layout/metrics'
import type { ThemeName } from '../../core/layout/palette'
import { paintValue, type Paint } from '../../core/picture/paints'
import type { PathShape, Shape, TextShape } from '../../core/picture/shapes'

export type Pen = CanvasRenderingContext2D

const values = { light: new Map<Paint, string>(), dark: new Map<Paint, string>() }

export function colour(paint: Paint, theme: ThemeName): string {
  const known = values[theme].get(paint)
  if (known !== undefined) return known
  const value = paintValue(paint, theme)
  const css = value === 'none' ? 'transparent' : value
  values[theme].set(paint, css)
  return css
}

const families = {
  sans: '"Inter Variable", "Inter Fallback", system-ui, sans-serif',
  mono: 'ui-monospace, monospace',
}

export const fontOf = ({ size, weight, font = 'sans' }: TextStyle, isItalic = false): string =>
  `${isItalic ? 'italic ' : ''}${weight} ${size}px ${families[font]}`

export function trace(pen: Pen, commands: readonly Command[]): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        pen.moveTo(command[1], command[2])
        break
      case 'L':
        pen.lineTo(command[1], command[2])
        break
      case 'Q':
        pen.quadraticCurveTo(command[1], command[2], command[3], command[4])
        break
      case 'C':
        pen.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6])
        break
      case 'Z':
        pen.closePath()
        break
    }
  }
}

export interface Look {
  readonly theme: ThemeName
  /** Instead of every shape's own stroke. */
  readonly stroke?: string
  /** A stroke is never thinner than this, in canvas units. */
  readonly leastStroke?: number
}

function finish(pen: Pen, shape: Exclude<Shape, TextShape>, look: Look): void {
  if (shape.fill) {
    // What is filled with its own line follows the line.
    const isOwn = shape.fill === shape.stroke && look.stroke !== undefined
    pen.fillStyle = isOwn ? look.stroke : colour(shape.fill, look.theme)
    pen.fill()
  }
  if (shape.stroke) {
    // The gap within a double line stays a gap.
    const isGap = shape.stroke === 'ground'
    pen.strokeStyle = isGap
      ? colour(shape.stroke, look.theme)
      : (look.stroke ?? colour(shape.stroke, look.theme))
    pen.lineWidth = Math.max(shape.strokeWidth ?? 1, look.leastStroke ?? 0)
    pen.stroke()
  }
}

function drawPath(pen: Pen, shape: PathShape, look: Look): void {
  pen.beginPath()
  trace(pen, shape.commands)
  if (shape.dash) pen.setLineDash([...shape.dash])
  finish(pen, shape, look)
  if (shape.dash) pen.setLineDash([])
}

function drawText(pen: Pen, shape: TextShape, { theme }: Look): void {
  pen.font = fontOf(shape.style, shape.isItalic)
  pen.textAlign = shape.align === 'middle' ? 'center' : (shape.align ?? 'start')
  // Without a direction of the page, a right-to-left name would still begin where the face says.
  pen.direction = 'ltr'
  if (shape.halo) {
    pen.strokeStyle = colour(shape.halo, theme)
    pen.lineWidth = 4
    pen.strokeText(shape.text, shape.x, shape.y)
  }
  pen.fillStyle = colour(shape.fill, theme)
  pen.fillText(shape.text, shape.x, shape.y)
}

function drawShape(pen: Pen, shape: Shape, look: Look): void {
  if (shape.kind === 'text') {
    drawText(pen, shape, look)
    return
  }
  const opacity = shape.opacity
  if (opacity !== undefined) pen.globalAlpha *= opacity
  if (shape.kind === 'path') drawPath(pen, shape, look)
  else {
    pen.beginPath()
    if (shape.kind === 'circle') pen.arc(shape.x, shape.y, shape.radius, 0, Math.PI * 2)
    else if (shape.radius) pen.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
    else pen.rect(shape.x, shape.y, shape.width, shape.height)
    finish(pen, shape, look)
  }
  if (opacity !== undefined) pen.globalAlpha /= opacity
}

export function drawShapes(pen: Pen, shapes: readonly Shape[], look: Look): void {
  for (const shape of shapes) drawShape(pen, shape, look)
}
