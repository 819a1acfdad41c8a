import type { Lexis } from '../dialect'
import { makeNames, type NameKit } from '../names'
import { mariadbReserved, mysqlReserved } from './reserved'

export const mysqlLexis: Lexis = {
  identifierQuotes: [['`', '`']],
  backslashEscapes: true,
  doubleQuotedStrings: true,
  dollarQuotes: false,
  hashComments: true,
  nestedComments: false,
  fold: 'ignoreCase',
}

// Column names are compared by the server's own collation: without case and without accents.
const same = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const names = (reserved: ReadonlySet<string>): NameKit =>
  makeNames(
    {
      maxLength: 64,
      unit: 'characters',
      plain: /^[A-Za-z_][A-Za-z0-9_]*$/,
      reserved,
      open: '`',
      close: '`',
      fold: 'ignoreCase',
      same,
      // No character beyond the Basic Multilingual Plane, and no space at the end (manual, 11.2 Schema Object Names).
      unholdable: /[\u{10000}-\u{10ffff}]|\s+$/gu,
    },
    mysqlLexis.identifierQuotes,
  )

export const mysqlNames = names(mysqlReserved)
export const mariadbNames = names(mariadbReserved)
