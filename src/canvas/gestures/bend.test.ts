import { describe, expect, it } from 'vitest'
import { withBend } from './bend'

const way = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 300, y: 100 },
]

describe('a new bend', () => {
  it('stands between the bends that the line passes before and after it', () => {
    const first = { x: 100, y: 20 }
    const last = { x: 200, y: 100 }
    expect(withBend(way, [first, last], { x: 100, y: 80 })).toEqual([first, { x: 100, y: 80 }, last])
  })

  it('is the first on a line without any', () => {
    expect(withBend(way, [], { x: 50, y: 4 })).toEqual([{ x: 50, y: 4 }])
  })
})
