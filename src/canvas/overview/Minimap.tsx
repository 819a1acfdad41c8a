// The whole diagram in a corner, and the frame of what is in view: press or drag to go there.
import { useEffect, useRef, type PointerEvent } from 'react'
import { lookAt } from '../../state/camera'
import { useSettings } from '../../state/settings'
import { colourPaints } from '../../core/picture/paints'
import { around, grown, type Box } from '../box'
import { viewBox } from '../camera/viewport'
import { live } from '../live'
import { useStage, stage } from '../stage'
import { onTheme, themeNow } from '../theme'
import { colour, type Pen } from './pen'

const width = 176
const height = 112

interface Frame {
  readonly box: Box
  readonly scale: number
}

function frameOf(): Frame | undefined {
  const { viewport, size } = live.getState()
  const boxes = [...stage.getState().drawing.items.values()].map(({ box }) => box)
  const all = around(boxes)
  if (!all || size.width === 0) return undefined
  const seen = viewBox(viewport, size)
  // The view itself stays in the picture until it is far out: then the diagram would shrink to a dot.
  const box = grown(
    around([all, { ...seen, ...clipped(seen, grown(all, all.width / 2 + all.height / 2)) }]) ?? all,
    all.width / 40,
  )
  const scale = Math.min(width / box.width, height / box.height)
  // In the middle of the corner, whatever its own shape.
  const spare = { x: width / scale - box.width, y: height / scale - box.height }
  return {
    box: {
      x: box.x - spare.x / 2,
      y: box.y - spare.y / 2,
      width: box.width + spare.x,
      height: box.height + spare.y,
    },
    scale,
  }
}

function clipped(box: Box, to: Box): Box {
  const x = Math.max(box.x, to.x)
  const y = Math.max(box.y, to.y)
  const right = Math.min(box.x + box.width, to.x + to.width)
  const bottom = Math.min(box.y + box.height, to.y + to.height)
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

/** Everything but the frame: drawn once for a drawing, then copied. */
function drawItems(pen: Pen, { box, scale }: Frame): void {
  const theme = themeNow()
  for (const drawn of stage.getState().drawing.items.values()) {
    const { strip, tint } = colourPaints(drawn.color)
    pen.fillStyle = colour(drawn.kind === 'area' ? tint : drawn.color === 'none' ? 'control' : strip, theme)
    pen.globalAlpha = drawn.kind === 'area' ? 0.9 : 0.75
    const w = Math.max(1, drawn.box.width * scale)
    const h = Math.max(1, drawn.box.height * scale)
    pen.fillRect((drawn.box.x - box.x) * scale, (drawn.box.y - box.y) * scale, w, h)
  }
  pen.globalAlpha = 1
}

class MinimapPainter {
  private readonly canvas: HTMLCanvasElement
  private readonly cache = window.document.createElement('canvas')
  private cached: { readonly items: unknown; readonly frame: Frame; readonly theme: string } | undefined
  private frame = 0
  current: Frame | undefined

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
  }

  readonly ask = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.draw)
  }

  private fill(frame: Frame, ratio: number): void {
    const { items } = stage.getState().drawing
    const known = this.cached
    const isSame =
      known?.items === items &&
      known.theme === themeNow() &&
      known.frame.scale === frame.scale &&
      known.frame.box.x === frame.box.x &&
      known.frame.box.y === frame.box.y
    if (isSame) return
    this.cache.width = width * ratio
    this.cache.height = height * ratio
    const pen = this.cache.getContext('2d')
    if (!pen) return
    pen.scale(ratio, ratio)
    drawItems(pen, frame)
    this.cached = { items, frame, theme: themeNow() }
  }

  private readonly draw = (): void => {
    this.frame = 0
    const ratio = window.devicePixelRatio
    const frame = frameOf()
    this.current = frame
    this.canvas.width = width * ratio
    this.canvas.height = height * ratio
    const pen = this.canvas.getContext('2d')
    if (!pen || !frame) return
    this.fill(frame, ratio)
    pen.drawImage(this.cache, 0, 0)
    pen.scale(ratio, ratio)
    const { viewport, size } = live.getState()
    const seen = viewBox(viewport, size)
    const { box, scale } = frame
    pen.strokeStyle = colour('accent', themeNow())
    pen.lineWidth = 1.5
    pen.beginPath()
    const x = Math.max(1, (seen.x - box.x) * scale)
    const y = Math.max(1, (seen.y - box.y) * scale)
    const w = Math.min(width - 1, (seen.x + seen.width - box.x) * scale) - x
    const h = Math.min(height - 1, (seen.y + seen.height - box.y) * scale) - y
    pen.roundRect(x, y, Math.max(2, w), Math.max(2, h), 2)
    pen.stroke()
  }

  end(): void {
    cancelAnimationFrame(this.frame)
  }
}

export function Minimap() {
  const isShown = useSettings((state) => state.showsMinimap)
  const hasItems = useStage(({ drawing }) => drawing.items.size > 1)
  return isShown && hasItems ? <MinimapCanvas /> : null
}

function MinimapCanvas() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<MinimapPainter>(undefined)
  useEffect(() => {
    if (!canvas.current) return
    const made = new MinimapPainter(canvas.current)
    painter.current = made
    made.ask()
    const stops = [
      live.subscribe((now, then) => {
        if (now.viewport !== then.viewport || now.size !== then.size) made.ask()
      }),
      stage.subscribe(made.ask),
      onTheme(made.ask),
    ]
    return () => {
      stops.forEach((stop) => stop())
      made.end()
    }
  }, [])
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    const frame = painter.current?.current
    if (!frame || event.buttons !== 1) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const point = {
      x: (event.clientX - left) / frame.scale + frame.box.x,
      y: (event.clientY - top) / frame.scale + frame.box.y,
    }
    lookAt({ kind: 'centreOn', point })
  }
  return (
    <div
      data-floating
      className="absolute right-3 bottom-13 pointer-coarse:bottom-20 overflow-hidden rounded-card border border-border bg-raised shadow-pop max-sm:hidden"
    >
      <canvas
        ref={canvas}
        // For the pointer alone: the keyboard has fit, zoom and the outline.
        aria-hidden
        className="block h-28 w-44 touch-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      />
    </div>
  )
}
