import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitrarySchema } from '../model/testing/arbitrary'
import { dialectIds } from '../model/target'
import { dialects } from '.'
import { defaultDdlOptions } from './options'
import { ddlWriters } from './writers'

describe.each(dialectIds)('any document at all, written for %s', (id) => {
  it('gives a script whose statements stand where it says, the same every time', () => {
    const write = ddlWriters[id]
    const { versions } = dialects[id]
    const target = { dialect: id, version: versions[0] ?? '' }
    fc.assert(
      fc.property(arbitrarySchema(), (schema) => {
        const options = { ...defaultDdlOptions, dropFirst: true, ifNotExists: true, transaction: true }
        const { text, statements } = write(schema, target, options)
        for (const { sql, from, to } of statements) expect(text.slice(from, to)).toBe(sql)
        expect(write(schema, target, options).text).toBe(text)
      }),
      { numRuns: 25 },
    )
  })
})
