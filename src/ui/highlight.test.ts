import { expect, it } from 'vitest'
import { highlightParts } from './highlight'

const drawn = (text: string, ranges: readonly (readonly [number, number])[]) =>
  highlightParts(text, ranges)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('')

it('marks the hits and keeps the rest', () => {
  expect(
    drawn('customer_id', [
      [0, 4],
      [9, 11],
    ]),
  ).toBe('[cust]omer_[id]')
  expect(drawn('customer_id', [])).toBe('customer_id')
})

it('bears ranges that overlap, lie outside or come in any order', () => {
  expect(
    drawn('orders', [
      [3, 99],
      [0, 4],
    ]),
  ).toBe('[orde][rs]')
  expect(
    drawn('orders', [
      [5, 2],
      [9, 12],
    ]),
  ).toBe('orders')
})
