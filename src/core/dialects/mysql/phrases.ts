import type { ColumnType } from '../../model/type'
import { everywhere, functionsOf, plainOperators, type Phrases } from '../write/phrases'

/** Backslashes escape (manual, 11.1.1); a line break stands as it is. */
const string = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** The default's digits must be those of the column (manual, 13.2.5). */
const now = (type: ColumnType | undefined, isForeign = true): string => {
  const precision = Math.min(type?.precision ?? (type?.base === 'datetime' && isForeign ? 6 : 0), 6)
  return precision === 0 ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${precision})`
}

const casts: Readonly<Partial<Record<ColumnType['base'], string>>> = {
  boolean: 'UNSIGNED',
  int8: 'SIGNED',
  int16: 'SIGNED',
  int24: 'SIGNED',
  int32: 'SIGNED',
  int64: 'SIGNED',
  float64: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME(6)',
  time: 'TIME(6)',
  json: 'JSON',
  jsonb: 'JSON',
  blob: 'BINARY',
}

const names = `${everywhere} length substring ceiling floor sign sqrt power mod trim concat greatest least json_valid`

export const mysqlPhrases: Phrases = {
  meaning: {
    now,
    utcNow: (type) => (type?.precision ? `UTC_TIMESTAMP(${Math.min(type.precision, 6)})` : 'UTC_TIMESTAMP()'),
    today: () => 'CURRENT_DATE',
    clock: () => 'CURRENT_TIME',
    uuid: (type) =>
      type?.base === 'binary' || type?.base === 'varbinary' ? 'UUID_TO_BIN(UUID())' : 'UUID()',
    user: () => 'CURRENT_USER()',
    true: () => 'TRUE',
    false: () => 'FALSE',
  },
  concat: 'function',
  functions: functionsOf(names.replace(' length', ''), { length: 'CHAR_LENGTH' }),
  operators: new Set([...plainOperators, '%', '&', '|', '<<', '>>', '<=>']),
  cast: (type) => {
    if (type.base === 'decimal')
      return `DECIMAL(${type.precision ?? 38},${type.scale ?? (type.precision === undefined ? 10 : 0)})`
    return casts[type.base]
  },
  string,
  bytes: (hex) => (hex.length % 2 === 0 ? `X'${hex}'` : undefined),
  bits: (bits) => `b'${bits}'`,
  queryWords: new Set(['limit', 'offset', 'over', 'partition', 'recursive', 'true', 'false']),
}

export const mariadbPhrases: Phrases = {
  ...mysqlPhrases,
  // MariaDB's JSON is text: no cast makes it.
  cast: (type) => (type.base === 'json' || type.base === 'jsonb' ? undefined : mysqlPhrases.cast(type)),
}
