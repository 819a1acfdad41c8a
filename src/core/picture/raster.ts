// How many pixels a picture may have: browsers refuse a canvas beyond some size, each at another one, in silence.
import type { Box } from '../layout/box'

/** What Chrome, Firefox and Safari all take. */
const longestSide = 16_384
/** A quarter of a gigabyte of memory while it is painted. */
const mostPixels = 64_000_000

export interface Raster {
  readonly width: number
  readonly height: number
  /** Pixels per unit: what was wished, or the most that fits. */
  readonly scale: number
}

type Size = Pick<Box, 'width' | 'height'>

export function rasterOf({ width, height }: Size, wished: number): Raster {
  const most = Math.min(
    longestSide / Math.max(width, height, 1),
    Math.sqrt(mostPixels / Math.max(width * height, 1)),
  )
  const scale = Math.min(wished, most)
  const pixels = (length: number) => Math.max(1, Math.floor(length * scale))
  return { width: pixels(width), height: pixels(height), scale }
}

/** The scale at which the whole picture stands in a frame; never larger than life. */
export const scaleToFit = ({ width, height }: Size, frame: Size): number =>
  Math.min(1, frame.width / Math.max(width, 1), frame.height / Math.max(height, 1))
