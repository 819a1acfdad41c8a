import { expect, test } from 'vitest'
import { fitsCanvas, rasterOf, scaleToFit } from './raster'

test('a picture is as large as was wished while a browser can paint it', () => {
  expect(rasterOf({ width: 800, height: 600 }, 2)).toEqual({ width: 1600, height: 1200, scale: 2 })
})

test('a picture of thousands of tables gets as many pixels as viewers open, in strips beyond what a canvas holds', () => {
  const raster = rasterOf({ width: 40_000, height: 20_000 }, 2)
  expect(raster.scale).toBeLessThan(2)
  expect(Math.max(raster.width, raster.height)).toBeLessThanOrEqual(60_000)
  expect(raster.width * raster.height).toBeLessThanOrEqual(600_000_000)
  expect(fitsCanvas(raster)).toBe(false)
  expect(fitsCanvas({ width: 8000, height: 8000 })).toBe(true)
  expect(fitsCanvas({ width: 16_385, height: 10 })).toBe(false)
})

test('a long thin picture is held by its longer side', () => {
  expect(rasterOf({ width: 20_000, height: 10 }, 4).width).toBeLessThanOrEqual(60_000)
})

test('an empty picture still has a pixel', () => {
  expect(rasterOf({ width: 0, height: 0 }, 1)).toMatchObject({ width: 1, height: 1 })
})

test('a small picture is not blown up to fill its frame', () => {
  expect(scaleToFit({ width: 100, height: 50 }, { width: 1000, height: 1000 })).toBe(1)
  expect(scaleToFit({ width: 2000, height: 50 }, { width: 1000, height: 1000 })).toBe(0.5)
})
