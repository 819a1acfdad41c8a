// How many pixels a picture may have: browsers refuse a canvas beyond some size, each at another one, in silence.
import type { Box } from '../layout/box'

/** What Chrome, Firefox and Safari all take. */
const longestSide = 16_384
/** A quarter of a gigabyte of memory while it is painted. */
const mostPixels = 64_000_000

/** What one canvas takes. */
const oneCanvas = { side: longestSide, pixels: mostPixels }
/** Painted in strips and packed at once, a picture needs little memory; viewers open no larger ones. */
const inStrips = { side: 60_000, pixels: 600_000_000 }

export interface Raster {
  readonly width: number
  readonly height: number
  /** Pixels per unit: what was wished, or the most that fits. */
  readonly scale: number
}

type Size = Pick<Box, 'width' | 'height'>

/** Does one canvas hold it? */
export const fitsCanvas = ({ width, height }: Size): boolean =>
  Math.max(width, height) <= oneCanvas.side && width * height <= oneCanvas.pixels

export function rasterOf({ width, height }: Size, wished: number, limit = inStrips): Raster {
  const most = Math.min(
    limit.side / Math.max(width, height, 1),
    Math.sqrt(limit.pixels / Math.max(width * height, 1)),
  )
  const scale = Math.min(wished, most)
  const pixels = (length: number) => Math.max(1, Math.floor(length * scale))
  return { width: pixels(width), height: pixels(height), scale }
}

/** The scale at which the whole picture stands in a frame; never larger than life. */
export const scaleToFit = ({ width, height }: Size, frame: Size): number =>
  Math.min(1, frame.width / Math.max(width, 1), frame.height / Math.max(height, 1))
