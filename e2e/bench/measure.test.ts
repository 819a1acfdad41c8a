import { expect, test } from 'vitest'
import { figuresOf, inMilliseconds, lineOf } from './measure'

test('the figures are quantiles, whatever the order of the rounds', () => {
  const figures = figuresOf([5, 1, 3, 2, 4], [9, 7, 8, 6, 10])
  expect(figures).toEqual({ median: 3, p95: 4.8, min: 1, max: 5, rounds: 5, cpu: 8 })
  expect(figuresOf([1, 2]).median).toBe(1.5)
})

test('times have three significant digits', () => {
  expect([0.12345, 1.2345, 12.345, 1234.5].map(inMilliseconds)).toEqual([
    '0.123 ms',
    '1.23 ms',
    '12.3 ms',
    '1235 ms',
  ])
})

test('a line names what was measured and how far it spread', () => {
  expect(lineOf('open', figuresOf([10, 20, 30]))).toMatch(
    /open +20\.0 ms {3}\(p95 29\.0 ms, 10\.0 ms to 30\.0 ms, 3 rounds\)/,
  )
  expect(lineOf('open', figuresOf([10], [12]))).toContain('(cpu 12.0 ms, p95')
})
