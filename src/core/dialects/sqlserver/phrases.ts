import type { ColumnType } from '../../model/type'
import { castDecimal } from '../postgres/phrases'
import { everywhere, functionsOf, plainOperators, type Phrases } from '../write/phrases'

const casts: Readonly<Partial<Record<ColumnType['base'], string>>> = {
  boolean: 'bit',
  int8: 'smallint',
  int16: 'smallint',
  int24: 'int',
  int32: 'int',
  int64: 'bigint',
  float32: 'real',
  float64: 'float',
  date: 'date',
  uuid: 'uniqueidentifier',
}

/** N'…' keeps every character; without the N a text is of the database's code page. */
const string = (value: string): string => `N'${value.replace(goLine, ' $1').replaceAll("'", "''")}'`

/** Clients cut a script at a line that says GO, even inside a text: there it joins the line before it. */
const goLine = /(?:\r\n|\r|\n)([^\S\r\n]*GO(?:[^\S\r\n]+\d+)?[^\S\r\n]*)(?=[\r\n]|$)/gi

export const sqlserverPhrases: Phrases = {
  meaning: {
    now: (type) => (type?.zone === 'with' ? 'SYSDATETIMEOFFSET()' : 'SYSDATETIME()'),
    utcNow: () => 'SYSUTCDATETIME()',
    today: () => 'CAST(SYSDATETIME() AS date)',
    clock: () => 'CAST(SYSDATETIME() AS time)',
    uuid: (type) => (type === undefined || type.base === 'uuid' ? 'NEWID()' : 'CONVERT(nchar(36), NEWID())'),
    user: () => 'SUSER_SNAME()',
    true: () => '1',
    false: () => '0',
  },
  concat: 'plus',
  functions: functionsOf(`${everywhere} substring ceiling floor sign sqrt power trim concat`, {
    length: 'LEN',
  }),
  operators: new Set([...plainOperators, '%', '&', '|']),
  cast: (type) => {
    if (type.base === 'decimal')
      return castDecimal('decimal')({
        ...type,
        precision: type.precision ?? 38,
        scale: type.scale ?? (type.precision === undefined ? 10 : 0),
      })
    if (type.base === 'datetime') return type.zone === 'with' ? 'datetimeoffset' : 'datetime2'
    return casts[type.base]
  },
  string,
  bytes: (hex) => `0x${hex}`,
  bits: (bits) => (bits.length === 1 ? bits : undefined),
  queryWords: new Set(['over', 'partition']),
}
