import { describe, expect, it } from 'vitest'
import { blended, fitted, toCanvas, toScreen, viewBox, wheelZoom, zoomAt } from './viewport'

const view = { x: -120, y: 40, zoom: 0.5 }
const size = { width: 1000, height: 600 }

describe('the view', () => {
  it('leads to the screen and back', () => {
    expect(toCanvas(view, toScreen(view, { x: 33, y: -7 }))).toEqual({ x: 33, y: -7 })
  })

  it('zooms at the pointer: what lies under it stays there', () => {
    const pointer = { x: 400, y: 300 }
    const before = toCanvas(view, pointer)
    const after = toCanvas(zoomAt(view, 2.5, pointer), pointer)
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  it('never zooms beyond its limits', () => {
    expect(zoomAt(view, 1000, { x: 0, y: 0 }).zoom).toBe(4)
    expect(zoomAt(view, 0, { x: 0, y: 0 }).zoom).toBe(0.02)
  })

  it('fits a whole box into the room, and a small one no larger than asked', () => {
    const box = { x: 500, y: 500, width: 4000, height: 1000 }
    const seen = viewBox(fitted(box, { ...size, padding: 50, maxZoom: 1 }), size)
    expect(seen.x).toBeLessThanOrEqual(box.x)
    expect(seen.x + seen.width).toBeGreaterThanOrEqual(box.x + box.width)
    expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { ...size, padding: 50, maxZoom: 1 }).zoom).toBe(1)
  })

  it('keeps a fixed point still on the whole way of a zoom', () => {
    const pointer = { x: 400, y: 300 }
    const target = zoomAt(view, 2, pointer)
    const under = toCanvas(view, pointer)
    for (const share of [0, 0.3, 0.7, 1]) {
      const now = toCanvas(blended(view, target, share), pointer)
      expect(now.x).toBeCloseTo(under.x)
      expect(now.y).toBeCloseTo(under.y)
    }
  })

  it('takes a notch of a wheel as one clear step either way', () => {
    const notch = { deltaX: 0, deltaMode: 0, ctrlKey: true }
    const inwards = wheelZoom({ ...notch, deltaY: -100 })
    expect(inwards).toBeGreaterThan(1.1)
    expect(inwards * wheelZoom({ ...notch, deltaY: 100 })).toBeCloseTo(1)
  })
})
