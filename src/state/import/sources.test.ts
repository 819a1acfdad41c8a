import { describe, expect, it } from 'vitest'
import type { PickedFile } from '../ports'
import { looksLikeSchema } from './looksLikeSchema'
import { documentName, moved, pastedSource, sourcesOf } from './sources'

const file = (name: string): PickedFile => ({ name, file: new File(['x'], name.split('/').at(-1) ?? name) })
const named = (files: readonly PickedFile[]) => sourcesOf(files).map(({ name }) => name)

describe('files as sources', () => {
  it('are read in the order of their names, numbers counted as numbers', () => {
    expect(named([file('m/V10__c.sql'), file('m/V2__b.sql'), file('m/V1__a.sql')])).toEqual([
      'm/V1__a.sql',
      'm/V2__b.sql',
      'm/V10__c.sql',
    ])
  })

  it('leave out migrations that take others back, unless there is nothing else', () => {
    expect(named([file('1_users.up.sql'), file('1_users.down.sql'), file('U1__users.sql')])).toEqual([
      '1_users.up.sql',
    ])
    expect(named([file('shop.down.sql')])).toEqual(['shop.down.sql'])
  })

  it('name the document: the file, or the folder of several', () => {
    expect(documentName(sourcesOf([file('dumps/shop.v2.sql')]))).toBe('shop.v2')
    expect(documentName(sourcesOf([file('migrations/1.sql'), file('migrations/2.sql')]))).toBe('migrations')
    expect(documentName([pastedSource('x')])).toBe('Imported schema')
  })

  it('can be put into another order', () => {
    const sources = sourcesOf([file('a'), file('b'), file('c')])
    const [first, , last] = sources
    const names = (id: string | undefined, by: number) => moved(sources, id ?? '', by).map(({ name }) => name)
    expect(names(first?.id, 1)).toEqual(['b', 'a', 'c'])
    expect(names(last?.id, -2)).toEqual(['c', 'a', 'b'])
    expect(names(first?.id, -1)).toEqual(['a', 'b', 'c'])
  })
})

describe('a text from the clipboard', () => {
  it('is a schema when it makes or alters something', () => {
    expect(looksLikeSchema('-- dump\n\ncreate table users (id int);')).toBe(true)
    expect(looksLikeSchema('SET x = 1;\nCREATE UNIQUE INDEX a ON b (c);')).toBe(true)
    expect(looksLikeSchema('ALTER TABLE ONLY a ADD b int')).toBe(true)
  })

  it('is none when it is columns, a note or a query', () => {
    for (const text of ['id bigint\nname text', 'Please create table 5 for the party', 'SELECT 1'])
      expect(looksLikeSchema(text)).toBe(false)
  })
})
