// Oracle's data types (SQL Language Reference, "Data Types").
import type { TypeSuggestion, Types } from '../dialect'
import { typeParser, type SplitType, type TypeRule, type TypeWords } from '../typeSyntax'

const decimal: TypeRule = { base: 'decimal', args: 'decimal' }
const varchar: TypeRule = { base: 'varchar', args: 'length' }

const words: TypeWords = {
  number: decimal,
  numeric: decimal,
  decimal,
  dec: decimal,
  // ANSI spellings all become NUMBER(38).
  integer: { base: 'int64' },
  int: { base: 'int64' },
  smallint: { base: 'int64' },
  float: { base: 'float64' },
  real: { base: 'float64' },
  'double precision': { base: 'float64' },
  binary_float: { base: 'float32' },
  binary_double: { base: 'float64' },
  boolean: { base: 'boolean' },
  bool: { base: 'boolean' },
  varchar2: varchar,
  varchar,
  'character varying': varchar,
  char: { base: 'char', args: 'length' },
  character: { base: 'char', args: 'length' },
  nvarchar2: { base: 'nvarchar', args: 'length' },
  nchar: { base: 'nchar', args: 'length' },
  clob: { base: 'text' },
  nclob: { base: 'ntext' },
  long: { base: 'text' },
  blob: { base: 'blob' },
  bfile: { base: 'other' },
  raw: { base: 'varbinary', args: 'length' },
  'long raw': { base: 'blob' },
  // A DATE has seconds here.
  date: { base: 'datetime', fixed: { precision: 0 } },
  timestamp: { base: 'datetime', args: 'precision' },
  'timestamp with time zone': { base: 'datetime', args: 'precision', fixed: { zone: 'with' } },
  'timestamp with local time zone': { base: 'datetime', args: 'precision', fixed: { zone: 'local' } },
  'interval day to second': { base: 'interval' },
  'interval year to month': { base: 'interval' },
  json: { base: 'json' },
  xmltype: { base: 'xml' },
  vector: { base: 'vector', args: 'length' },
  'mdsys.sdo_geometry': { base: 'geometry' },
  sdo_geometry: { base: 'geometry' },
}

const integers: ReadonlyMap<string, TypeRule['base']> = new Map([
  ['1', 'boolean'],
  ['3', 'int8'],
  ['5', 'int16'],
  ['10', 'int32'],
  ['19', 'int64'],
])

/** Whole NUMBERs mean integers when their digits are those of one; NUMBER(1) is how Oracle says boolean. */
function special({ words: word, args }: SplitType): TypeRule | undefined {
  if (word === 'raw' && args[0] === '16') return { base: 'uuid' }
  if (word !== 'number' || args.length === 0 || (args[1] ?? '0') !== '0') return undefined
  const base = integers.get(args[0] ?? '')
  return base && { base }
}

const hint =
  (group: string) =>
  (raw: string, text: string): TypeSuggestion => ({ raw, group, hint: text })
const number = hint('Numbers')
const textual = hint('Text')
const time = hint('Date and time')
const other = hint('Other')

const suggestions: readonly TypeSuggestion[] = [
  number('NUMBER(19)', 'Whole numbers, 64 bits'),
  number('NUMBER(10)', 'Whole numbers, 32 bits'),
  number('NUMBER', 'Any number'),
  number('NUMBER(10,2)', 'Exact decimals, such as money'),
  number('BINARY_DOUBLE', 'Floating point, 8 bytes'),
  number('BINARY_FLOAT', 'Floating point, 4 bytes'),
  textual('VARCHAR2(255)', 'Text up to a length in bytes'),
  textual('VARCHAR2(255 CHAR)', 'Text up to a length in characters'),
  textual('NVARCHAR2(255)', 'Unicode text up to a length'),
  textual('CHAR(2)', 'Text of a fixed length'),
  textual('CLOB', 'Text of any length'),
  time('DATE', 'Date and time to the second'),
  time('TIMESTAMP', 'Date and time with fractions'),
  time('TIMESTAMP WITH TIME ZONE', 'A moment with its zone'),
  time('TIMESTAMP WITH LOCAL TIME ZONE', 'A moment shown in the session’s zone'),
  time('INTERVAL DAY TO SECOND', 'A span of time'),
  other('NUMBER(1)', 'True or false, as 1 or 0'),
  other('BOOLEAN', 'True or false (23ai)'),
  other('RAW(16)', 'Universally unique id'),
  other('JSON', 'JSON (21c and later)'),
  other('BLOB', 'Bytes of any length'),
  other('XMLTYPE', 'XML'),
]

export const oracleTypes: Types = { parse: typeParser({ words, special }), suggestions }
