// PostgreSQL's spelling of every portable type.
import type { ColumnType } from '../../model/type'
import { inList } from '../write/printType'
import { report } from '../write/report'
import type { Printed, TypePrinters, TypeUse } from '../write/rules'

/** Fraction digits that PostgreSQL can keep: six at most (manual, 8.5). */
const digits = ({ precision }: ColumnType): string =>
  precision === undefined || precision > 6 ? '' : `(${precision})`

const sized = (name: string, { length }: ColumnType): string =>
  typeof length === 'number' && length > 0 ? `${name}(${length})` : name

const fromZero = (name: string) => `${name} >= 0`

/** Unsigned numbers take the next wider type; the check keeps them from falling below zero. */
function whole(plain: string, wider: string) {
  return (type: ColumnType, { counts }: TypeUse): Printed | string => {
    if (!type.unsigned) return plain
    if (counts) return wider
    return {
      sql: wider,
      check: fromZero,
      notice: report('info', 'unsigned', `There are no unsigned numbers: it is ${wider} with a check.`),
    }
  }
}

const big = (type: ColumnType, { counts }: TypeUse): Printed | string => {
  if (!type.unsigned || counts) return 'bigint'
  const message = 'There are no unsigned numbers: bigint holds half of them, to 9,223,372,036,854,775,807.'
  return {
    sql: 'bigint',
    check: fromZero,
    notice: report('warning', 'unsigned', message, 'Make it numeric(20) if it needs more.'),
  }
}

const asText = (sql: string, what: string): Printed => ({
  sql,
  notice: report('info', 'typeChanged', `${what}: the script says ${sql}.`),
})

export function decimal({ precision, scale, unsigned }: ColumnType, { counts }: TypeUse): Printed | string {
  if (counts) return 'bigint'
  const sql =
    precision === undefined
      ? 'numeric'
      : scale === undefined
        ? `numeric(${precision})`
        : `numeric(${precision},${scale})`
  return unsigned ? { sql, check: fromZero } : sql
}

export const postgresPrint: TypePrinters = {
  boolean: () => 'boolean',
  int8: (type, use) => whole('smallint', 'smallint')(type, use),
  int16: whole('smallint', 'integer'),
  int24: whole('integer', 'integer'),
  int32: whole('integer', 'bigint'),
  int64: big,
  decimal,
  float32: () => 'real',
  float64: () => 'double precision',
  money: ({ size }) => (size === 'tiny' ? 'numeric(10,4)' : 'numeric(19,4)'),
  char: (type) => sized('char', type),
  varchar: (type) => (type.length === 'max' ? 'text' : sized('varchar', type)),
  nchar: (type) => sized('char', type),
  nvarchar: (type) => (type.length === 'max' ? 'text' : sized('varchar', type)),
  text: () => 'text',
  ntext: () => 'text',
  binary: () => 'bytea',
  varbinary: () => 'bytea',
  blob: () => 'bytea',
  bit: (type) => sized('bit', type),
  varbit: (type) => sized('bit varying', type),
  date: () => 'date',
  time: (type) => `${type.zone ? 'timetz' : 'time'}${digits(type)}`,
  datetime: (type) => `${type.zone ? 'timestamptz' : 'timestamp'}${digits(type)}`,
  interval: () => 'interval',
  year: () => 'smallint',
  uuid: () => 'uuid',
  json: () => 'json',
  jsonb: () => 'jsonb',
  xml: () => 'xml',
  inet: () => 'inet',
  cidr: () => 'cidr',
  macaddr: () => 'macaddr',
  tsvector: () => 'tsvector',
  tsquery: () => 'tsquery',
  point: () => 'point',
  line: () => 'path',
  polygon: () => 'polygon',
  geometry: () => 'geometry',
  geography: () => 'geography',
  hstore: () => 'hstore',
  citext: () => 'citext',
  vector: (type) => sized('vector', type),
  range: () => asText('text', 'The range type is not known'),
  rowversion: () => ({
    sql: 'bytea',
    notice: report(
      'warning',
      'rowversion',
      'There is no rowversion: nothing changes it by itself.',
      'Set it in a trigger, or read xmin.',
    ),
  }),
  enum: ({ values = [] }, { pen }) => ({
    sql: 'text',
    check: (name) => (values.length > 0 ? `${name} IN (${inList(values, pen)})` : 'true'),
    notice: report(
      'info',
      'enumAsCheck',
      'The values of its ENUM became a check.',
      'Make an enum type of them if several columns share it.',
    ),
  }),
  set: ({ values = [] }, { pen }) => ({
    sql: 'text[]',
    check: (name) => (values.length > 0 ? `${name} <@ ARRAY[${inList(values, pen)}]` : 'true'),
    value: (sql) => `string_to_array(${sql}, ',')`,
    notice: report('info', 'setAsArray', 'Its SET became an array of texts with a check.'),
  }),
}
