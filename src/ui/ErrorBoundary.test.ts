import { expect, it } from 'vitest'
import { errorDetails } from './ErrorBoundary'

it('copies where a fault happened and nothing of what it was about', () => {
  const error = new TypeError('secret_table has no column secret_column')
  const details = errorDetails('The inspector', error, '\n    at ColumnRow\n    at Inspector')
  expect(details).toContain('The inspector: TypeError')
  expect(details).toContain('at ColumnRow')
  expect(details).not.toContain('secret')
})

it('bears a message of several lines and a fault that is no error', () => {
  const error = new Error('first\nat secret_table')
  expect(errorDetails('The canvas', error)).not.toContain('secret')
  expect(errorDetails('The canvas', 'secret')).toBe('The canvas: string\nin\n')
})
