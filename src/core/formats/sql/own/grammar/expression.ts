// As much of an expression as a default may be: where it ends, not what it means.
import type { Raw } from '../../statement'
import type { Cursor } from '../cursor'
import { kinds } from '../lexer'

const operators: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '%',
  '|',
  '&',
  '^',
  '<',
  '>',
  '=',
  ':',
  '~',
])
const signs: ReadonlySet<string> = new Set(['+', '-', '~'])
/** Words that introduce a literal: DATE '2020-01-01'. */
const introducers: ReadonlySet<string> = new Set([
  'DATE',
  'TIME',
  'TIMESTAMP',
  'DATETIME',
  'INTERVAL',
  'BINARY',
])
const units: ReadonlySet<string> = new Set('YEAR MONTH WEEK DAY HOUR MINUTE SECOND'.split(' '))

function nameOrCall(c: Cursor): void {
  const word = c.word()
  c.skip()
  while (c.word() === '.') c.skip(2)
  if (word === 'INTERVAL' && (c.kind() === kinds.number || c.kind() === kinds.string)) {
    c.skip()
    if (units.has(c.word())) c.skip()
  } else if (c.kind() === kinds.string && (introducers.has(word) || word.startsWith('_'))) c.skip()
  if (c.word() === '(') c.step()
}

function operand(c: Cursor): void {
  while (signs.has(c.word())) c.skip()
  const kind = c.kind()
  if (c.sees('NEXT', 'VALUE', 'FOR')) {
    c.skip(3)
    c.chain()
  } else if (c.word() === '(') c.step()
  else if (kind === kinds.string) c.string()
  else if (kind === kinds.word || kind === kinds.quoted || kind === kinds.parameter) nameOrCall(c)
  else c.skip()
}

/** Takes a default: a literal, a name, a call, something in parentheses, and what operators join to it. */
export function takeOperand(c: Cursor): Raw {
  const start = c.at
  operand(c)
  while (operators.has(c.word())) {
    while (operators.has(c.word())) c.skip()
    operand(c)
  }
  return c.rawFrom(start)
}
