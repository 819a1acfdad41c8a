import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyBetween } from './fraction'

describe('keyBetween', () => {
  it('always finds a key strictly between two neighbours, wherever rows are put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 300 }), (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          const key = keyBetween(keys[at - 1], keys[at])
          expect(keys[at - 1] === undefined || (keys[at - 1] ?? '') < key).toBe(true)
          expect(keys[at] === undefined || key < (keys[at] ?? '')).toBe(true)
          keys.splice(at, 0, key)
        }
      }),
    )
  })

  it('stays short when rows are appended or prepended by the thousand', () => {
    let last: string | undefined
    let first: string | undefined
    for (let i = 0; i < 20_000; i++) {
      const next = keyBetween(last, undefined)
      expect(last === undefined || last < next).toBe(true)
      last = next
      const before = keyBetween(undefined, first)
      expect(first === undefined || before < first).toBe(true)
      first = before
    }
    expect(last?.length).toBeLessThan(6)
    expect(first?.length).toBeLessThan(6)
  })
})
