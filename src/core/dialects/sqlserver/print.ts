// SQL Server's spelling of every portable type (manual, "Data types").
import type { ColumnType } from '../../model/type'
import { inList } from '../write/printType'
import { report } from '../write/report'
import type { Printed, TypePrinters, TypeUse } from '../write/rules'

type ChangedWords = readonly [sql: string, what: string, level?: 'info' | 'warning', remedy?: string]

const changed = (...[sql, what, level = 'info', remedy]: ChangedWords): Printed => ({
  sql,
  notice: report(level, 'typeChanged', `${what}: the script says ${sql}.`, remedy),
})

const lengthOf = ({ length }: ColumnType): number | undefined =>
  typeof length === 'number' && length > 0 ? length : undefined

/** Fraction digits: seven at most; other databases keep six where nothing is said. */
const digits = ({ precision }: ColumnType): string => `(${Math.min(precision ?? 6, 7)})`

const fromZero = (name: string) => `${name} >= 0`

const whole =
  (plain: string, wider: string) =>
  (type: ColumnType, { counts }: TypeUse): Printed | string => {
    if (!type.unsigned) return plain
    if (counts) return wider === 'decimal(20,0)' ? 'bigint' : wider
    return {
      sql: wider,
      check: fromZero,
      notice: report('info', 'unsigned', `There are no unsigned numbers: it is ${wider} with a check.`),
    }
  }

/** A key of an index holds 1,700 bytes, 900 when clustered: 450 characters. */
function text(_type: ColumnType, { keyed }: TypeUse): Printed | string {
  if (!keyed) return 'nvarchar(max)'
  return changed(
    'nvarchar(450)',
    'A text of any length cannot be part of a key',
    'warning',
    'Choose a length.',
  )
}

function varchar(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type)
  if (length === undefined || length > 4000) return text(type, use)
  if (use.keyed && length > 850)
    return changed('nvarchar(450)', `A key has no room for ${length} characters`, 'warning')
  return `nvarchar(${length})`
}

function char(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type) ?? 1
  return length > 4000 ? varchar(type, use) : `nchar(${length})`
}

function bytes(type: ColumnType, { keyed }: TypeUse): Printed | string {
  const length = lengthOf(type)
  if (length !== undefined && length <= 8000)
    return type.base === 'binary' ? `binary(${length})` : `varbinary(${length})`
  return keyed
    ? changed('varbinary(900)', 'Bytes of any length cannot be part of a key', 'warning')
    : 'varbinary(max)'
}

function decimal({ precision, scale, unsigned }: ColumnType, { counts }: TypeUse): Printed | string {
  if (counts) return 'bigint'
  if (precision === undefined) {
    return changed(
      'decimal(38,10)',
      'A number of any size has no like',
      'warning',
      'Choose how many digits it has.',
    )
  }
  const all = Math.min(precision, 38)
  const sql = `decimal(${all},${Math.min(Math.max(scale ?? 0, 0), all)})`
  if (precision > 38) return changed(sql, `A number has 38 digits at most, not ${precision}`, 'warning')
  return unsigned ? { sql, check: fromZero } : sql
}

const json = (): Printed => ({
  sql: 'nvarchar(max)',
  check: (name) => `ISJSON(${name}) = 1`,
  notice: report('info', 'jsonAsText', 'JSON is text with a check that it is JSON.'),
})

function list({ values = [] }: ColumnType, { pen }: TypeUse): Printed | string {
  const longest = Math.max(1, ...values.map((value) => value.length))
  if (values.length === 0) return 'nvarchar(255)'
  return {
    sql: `nvarchar(${Math.min(longest, 4000)})`,
    check: (name) => `${name} IN (${inList(values, pen)})`,
    notice: report('info', 'enumAsCheck', 'The values of its enum became a check.'),
  }
}

export const sqlserverPrint: TypePrinters = {
  boolean: () => 'bit',
  int8: (type) => (type.unsigned ? 'tinyint' : 'smallint'),
  int16: whole('smallint', 'int'),
  int24: whole('int', 'int'),
  int32: whole('int', 'bigint'),
  int64: whole('bigint', 'decimal(20,0)'),
  decimal,
  float32: () => 'real',
  float64: () => 'float',
  money: ({ size }) => (size === 'tiny' ? 'smallmoney' : 'money'),
  char,
  varchar,
  nchar: char,
  nvarchar: varchar,
  text,
  ntext: text,
  citext: text,
  binary: (type, use) => bytes({ ...type, length: type.length ?? 1 }, use),
  varbinary: bytes,
  blob: bytes,
  bit: (type) =>
    lengthOf(type) === 1 || type.length === undefined
      ? 'bit'
      : changed(`nvarchar(${lengthOf(type) ?? 255})`, 'A bit string has no like'),
  varbit: (type) => changed(`nvarchar(${Math.min(lengthOf(type) ?? 255, 4000)})`, 'A bit string has no like'),
  date: () => 'date',
  time: (type) => `time${digits(type)}`,
  datetime: (type) => `${type.zone === 'with' ? 'datetimeoffset' : 'datetime2'}${digits(type)}`,
  interval: () =>
    changed(
      'nvarchar(64)',
      'A span of time has no like',
      'warning',
      'Store seconds in a bigint if you compute with it.',
    ),
  year: () => 'smallint',
  uuid: () => 'uniqueidentifier',
  json,
  jsonb: json,
  xml: () => 'xml',
  inet: () => changed('nvarchar(45)', 'A network address has no type'),
  cidr: () => changed('nvarchar(49)', 'A network has no type'),
  macaddr: () => changed('nvarchar(23)', 'A hardware address has no type'),
  tsvector: () =>
    changed(
      'nvarchar(max)',
      'A search vector has no like',
      'warning',
      'Put a full-text index on the text itself.',
    ),
  tsquery: () => changed('nvarchar(max)', 'A search query has no like', 'warning'),
  point: () => 'geometry',
  line: () => 'geometry',
  polygon: () => 'geometry',
  geometry: () => 'geometry',
  geography: () => 'geography',
  hstore: json,
  vector: json,
  range: () => changed('nvarchar(100)', 'A range has no like', 'warning', 'Make two columns of it.'),
  rowversion: () => 'rowversion',
  enum: list,
  set: () =>
    changed('nvarchar(max)', 'A set of values has no like', 'warning', 'Make a table of the values.'),
}
