import { expect, it } from 'vitest'
import { parseNumber } from './NumberField'

it('reads a number with a comma, a point, spaces or separators', () => {
  expect(['12', ' 1 000', '2,5', '2.5', "10'000", '-3'].map(parseNumber)).toEqual([
    12, 1000, 2.5, 2.5, 10000, -3,
  ])
})

it('knows what is no number', () => {
  expect(['', ' ', 'many', '1,2,3', 'Infinity'].map(parseNumber)).toEqual(Array(5).fill(undefined))
})
