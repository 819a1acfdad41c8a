import { expect, test } from 'vitest'
import { rasterOf, scaleToFit } from './raster'

test('a picture is as large as was wished while a browser can paint it', () => {
  expect(rasterOf({ width: 800, height: 600 }, 2)).toEqual({ width: 1600, height: 1200, scale: 2 })
})

test('a picture of thousands of tables gets as many pixels as every browser takes', () => {
  const { width, height, scale } = rasterOf({ width: 40_000, height: 20_000 }, 2)
  expect(scale).toBeLessThan(2)
  expect(Math.max(width, height)).toBeLessThanOrEqual(16_384)
  expect(width * height).toBeLessThanOrEqual(64_000_000)
})

test('a long thin picture is held by its longer side', () => {
  expect(rasterOf({ width: 20_000, height: 10 }, 4).width).toBeLessThanOrEqual(16_384)
})

test('an empty picture still has a pixel', () => {
  expect(rasterOf({ width: 0, height: 0 }, 1)).toMatchObject({ width: 1, height: 1 })
})

test('a small picture is not blown up to fill its frame', () => {
  expect(scaleToFit({ width: 100, height: 50 }, { width: 1000, height: 1000 })).toBe(1)
  expect(scaleToFit({ width: 2000, height: 50 }, { width: 1000, height: 1000 })).toBe(0.5)
})
