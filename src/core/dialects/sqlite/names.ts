import type { Lexis } from '../dialect'
import { makeNames } from '../names'
import { sqliteReserved } from './reserved'

export const sqliteLexis: Lexis = {
  identifierQuotes: [
    ['"', '"'],
    ['`', '`'],
    ['[', ']'],
  ],
  backslashEscapes: false,
  doubleQuotedStrings: false,
  dollarQuotes: false,
  hashComments: false,
  nestedComments: false,
  fold: 'ignoreCase',
}

export const sqliteNames = makeNames(
  {
    // SQLite itself sets no limit; this one only keeps a script readable.
    maxLength: 1000,
    unit: 'characters',
    plain: /^[A-Za-z_][A-Za-z0-9_]*$/,
    reserved: sqliteReserved,
    open: '"',
    close: '"',
    fold: 'ignoreCase',
    // Only ASCII letters are compared without case.
    same: (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  },
  sqliteLexis.identifierQuotes,
)
