import type { ColumnType } from '../../model/type'
import { everywhere, functionsOf, plainOperators, type Phrases } from '../write/phrases'

const casts: Readonly<Partial<Record<ColumnType['base'], string>>> = {
  boolean: 'INTEGER',
  int8: 'INTEGER',
  int16: 'INTEGER',
  int24: 'INTEGER',
  int32: 'INTEGER',
  int64: 'INTEGER',
  decimal: 'NUMERIC',
  float32: 'REAL',
  float64: 'REAL',
  date: 'TEXT',
  datetime: 'TEXT',
  uuid: 'TEXT',
  json: 'TEXT',
  jsonb: 'TEXT',
}

export const sqlitePhrases: Phrases = {
  meaning: {
    now: () => 'CURRENT_TIMESTAMP',
    utcNow: () => 'CURRENT_TIMESTAMP',
    today: () => 'CURRENT_DATE',
    clock: () => 'CURRENT_TIME',
    uuid: () => 'lower(hex(randomblob(16)))',
    user: () => undefined,
    true: () => 'TRUE',
    false: () => 'FALSE',
  },
  concat: 'pipes',
  functions: functionsOf(`${everywhere} length sign trim json_valid`, {
    substring: 'substr',
    ceiling: 'ceil',
    floor: 'floor',
    sqrt: 'sqrt',
    power: 'power',
    mod: 'mod',
    greatest: 'max',
    least: 'min',
  }),
  operators: new Set([...plainOperators, '%', '||', '&', '|', '<<', '>>']),
  cast: (type) => casts[type.base],
  string: (value) => `'${value.replaceAll("'", "''")}'`,
  bytes: (hex) => (hex.length % 2 === 0 ? `X'${hex}'` : undefined),
  bits: (bits) => String(Number.parseInt(bits, 2)),
  queryWords: new Set(['limit', 'offset', 'over', 'partition', 'recursive', 'intersect', 'except', 'filter']),
}
