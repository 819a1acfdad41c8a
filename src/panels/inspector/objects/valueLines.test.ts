import { expect, test } from 'vitest'
import { readValueLines } from './valueLines'

test('lines become values, without bullets, quotes and commas', () => {
  expect(readValueLines("new\n- paid\n'shipped',\n\n  returned  ")).toEqual([
    'new',
    'paid',
    'shipped',
    'returned',
  ])
})

test('a list with quotes keeps the commas and quotes that are inside them', () => {
  expect(readValueLines("('a, b', 'it''s', c)")).toEqual(['a, b', "it's", 'c'])
})
