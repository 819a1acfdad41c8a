// PostgreSQL's types (manual, chapter 8) and the few that Redshift has beside them.
import type { TypeSuggestion, Types } from '../dialect'
import { typeParser, type TypeRule, type TypeWords } from '../typeSyntax'

const decimal: TypeRule = { base: 'decimal', args: 'decimal' }
const varchar: TypeRule = { base: 'varchar', args: 'length' }
const char: TypeRule = { base: 'char', args: 'length' }
const withZone: TypeRule = { base: 'datetime', args: 'precision', fixed: { zone: 'with' } }
const withoutZone: TypeRule = { base: 'datetime', args: 'precision' }

const words: TypeWords = {
  boolean: { base: 'boolean' },
  bool: { base: 'boolean' },
  smallint: { base: 'int16' },
  int2: { base: 'int16' },
  smallserial: { base: 'int16' },
  serial2: { base: 'int16' },
  integer: { base: 'int32' },
  int: { base: 'int32' },
  int4: { base: 'int32' },
  serial: { base: 'int32' },
  serial4: { base: 'int32' },
  bigint: { base: 'int64' },
  int8: { base: 'int64' },
  bigserial: { base: 'int64' },
  serial8: { base: 'int64' },
  numeric: decimal,
  decimal,
  dec: decimal,
  real: { base: 'float32' },
  float4: { base: 'float32' },
  'double precision': { base: 'float64' },
  float8: { base: 'float64' },
  float: { base: 'float64' },
  money: { base: 'money' },
  'character varying': varchar,
  'char varying': varchar,
  varchar,
  character: char,
  char,
  bpchar: char,
  nchar: char,
  'national character': char,
  'national character varying': varchar,
  text: { base: 'text' },
  citext: { base: 'citext' },
  bytea: { base: 'blob' },
  bit: { base: 'bit', args: 'length' },
  'bit varying': { base: 'varbit', args: 'length' },
  varbit: { base: 'varbit', args: 'length' },
  date: { base: 'date' },
  time: { base: 'time', args: 'precision' },
  'time without time zone': { base: 'time', args: 'precision' },
  'time with time zone': { base: 'time', args: 'precision', fixed: { zone: 'with' } },
  timetz: { base: 'time', args: 'precision', fixed: { zone: 'with' } },
  timestamp: withoutZone,
  'timestamp without time zone': withoutZone,
  'timestamp with time zone': withZone,
  timestamptz: withZone,
  interval: { base: 'interval', args: 'precision' },
  uuid: { base: 'uuid' },
  json: { base: 'json' },
  jsonb: { base: 'jsonb' },
  xml: { base: 'xml' },
  inet: { base: 'inet' },
  cidr: { base: 'cidr' },
  macaddr: { base: 'macaddr' },
  macaddr8: { base: 'macaddr' },
  tsvector: { base: 'tsvector' },
  tsquery: { base: 'tsquery' },
  point: { base: 'point' },
  line: { base: 'line' },
  lseg: { base: 'line' },
  path: { base: 'line' },
  polygon: { base: 'polygon' },
  box: { base: 'polygon' },
  geometry: { base: 'geometry' },
  geography: { base: 'geography' },
  hstore: { base: 'hstore' },
  vector: { base: 'vector', args: 'length' },
  int4range: { base: 'range' },
  int8range: { base: 'range' },
  numrange: { base: 'range' },
  tsrange: { base: 'range' },
  tstzrange: { base: 'range' },
  daterange: { base: 'range' },
  int4multirange: { base: 'range' },
  int8multirange: { base: 'range' },
  nummultirange: { base: 'range' },
  tsmultirange: { base: 'range' },
  tstzmultirange: { base: 'range' },
  datemultirange: { base: 'range' },
}

const hint =
  (group: string) =>
  (raw: string, text: string): TypeSuggestion => ({ raw, group, hint: text })
const number = hint('Numbers')
const textual = hint('Text')
const time = hint('Date and time')
const other = hint('Other')

const suggestions: readonly TypeSuggestion[] = [
  number('integer', 'Whole numbers to 2.1 billion'),
  number('bigint', 'Whole numbers, 64 bits'),
  number('smallint', 'Whole numbers to 32,767'),
  number('numeric(10,2)', 'Exact decimals, such as money'),
  number('real', 'Floating point, 4 bytes'),
  number('double precision', 'Floating point, 8 bytes'),
  textual('text', 'Text of any length'),
  textual('varchar(255)', 'Text up to a length'),
  textual('char(2)', 'Text of a fixed length'),
  textual('citext', 'Text compared without case (extension)'),
  time('timestamptz', 'A moment in time'),
  time('timestamp', 'Date and time without a zone'),
  time('date', 'A day'),
  time('time', 'A time of day'),
  time('interval', 'A span of time'),
  other('boolean', 'True or false'),
  other('uuid', 'Universally unique id'),
  other('jsonb', 'JSON, indexable'),
  other('json', 'JSON as written'),
  other('bytea', 'Bytes'),
  other('text[]', 'A list of texts'),
  other('inet', 'Network address'),
  other('tsvector', 'Full text search'),
  other('daterange', 'From a day to a day'),
  other('bit(8)', 'A string of bits'),
  other('xml', 'XML'),
  other('vector(1536)', 'Embedding (extension)'),
]

export const postgresTypes: Types = { parse: typeParser({ words }), suggestions }

const redshiftWords: TypeWords = {
  ...words,
  nvarchar: varchar,
  super: { base: 'json' },
  varbyte: { base: 'varbinary', args: 'length' },
  varbinary: { base: 'varbinary', args: 'length' },
  'binary varying': { base: 'varbinary', args: 'length' },
  hllsketch: { base: 'other' },
}

const redshiftSuggestions: readonly TypeSuggestion[] = [
  ...suggestions.filter(({ raw }) =>
    /^(?:integer|bigint|smallint|numeric|real|double|varchar|char|timestamp|date$|time$|boolean)/.test(raw),
  ),
  textual('varchar(max)', 'Text up to 65,535 bytes'),
  other('super', 'JSON and nested data'),
  other('varbyte(1024)', 'Bytes'),
  other('geometry', 'Shapes in a plane'),
  other('geography', 'Shapes on the globe'),
  other('hllsketch', 'A sketch to count distinct values'),
]

export const redshiftTypes: Types = {
  parse: typeParser({ words: redshiftWords }),
  suggestions: redshiftSuggestions,
}
