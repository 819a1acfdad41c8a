import { describe, expect, it } from 'vitest'
import { pulled } from './resize'

const box = { x: 100, y: 100, width: 200, height: 100 }
const limits = { minWidth: 120, maxWidth: 400, minHeight: 60 }

describe('pulling a corner', () => {
  it('leaves the opposite corner where it is', () => {
    expect(pulled(box, 'nw', { by: { x: 20, y: 10 }, limits })).toEqual({
      x: 120,
      y: 110,
      width: 180,
      height: 90,
    })
    expect(pulled(box, 'se', { by: { x: 20, y: 10 }, limits })).toEqual({
      x: 100,
      y: 100,
      width: 220,
      height: 110,
    })
  })

  it('stops at the limits without pushing the box away', () => {
    expect(pulled(box, 'w', { by: { x: 500, y: 0 }, limits })).toEqual({
      x: 180,
      y: 100,
      width: 120,
      height: 100,
    })
    expect(pulled(box, 'e', { by: { x: 900, y: 0 }, limits }).width).toBe(400)
  })

  it('changes only the width by a side', () => {
    expect(pulled(box, 'e', { by: { x: 40, y: 90 }, limits }).height).toBe(100)
  })
})
