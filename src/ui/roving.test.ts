import { expect, it } from 'vitest'
import { rovingTarget } from './roving'

it('moves along its own direction and around the ends', () => {
  expect(rovingTarget('ArrowRight', 0, 3, 'horizontal')).toBe(1)
  expect(rovingTarget('ArrowRight', 2, 3, 'horizontal')).toBe(0)
  expect(rovingTarget('ArrowLeft', 0, 3, 'horizontal')).toBe(2)
})

it('leaves the other direction to the page', () => {
  expect(rovingTarget('ArrowDown', 0, 3, 'horizontal')).toBeUndefined()
  expect(rovingTarget('ArrowDown', 0, 3, 'both')).toBe(1)
  expect(rovingTarget('a', 0, 3, 'both')).toBeUndefined()
})

it('goes to the ends with Home and End', () => {
  expect(rovingTarget('Home', 2, 3, 'vertical')).toBe(0)
  expect(rovingTarget('End', 0, 3, 'vertical')).toBe(2)
})
