import { describe, expect, it } from 'vitest'
import { dialects } from '../../core/dialects'
import { expressionProblem } from './expressionProblem'

const columns = ['price', 'Sum of all', 'starts_at', 'ends_at']
const postgres = (text: string) => expressionProblem(text, { speech: dialects.postgres, columns })

describe('what is wrong with an expression', () => {
  it.each([
    'price >= 0',
    'lower(price) = price',
    `"Sum of all" > 0 AND price <> 'it''s'`,
    'PRICE IS NOT NULL',
    'ends_at > starts_at',
    'price::text = $$a$$',
    'CURRENT_DATE > starts_at',
    "starts_at > now() - interval '1 day'",
    '(SELECT count(*) FROM users WHERE id = 1) > 0',
    "E'a\\'b' = price",
    '',
  ])('finds nothing in %s', (text) => {
    expect(postgres(text)).toBeUndefined()
  })

  it('tells what was left open', () => {
    expect(postgres('lower(price')).toBe('A bracket is open: a “)” is missing')
    expect(postgres('price > 0)')).toBe('There is a “)” too many')
    expect(postgres("price = 'a")).toBe("A text is open: a ' is missing")
    expect(postgres('"price > 0')).toBe('A text is open: a " is missing')
    expect(postgres('price > 0 /* why')).toBe('A comment is not closed')
  })

  it('tells what ends too early, and what should not be there', () => {
    expect(postgres('price >')).toBe('Something is missing after “>”')
    expect(postgres('price > 0 AND')).toBe('Something is missing after “AND”')
    expect(postgres('price > 0;')).toBe('An expression ends without a semicolon')
  })

  it('names a column that is not there, in the words of each database', () => {
    expect(postgres('prize >= 0')).toBe('There is no column prize here')
    const mysql = { speech: dialects.mysql, columns }
    expect(expressionProblem('`prize` >= 0', mysql)).toBe('There is no column prize here')
    expect(expressionProblem('`price` >= 0', mysql)).toBeUndefined()
    const none = { speech: dialects.postgres, columns: [] }
    expect(expressionProblem('VALUE > 0 AND anything = 1', none)).toBeUndefined()
  })
})
