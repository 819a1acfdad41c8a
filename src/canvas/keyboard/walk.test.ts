import { describe, expect, it } from 'vitest'
import { neighbourOf, readingOrder } from './walk'

const at = (id: string, x: number, y: number) => ({ id, box: { x, y, width: 100, height: 60 } })
const here = at('here', 0, 0)

describe('walking by arrow keys', () => {
  it('goes to the nearest one ahead', () => {
    expect(neighbourOf(here.box, 'right', [at('far', 600, 0), at('near', 200, 0)])).toBe('near')
  })

  it('prefers one straight ahead to a nearer one far aside', () => {
    expect(neighbourOf(here.box, 'right', [at('aside', 120, 400), at('ahead', 400, 20)])).toBe('ahead')
  })

  it('finds nothing behind', () => {
    expect(neighbourOf(here.box, 'left', [at('right', 200, 0)])).toBeUndefined()
  })

  it('reads rows from left to right, from top to bottom', () => {
    expect(readingOrder([at('d', 300, 300), at('b', 300, 20), at('a', 0, 0), at('c', 0, 310)])).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })
})
