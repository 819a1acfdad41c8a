import { describe, expect, test } from 'vitest'
import { howMany, readAloud } from './words'

const verbs = { childToParent: '', parentToChild: '' }

describe('a relation in words', () => {
  test('each end is counted', () => {
    expect(howMany({ min: 1, max: 1 })).toBe('exactly one')
    expect(howMany({ min: 0, max: 1 })).toBe('zero or one')
    expect(howMany({ min: 1, max: 'many' })).toBe('one or more')
    expect(howMany({ min: 0, max: 'many' })).toBe('zero or more')
  })

  test('it reads aloud from both sides, with plain verbs where none are given', () => {
    const cardinality = { child: { min: 0, max: 'many' }, parent: { min: 1, max: 1 } } as const
    expect(readAloud({ child: 'orders', parent: 'customers', cardinality, verbs })).toEqual([
      'Each order belongs to exactly one customer.',
      'Each customer has zero or more orders.',
    ])
  })

  test('its own verbs are used, and tables without a name are called so', () => {
    const cardinality = { child: { min: 0, max: 1 }, parent: { min: 0, max: 1 } } as const
    const own = { childToParent: 'is the badge of', parentToChild: 'wears' }
    expect(readAloud({ child: '', parent: 'staff_members', cardinality, verbs: own })).toEqual([
      'Each unnamed is the badge of zero or one staff member.',
      'Each staff member wears zero or one unnamed.',
    ])
  })
})
