// SQLite accepts any word as a type and derives an affinity from it (datatype3, section 3). Words that people use
// elsewhere keep their meaning here, so that a model can move to another database.
import type { TypeSuggestion, Types } from '../dialect'
import { typeParser, type SplitType, type TypeRule, type TypeWords } from '../typeSyntax'

const decimal: TypeRule = { base: 'decimal', args: 'decimal' }
const varchar: TypeRule = { base: 'varchar', args: 'length' }
const datetime: TypeRule = { base: 'datetime', args: 'precision' }

const words: TypeWords = {
  // An INTEGER holds 64 bits here.
  integer: { base: 'int64' },
  int: { base: 'int64' },
  bigint: { base: 'int64' },
  int8: { base: 'int64' },
  mediumint: { base: 'int24' },
  smallint: { base: 'int16' },
  int2: { base: 'int16' },
  tinyint: { base: 'int8' },
  real: { base: 'float64' },
  double: { base: 'float64' },
  'double precision': { base: 'float64' },
  float: { base: 'float64' },
  numeric: decimal,
  decimal,
  boolean: { base: 'boolean' },
  bool: { base: 'boolean' },
  text: { base: 'text' },
  clob: { base: 'text' },
  varchar,
  'character varying': varchar,
  nvarchar: { base: 'nvarchar', args: 'length' },
  char: { base: 'char', args: 'length' },
  character: { base: 'char', args: 'length' },
  nchar: { base: 'nchar', args: 'length' },
  blob: { base: 'blob' },
  varbinary: { base: 'varbinary', args: 'length' },
  binary: { base: 'binary', args: 'length' },
  date: { base: 'date' },
  time: { base: 'time', args: 'precision' },
  datetime,
  timestamp: datetime,
  timestamptz: { base: 'datetime', args: 'precision', fixed: { zone: 'with' } },
  'timestamp with time zone': { base: 'datetime', args: 'precision', fixed: { zone: 'with' } },
  uuid: { base: 'uuid' },
  guid: { base: 'uuid' },
  json: { base: 'json' },
  jsonb: { base: 'jsonb' },
}

/** The affinity rules, in their order: INT, CHAR CLOB TEXT, BLOB, REAL FLOA DOUB, else NUMERIC. */
function byAffinity({ words: word }: SplitType): TypeRule | undefined {
  if (Object.hasOwn(words, word) || word === '') return undefined
  if (word.includes('int')) return { base: 'int64' }
  if (/char|clob|text/.test(word)) return { base: 'text' }
  if (word.includes('blob')) return { base: 'blob' }
  if (/real|floa|doub/.test(word)) return { base: 'float64' }
  return undefined
}

const suggestions: readonly TypeSuggestion[] = [
  { raw: 'INTEGER', group: 'Storage classes', hint: 'Whole numbers, 64 bits' },
  { raw: 'TEXT', group: 'Storage classes', hint: 'Text of any length' },
  { raw: 'REAL', group: 'Storage classes', hint: 'Floating point' },
  { raw: 'BLOB', group: 'Storage classes', hint: 'Bytes' },
  { raw: 'NUMERIC', group: 'Storage classes', hint: 'Numbers as they come' },
  { raw: 'ANY', group: 'Storage classes', hint: 'Anything, kept as it is (STRICT tables)' },
  { raw: 'BOOLEAN', group: 'By meaning', hint: '0 or 1, stored as a number' },
  { raw: 'DATE', group: 'By meaning', hint: 'A day, stored as text' },
  { raw: 'DATETIME', group: 'By meaning', hint: 'Date and time, stored as text' },
  { raw: 'VARCHAR(255)', group: 'By meaning', hint: 'Text; the length is not enforced' },
  { raw: 'DECIMAL(10,2)', group: 'By meaning', hint: 'Decimals, stored as numbers' },
  { raw: 'JSON', group: 'By meaning', hint: 'JSON, stored as text' },
  { raw: 'UUID', group: 'By meaning', hint: 'Universally unique id, stored as text' },
]

export const sqliteTypes: Types = { parse: typeParser({ words, special: byAffinity }), suggestions }
