// Others ask where to look; this goes there.
import { isIdOf } from '../../core/model/id'
import { camera, canvasPort, type CameraRequest, type CanvasPort } from '../../state/camera'
import type { Selectable } from '../../state/selection'
import { view } from '../../state/view'
import { placementsIn } from '../../core/model/query'
import type { Point, Size } from '../../core/model/records'
import { around, centreOf, grown, type Box } from '../box'
import { pathBox, pathNow } from '../edges/routes'
import { live } from '../live'
import { drawnOf, stage } from '../stage'
import { freeSpotAt } from './freeSpot'
import type { Lens } from './lens'
import { centredOn, clampZoom, fitted, toCanvas, toScreen, viewBox } from './viewport'

const padding = 56
/** Floating pieces lie at the edges: a flight brings things well inside. */
const readable = 0.8

function boxOf(id: Selectable): Box | undefined {
  if (!isIdOf('relation', id)) return drawnOf(id)?.box
  const path = pathNow(id)
  return path && pathBox(path)
}

const boxesOf = (items: Iterable<Selectable>): readonly Box[] => [...items].flatMap((id) => boxOf(id) ?? [])

function fit(lens: Lens, boxes: Iterable<Box>, maxZoom: number): void {
  const box = around(boxes)
  const { size } = live.getState()
  if (!box || size.width === 0) return
  lens.flyTo(fitted(box, { ...size, padding: Math.min(padding, size.width / 12), maxZoom }))
}

export const everything = (): readonly Box[] =>
  [...stage.getState().drawing.items.values()].map(({ box }) => box)

function flyTo(lens: Lens, object: Selectable, part: string | undefined): void {
  const box = boxOf(object)
  const { viewport, size } = live.getState()
  if (!box) return
  const zoom = clampZoom(Math.max(viewport.zoom, readable))
  const fits = box.width * zoom < size.width - 2 * padding && box.height * zoom < size.height - 2 * padding
  const drawn = drawnOf(object)
  const row = part && drawn && 'placed' in drawn ? drawn.placed.face.rowById.get(part) : undefined
  const middle = centreOf(box)
  // A tall table shows the row that was asked for, else its head.
  const y = row ? box.y + row.y : fits ? middle.y : box.y + (size.height / zoom) * 0.3
  lens.flyTo(centredOn({ x: middle.x, y }, zoom, size))
}

/** Brings a box into view by as little motion as possible. */
export function reveal(lens: Lens, box: Box): void {
  const { viewport, size } = live.getState()
  const room = grown(viewBox(viewport, size), -24 / viewport.zoom)
  const dx = shift(room.x, room.width, { at: box.x, size: box.width })
  const dy = shift(room.y, room.height, { at: box.y, size: box.height })
  if (dx === 0 && dy === 0) return
  lens.flyTo({ ...viewport, x: viewport.x - dx * viewport.zoom, y: viewport.y - dy * viewport.zoom })
}

function shift(from: number, room: number, { at, size }: { at: number; size: number }): number {
  if (at < from || size > room) return at - from
  return at + size > from + room ? at + size - from - room : 0
}

function obey(lens: Lens, request: CameraRequest): void {
  const { viewport, size } = live.getState()
  const middle = { x: size.width / 2, y: size.height / 2 }
  switch (request.kind) {
    case 'fitAll':
      fit(lens, everything(), 1)
      break
    case 'fit':
      fit(lens, boxesOf(request.items), 1.5)
      break
    case 'reveal': {
      const box = boxOf(request.object)
      if (box) reveal(lens, box)
      break
    }
    case 'flyTo':
      flyTo(lens, request.object, request.part)
      break
    case 'zoomTo':
      lens.flyTo(centredOn(toCanvas(viewport, middle), clampZoom(request.zoom), size))
      break
    case 'zoomBy':
      lens.flyTo(centredOn(toCanvas(viewport, middle), clampZoom(viewport.zoom * request.factor), size))
      break
    case 'panBy':
      lens.flyTo({ ...viewport, x: viewport.x - request.by.x, y: viewport.y - request.by.y })
      break
    case 'centreOn':
      lens.flyTo(centredOn(request.point, viewport.zoom, size))
      break
  }
}

function freeSpot(size: Size): Point {
  const { viewport, size: screen } = live.getState()
  return freeSpotAt(centreOf(viewBox(viewport, screen)), size)
}

function makePort(root: HTMLElement): CanvasPort {
  // Screen points are the window's: menus and drags from outside know no others.
  const offset = () => root.getBoundingClientRect()
  return {
    toCanvas: ({ x, y }) => {
      const { left, top } = offset()
      return toCanvas(live.getState().viewport, { x: x - left, y: y - top })
    },
    toScreen: (canvas) => {
      const { left, top } = offset()
      const { x, y } = toScreen(live.getState().viewport, canvas)
      return { x: x + left, y: y + top }
    },
    middle: () => {
      const { viewport, size } = live.getState()
      return centreOf(viewBox(viewport, size))
    },
    freeSpot,
    objectsIn: (diagram) => new Set(placementsIn(stage.getState().drawing.schema, diagram).keys()),
  }
}

/** What one types into stays in view while it grows, with the row below it. */
function keepInView(lens: Lens): void {
  const { editing } = view.getState()
  const drawn = editing && drawnOf(editing.object)
  if (!drawn) return
  const { x, y, width, height } = drawn.box
  reveal(lens, { x, y, width: Math.max(width, 240), height: height + (editing.field === 'newRow' ? 72 : 0) })
}

/** Opens fitted, and again whenever another diagram or document comes; until the result is called. */
export function followCamera(lens: Lens, root: HTMLElement): () => void {
  const port = makePort(root)
  canvasPort.setState({ port })
  let fittedFor: string | undefined
  const open = () => {
    const { drawing } = stage.getState()
    const { size } = live.getState()
    const key = drawing.diagram
    if (size.width === 0 || !key || fittedFor === key) return
    fittedFor = key
    const box = around(everything())
    lens.goTo(
      box
        ? fitted(box, { ...size, padding, maxZoom: 1 })
        : { x: size.width / 2, y: size.height / 2, zoom: 1 },
    )
  }
  open()
  const stops = [
    camera.subscribe(({ request }) => {
      if (request) obey(lens, request)
    }),
    stage.subscribe(open),
    live.subscribe((now, then) => {
      if (now.size !== then.size) open()
    }),
    view.subscribe((now, then) => {
      if (now.editing !== then.editing) keepInView(lens)
    }),
    stage.subscribe(() => keepInView(lens)),
  ]
  return () => {
    stops.forEach((stop) => stop())
    if (canvasPort.getState().port === port) canvasPort.setState({ port: undefined })
  }
}
