// SQLite's spelling of every portable type. Most are affinities only; the words say what is meant.
import type { ColumnType } from '../../model/type'
import { inList } from '../write/printType'
import { report } from '../write/report'
import type { Printed, TypePrinters, TypeUse } from '../write/rules'

const sized =
  (word: string) =>
  ({ length }: ColumnType): string =>
    typeof length === 'number' && length > 0 ? `${word}(${length})` : 'TEXT'

const asText = (what: string) => (): Printed => ({
  sql: 'TEXT',
  notice: report('info', 'typeChanged', `${what} is stored as TEXT.`),
})

const json = (): Printed => ({
  sql: 'TEXT',
  check: (name) => `json_valid(${name})`,
  notice: report('info', 'jsonAsText', 'JSON is stored as TEXT, with a check that it is JSON.'),
})

function decimal({ precision, scale }: ColumnType, { counts }: TypeUse): string {
  if (counts) return 'INTEGER'
  return precision === undefined
    ? 'NUMERIC'
    : scale === undefined
      ? `DECIMAL(${precision})`
      : `DECIMAL(${precision},${scale})`
}

const moment = (type: ColumnType): Printed | string =>
  type.zone === 'with'
    ? {
        sql: 'DATETIME',
        notice: report('info', 'timeZone', 'A moment has no zone of its own.', 'Store UTC.'),
      }
    : 'DATETIME'

const list = ({ values = [] }: ColumnType, { pen }: TypeUse): Printed | string =>
  values.length === 0
    ? 'TEXT'
    : {
        sql: 'TEXT',
        check: (name) => `${name} IN (${inList(values, pen)})`,
        notice: report('info', 'enumAsCheck', 'The values of its enum became a check.'),
      }

const integer = () => 'INTEGER'

export const sqlitePrint: TypePrinters = {
  boolean: () => 'BOOLEAN',
  int8: integer,
  int16: integer,
  int24: integer,
  int32: integer,
  int64: integer,
  decimal,
  float32: () => 'REAL',
  float64: () => 'REAL',
  money: () => 'DECIMAL(19,4)',
  char: sized('CHAR'),
  varchar: sized('VARCHAR'),
  nchar: sized('CHAR'),
  nvarchar: sized('VARCHAR'),
  text: () => 'TEXT',
  ntext: () => 'TEXT',
  citext: () => 'TEXT COLLATE NOCASE',
  binary: () => 'BLOB',
  varbinary: () => 'BLOB',
  blob: () => 'BLOB',
  bit: asText('A bit string'),
  varbit: asText('A bit string'),
  date: () => 'DATE',
  time: () => 'TIME',
  datetime: moment,
  interval: asText('A span of time'),
  year: integer,
  uuid: asText('A uuid'),
  json,
  jsonb: json,
  xml: asText('XML'),
  inet: asText('A network address'),
  cidr: asText('A network'),
  macaddr: asText('A hardware address'),
  tsvector: () => ({
    sql: 'TEXT',
    notice: report(
      'warning',
      'typeChanged',
      'A search vector has no like: it is TEXT.',
      'Make an FTS5 table.',
    ),
  }),
  tsquery: asText('A search query'),
  point: asText('A place'),
  line: asText('A line'),
  polygon: asText('A shape'),
  geometry: asText('A shape'),
  geography: asText('A shape'),
  hstore: json,
  vector: asText('A vector'),
  range: () => ({
    sql: 'TEXT',
    notice: report('warning', 'typeChanged', 'A range has no like: it is TEXT.', 'Make two columns of it.'),
  }),
  rowversion: () => ({
    sql: 'INTEGER',
    notice: report(
      'warning',
      'typeChanged',
      'A rowversion has no like: it is INTEGER.',
      'Raise it in a trigger.',
    ),
  }),
  enum: list,
  set: asText('A set of values'),
}
