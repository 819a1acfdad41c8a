// Snowflake's types (docs: "Summary of data types") in the words of PostgreSQL. Its whole numbers are all NUMBER(38, 0);
// what their author wrote says more.
export interface SpokenType {
  readonly type: string
  /** What PostgreSQL cannot say of it. */
  readonly lost?: string
}

const plain: Readonly<Record<string, string>> = {
  INT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  SMALLINT: 'smallint',
  TINYINT: 'smallint',
  BYTEINT: 'smallint',
  FLOAT: 'double precision',
  FLOAT4: 'double precision',
  FLOAT8: 'double precision',
  DOUBLE: 'double precision',
  'DOUBLE PRECISION': 'double precision',
  REAL: 'double precision',
  BINARY: 'bytea',
  VARBINARY: 'bytea',
  BOOLEAN: 'boolean',
  DATE: 'date',
  UUID: 'uuid',
}

const texts: ReadonlySet<string> = new Set(
  'VARCHAR STRING TEXT NVARCHAR NVARCHAR2 VARCHAR2|CHAR VARYING|NCHAR VARYING|CHARACTER VARYING'.split(
    /[ |](?!VARYING)/,
  ),
)
const letters: ReadonlySet<string> = new Set(['CHAR', 'CHARACTER', 'NCHAR'])
const numbers: ReadonlySet<string> = new Set(['NUMBER', 'NUMERIC', 'DECIMAL', 'DEC'])
const times: Readonly<Record<string, string>> = {
  TIME: 'time',
  DATETIME: 'timestamp',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_NTZ: 'timestamp',
  TIMESTAMPNTZ: 'timestamp',
  TIMESTAMP_LTZ: 'timestamptz',
  TIMESTAMPLTZ: 'timestamptz',
  TIMESTAMP_TZ: 'timestamptz',
  TIMESTAMPTZ: 'timestamptz',
}
const documents: ReadonlySet<string> = new Set(['VARIANT', 'OBJECT', 'ARRAY', 'MAP'])
/** Longer ones are of any length in PostgreSQL. */
const longest = 10_485_760

function timed(word: string, digits: string): SpokenType | undefined {
  const type = times[word]
  if (type === undefined) return undefined
  if (digits === '') return { type }
  return Number(digits) > 6
    ? { type: `${type}(6)`, lost: `${word}(${digits}) is kept to microseconds` }
    : { type: `${type}(${digits})` }
}

/** `undefined` where PostgreSQL has no word for it: the type stays as it was written. */
export function spokenType(raw: string): SpokenType | undefined {
  const found = /^([A-Za-z_][\w ]*?)\s*(?:\((.*)\))?$/s.exec(raw.trim())
  const word = (found?.[1] ?? '').toUpperCase().replace(/\s+/g, ' ')
  const within = (found?.[2] ?? '').replace(/\s+/g, '')
  const known = plain[word]
  if (known !== undefined) return { type: known }
  if (numbers.has(word)) return { type: `numeric(${within === '' ? '38,0' : within})` }
  if (texts.has(word))
    return { type: within === '' || Number(within) > longest ? 'text' : `varchar(${within})` }
  if (letters.has(word)) return { type: within === '' ? 'char(1)' : `char(${within})` }
  if (documents.has(word)) return { type: 'jsonb', lost: `${word} is read as jsonb` }
  if (word === 'GEOGRAPHY' || word === 'GEOMETRY') return { type: word.toLowerCase() }
  return timed(word, within)
}
