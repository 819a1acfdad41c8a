// A picture larger than any canvas: painted tile by tile, packed strip by strip, never in memory as a whole.
import { modelChunk, pngChunk } from '../core/picture/carried'
import type { Raster } from '../core/picture/raster'

/** Paints what of the picture lies within these pixels, on a pen that begins at their corner. */
export type PaintTile = (
  pen: OffscreenCanvasRenderingContext2D,
  tile: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) => void

export interface StripWork {
  readonly onProgress: (done: number, all: number) => void
  readonly isCancelled: () => boolean
}

const tileWidth = 8192
const stripPixels = 8_000_000

/** Rows as PNG wants them: each is told as the difference to the pixel at its left (filter type 1). */
function filtered(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 4
  const rows = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const from = y * stride
    const to = y * (stride + 1)
    rows[to] = 1
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : (pixels[from + x - 4] ?? 0)
      rows[to + 1 + x] = (pixels[from + x] ?? 0) - left
    }
  }
  return rows
}

function strip(
  paint: PaintTile,
  { width, y, height }: { width: number; y: number; height: number },
): Uint8Array {
  const pixels = new Uint8Array(width * height * 4)
  for (let x = 0; x < width; x += tileWidth) {
    const tile = { x, y, width: Math.min(tileWidth, width - x), height }
    const pen = new OffscreenCanvas(tile.width, height).getContext('2d')
    if (!pen) throw new Error('This browser paints no picture of that size')
    paint(pen, tile)
    const { data } = pen.getImageData(0, 0, tile.width, height)
    const stride = tile.width * 4
    for (let row = 0; row < height; row++)
      pixels.set(data.subarray(row * stride, (row + 1) * stride), (row * width + x) * 4)
  }
  return pixels
}

function header({ width, height }: Raster): Uint8Array {
  const data = new Uint8Array(13)
  const view = new DataView(data.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // Eight bits for each of red, green, blue and alpha.
  data.set([8, 6, 0, 0, 0], 8)
  return pngChunk('IHDR', data)
}

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The PNG, or nothing when it was cancelled. */
export async function pngInStrips(
  raster: Raster,
  { paint, model, work }: { readonly paint: PaintTile; readonly model?: string; readonly work: StripWork },
): Promise<Blob | undefined> {
  const { width, height } = raster
  const deflate = new CompressionStream('deflate')
  const packed = new Response(deflate.readable).arrayBuffer()
  const writer = deflate.writable.getWriter()
  const step = Math.max(1, Math.floor(stripPixels / width))
  for (let y = 0; y < height; y += step) {
    if (work.isCancelled()) {
      // Nobody waits for what was packed so far.
      packed.catch(() => undefined)
      await writer.abort()
      return undefined
    }
    const rows = Math.min(step, height - y)
    await writer.write(filtered(strip(paint, { width, y, height: rows }), width, rows) as BufferSource)
    work.onProgress(Math.min(height, y + rows), height)
    // A cancel comes as a message, which is heard between two turns only.
    await new Promise((resolve) => setTimeout(resolve))
  }
  await writer.close()
  const parts = [
    signature,
    header(raster),
    ...(model === undefined ? [] : [modelChunk(model)]),
    pngChunk('IDAT', new Uint8Array(await packed)),
    pngChunk('IEND', new Uint8Array()),
  ]
  // The bytes were made here, over buffers that nobody shares.
  return new Blob(parts as BlobPart[], { type: 'image/png' })
}
