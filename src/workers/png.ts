// A scene as pixels, painted off the page with the page's own fonts.
import type { ThemeName } from '../core/layout/palette'
import { paintScene } from '../core/picture/paint'
import { rasterOf, scaleToFit, type Raster } from '../core/picture/raster'
import type { Scene } from '../core/picture/shapes'

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

export async function drawPng(scene: Scene, { theme, isTransparent, size, fonts }: PngWish): Promise<Png> {
  await loadFonts(fonts, scene)
  const { bounds } = scene
  const raster = rasterOf(bounds, typeof size === 'number' ? size : scaleToFit(bounds, size))
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  const painter = canvas.getContext('2d')
  if (!painter) throw new Error('This browser paints no picture of that size')
  painter.fontKerning = 'none'
  // Thumbnails show what stays readable; a picture to keep shows everything.
  const isFull = typeof size === 'number'
  paintScene(painter, scene, {
    theme,
    scale: raster.scale,
    families,
    isFull,
    ...(isTransparent && { isTransparent }),
  })
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return { ...raster, blob, drawn: { width: bounds.width, height: bounds.height } }
}
