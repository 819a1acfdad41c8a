import { expect, it } from 'vitest'
import { rovingTarget } from './roving'

it('moves along its own direction and around the ends', () => {
  expect(rovingTarget('ArrowRight', { at: 0, count: 3, orientation: 'horizontal' })).toBe(1)
  expect(rovingTarget('ArrowRight', { at: 2, count: 3, orientation: 'horizontal' })).toBe(0)
  expect(rovingTarget('ArrowLeft', { at: 0, count: 3, orientation: 'horizontal' })).toBe(2)
})

it('leaves the other direction to the page', () => {
  expect(rovingTarget('ArrowDown', { at: 0, count: 3, orientation: 'horizontal' })).toBeUndefined()
  expect(rovingTarget('ArrowDown', { at: 0, count: 3, orientation: 'both' })).toBe(1)
  expect(rovingTarget('a', { at: 0, count: 3, orientation: 'both' })).toBeUndefined()
})

it('goes to the ends with Home and End', () => {
  expect(rovingTarget('Home', { at: 2, count: 3, orientation: 'vertical' })).toBe(0)
  expect(rovingTarget('End', { at: 0, count: 3, orientation: 'vertical' })).toBe(2)
})
