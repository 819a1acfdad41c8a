// MySQL's types (manual, chapter 13) and those of MariaDB.
import type { TypeSuggestion, Types } from '../dialect'
import { typeParser, type SplitType, type TypeRule, type TypeWords } from '../typeSyntax'

const decimal: TypeRule = { base: 'decimal', args: 'decimal' }
const varchar: TypeRule = { base: 'varchar', args: 'length' }
const char: TypeRule = { base: 'char', args: 'length' }

const words: TypeWords = {
  bool: { base: 'boolean' },
  boolean: { base: 'boolean' },
  tinyint: { base: 'int8' },
  int1: { base: 'int8' },
  smallint: { base: 'int16' },
  int2: { base: 'int16' },
  mediumint: { base: 'int24' },
  int3: { base: 'int24' },
  middleint: { base: 'int24' },
  int: { base: 'int32' },
  integer: { base: 'int32' },
  int4: { base: 'int32' },
  bigint: { base: 'int64' },
  int8: { base: 'int64' },
  serial: { base: 'int64', fixed: { unsigned: true } },
  decimal,
  numeric: decimal,
  dec: decimal,
  fixed: decimal,
  float: { base: 'float32' },
  float4: { base: 'float32' },
  double: { base: 'float64' },
  'double precision': { base: 'float64' },
  float8: { base: 'float64' },
  real: { base: 'float64' },
  bit: { base: 'bit', args: 'length' },
  char,
  character: char,
  nchar: { base: 'nchar', args: 'length' },
  'national char': { base: 'nchar', args: 'length' },
  varchar,
  'character varying': varchar,
  'char varying': varchar,
  nvarchar: { base: 'nvarchar', args: 'length' },
  'national varchar': { base: 'nvarchar', args: 'length' },
  text: { base: 'text', args: 'length' },
  tinytext: { base: 'text', fixed: { size: 'tiny' } },
  mediumtext: { base: 'text', fixed: { size: 'medium' } },
  'long varchar': { base: 'text', fixed: { size: 'medium' } },
  long: { base: 'text', fixed: { size: 'medium' } },
  longtext: { base: 'text', fixed: { size: 'long' } },
  binary: { base: 'binary', args: 'length' },
  varbinary: { base: 'varbinary', args: 'length' },
  blob: { base: 'blob', args: 'length' },
  tinyblob: { base: 'blob', fixed: { size: 'tiny' } },
  mediumblob: { base: 'blob', fixed: { size: 'medium' } },
  longblob: { base: 'blob', fixed: { size: 'long' } },
  date: { base: 'date' },
  time: { base: 'time', args: 'precision' },
  datetime: { base: 'datetime', args: 'precision' },
  timestamp: { base: 'datetime', args: 'precision', fixed: { zone: 'local' } },
  year: { base: 'year' },
  json: { base: 'json' },
  enum: { base: 'enum', args: 'values' },
  set: { base: 'set', args: 'values' },
  geometry: { base: 'geometry' },
  point: { base: 'point' },
  linestring: { base: 'line' },
  polygon: { base: 'polygon' },
  multipoint: { base: 'geometry' },
  multilinestring: { base: 'geometry' },
  multipolygon: { base: 'geometry' },
  geometrycollection: { base: 'geometry' },
  geomcollection: { base: 'geometry' },
  vector: { base: 'vector', args: 'length' },
}

/** TINYINT(1) is how MySQL has always said BOOLEAN. */
function special({ words: word, args, flags }: SplitType): TypeRule | undefined {
  if (word === 'tinyint' && args[0] === '1' && flags.size === 0) return { base: 'boolean' }
  return undefined
}

const hint =
  (group: string) =>
  (raw: string, text: string): TypeSuggestion => ({ raw, group, hint: text })
const number = hint('Numbers')
const textual = hint('Text')
const time = hint('Date and time')
const other = hint('Other')

const suggestions: readonly TypeSuggestion[] = [
  number('int', 'Whole numbers to 2.1 billion'),
  number('bigint', 'Whole numbers, 64 bits'),
  number('bigint unsigned', 'Whole numbers from 0, 64 bits'),
  number('smallint', 'Whole numbers to 32,767'),
  number('tinyint', 'Whole numbers to 127'),
  number('decimal(10,2)', 'Exact decimals, such as money'),
  number('double', 'Floating point, 8 bytes'),
  number('float', 'Floating point, 4 bytes'),
  textual('varchar(255)', 'Text up to a length'),
  textual('char(2)', 'Text of a fixed length'),
  textual('text', 'Text to 64 kB'),
  textual('mediumtext', 'Text to 16 MB'),
  textual('longtext', 'Text to 4 GB'),
  textual("enum('a','b')", 'One of a few values'),
  textual("set('a','b')", 'Any of a few values'),
  time('datetime', 'Date and time without a zone'),
  time('datetime(6)', 'Date and time with microseconds'),
  time('timestamp', 'A moment in time, to 2038'),
  time('date', 'A day'),
  time('time', 'A time of day'),
  time('year', 'A year'),
  other('boolean', 'True or false'),
  other('json', 'JSON'),
  other('binary(16)', 'Bytes of a fixed length'),
  other('varbinary(255)', 'Bytes up to a length'),
  other('blob', 'Bytes to 64 kB'),
  other('longblob', 'Bytes to 4 GB'),
  other('bit(8)', 'Bits'),
  other('point', 'A place'),
  other('geometry', 'Any shape'),
]

export const mysqlTypes: Types = { parse: typeParser({ words, special }), suggestions }

const mariadbWords: TypeWords = {
  ...words,
  uuid: { base: 'uuid' },
  inet4: { base: 'inet' },
  inet6: { base: 'inet' },
  number: decimal,
  varchar2: varchar,
  clob: { base: 'text', fixed: { size: 'long' } },
  raw: { base: 'varbinary', args: 'length' },
}

const mariadbSuggestions: readonly TypeSuggestion[] = [
  ...suggestions,
  other('uuid', 'Universally unique id (10.7)'),
  other('inet6', 'Network address'),
]

export const mariadbTypes: Types = {
  parse: typeParser({ words: mariadbWords, special }),
  suggestions: mariadbSuggestions,
}
