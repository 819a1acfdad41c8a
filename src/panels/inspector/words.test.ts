import { expect, test } from 'vitest'
import { howMany } from './words'

test('each end is counted', () => {
  expect(howMany({ min: 1, max: 1 })).toBe('exactly one')
  expect(howMany({ min: 0, max: 1 })).toBe('zero or one')
  expect(howMany({ min: 1, max: 'many' })).toBe('one or more')
  expect(howMany({ min: 0, max: 'many' })).toBe('zero or more')
})
