// The picture of what is far: tiles, painted as they are needed.
import { useEffect, useRef } from 'react'
import { isIdOf, type RelationId } from '../../core/model/id'
import { relationsOf } from '../../core/model/query'
import { view } from '../../state/view'
import { around, grown, type Box } from '../box'
import { pathBox, routes } from '../edges/routes'
import { live } from '../live'
import { stage } from '../stage'
import { nearView } from '../nearView'
import { onTheme } from '../theme'
import { paintArea, type Left } from './paintArea'
import { Tiles } from './tiles'

const nothing: Left = { items: new Set(), lines: new Set() }

/** What is drawn live above the tiles at this moment, and so left out of them. */
function leftOut(): Left {
  const { dragging, resizing, bending } = live.getState()
  if (!dragging && !resizing && !bending) return nothing
  const { drawing } = stage.getState()
  const items = new Set<string>([...(dragging?.items ?? []), ...(resizing ? [resizing.item] : [])])
  const lines = new Set<RelationId>(bending ? [bending.relation] : [])
  for (const id of items)
    if (isIdOf('table', id)) for (const relation of relationsOf(drawing.schema, id)) lines.add(relation.id)
  return { items, lines }
}

class GroundPainter {
  private readonly canvas: HTMLCanvasElement
  private left: Left = nothing
  private lastZoom = 0
  private frame = 0
  private wasFar = false
  private idle = 0
  private readonly tiles: Tiles

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
    this.tiles = new Tiles((pen, area, scale) => {
      const ratio = window.devicePixelRatio
      paintArea(pen, area, { zoom: scale / ratio, left: this.left })
    })
  }

  readonly ask = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.draw)
  }

  private readonly draw = (): void => {
    this.frame = 0
    const { viewport, size, tier, isTravelling } = live.getState()
    const ratio = window.devicePixelRatio
    const width = Math.round(size.width * ratio)
    const height = Math.round(size.height * ratio)
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width
      this.canvas.height = height
    }
    const pen = this.canvas.getContext('2d')
    if (!pen || width === 0) return
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, width, height)
    // Coming nearer, the picture stays until the elements are there.
    const isShown = tier === 'far' || (this.wasFar && !nearView.getState().isWhole)
    this.wasFar = isShown
    this.canvas.style.display = isShown ? '' : 'none'
    if (isShown) {
      const isZooming = isTravelling && viewport.zoom !== this.lastZoom
      const isWhole = this.tiles.draw(pen, { viewport, size, ratio, isZooming })
      if (!isWhole) this.ask()
    } else this.tiles.forget()
    this.lastZoom = viewport.zoom
    this.prepareLater()
  }

  /** The coarse picture is made when nothing else is to be done. */
  private prepareLater(): void {
    clearTimeout(this.idle)
    this.idle = window.setTimeout(() => {
      const { isTravelling, dragging } = live.getState()
      if (isTravelling || dragging) this.prepareLater()
      else
        this.tiles.prepare(
          around([...stage.getState().drawing.items.values()].map(({ box }) => grown(box, 40))),
        )
    }, 400)
  }

  spoil(boxes?: readonly Box[]): void {
    this.tiles.spoil(boxes)
    this.ask()
  }

  /** Things that begin or cease to move leave the tiles or come back to them. */
  followMoves(): void {
    const before = this.left
    this.left = leftOut()
    const isSame = before.items.size === this.left.items.size && before.lines.size === this.left.lines.size
    if (isSame) return
    const { drawing } = stage.getState()
    const { paths } = routes.getState()
    const boxes: Box[] = []
    for (const { items, lines } of [before, this.left]) {
      for (const id of items) {
        const drawn = drawing.items.get(id as never)
        if (drawn) boxes.push(grown(drawn.box, 4))
      }
      for (const id of lines) {
        const path = paths.get(id)
        if (path) boxes.push(pathBox(path))
      }
    }
    this.spoil(boxes)
  }

  end(): void {
    cancelAnimationFrame(this.frame)
    clearTimeout(this.idle)
  }
}

function spoilChanged(painter: GroundPainter): () => void {
  let { drawing } = stage.getState()
  let { paths } = routes.getState()
  const stops = [
    stage.subscribe((now) => {
      const before = drawing
      drawing = now.drawing
      const boxes: Box[] = []
      for (const [id, drawn] of before.items)
        if (drawing.items.get(id) !== drawn) boxes.push(grown(drawn.box, 4))
      for (const [id, drawn] of drawing.items)
        if (before.items.get(id) !== drawn) boxes.push(grown(drawn.box, 4))
      if (boxes.length > 0) painter.spoil(boxes.length > 400 ? undefined : boxes)
    }),
    routes.subscribe((now) => {
      const before = paths
      paths = now.paths
      if (before === paths) return
      const boxes: Box[] = []
      for (const [id, path] of before) if (paths.get(id) !== path) boxes.push(pathBox(path))
      for (const [id, path] of paths) if (before.get(id) !== path) boxes.push(pathBox(path))
      painter.spoil(boxes.length > 400 ? undefined : boxes)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

export function Ground() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!canvas.current) return
    const painter = new GroundPainter(canvas.current)
    painter.ask()
    const stops = [
      spoilChanged(painter),
      live.subscribe((now, then) => {
        if (now.dragging !== then.dragging || now.resizing !== then.resizing || now.bending !== then.bending)
          painter.followMoves()
        if (
          now.viewport !== then.viewport ||
          now.size !== then.size ||
          now.isTravelling !== then.isTravelling
        )
          painter.ask()
      }),
      view.subscribe((now, then) => {
        if (now.focus !== then.focus) painter.spoil()
      }),
      nearView.subscribe((now, then) => {
        if (now.isWhole !== then.isWhole) painter.ask()
      }),
      onTheme(() => painter.spoil()),
    ]
    // Text that was drawn before the font came is drawn again.
    void window.document.fonts.ready.then(() => painter.spoil())
    return () => {
      stops.forEach((stop) => stop())
      painter.end()
    }
  }, [])
  return (
    <canvas ref={canvas} data-ground aria-hidden className="pointer-events-none absolute inset-0 size-full" />
  )
}
