import type { ColumnType } from '../../model/type'
import { everywhere, functionsOf, plainOperators, type Phrases } from '../write/phrases'

/** A backslash is a plain character in a standard string (standard_conforming_strings is on since 9.1). */
const string = (value: string): string => `'${value.replaceAll("'", "''")}'`

const casts: Readonly<Partial<Record<ColumnType['base'], string>>> = {
  boolean: 'boolean',
  int8: 'smallint',
  int16: 'smallint',
  int24: 'integer',
  int32: 'integer',
  int64: 'bigint',
  float32: 'real',
  float64: 'double precision',
  date: 'date',
  uuid: 'uuid',
  json: 'json',
  jsonb: 'jsonb',
}

export const castDecimal = (word: string) => (type: ColumnType) =>
  type.precision === undefined ? word : `${word}(${type.precision},${type.scale ?? 0})`

export const postgresPhrases: Phrases = {
  meaning: {
    now: () => 'CURRENT_TIMESTAMP',
    utcNow: (type) => (type?.zone ? 'CURRENT_TIMESTAMP' : "timezone('utc', now())"),
    today: () => 'CURRENT_DATE',
    clock: () => 'CURRENT_TIME',
    uuid: (type) =>
      type === undefined || type.base === 'uuid' ? 'gen_random_uuid()' : 'gen_random_uuid()::text',
    user: () => 'CURRENT_USER',
    true: () => 'true',
    false: () => 'false',
  },
  concat: 'pipes',
  functions: functionsOf(
    `${everywhere} length substring ceiling floor sign sqrt power mod trim concat greatest least`,
    {},
  ),
  operators: new Set([...plainOperators, '%', '||', '&', '|', '<<', '>>']),
  cast: (type) => {
    if (type.base === 'decimal') return castDecimal('numeric')(type)
    if (type.base === 'datetime') return type.zone ? 'timestamptz' : 'timestamp'
    return casts[type.base]
  },
  string,
  bytes: (hex) => string(`\\x${hex}`),
  bits: (bits) => `B'${bits}'`,
  queryWords: new Set([
    'limit',
    'offset',
    'ilike',
    'lateral',
    'any',
    'filter',
    'over',
    'partition',
    'nulls',
    'first',
    'last',
    'recursive',
    'intersect',
    'except',
  ]),
}

export const redshiftPhrases: Phrases = {
  ...postgresPhrases,
  meaning: {
    ...postgresPhrases.meaning,
    now: () => 'GETDATE()',
    utcNow: () => 'GETDATE()',
    clock: () => undefined,
    // Redshift makes no uuids.
    uuid: () => undefined,
  },
  functions: functionsOf(
    `${everywhere} substring ceiling floor sign sqrt power mod trim concat greatest least`,
    { length: 'LEN' },
  ),
  operators: new Set([...plainOperators, '%', '||']),
  bytes: () => undefined,
  bits: () => undefined,
}
