import { describe, expect, it } from 'vitest'
import { chosen } from './marquee'

const frame = { x: 0, y: 0, width: 100, height: 100 }

describe('what a frame chooses', () => {
  it('takes tables that it touches', () => {
    const touched = { id: 't_1', box: { x: 90, y: 90, width: 50, height: 50 }, isArea: false } as const
    const apart = { id: 't_2', box: { x: 101, y: 0, width: 50, height: 50 }, isArea: false } as const
    expect([...chosen(frame, [touched, apart])]).toEqual(['t_1'])
  })

  it('takes areas only when they lie wholly in it', () => {
    const below = { id: 'a_1', box: { x: -50, y: -50, width: 400, height: 400 }, isArea: true } as const
    const inside = { id: 'a_2', box: { x: 10, y: 10, width: 40, height: 40 }, isArea: true } as const
    expect([...chosen(frame, [below, inside])]).toEqual(['a_2'])
  })
})
