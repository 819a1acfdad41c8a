import type { Lexis } from '../dialect'
import { makeNames } from '../names'
import { oracleReserved } from './reserved'

export const oracleLexis: Lexis = {
  identifierQuotes: [['"', '"']],
  backslashEscapes: false,
  doubleQuotedStrings: false,
  dollarQuotes: false,
  hashComments: false,
  nestedComments: false,
  fold: 'upper',
}

/**
 * 128 bytes since 12.2 (SQL Language Reference, "Database Object Naming Rules"). A name in one case only stands
 * without quotes: Oracle people write `users`, and the database keeps USERS.
 */
export const oracleNames = makeNames(
  {
    maxLength: 128,
    unit: 'bytes',
    plain: /^(?:[a-z][a-z0-9_$#]*|[A-Z][A-Z0-9_$#]*)$/,
    reserved: oracleReserved,
    open: '"',
    close: '"',
    fold: 'upper',
    same: (name) => (/^[a-z][a-z0-9_$#]*$/.test(name) ? name.toUpperCase() : name),
    // A quoted name holds neither a quotation mark nor the null character.
    unholdable: /"/gu,
  },
  oracleLexis.identifierQuotes,
)
