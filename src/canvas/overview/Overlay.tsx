// The uppermost painted layer: frames, guides, the line being drawn, and far away whatever is selected, pointed at or
// on the move. It is small work, drawn anew with every frame that changes it.
import { useEffect, useRef } from 'react'
import { quickRoute } from '../../core/layout/route/quickRoute'
import { commandsOf } from '../../core/layout/route/path'
import { rowMiddle } from '../../core/layout/geometry'
import { endShapes } from '../../core/picture/lineGroup'
import { isIdOf } from '../../core/model/id'
import { view } from '../../state/view'
import type { Box } from '../box'
import { viewBox } from '../camera/viewport'
import { overlaps } from '../box'
import { forward } from '../forward'
import { live, type Rubber } from '../live'
import { isFace } from '../project'
import { boxNow, drawnOf, stage } from '../stage'
import { onTheme, themeNow } from '../theme'
import { notationOf } from '../edges/drawing'
import { routes } from '../edges/routes'
import { drawItem, drawOneLine } from './paintArea'
import { colour, drawShapes, trace, type Pen } from './pen'

function outline(
  pen: Pen,
  box: Box,
  { width, color, grow = 0, radius = 8 }: { width: number; color: string; grow?: number; radius?: number },
): void {
  pen.beginPath()
  pen.roundRect(box.x - grow, box.y - grow, box.width + 2 * grow, box.height + 2 * grow, radius)
  pen.strokeStyle = color
  pen.lineWidth = width
  pen.stroke()
}

function drawFar(pen: Pen, zoom: number): void {
  const { dragging, resizing, bending, pointed, viewport, size } = live.getState()
  const { selection } = view.getState()
  const theme = themeNow()
  const area = viewBox(viewport, size)
  const isMoving = dragging !== undefined || resizing !== undefined || bending !== undefined
  if (isMoving)
    for (const id of routes.getState().moving.keys())
      drawOneLine(pen, id, { zoom, stroke: colour('lineHover', theme) })
  for (const id of forward.getState().lines) {
    drawOneLine(pen, id, { zoom, stroke: colour(selection.items.has(id) ? 'accent' : 'lineHover', theme) })
  }
  const moving = [...(dragging?.items ?? []), ...(resizing ? [resizing.item] : [])]
  for (const id of moving) {
    const drawn = drawnOf(id)
    if (!drawn) continue
    const by = dragging?.by ?? { x: 0, y: 0 }
    pen.save()
    pen.translate(by.x, by.y)
    drawItem(pen, drawn, zoom)
    pen.restore()
  }
  const accent = colour('accent', theme)
  for (const id of selection.items) {
    const drawn = drawnOf(id)
    const box = drawn && boxNow(drawn)
    if (box && overlaps(box, area)) outline(pen, box, { width: 2 / zoom, color: accent, grow: 1 / zoom })
  }
  const hovered = pointed.object && !isIdOf('relation', pointed.object) ? drawnOf(pointed.object) : undefined
  if (hovered && !selection.items.has(hovered.id))
    outline(pen, boxNow(hovered), { width: 1.5 / zoom, color: colour('control', theme) })
}

function drawGuides(pen: Pen, zoom: number): void {
  const { guides } = live.getState()
  if (guides.length === 0) return
  pen.strokeStyle = colour('accent', themeNow())
  pen.lineWidth = 1 / zoom
  pen.beginPath()
  for (const { axis, at, from, to } of guides) {
    if (axis === 'x') {
      pen.moveTo(at, from - 8 / zoom)
      pen.lineTo(at, to + 8 / zoom)
    } else {
      pen.moveTo(from - 8 / zoom, at)
      pen.lineTo(to + 8 / zoom, at)
    }
  }
  pen.stroke()
}

function drawFrame(pen: Pen, box: Box, { zoom, isDashed }: { zoom: number; isDashed: boolean }): void {
  const accent = colour('accent', themeNow())
  pen.globalAlpha = 0.08
  pen.fillStyle = accent
  pen.fillRect(box.x, box.y, box.width, box.height)
  pen.globalAlpha = 1
  if (isDashed) pen.setLineDash([6 / zoom, 4 / zoom])
  outline(pen, box, { width: 1 / zoom, color: accent, radius: isDashed ? 8 : 0 })
  pen.setLineDash([])
}

function endBox(end: Rubber['from'] | Rubber['over'], pointer: Rubber['pointer']) {
  const drawn = end && drawnOf(end.table)
  if (!end || !drawn || !isFace(drawn)) return { box: { ...pointer, width: 0, height: 0 } }
  const column = 'columns' in end ? end.columns[0] : end.column
  const box = boxNow(drawn)
  return column ? { box, at: rowMiddle(drawn.placed.face, column) } : { box }
}

function drawRubber(pen: Pen, rubber: Rubber, zoom: number): void {
  const theme = themeNow()
  const path = quickRoute({
    from: endBox(rubber.from, rubber.pointer),
    to: endBox(rubber.over, rubber.pointer),
    isSelf: rubber.over?.table === rubber.from.table,
  })
  const stroke = colour(rubber.refusal ? 'danger' : 'accent', theme)
  pen.strokeStyle = stroke
  pen.lineWidth = Math.max(1.5, 1.5 / zoom)
  if (rubber.isConceptual || !rubber.over || rubber.refusal) pen.setLineDash([5, 4])
  pen.beginPath()
  trace(pen, commandsOf(path))
  pen.stroke()
  pen.setLineDash([])
  if (!rubber.over || rubber.refusal) return
  const { drawing } = stage.getState()
  const look = { notation: notationOf(drawing.schema, drawing.diagram), stroke: 'accent' } as const
  const meaning = {
    cardinality: { child: rubber.fromMark, parent: rubber.overMark },
    isIdentifying: false,
    isSketch: rubber.isConceptual,
  }
  const shapes = [
    ...endShapes({ end: path.ends[0], of: 'child' }, meaning, look),
    ...endShapes({ end: path.ends[1], of: 'parent' }, meaning, look),
  ]
  drawShapes(pen, shapes, { theme, stroke, leastStroke: 1.5 })
}

function drawTarget(pen: Pen, { over, refusal }: Rubber, zoom: number): void {
  const drawn = over && drawnOf(over.table)
  if (!over || !drawn || !isFace(drawn)) return
  const box = boxNow(drawn)
  const row = over.column && drawn.placed.face.rowById.get(over.column)
  const target = row ? { x: box.x, y: box.y + row.y, width: box.width, height: 24 } : box
  outline(pen, target, {
    width: 2 / zoom,
    color: colour(refusal ? 'danger' : 'accent', themeNow()),
    radius: row ? 2 : 8,
  })
}

function draw(canvas: HTMLCanvasElement): void {
  const { viewport, size, tier, marquee, rubber, placing } = live.getState()
  const ratio = window.devicePixelRatio
  const width = Math.round(size.width * ratio)
  const height = Math.round(size.height * ratio)
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const pen = canvas.getContext('2d')
  if (!pen || width === 0) return
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, width, height)
  const scale = viewport.zoom * ratio
  pen.setTransform(scale, 0, 0, scale, viewport.x * ratio, viewport.y * ratio)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  if (tier === 'far') drawFar(pen, viewport.zoom)
  drawGuides(pen, viewport.zoom)
  if (rubber) {
    drawTarget(pen, rubber, viewport.zoom)
    drawRubber(pen, rubber, viewport.zoom)
  }
  if (marquee) drawFrame(pen, marquee, { zoom: viewport.zoom, isDashed: false })
  if (placing) drawFrame(pen, placing.box, { zoom: viewport.zoom, isDashed: true })
}

/** Nothing to draw and nothing drawn: the common case while near. */
const isBlank = (): boolean => {
  const { tier, marquee, rubber, placing, guides } = live.getState()
  return tier === 'near' && !marquee && !rubber && !placing && guides.length === 0
}

export function Overlay() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let frame = 0
    let wasBlank = false
    const ask = () => {
      if (frame !== 0 || (wasBlank && isBlank())) return
      frame = requestAnimationFrame(() => {
        frame = 0
        wasBlank = isBlank()
        if (!canvas.current) return
        canvas.current.style.display = wasBlank ? 'none' : ''
        if (!wasBlank) draw(canvas.current)
      })
    }
    ask()
    const stops = [
      live.subscribe(ask),
      view.subscribe(ask),
      forward.subscribe(ask),
      stage.subscribe(ask),
      onTheme(ask),
    ]
    return () => {
      cancelAnimationFrame(frame)
      stops.forEach((stop) => stop())
    }
  }, [])
  return <canvas ref={canvas} aria-hidden className="pointer-events-none absolute inset-0 size-full" />
}
