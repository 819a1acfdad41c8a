// Oracle's spelling of every portable type (SQL Language Reference, "Data Types").
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

/** Fraction digits: nine at most, six where nothing is said. */
const digits = ({ precision }: ColumnType): string =>
  precision === undefined ? '' : `(${Math.min(precision, 9)})`

const fromZero = (name: string) => `${name} >= 0`

const whole =
  (digitCount: number, unsignedDigits = digitCount) =>
  (type: ColumnType, { counts }: TypeUse): Printed | string => {
    if (!type.unsigned) return `NUMBER(${digitCount})`
    return counts ? `NUMBER(${unsignedDigits})` : { sql: `NUMBER(${unsignedDigits})`, check: fromZero }
  }

function text(_type: ColumnType, { keyed }: TypeUse): Printed | string {
  if (!keyed) return 'CLOB'
  return changed('VARCHAR2(255 CHAR)', 'A CLOB cannot be part of a key', 'warning', 'Choose a length.')
}

function ntext(_type: ColumnType, use: TypeUse): Printed | string {
  return use.keyed ? text(_type, use) : 'NCLOB'
}

function varchar(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type)
  if (length === undefined || length > 4000) return text(type, use)
  return `VARCHAR2(${length} CHAR)`
}

function nvarchar(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type)
  return length === undefined || length > 2000 ? ntext(type, use) : `NVARCHAR2(${length})`
}

function char(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type) ?? 1
  return length > 2000 ? varchar(type, use) : `CHAR(${length} CHAR)`
}

function nchar(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type) ?? 1
  return length > 1000 ? nvarchar(type, use) : `NCHAR(${length})`
}

function bytes(type: ColumnType, { keyed }: TypeUse): Printed | string {
  const length = lengthOf(type)
  if (length !== undefined && length <= 2000) return `RAW(${length})`
  return keyed ? changed('RAW(255)', 'A BLOB cannot be part of a key', 'warning') : 'BLOB'
}

function decimal({ precision, scale, unsigned }: ColumnType, { counts }: TypeUse): Printed | string {
  if (counts) return precision === undefined ? 'NUMBER(19)' : `NUMBER(${Math.min(precision, 38)})`
  if (precision === undefined) return 'NUMBER'
  const sql =
    scale === undefined || scale === 0
      ? `NUMBER(${Math.min(precision, 38)})`
      : `NUMBER(${Math.min(precision, 38)},${scale})`
  if (precision > 38) return changed(sql, `A number has 38 digits at most, not ${precision}`, 'warning')
  return unsigned ? { sql, check: fromZero } : sql
}

/** 21c knows JSON; before it was a CLOB with a check (JSON Developer's Guide). */
const json = (_type: ColumnType, { pen }: TypeUse): Printed | string =>
  pen.atLeast(21)
    ? 'JSON'
    : {
        sql: 'CLOB',
        check: (name) => `${name} IS JSON`,
        notice: report('info', 'jsonAsText', 'JSON is a CLOB with a check that it is JSON.'),
      }

const boolean = (_type: ColumnType, { pen }: TypeUse): Printed | string =>
  pen.atLeast(23)
    ? 'BOOLEAN'
    : {
        sql: 'NUMBER(1)',
        check: (name) => `${name} IN (0, 1)`,
        notice: report('info', 'booleanAsNumber', 'A boolean is NUMBER(1) with a check that it is 0 or 1.'),
      }

function list({ values = [] }: ColumnType, { pen }: TypeUse): Printed | string {
  if (values.length === 0) return 'VARCHAR2(255 CHAR)'
  const longest = Math.max(1, ...values.map((value) => value.length))
  return {
    sql: `VARCHAR2(${Math.min(longest, 4000)} CHAR)`,
    check: (name) => `${name} IN (${inList(values, pen)})`,
    notice: report('info', 'enumAsCheck', 'The values of its enum became a check.'),
  }
}

const shape = () => 'MDSYS.SDO_GEOMETRY'

export const oraclePrint: TypePrinters = {
  boolean,
  int8: whole(3),
  int16: whole(5),
  int24: whole(7, 8),
  int32: whole(10),
  int64: whole(19, 20),
  decimal,
  float32: () => 'BINARY_FLOAT',
  float64: () => 'BINARY_DOUBLE',
  money: () => 'NUMBER(19,4)',
  char,
  varchar,
  nchar,
  nvarchar,
  text,
  ntext,
  citext: text,
  binary: (type, use) => bytes({ ...type, length: type.length ?? 1 }, use),
  varbinary: bytes,
  blob: bytes,
  bit: (type) => changed(`VARCHAR2(${lengthOf(type) ?? 1})`, 'A bit string has no like'),
  varbit: (type) => changed(`VARCHAR2(${Math.min(lengthOf(type) ?? 255, 4000)})`, 'A bit string has no like'),
  date: () => 'DATE',
  time: () => changed('INTERVAL DAY(0) TO SECOND', 'A time of day has no type'),
  datetime: (type) =>
    type.zone === 'with'
      ? `TIMESTAMP${digits(type)} WITH TIME ZONE`
      : `TIMESTAMP${digits(type)}${type.zone === 'local' ? ' WITH LOCAL TIME ZONE' : ''}`,
  interval: () => 'INTERVAL DAY TO SECOND',
  year: () => 'NUMBER(4)',
  uuid: () => 'RAW(16)',
  json,
  jsonb: json,
  xml: () => 'XMLTYPE',
  inet: () => changed('VARCHAR2(45)', 'A network address has no type'),
  cidr: () => changed('VARCHAR2(49)', 'A network has no type'),
  macaddr: () => changed('VARCHAR2(23)', 'A hardware address has no type'),
  tsvector: () =>
    changed(
      'CLOB',
      'A search vector has no like',
      'warning',
      'Make an Oracle Text index on the text itself.',
    ),
  tsquery: () => changed('CLOB', 'A search query has no like', 'warning'),
  point: shape,
  line: shape,
  polygon: shape,
  geometry: shape,
  geography: shape,
  hstore: json,
  vector: (type, use) =>
    use.pen.atLeast(23) ? `VECTOR(${lengthOf(type) ?? '*'}, FLOAT32)` : json(type, use),
  range: () => changed('VARCHAR2(100)', 'A range has no like', 'warning', 'Make two columns of it.'),
  rowversion: () =>
    changed(
      'NUMBER(20)',
      'A rowversion has no like',
      'warning',
      'Read ORA_ROWSCN, or raise it in a trigger.',
    ),
  enum: list,
  set: () =>
    changed('VARCHAR2(4000 CHAR)', 'A set of values has no like', 'warning', 'Make a table of the values.'),
}
