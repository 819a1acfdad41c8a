// Where one looks from: pure arithmetic between the canvas and the screen.
import type { Point, Size } from '../../core/model/records'
import type { Viewport } from '../../state/view'
import type { Box } from '../box'

export const minZoom = 0.02
export const maxZoom = 4

export const clampZoom = (zoom: number): number => Math.min(maxZoom, Math.max(minZoom, zoom))

export const toCanvas = ({ x, y, zoom }: Viewport, screen: Point): Point => ({
  x: (screen.x - x) / zoom,
  y: (screen.y - y) / zoom,
})

export const toScreen = ({ x, y, zoom }: Viewport, canvas: Point): Point => ({
  x: canvas.x * zoom + x,
  y: canvas.y * zoom + y,
})

/** What of the canvas is in view. */
export const viewBox = (viewport: Viewport, size: Size): Box => ({
  ...toCanvas(viewport, { x: 0, y: 0 }),
  width: size.width / viewport.zoom,
  height: size.height / viewport.zoom,
})

/** Another zoom; what lies under `at` (on the screen) stays there. */
export function zoomAt(viewport: Viewport, zoom: number, at: Point): Viewport {
  const next = clampZoom(zoom)
  const under = toCanvas(viewport, at)
  return { x: at.x - under.x * next, y: at.y - under.y * next, zoom: next }
}

export const centredOn = (point: Point, zoom: number, size: Size): Viewport => ({
  x: size.width / 2 - point.x * zoom,
  y: size.height / 2 - point.y * zoom,
  zoom,
})

interface Room extends Size {
  /** Pixels left free on every side. */
  readonly padding: number
  readonly maxZoom: number
}

/** Shows a whole box, as large as the room allows. */
export function fitted(box: Box, { width, height, padding, maxZoom: limit }: Room): Viewport {
  const roomX = Math.max(1, width - 2 * padding)
  const roomY = Math.max(1, height - 2 * padding)
  const zoom = clampZoom(Math.min(roomX / Math.max(1, box.width), roomY / Math.max(1, box.height), limit))
  return centredOn({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom, { width, height })
}

/** The way from one view to another at `share` of its time: zoom geometrically, so that it feels even. */
export function blended(from: Viewport, to: Viewport, share: number): Viewport {
  const eased = 1 - (1 - share) ** 3
  if (eased >= 1) return to
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased
  // The place that moves least is the one that both views show alike; without a zoom that is a straight pan.
  const turn = to.zoom === from.zoom ? eased : (zoom - from.zoom) / (to.zoom - from.zoom)
  return { x: from.x + (to.x - from.x) * turn, y: from.y + (to.y - from.y) * turn, zoom }
}

interface Wheel {
  readonly deltaX: number
  readonly deltaY: number
  readonly deltaMode: number
  readonly ctrlKey: boolean
}

/** Lines and pages of a wheel as pixels. */
const pixelsPer = (mode: number): number => (mode === 1 ? 20 : mode === 2 ? 400 : 1)

export const wheelPan = ({ deltaX, deltaY, deltaMode }: Wheel): Point => ({
  x: -deltaX * pixelsPer(deltaMode),
  y: -deltaY * pixelsPer(deltaMode),
})

/** A notch of a wheel is a clear step; a pinch of a trackpad comes in many small ones. */
export function wheelZoom({ deltaY, deltaMode }: Wheel): number {
  const pixels = deltaY * pixelsPer(deltaMode)
  const step = Math.max(-60, Math.min(60, pixels))
  return 2 ** (-step * (Math.abs(pixels) < 50 ? 0.012 : 0.006))
}
