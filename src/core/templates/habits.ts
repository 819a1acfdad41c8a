// How the people of each database would have written it: their types, the moment, a boolean's yes and no, and what is
// done where a database lacks something.
import type { DialectId } from '../model/target'

export interface Habits {
  readonly text: (length: number) => string
  readonly longText: string
  readonly char: (length: number) => string
  readonly smallint: string
  readonly int: string
  readonly bigint: string
  readonly decimal: (precision: number, scale: number) => string
  readonly float: string
  readonly bool: string
  readonly date: string
  readonly time: string
  readonly moment: string
  readonly uuid: string
  readonly json: string
  /** Defaults; undefined where the database has none. */
  readonly now: string
  readonly newUuid: string | undefined
  readonly literal: readonly [no: string, yes: string]
  /** A boolean column that decides something. */
  readonly decide: (column: string, isYes: boolean) => string
  /** Types of their own, part of the column's type, a text with a check, or only a text. */
  readonly enums: 'type' | 'inline' | 'check' | 'text'
  /** What an index with a condition becomes where there is none: over an expression, or a column computed for it. */
  readonly someRows: 'where' | 'expression' | 'column'
  readonly checksBooleans: boolean
  readonly checks: boolean
  readonly indexes: boolean
  /** Does the database make an index for a foreign key by itself? */
  readonly indexesForeignKeys: boolean
  readonly generated: 'stored' | 'virtual' | 'none'
  readonly touches: boolean
  readonly actions: 'all' | 'one way only' | 'none'
  /** Rows without a value count as equal in a unique key. */
  readonly nullsAreEqual: boolean
}

const postgres: Habits = {
  text: (length) => `varchar(${length})`,
  longText: 'text',
  char: (length) => `char(${length})`,
  smallint: 'smallint',
  int: 'integer',
  bigint: 'bigint',
  decimal: (precision, scale) => `numeric(${precision},${scale})`,
  float: 'double precision',
  bool: 'boolean',
  date: 'date',
  time: 'time',
  moment: 'timestamptz',
  uuid: 'uuid',
  json: 'jsonb',
  now: 'now()',
  newUuid: 'gen_random_uuid()',
  literal: ['false', 'true'],
  decide: (column, isYes) => (isYes ? column : `NOT ${column}`),
  enums: 'type',
  someRows: 'where',
  checksBooleans: false,
  checks: true,
  indexes: true,
  indexesForeignKeys: false,
  generated: 'stored',
  touches: false,
  actions: 'all',
  nullsAreEqual: false,
}

const mysql: Habits = {
  ...postgres,
  int: 'int',
  decimal: (precision, scale) => `decimal(${precision},${scale})`,
  float: 'double',
  moment: 'datetime',
  uuid: 'char(36)',
  json: 'json',
  now: 'CURRENT_TIMESTAMP',
  newUuid: '(uuid())',
  enums: 'inline',
  someRows: 'expression',
  indexesForeignKeys: true,
  touches: true,
}

const mariadb: Habits = { ...mysql, uuid: 'uuid', newUuid: 'uuid()', someRows: 'column' }

const sqlite: Habits = {
  ...postgres,
  text: () => 'TEXT',
  longText: 'TEXT',
  char: () => 'TEXT',
  smallint: 'INTEGER',
  int: 'INTEGER',
  bigint: 'INTEGER',
  decimal: (precision, scale) => `DECIMAL(${precision},${scale})`,
  float: 'REAL',
  bool: 'BOOLEAN',
  date: 'DATE',
  time: 'TIME',
  moment: 'DATETIME',
  uuid: 'TEXT',
  json: 'JSON',
  now: 'CURRENT_TIMESTAMP',
  newUuid: '(lower(hex(randomblob(16))))',
  literal: ['0', '1'],
  enums: 'check',
  checksBooleans: true,
}

const isOne = (column: string, isYes: boolean): string => `${column} = ${isYes ? '1' : '0'}`

const sqlserver: Habits = {
  ...postgres,
  text: (length) => `nvarchar(${length})`,
  longText: 'nvarchar(max)',
  char: (length) => `nchar(${length})`,
  int: 'int',
  decimal: (precision, scale) => `decimal(${precision},${scale})`,
  float: 'float',
  bool: 'bit',
  moment: 'datetime2',
  uuid: 'uniqueidentifier',
  json: 'nvarchar(max)',
  now: 'sysutcdatetime()',
  newUuid: 'newid()',
  literal: ['0', '1'],
  decide: isOne,
  enums: 'check',
  actions: 'one way only',
  nullsAreEqual: true,
}

const oracle: Habits = {
  ...postgres,
  text: (length) => `VARCHAR2(${length} CHAR)`,
  longText: 'CLOB',
  char: (length) => `CHAR(${length})`,
  smallint: 'NUMBER(5)',
  int: 'NUMBER(10)',
  bigint: 'NUMBER(19)',
  decimal: (precision, scale) => `NUMBER(${precision},${scale})`,
  float: 'BINARY_DOUBLE',
  bool: 'NUMBER(1)',
  date: 'DATE',
  // A time of day has no type of its own.
  time: 'CHAR(5)',
  moment: 'TIMESTAMP',
  uuid: 'RAW(16)',
  json: 'CLOB',
  now: 'SYSTIMESTAMP',
  newUuid: 'SYS_GUID()',
  literal: ['0', '1'],
  decide: isOne,
  enums: 'check',
  someRows: 'expression',
  checksBooleans: true,
  generated: 'virtual',
}

const redshift: Habits = {
  ...postgres,
  longText: 'varchar(65535)',
  moment: 'timestamp',
  uuid: 'char(36)',
  json: 'super',
  now: 'getdate()',
  newUuid: undefined,
  enums: 'text',
  checks: false,
  indexes: false,
  generated: 'none',
  actions: 'none',
}

export const habits: Readonly<Record<DialectId, Habits>> = {
  postgres,
  'aurora-postgres': postgres,
  mysql,
  'aurora-mysql': mysql,
  mariadb,
  sqlite,
  sqlserver,
  oracle,
  redshift,
}
