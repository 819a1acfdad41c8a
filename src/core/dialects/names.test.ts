import { describe, expect, it } from 'vitest'
import { dialectIds } from '../model/target'
import { dialects } from '.'
import { hashOf, shorten, utf8Length } from './names'

const spelled = (name: string) =>
  Object.fromEntries(dialectIds.map((id) => [id, dialects[id].names.spell(name)]))

describe('a name', () => {
  it('is quoted only when it must be', () => {
    for (const id of dialectIds) expect(dialects[id].names.spell('users')).toBe('users')
    expect(spelled('order')).toEqual({
      postgres: '"order"',
      mysql: '`order`',
      mariadb: '`order`',
      sqlite: '"order"',
      sqlserver: '[order]',
      oracle: '"order"',
      'aurora-postgres': '"order"',
      'aurora-mysql': '`order`',
      redshift: '"order"',
    })
  })

  it('keeps its case where an unquoted one would be folded', () => {
    expect(dialects.postgres.names.spell('userId')).toBe('"userId"')
    expect(dialects.oracle.names.spell('userId')).toBe('"userId"')
    expect(dialects.sqlserver.names.spell('userId')).toBe('userId')
  })

  it.each(dialectIds)('is read back as itself by %s, whatever it holds', (id) => {
    const { names } = dialects[id]
    for (const name of [
      'a"b',
      'a`b',
      'a]b',
      '1st',
      'x; --',
      "it's",
      'a\nb',
      'naïve',
      '😀',
      'select',
      'ALL',
      ' ',
      'a.b',
    ]) {
      expect(names.read(names.quote(name))).toBe(name)
      expect(names.isSame(names.read(names.spell(name)), name)).toBe(true)
    }
  })

  it('collides with another that differs in case where the database does not see it', () => {
    const collide = dialectIds.filter((id) => dialects[id].names.isSame('Users', 'users'))
    expect(collide).toEqual(['mysql', 'mariadb', 'sqlite', 'sqlserver', 'aurora-mysql', 'redshift'])
  })

  it('that is too long is cut to a stable one that differs from its like', () => {
    const limit = { maxLength: 63, unit: 'bytes' } as const
    const long = 'ü'.repeat(80)
    expect(utf8Length(shorten(long, limit))).toBeLessThanOrEqual(63)
    expect(shorten(`${long}a`, limit)).not.toBe(shorten(`${long}b`, limit))
    expect(shorten(long, limit)).toBe(`${'ü'.repeat(27)}_${hashOf(long)}`)
  })
})
