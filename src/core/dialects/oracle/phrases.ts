import type { ColumnType } from '../../model/type'
import { castDecimal } from '../postgres/phrases'
import { everywhere, functionsOf, plainOperators, type Phrases } from '../write/phrases'

const casts: Readonly<Partial<Record<ColumnType['base'], string>>> = {
  boolean: 'NUMBER(1)',
  int8: 'NUMBER(3)',
  int16: 'NUMBER(5)',
  int24: 'NUMBER(7)',
  int32: 'NUMBER(10)',
  int64: 'NUMBER(19)',
  float32: 'BINARY_FLOAT',
  float64: 'BINARY_DOUBLE',
  date: 'DATE',
}

/** A statement of SQL*Plus ends at a line with a slash alone; inside a text the slash joins the line before it. */
const slashLine = /(?:\r\n|\r|\n)([^\S\r\n]*\/[^\S\r\n]*)(?=[\r\n]|$)/g

const string = (value: string): string => `'${value.replace(slashLine, ' $1').replaceAll("'", "''")}'`

export const oraclePhrases: Phrases = {
  meaning: {
    now: (type) => (type?.zone === 'with' || type?.zone === 'local' ? 'SYSTIMESTAMP' : 'LOCALTIMESTAMP'),
    utcNow: () => 'SYS_EXTRACT_UTC(SYSTIMESTAMP)',
    today: () => 'TRUNC(SYSDATE)',
    clock: () => undefined,
    uuid: (type) =>
      type === undefined || type.base === 'uuid' ? 'SYS_GUID()' : 'LOWER(RAWTOHEX(SYS_GUID()))',
    user: () => 'USER',
    true: () => '1',
    false: () => '0',
  },
  concat: 'pipes',
  functions: functionsOf(`${everywhere} length floor sign sqrt power mod trim concat greatest least`, {
    substring: 'SUBSTR',
    ceiling: 'CEIL',
  }),
  operators: new Set([...plainOperators, '||']),
  cast: (type) => {
    if (type.base === 'decimal') return castDecimal('NUMBER')(type)
    if (type.base === 'datetime') return type.zone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP'
    return casts[type.base]
  },
  string,
  bareTableAlias: true,
  bytes: (hex) => `HEXTORAW('${hex}')`,
  bits: () => undefined,
  queryWords: new Set(['over', 'partition', 'intersect', 'nulls', 'first', 'last']),
}

/** 23ai has booleans of its own. */
export const oracle23Phrases: Phrases = {
  ...oraclePhrases,
  meaning: { ...oraclePhrases.meaning, true: () => 'TRUE', false: () => 'FALSE' },
  cast: (type) => (type.base === 'boolean' ? 'BOOLEAN' : oraclePhrases.cast(type)),
}
