import { describe, expect, test } from 'vitest'
import { countBrowser, countUnit, lastLine, sum, withExitCode } from './summary.mjs'

const unit = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }

describe('the counts', () => {
  test('of the unit tests take a file that could not be read as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ]
    expect(countUnit({ ...unit, testResults })).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  test('of the tests in a browser take an error outside of any test as a failure', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 0, skipped: 1 }
    expect(countBrowser({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 2, skipped: 1 })
  })

  test('never show success when a program ended badly or reported nothing', () => {
    expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1)
    expect(withExitCode(undefined, 0).failed).toBe(1)
    expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  })
})

test('the last line sums all and names what was skipped only if anything was', () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 0 },
    { passed: 10, failed: 0, skipped: 4 },
  ])
  expect(lastLine(total)).toBe('11 passed, 2 failed, 4 skipped')
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
})
