// Transact-SQL's data types (manual, "Data types").
import type { TypeSuggestion, Types } from '../dialect'
import { typeParser, type SplitType, type TypeRule, type TypeWords } from '../typeSyntax'

const decimal: TypeRule = { base: 'decimal', args: 'decimal' }

const words: TypeWords = {
  bit: { base: 'boolean' },
  tinyint: { base: 'int8', fixed: { unsigned: true } },
  smallint: { base: 'int16' },
  int: { base: 'int32' },
  integer: { base: 'int32' },
  bigint: { base: 'int64' },
  decimal,
  numeric: decimal,
  dec: decimal,
  money: { base: 'money' },
  smallmoney: { base: 'money', fixed: { size: 'tiny' } },
  float: { base: 'float64' },
  'double precision': { base: 'float64' },
  real: { base: 'float32' },
  char: { base: 'char', args: 'length' },
  character: { base: 'char', args: 'length' },
  varchar: { base: 'varchar', args: 'length' },
  'character varying': { base: 'varchar', args: 'length' },
  nchar: { base: 'nchar', args: 'length' },
  nvarchar: { base: 'nvarchar', args: 'length' },
  sysname: { base: 'nvarchar', fixed: { length: 128 } },
  text: { base: 'text' },
  ntext: { base: 'ntext' },
  binary: { base: 'binary', args: 'length' },
  varbinary: { base: 'varbinary', args: 'length' },
  image: { base: 'blob' },
  date: { base: 'date' },
  time: { base: 'time', args: 'precision' },
  datetime: { base: 'datetime', fixed: { precision: 3 } },
  smalldatetime: { base: 'datetime', fixed: { precision: 0 } },
  datetime2: { base: 'datetime', args: 'precision' },
  datetimeoffset: { base: 'datetime', args: 'precision', fixed: { zone: 'with' } },
  uniqueidentifier: { base: 'uuid' },
  xml: { base: 'xml' },
  json: { base: 'json' },
  vector: { base: 'vector', args: 'length' },
  geography: { base: 'geography' },
  geometry: { base: 'geometry' },
  rowversion: { base: 'rowversion' },
  timestamp: { base: 'rowversion' },
}

/** FLOAT(1) to FLOAT(24) is REAL. */
function special({ words: word, args }: SplitType): TypeRule | undefined {
  return word === 'float' && args[0] !== undefined && Number(args[0]) <= 24 ? { base: 'float32' } : undefined
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
  number('smallint', 'Whole numbers to 32,767'),
  number('tinyint', 'Whole numbers from 0 to 255'),
  number('decimal(10,2)', 'Exact decimals'),
  number('money', 'Money, four decimals'),
  number('float', 'Floating point, 8 bytes'),
  number('real', 'Floating point, 4 bytes'),
  textual('nvarchar(255)', 'Unicode text up to a length'),
  textual('nvarchar(max)', 'Unicode text to 2 GB'),
  textual('varchar(255)', 'Text of the code page, up to a length'),
  textual('varchar(max)', 'Text of the code page to 2 GB'),
  textual('nchar(2)', 'Unicode text of a fixed length'),
  textual('char(2)', 'Text of a fixed length'),
  time('datetime2', 'Date and time without a zone'),
  time('datetimeoffset', 'A moment with its offset'),
  time('date', 'A day'),
  time('time', 'A time of day'),
  other('bit', 'True or false'),
  other('uniqueidentifier', 'Universally unique id'),
  other('varbinary(max)', 'Bytes to 2 GB'),
  other('binary(16)', 'Bytes of a fixed length'),
  other('xml', 'XML'),
  other('rowversion', 'Changes with every write'),
  other('geography', 'Shapes on the globe'),
  other('geometry', 'Shapes in a plane'),
  other('hierarchyid', 'A place in a tree'),
]

export const sqlserverTypes: Types = { parse: typeParser({ words, special }), suggestions }
