import { expect, test } from 'vitest'
import { nearestStop, stopAfter } from './sheetStops'

test('a sheet that is let go of rests at the nearest of its heights', () => {
  expect([0, 0.2, 0.4, 0.7, 0.8, 1].map(nearestStop)).toEqual([
    'peek',
    'peek',
    'half',
    'half',
    'whole',
    'whole',
  ])
})

test('arrows draw the sheet up and down, a height at a time, and stop at the ends', () => {
  expect(stopAfter('peek', 'ArrowUp')).toBe('half')
  expect(stopAfter('whole', 'ArrowUp')).toBe('whole')
  expect(stopAfter('half', 'ArrowDown')).toBe('peek')
  expect(stopAfter('half', 'End')).toBe('whole')
  expect(stopAfter('half', 'a')).toBeUndefined()
})
