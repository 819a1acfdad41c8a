import { describe, expect, it } from 'vitest'
import { snap } from './guides'

const box = { x: 0, y: 0, width: 100, height: 40 }
const neighbour = { x: 300, y: 203, width: 100, height: 60 }
const both = { neighbours: [neighbour], reach: 6, toGrid: true, toGuides: true }

describe('snap', () => {
  it('goes to the grid where no neighbour is near', () => {
    expect(snap(box, { x: 13, y: 29 }, both).by).toEqual({ x: 16, y: 32 })
  })

  it('lines an edge up with that of a neighbour, off the grid', () => {
    const { by, guides } = snap(box, { x: 120, y: 200 }, both)
    expect(by.y).toBe(203)
    expect(guides).toContainEqual({ axis: 'y', at: 203, from: 120, to: 400 })
  })

  it('lines middles up with middles only', () => {
    // 233 is the neighbour's middle; the box's middle is 20 below its top.
    expect(snap(box, { x: 120, y: 211 }, both).by.y).toBe(213)
    // The box's top near the neighbour's middle means nothing.
    expect(snap(box, { x: 120, y: 233 }, { ...both, toGrid: false }).by.y).toBe(233)
  })

  it('follows the pointer to the pixel when both are off', () => {
    expect(snap(box, { x: 13, y: 201 }, { ...both, toGrid: false, toGuides: false })).toEqual({
      by: { x: 13, y: 201 },
      guides: [],
    })
  })

  it('takes the nearest of several neighbours', () => {
    const other = { x: 600, y: 198, width: 100, height: 60 }
    expect(snap(box, { x: 120, y: 199 }, { ...both, neighbours: [neighbour, other] }).by.y).toBe(198)
  })
})
