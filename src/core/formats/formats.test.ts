import { describe, expect, it } from 'vitest'
import { everything } from '../file/everything.testing'
import { formatIds, type FormatId } from './format'
import { formatOf, formats } from './index'

const options = { newId: () => 'x', target: { dialect: 'postgres', version: '18' } } as const

describe('a format', () => {
  it('is registered under its own id and loads its code when asked', async () => {
    for (const id of formatIds) {
      expect(formats[id].id).toBe(id)
      const { read, write } = await formats[id].load()
      expect(read ?? write).toBeDefined()
    }
  })

  it.each<readonly [string, string, FormatId | undefined]>([
    ['Shop.RELATA', '', 'relata'],
    ['shop.dbml', '{}', 'dbml'],
    ['pasted', '{"relata": 1}', 'relata'],
    ['pasted', '// my schema\n\nTable users {\n  id int\n}', 'dbml'],
    ['pasted', 'create table users (id int);', 'sql'],
    ['pasted', 'CREATE TABLE users (\n  a int\n); -- {', 'sql'],
    ['dump.SQL', '', 'sql'],
    ['x.json', '{"a": 1}', undefined],
  ])('is known by the name of a file or by its look: %s %j', (name, text, id) => {
    expect(formatOf(name, text)?.id).toBe(id)
  })
})

describe('the own format', () => {
  it('writes what it reads', async () => {
    const { read, write } = await formats.relata.load()
    const written = await write?.(everything())
    expect(written?.notices).toEqual([])
    expect(await read?.([{ name: 'a', text: written?.text ?? '' }], options)).toEqual({
      ok: true,
      value: { schema: everything(), notices: [] },
    })
  })

  it('says what is wrong with a text in words', async () => {
    const { read } = await formats.relata.load()
    const readText = (text: string) => read?.([{ name: 'a', text }], options)
    expect(await readText('{"relata": 1,\n}')).toEqual({
      ok: false,
      error: { message: 'This is not a Relata file: it is not JSON', line: 2, column: 1 },
    })
    expect(await readText('{"relata": 9}')).toMatchObject({ ok: false, error: { message: /newer/ } })
  })
})
