import { expect, test } from 'vitest'
import { missingFromLock } from './lock.mjs'

test('an optional dependency without an entry is told, one beside or above its package is not', () => {
  const packages = {
    '': {},
    'node_modules/parser': {
      optionalDependencies: { 'parser-linux': '1', 'parser-mac': '1', 'parser-windows': '1' },
    },
    'node_modules/parser/node_modules/parser-mac': {},
    'node_modules/parser-linux': {},
  }
  expect(missingFromLock({ packages })).toEqual(['node_modules/parser needs parser-windows'])
})
