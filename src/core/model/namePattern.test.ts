import { describe, expect, it } from 'vitest'
import { namePattern } from './namePattern'

const found = (pattern: string, ...names: readonly string[]) =>
  names.filter(namePattern(pattern) ?? (() => false))

describe('a pattern of names', () => {
  it('means a piece of the name without a star, and the whole name with one', () => {
    expect(found('log', 'logs', 'catalogue', 'orders')).toEqual(['logs', 'catalogue'])
    expect(found('log*', 'logs', 'catalogue')).toEqual(['logs'])
    expect(found('*_log', 'audit_log', 'logs', 'a_log_b')).toEqual(['audit_log'])
    expect(found('t?', 't1', 't12', 't')).toEqual(['t1'])
  })

  it('may be several, with commas or spaces, in either case', () => {
    expect(found('tmp_*, OLD', 'tmp_a', 'orders_old', 'orders')).toEqual(['tmp_a', 'orders_old'])
  })

  it('takes every other sign as itself', () => {
    expect(found('a.b*', 'a.b1', 'axb1')).toEqual(['a.b1'])
    expect(found('(x)[y]*', '(x)[y]z')).toEqual(['(x)[y]z'])
    expect(found('**a**', 'bab')).toEqual(['bab'])
  })

  it('means nothing when it is empty', () => {
    expect(namePattern(' , ')).toBeUndefined()
  })
})
