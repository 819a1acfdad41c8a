import { describe, expect, test } from 'vitest'
import { isAllowed, licenceProblems, noticesOf, productionFolders, productionLicences } from './licences.mjs'

describe('a licence expression', () => {
  test.each([
    ['MIT', true],
    ['GPL-3.0-or-later', false],
    ['EPL-2.0 OR GPL-3.0-or-later', true],
    ['(MIT AND GPL-2.0-only)', false],
    ['(MIT OR Apache-2.0)', true],
    ['none', false],
  ])('%s: allowed is %s', (expression, expected) => {
    expect(isAllowed(expression)).toBe(expected)
  })
})

test('only what a production install brings is shipped', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': {},
      'node_modules/b': { dev: true },
      'node_modules/c': { devOptional: true },
    },
  }
  expect(productionFolders(lock)).toEqual(['node_modules/a'])
})

test('a foreign licence and a missing text are both told', () => {
  const problems = licenceProblems([
    { name: 'a', version: '1.0.0', licence: 'AGPL-3.0-only', text: undefined },
  ])
  expect(problems).toHaveLength(2)
})

test('the notices hold every shipped package with the text of its licence', () => {
  const licences = productionLicences()
  const notices = noticesOf(licences)
  for (const { name, version, text } of licences) {
    expect(notices).toContain(`${name} ${version} (`)
    expect(text).toBeDefined()
  }
})
