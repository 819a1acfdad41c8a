import { describe, expect, it } from 'vitest'
import { newId } from './newId'

describe('a new id', () => {
  it('is ten letters and digits that one can tell apart, and never the same again', () => {
    const ids = Array.from({ length: 1000 }, newId)
    for (const id of ids) expect(id).toMatch(/^[1-9A-HJ-NP-Za-km-z]{10}$/)
    expect(new Set(ids).size).toBe(1000)
  })
})
