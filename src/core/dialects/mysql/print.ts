// MySQL's spelling of every portable type (manual, chapter 13), and where MariaDB differs.
import type { ColumnType } from '../../model/type'
import { inList } from '../write/printType'
import { report } from '../write/report'
import type { Printed, TypePrinters, TypeUse } from '../write/rules'

/** An index key holds 3072 bytes: 768 characters of utf8mb4 (manual, 17.21 InnoDB Limits). */
const keyedText = 'varchar(255)'

const signed =
  (sql: string) =>
  (type: ColumnType): string =>
    sql + (type.unsigned ? ' unsigned' : '') + (type.zerofill ? ' zerofill' : '')

const lengthOf = ({ length }: ColumnType): number | undefined =>
  typeof length === 'number' && length > 0 ? length : undefined

/** Fraction digits: six at most; other databases keep microseconds where nothing is said. */
function digits(type: ColumnType, { pen }: TypeUse): string {
  const isNative = pen.source === 'mysql' || pen.source === 'mariadb' || pen.source === 'aurora-mysql'
  const precision = type.precision ?? (isNative || pen.source === 'sqlite' ? 0 : 6)
  return precision === 0 ? '' : `(${Math.min(precision, 6)})`
}

type ChangedWords = readonly [sql: string, what: string, level?: 'info' | 'warning', remedy?: string]

const changed = (...[sql, what, level = 'info', remedy]: ChangedWords): Printed => ({
  sql,
  notice: report(level, 'typeChanged', `${what}: the script says ${sql}.`, remedy),
})

function text(type: ColumnType, { pen, keyed }: TypeUse): Printed | string {
  if (keyed)
    return changed(keyedText, 'A text of any length cannot be part of a key', 'warning', 'Choose a length.')
  const isNative = ['mysql', 'mariadb', 'aurora-mysql'].includes(pen.source)
  if (type.size) return `${type.size}text`
  return isNative ? 'text' : 'longtext'
}

function varchar(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type)
  // 16,383 characters of four bytes fill the row's 65,535.
  if (length === undefined || length > 16_383) return text({ raw: '', base: 'text' }, use)
  if (use.keyed && length > 768)
    return changed('varchar(768)', `A key holds 768 characters, not ${length}`, 'warning')
  return `varchar(${length})`
}

function char(type: ColumnType, use: TypeUse): Printed | string {
  const length = lengthOf(type) ?? 1
  return length > 255 ? varchar(type, use) : `char(${length})`
}

function bytes(type: ColumnType, { keyed, pen }: TypeUse): Printed | string {
  const length = lengthOf(type)
  if (length !== undefined && length <= 3072)
    return type.base === 'binary' && length <= 255 ? `binary(${length})` : `varbinary(${length})`
  if (keyed)
    return changed(
      'varbinary(255)',
      'Bytes of any length cannot be part of a key',
      'warning',
      'Choose a length.',
    )
  if (type.size) return `${type.size}blob`
  return ['mysql', 'mariadb', 'aurora-mysql'].includes(pen.source) ? 'blob' : 'longblob'
}

function decimal({ precision, scale, unsigned }: ColumnType, { counts }: TypeUse): Printed | string {
  if (counts) return 'bigint'
  const tail = unsigned ? ' unsigned' : ''
  if (precision === undefined) {
    return changed(
      `decimal(38,10)${tail}`,
      'A number of any size has no like',
      'warning',
      'Choose how many digits it has.',
    )
  }
  // A negative scale rounds to tens and hundreds; none but PostgreSQL and Oracle have it.
  const whole = Math.min(precision + Math.max(0, -(scale ?? 0)), 65)
  return `decimal(${whole},${Math.min(Math.max(scale ?? 0, 0), 30, whole)})${tail}`
}

function zoned(type: ColumnType, use: TypeUse): Printed | string {
  const isNative = ['mysql', 'mariadb', 'aurora-mysql'].includes(use.pen.source)
  if (type.zone === 'local' && isNative) return `timestamp${digits(type, use)}`
  const sql = `datetime${digits(type, use)}`
  if (!type.zone) return sql
  return {
    sql,
    notice: report(
      'warning',
      'timeZone',
      `A moment's zone is not kept: the script says ${sql}.`,
      'Store UTC.',
    ),
  }
}

const list =
  (word: string) =>
  ({ values = [] }: ColumnType, { pen }: TypeUse): Printed | string =>
    values.length === 0
      ? changed(keyedText, 'A list without values has no like', 'warning')
      : `${word}(${inList(
          values.map((value) => value.replace(/ +$/, '')),
          pen,
        )})`

/** Characters that the values of a list need. */
export const mysqlPrint: TypePrinters = {
  boolean: () => 'boolean',
  int8: signed('tinyint'),
  int16: signed('smallint'),
  int24: signed('mediumint'),
  int32: signed('int'),
  int64: signed('bigint'),
  decimal,
  float32: signed('float'),
  float64: signed('double'),
  money: ({ size }) => (size === 'tiny' ? 'decimal(10,4)' : 'decimal(19,4)'),
  char,
  varchar,
  nchar: char,
  nvarchar: varchar,
  text,
  ntext: text,
  citext: (type, use) => (use.keyed ? keyedText : text({ ...type, base: 'text' }, use)),
  binary: (type, use) => bytes({ ...type, length: type.length ?? 1 }, use),
  varbinary: bytes,
  blob: bytes,
  bit: (type) =>
    (lengthOf(type) ?? 1) <= 64
      ? `bit(${lengthOf(type) ?? 1})`
      : changed(`varchar(${lengthOf(type) ?? 255})`, 'A bit string'),
  varbit: (type) =>
    changed(`varchar(${Math.min(lengthOf(type) ?? 255, 16_383)})`, 'A bit string has no like'),
  date: () => 'date',
  time: (type, use) => `time${digits(type, use)}`,
  datetime: zoned,
  interval: () =>
    changed(
      'varchar(64)',
      'A span of time has no like',
      'warning',
      'Store seconds in a bigint if you compute with it.',
    ),
  year: () => 'year',
  uuid: () => changed('char(36)', 'A uuid has no type'),
  json: () => 'json',
  jsonb: () => 'json',
  xml: () => changed('longtext', 'XML has no type'),
  inet: () => changed('varchar(45)', 'A network address has no type'),
  cidr: () => changed('varchar(49)', 'A network has no type'),
  macaddr: () => changed('varchar(23)', 'A hardware address has no type'),
  tsvector: () =>
    changed('longtext', 'A search vector has no like', 'warning', 'Put a FULLTEXT index on the text itself.'),
  tsquery: () => changed('longtext', 'A search query has no like', 'warning'),
  point: () => 'point',
  line: () => 'linestring',
  polygon: () => 'polygon',
  geometry: () => 'geometry',
  geography: () => changed('geometry', 'A shape on the globe', 'info', 'Give the column SRID 4326.'),
  hstore: () => changed('json', 'Pairs of texts'),
  vector: (type, { pen }) => {
    const has = pen.rules.id === 'mariadb' ? pen.atLeast(11, 7) : pen.rules.id === 'mysql' && pen.atLeast(9)
    return has && lengthOf(type) !== undefined
      ? `vector(${lengthOf(type) ?? 0})`
      : changed('json', 'A vector', 'warning')
  },
  range: () => changed('varchar(100)', 'A range has no like', 'warning', 'Make two columns of it.'),
  rowversion: () =>
    changed('bigint unsigned', 'A rowversion has no like', 'warning', 'Raise it in a trigger.'),
  enum: list('enum'),
  set: list('set'),
}

export const mariadbPrint: TypePrinters = {
  ...mysqlPrint,
  uuid: (_type, { pen }) =>
    pen.atLeast(10, 7) ? 'uuid' : changed('char(36)', 'A uuid has no type before 10.7'),
}
