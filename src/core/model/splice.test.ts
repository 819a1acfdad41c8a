import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, diffSchemas, invert, squash } from './edit'
import { makeSource } from './factory'
import { emptySchema, type Schema } from './schema'
import { joinedSplice, spliceBetween, spliced } from './splice'

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁'), maxLength: 12 })

test('a splice makes one text the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(spliced(before, spliceBetween(before, after))).toBe(after)
    }),
  )
})

test('a splice holds no more than what differs, and no half of a character', () => {
  expect(spliceBetween('name text, age int', 'name varchar, age int')).toEqual({
    at: 5,
    before: 'text',
    after: 'varchar',
  })
  expect(spliceBetween('a😀b', 'a😁b')).toEqual({ at: 1, before: '😀', after: '😁' })
})

test('splices that touch are one', () => {
  fc.assert(
    fc.property(texts, texts, texts, (one, two, three) => {
      const joined = joinedSplice(spliceBetween(one, two), spliceBetween(two, three))
      if (joined) expect(spliced(one, joined)).toBe(three)
    }),
  )
  expect(joinedSplice({ at: 0, before: '', after: 'ab' }, { at: 2, before: '', after: 'c' })).toEqual({
    at: 0,
    before: '',
    after: 'abc',
  })
  expect(joinedSplice({ at: 0, before: '', after: 'ab' }, { at: 3, before: '', after: 'c' })).toBeUndefined()
})

test('what was typed into a long text is kept as what changed, however often', () => {
  const source = makeSource(() => 'one', { format: 'dbml' })
  const withText = (text: string): Schema => ({
    ...emptySchema,
    source: new Map([[source.id, { ...source, text }]]),
  })
  const long = 'Table a {\n  id int\n}\n'.repeat(100)
  const [edit] = diffSchemas(withText(long), withText(`${long}// b`))
  expect(edit).toMatchObject({ at: long.length, before: '', after: '// b' })
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 6 }), (versions) => {
      const schemas = versions.map(withText)
      const steps = schemas.slice(1).map((schema, i) => diffSchemas(schemas[i] ?? schema, schema))
      const all = squash(...steps)
      const [first, last] = [schemas[0], schemas.at(-1)]
      if (!first || !last) return
      expect(applyEdits(first, all)).toEqual(last)
      expect(applyEdits(last, invert(all))).toEqual(first)
    }),
  )
})

test('a splice of another text is refused', () => {
  expect(() => spliced('abc', { at: 1, before: 'x', after: 'y' })).toThrow('another')
})
