// A scene as pixels, painted off the page with the page's own fonts.
import type { ThemeName } from '../core/layout/palette'
import { paintScene } from '../core/picture/paint'
import { withModel } from '../core/picture/carried'
import { fitsCanvas, rasterOf, scaleToFit, type Raster } from '../core/picture/raster'
import type { Scene } from '../core/picture/shapes'
import { pngInStrips, type StripWork } from './pngStrips'

export interface FontFile {
  readonly family: string
  readonly url: string
  readonly weight: string
  readonly style: string
  readonly unicodeRange: string
}

export interface PngWish {
  readonly theme: ThemeName
  readonly isTransparent?: boolean
  /** Pixels per unit, or a frame that all of it must fit into. */
  readonly size: number | { readonly width: number; readonly height: number }
  readonly fonts: readonly FontFile[]
}

export interface Png extends Raster {
  readonly blob: Blob
  /** Of the drawing, in its own units. */
  readonly drawn: { readonly width: number; readonly height: number }
}

const families = {
  sans: "'Inter Variable', Inter, 'Segoe UI', Arial, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', Consolas, monospace",
}

// A worker has a set of fonts as a page has; its type is not among those that the page is compiled with.
const fontSet = () => (globalThis as unknown as { readonly fonts?: FontFaceSet }).fonts
const known = new Set<string>()

function everyCharacter(scene: Scene): string {
  const characters = new Set<string>()
  for (const { near } of scene.groups)
    for (const shape of near)
      if (shape.kind === 'text') for (const character of shape.text) characters.add(character)
  return [...characters].join('')
}

/** Only the files whose characters the picture holds are fetched. */
async function loadFonts(files: readonly FontFile[], scene: Scene): Promise<void> {
  const fonts = fontSet()
  if (!fonts) return
  for (const { family, url, weight, style, unicodeRange } of files) {
    if (known.has(url)) continue
    known.add(url)
    fonts.add(new FontFace(family, `url(${JSON.stringify(url)})`, { weight, style, unicodeRange }))
  }
  const text = everyCharacter(scene)
  // A file that cannot be had leaves its text to the next family.
  await Promise.allSettled(Object.values(families).map((family) => fonts.load(`13px ${family}`, text)))
}

interface Drawing {
  readonly scene: Scene
  readonly wish: PngWish
  readonly raster: Raster
  readonly model: string | undefined
  readonly work: StripWork
}

async function oneBlob({ scene, wish, raster, model }: Drawing): Promise<Blob> {
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  const painter = canvas.getContext('2d')
  if (!painter) throw new Error('This browser paints no picture of that size')
  painter.fontKerning = 'none'
  paintScene(painter, scene, optionsOf(wish, raster))
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  if (model === undefined) return blob
  const whole = withModel(new Uint8Array(await blob.arrayBuffer()), model)
  // Made here, over a buffer that nobody shares.
  return new Blob([whole as BlobPart], { type: 'image/png' })
}

const optionsOf = ({ theme, isTransparent, size }: PngWish, { scale }: Raster) => ({
  theme,
  scale,
  families,
  // Thumbnails show what stays readable; a picture to keep shows everything.
  isFull: typeof size === 'number',
  ...(isTransparent && { isTransparent }),
})

function inStrips({ scene, wish, raster, model, work }: Drawing): Promise<Blob | undefined> {
  const { bounds } = scene
  const { scale } = raster
  return pngInStrips(raster, {
    work,
    ...(model !== undefined && { model }),
    paint: (pen, { x, y, width, height }) => {
      pen.fontKerning = 'none'
      const view = {
        x: bounds.x + x / scale,
        y: bounds.y + y / scale,
        width: width / scale,
        height: height / scale,
      }
      paintScene(pen, scene, { ...optionsOf(wish, raster), view })
    },
  })
}

/** The picture, or nothing when it was cancelled. */
export async function drawPng(
  scene: Scene,
  wish: PngWish,
  { model, work }: { readonly model?: string | undefined; readonly work: StripWork },
): Promise<Png | undefined> {
  await loadFonts(wish.fonts, scene)
  const { bounds } = scene
  const raster = rasterOf(bounds, typeof wish.size === 'number' ? wish.size : scaleToFit(bounds, wish.size))
  const drawing = { scene, wish, raster, model, work }
  const blob = fitsCanvas(raster) ? await oneBlob(drawing) : await inStrips(drawing)
  return blob && { ...raster, blob, drawn: { width: bounds.width, height: bounds.height } }
}
