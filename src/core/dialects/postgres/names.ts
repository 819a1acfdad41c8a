import type { Lexis } from '../dialect'
import { makeNames } from '../names'
import { postgresReserved, redshiftReserved } from './reserved'

export const postgresLexis: Lexis = {
  identifierQuotes: [['"', '"']],
  backslashEscapes: false,
  doubleQuotedStrings: false,
  dollarQuotes: true,
  hashComments: false,
  nestedComments: true,
  fold: 'lower',
}

const plain = /^[a-z_][a-z0-9_$]*$/

/** NAMEDATALEN - 1 bytes (manual, 4.1.1). */
export const postgresNames = makeNames(
  { maxLength: 63, unit: 'bytes', plain, reserved: postgresReserved, open: '"', close: '"', fold: 'lower' },
  postgresLexis.identifierQuotes,
)

/** Redshift folds quoted names too, and holds no quotation mark in them (Developer Guide, "Names and identifiers"). */
export const redshiftNames = makeNames(
  {
    maxLength: 127,
    unit: 'bytes',
    plain: /^[A-Za-z_][A-Za-z0-9_$]*$/,
    reserved: redshiftReserved,
    open: '"',
    close: '"',
    fold: 'lower',
    same: (name) => name.toLowerCase(),
    // eslint-disable-next-line no-control-regex -- printable characters only
    unholdable: /["\u0000-\u001f\u007f]/gu,
  },
  postgresLexis.identifierQuotes,
)
