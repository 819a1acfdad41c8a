import { describe, expect, it } from 'vitest'
import { decode } from './decode'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string, isBig = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )
const script = 'CREATE TABLE orders (id int);\n'

describe('the text of a file', () => {
  it('is UTF-8 with or without its mark', () => {
    expect(decode(new TextEncoder().encode(`-- ärger 🛒\n${script}`))).toEqual({
      kind: 'text',
      text: `-- ärger 🛒\n${script}`,
    })
    expect(decode(new TextEncoder().encode(`\uFEFF${script}`))).toEqual({ kind: 'text', text: script })
  })

  it('is UTF-16 by its mark or by its look', () => {
    for (const isBig of [false, true]) {
      expect(decode(utf16(`\uFEFF${script}`, isBig))).toEqual({ kind: 'text', text: script })
      expect(decode(utf16(script, isBig))).toEqual({ kind: 'text', text: script })
    }
  })

  it('is read as Latin where it is nothing else, and that is said', () => {
    expect(decode(latin('-- caf\xe9\n'))).toMatchObject({
      kind: 'text',
      text: '-- café\n',
      remark: /Windows-1252/,
    })
  })

  it('may hold a few bytes that belong to no text', () => {
    expect(decode(latin(`${script.repeat(10)}INSERT INTO a VALUES ('\0');`))).toMatchObject({ kind: 'text' })
  })

  it('is refused with what the file is and how to get a script of it', () => {
    expect(decode(latin('\x89PNG\r\n\x1a\n'))).toEqual({
      kind: 'refused',
      message: 'This is a picture, not a text.',
    })
    expect(decode(latin('PGDMP\x01\x0e'))).toMatchObject({ message: /pg_dump/, remedy: /pg_restore/ })
    expect(decode(latin('SQLite format 3\0'))).toMatchObject({ remedy: /\.schema/ })
    expect(decode(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32))).toMatchObject({
      kind: 'refused',
    })
  })
})
