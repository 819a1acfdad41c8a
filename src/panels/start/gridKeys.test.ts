import { expect, it } from 'vitest'
import { cardAt, type Place } from './gridKeys'

/** Three in a row, the last row with two. */
const places: readonly Place[] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({
  x: (i % 3) * 100,
  y: Math.floor(i / 3) * 80,
}))

it('moves by one along the rows and stops at the ends', () => {
  expect(cardAt('ArrowRight', places, 2)).toBe(3)
  expect(cardAt('ArrowLeft', places, 3)).toBe(2)
  expect(cardAt('ArrowRight', places, 7)).toBeUndefined()
  expect(cardAt('ArrowLeft', places, 0)).toBeUndefined()
})

it('goes to the card that is seen above or below', () => {
  expect(cardAt('ArrowDown', places, 1)).toBe(4)
  expect(cardAt('ArrowUp', places, 7)).toBe(4)
  expect(cardAt('ArrowDown', places, 5)).toBe(7)
  expect(cardAt('ArrowDown', places, 6)).toBeUndefined()
  expect(cardAt('ArrowUp', places, 0)).toBeUndefined()
})

it('leaves other keys alone', () => {
  expect(cardAt('Home', places, 5)).toBe(0)
  expect(cardAt('End', places, 0)).toBe(7)
  expect(cardAt('a', places, 0)).toBeUndefined()
})
