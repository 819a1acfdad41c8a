import { describe, expect, test } from 'vitest'
import { findTypes } from './typeChoices'

const groups = [
  { label: 'In this document', options: [{ value: 'point_kind', detail: 'gold, silver' }] },
  {
    label: 'Numbers',
    options: [{ value: 'smallint' }, { value: 'integer', detail: 'whole numbers' }, { value: 'int' }],
  },
  { label: 'Text', options: [{ value: 'text' }, { value: 'varchar(255)', detail: 'text up to a length' }] },
]
const known = new Set(['char', 'int', 'varchar(20)', 'text'])
const first = (query: string) =>
  findTypes(groups, query, (text) => known.has(text)).flatMap(({ options }) => options)[0]?.value

describe('what Enter takes while one types a type', () => {
  test('the beginning of a type finds it, wherever it stands in the list', () => {
    expect(first('varch')).toBe('varchar(255)')
    expect(first('inte')).toBe('integer')
  })

  test('a type written out in full is taken as it is, even where a longer one begins with it', () => {
    expect(first('int')).toBe('int')
    expect(first('char')).toBe('char')
    expect(first('varchar(20)')).toBeUndefined()
  })

  test('a word that stands only inside others or in their hints is never replaced by them', () => {
    expect(first('kind')).toBe('kind')
    expect(first('length')).toBe('length')
  })

  test('without a query everything is offered, the types of the document first', () => {
    expect(first('')).toBe('point_kind')
  })
})
