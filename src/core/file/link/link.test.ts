import { deflateSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counter, everything } from '../everything.testing'
import { anySchema } from '../mutated.testing'
import { write } from '../write'
import { fragmentOf, linkIn, longestLink, partsOf } from './address'
import { decodeBytes, encodeBytes } from './base64url'
import { pack, unpack } from './pack'
import { numberingOf, slim, type Json } from './slim'
import { dictionary } from './dictionary'
import { underFreshIds } from '../../model/reid'
import type { Schema } from '../../model/schema'

const ofVersion1 = 'q1YCmgxs3BHXzoNEB6jvgdnew9fAGibRSFxhQHzog1L4ABQcQJsB'

/** The file without what packing gives up: ids, keys of order, notes for people. */
const bare = (schema: Schema): string => {
  const json = JSON.parse(write(schema)) as Json
  const { ids, width } = numberingOf(json)
  const text = [...ids].reduce(
    (all, [from, to]) => all.replaceAll(`"${from}"`, `"${to}"`),
    JSON.stringify(json),
  )
  return JSON.stringify(slim(JSON.parse(text) as Json, width))
}

const unpacked = (bytes: Uint8Array): Schema => {
  const result = unpack(bytes)
  if (!result.ok) throw new Error(result.error.kind)
  expect(result.value.notices).toEqual([])
  return result.value.schema
}

describe('a packed model', () => {
  it('comes back with everything that it had', () => {
    const schema = underFreshIds(everything(), counter())
    expect(bare(unpacked(pack(schema)))).toBe(bare(schema))
  })

  it('comes back whatever its texts are', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const once = unpacked(pack(schema))
        expect([...once.table.values()].map(({ name }) => name).sort()).toEqual(
          [...schema.table.values()].map(({ name }) => name).sort(),
        )
        expect(pack(once)).toEqual(pack(unpacked(pack(once))))
      }),
      { numRuns: 12 },
    )
  })

  it('does not depend on the ids that it had', () => {
    const schema = everything()
    expect(pack(underFreshIds(schema, counter()))).toEqual(pack(schema))
  })
})

/** A model that nobody shall be able to do harm with: more than anyone sends, or made by hand. */
const packedText = (text: string): Uint8Array =>
  deflateSync(strToU8(text), { dictionary: strToU8(dictionary) })

describe('bytes that somebody made by hand', () => {
  it('are refused when they are cut off, wherever', () => {
    const whole = pack(everything())
    for (let length = 0; length < whole.length; length += 7) {
      expect(unpack(whole.subarray(0, length)).ok, String(length)).toBe(false)
    }
  })

  it('are refused when they would become more than any schema, long before they have', () => {
    const bomb = packedText(`{"relata":1,"project":"${' '.repeat(80_000_000)}"}`)
    expect(bomb.length).toBeLessThan(200_000)
    expect(unpack(bomb)).toEqual({ ok: false, error: { kind: 'tooLarge' } })
  })

  it('are refused when they nest deeper than anything does', () => {
    const deep = `{"relata":1,"model":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(unpack(packedText(deep))).toEqual({ ok: false, error: { kind: 'damaged' } })
  })

  it('of a later file format are told apart', () => {
    expect(unpack(packedText('{"relata":99}'))).toEqual({ ok: false, error: { kind: 'newer' } })
  })

  it('pollute nothing', () => {
    const text =
      '{"w":1,"relata":1,"__proto__":{"polluted":1},"project":{"id":"p","name":"x","__proto__":{"polluted":1},' +
      '"constructor":{"prototype":{"polluted":1}}},"model":{"__proto__":{"polluted":1},"tables":[{"id":"t",' +
      '"name":"__proto__","columns":[{"id":"c","name":"constructor","type":"text"}]}]}}'
    const result = unpack(packedText(text))
    expect(result.ok && [...result.value.schema.table.values()][0]?.name).toBe('__proto__')
    expect('polluted' in {}).toBe(false)
  })

  it('never make it throw, however they were changed', () => {
    const whole = pack(everything())
    const texts = JSON.stringify(slim(JSON.parse(write(everything())) as Json, 1))
    const spot = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 8 }), fc.boolean(), (changes, isInside) => {
        const bytes = isInside ? strToU8(texts) : Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        unpack(isInside ? deflateSync(bytes, { dictionary: strToU8(dictionary) }) : bytes)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a link', () => {
  it('carries any bytes through an address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = encodeBytes(bytes)
        expect(text).toMatch(/^[\w-]*$/)
        expect(decodeBytes(text)).toEqual(bytes)
        if (bytes.length > 0) {
          const link = { way: 'view', isLocked: bytes.length % 2 === 0, data: text } as const
          expect(linkIn(`${fragmentOf(link)}&theme=dark`)).toEqual(link)
        }
      }),
    )
    expect(decodeBytes('a')).toBeUndefined()
    expect(decodeBytes('ab+/')).toBeUndefined()
  })

  it.each([
    ['', undefined],
    ['#anything', undefined],
    ['#view', { kind: 'damaged' }],
    ['#view=', { kind: 'damaged' }],
    ['#view=1.', { kind: 'damaged' }],
    ['#view=1.ab cd', { kind: 'damaged' }],
    ['#view=0.abcd', { kind: 'damaged' }],
    ['#copy=2.abcd', { kind: 'newer' }],
    ['#copy=7p.abcd', { kind: 'newer' }],
  ])('that is none, or none of this version, says so: %s', (fragment, expected) => {
    expect(linkIn(fragment)).toEqual(expected)
  })

  it('that is longer than any browser opens is not looked at', () => {
    expect(linkIn(`#view=1.${'a'.repeat(longestLink)}`)).toEqual({ kind: 'tooLong' })
    expect(linkIn('#'.repeat(longestLink + 1))).toBeUndefined()
  })

  it('may carry other parts, of which the first of a name counts', () => {
    expect([...partsOf('#view=1.a&theme=dark&theme=light&&__proto__=x&controls')]).toEqual([
      ['view', '1.a'],
      ['theme', 'dark'],
      ['__proto__', 'x'],
      ['controls', ''],
    ])
  })
})

it('what was packed by the first version opens for ever', () => {
  const result = unpack(decodeBytes(ofVersion1) ?? new Uint8Array())
  expect(result.ok && [...result.value.schema.table.values()].map(({ name }) => name)).toEqual(['users'])
})
