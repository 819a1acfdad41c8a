import type { Lexis } from '../dialect'
import { makeNames } from '../names'
import { sqlserverReserved } from './reserved'

export const sqlserverLexis: Lexis = {
  identifierQuotes: [
    ['[', ']'],
    ['"', '"'],
  ],
  backslashEscapes: false,
  doubleQuotedStrings: false,
  dollarQuotes: false,
  hashComments: false,
  nestedComments: true,
  fold: 'ignoreCase',
}

export const sqlserverNames = makeNames(
  {
    maxLength: 128,
    unit: 'characters',
    plain: /^[A-Za-z_][A-Za-z0-9_]*$/,
    reserved: sqlserverReserved,
    open: '[',
    close: ']',
    fold: 'ignoreCase',
  },
  sqlserverLexis.identifierQuotes,
)
