// Amazon Redshift: an old PostgreSQL by descent, with keys that only inform and storage of its own (Database
// Developer Guide, CREATE TABLE).
import type { Target } from '../../model/target'
import type { ColumnType } from '../../model/type'
import { notNull, standardForeignKey, standardHead, standardKey } from '../write/clauses'
import { lacking } from '../write/lacking'
import {
  columnComments,
  commentSteps,
  dissolved,
  lostComment,
  lostViewComments,
  notSupported,
  ownRoutine,
  standardGrant,
  standardNamespace,
  standardRole,
  standardView,
} from '../write/objects'
import { anyType } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import type { ColumnPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'
import type {
  Clauses,
  DdlRules,
  Features,
  ObjectWriters,
  Printed,
  TypePrinters,
  TypeUse,
} from '../write/rules'
import { line } from '../write/some'
import { postgresClauses } from './clauses'
import { postgresFeatures, postgresObjects, postgresRules } from './ddl'
import { postgresLexis, redshiftNames } from './names'
import { redshiftPhrases } from './phrases'
import { postgresPrint } from './print'

const features = (target: Target): Features => ({
  ...postgresFeatures(target),
  enums: false,
  domains: false,
  composites: false,
  arrays: false,
  sequences: false,
  extensions: false,
  roles: true,
  grants: true,
  deferrableKeys: false,
  deferrableForeignKeys: false,
  matchFull: false,
  notValid: false,
  // Nothing is enforced.
  notEnforced: true,
  notEnforcedChecks: false,
  nullsNotDistinct: false,
  keyIncludes: false,
  indexIncludes: false,
  withoutOverlaps: false,
  periods: false,
  exclusions: false,
  checks: false,
  generatedStored: false,
  generatedVirtual: false,
  identityBounds: false,
  policies: false,
  rowSecurity: false,
  inheritance: false,
  partitions: false,
  unlogged: false,
  indexes: false,
  setNullColumns: false,
  indexComments: false,
  notNullNames: false,
  disabledTriggers: false,
})

type ChangedWords = readonly [sql: string, what: string, level?: 'info' | 'warning', remedy?: string]

const changed = (...[sql, what, level = 'info', remedy]: ChangedWords): Printed => ({
  sql,
  notice: report(level, 'typeChanged', `${what}: the script says ${sql}.`, remedy),
})

const lengthOf = ({ length }: ColumnType): number | undefined =>
  typeof length === 'number' && length > 0 ? length : undefined

/** Lengths are bytes here (Developer Guide, "Character types"): four for each character. */
function varchar(type: ColumnType): Printed | string {
  const length = lengthOf(type)
  if (length === undefined) return 'varchar(65535)'
  return changed(
    `varchar(${Math.min(length * 4, 65_535)})`,
    `Lengths are bytes: ${length} characters may take four each`,
  )
}

const char = (type: ColumnType): Printed | string => {
  const length = lengthOf(type) ?? 1
  return length > 4096 ? varchar(type) : `char(${length})`
}

const text = () => 'varchar(65535)'
const bytes = (type: ColumnType) => `varbyte(${Math.min(lengthOf(type) ?? 64_000, 1_024_000)})`

function decimal({ precision, scale }: ColumnType, { counts }: TypeUse): Printed | string {
  if (counts) return 'bigint'
  if (precision === undefined)
    return changed(
      'numeric(38,10)',
      'A number of any size has no like',
      'warning',
      'Choose how many digits it has.',
    )
  const all = Math.min(precision, 38)
  return `numeric(${all},${Math.min(Math.max(scale ?? 0, 0), all, 37)})`
}

const list = ({ values = [] }: ColumnType): Printed | string =>
  changed(
    `varchar(${Math.max(1, ...values.map((value) => value.length * 4))})`,
    'There are neither enums nor checks: any text may stand there',
    'warning',
    'Check the values where rows are loaded.',
  )

const wide =
  (sql: string) =>
  (type: ColumnType, { counts }: TypeUse): Printed | string =>
    type.unsigned && !counts ? changed(sql, 'There are no unsigned numbers') : sql

const types: TypePrinters = {
  ...postgresPrint,
  int8: wide('smallint'),
  int16: (type, use) => wide(type.unsigned ? 'integer' : 'smallint')(type, use),
  int24: wide('integer'),
  int32: (type, use) => wide(type.unsigned ? 'bigint' : 'integer')(type, use),
  int64: (type, use) =>
    type.unsigned && !use.counts ? changed('numeric(20,0)', 'There are no unsigned numbers') : 'bigint',
  decimal,
  char,
  nchar: char,
  varchar,
  nvarchar: varchar,
  text,
  ntext: text,
  citext: text,
  binary: bytes,
  varbinary: bytes,
  blob: bytes,
  bit: (type) => changed(`varchar(${lengthOf(type) ?? 1})`, 'A bit string has no like'),
  varbit: (type) =>
    changed(`varchar(${Math.min(lengthOf(type) ?? 255, 65_535)})`, 'A bit string has no like'),
  time: ({ zone }) => (zone ? 'timetz' : 'time'),
  datetime: ({ zone }) => (zone ? 'timestamptz' : 'timestamp'),
  interval: () => changed('varchar(64)', 'A span of time', 'warning'),
  uuid: () => changed('char(36)', 'A uuid has no type'),
  json: () => 'super',
  jsonb: () => 'super',
  hstore: () => 'super',
  xml: () => changed('varchar(65535)', 'XML has no type'),
  inet: () => changed('varchar(45)', 'A network address has no type'),
  cidr: () => changed('varchar(49)', 'A network has no type'),
  macaddr: () => changed('varchar(23)', 'A hardware address has no type'),
  tsvector: () => changed('varchar(65535)', 'A search vector has no like', 'warning'),
  tsquery: () => changed('varchar(65535)', 'A search query has no like', 'warning'),
  point: () => 'geometry',
  line: () => 'geometry',
  polygon: () => 'geometry',
  vector: () => changed('super', 'A vector', 'warning'),
  range: () => changed('varchar(100)', 'A range has no like', 'warning', 'Make two columns of it.'),
  rowversion: () => changed('bigint', 'A rowversion has no like', 'warning'),
  enum: list,
  set: () => changed('varchar(65535)', 'A set of values has no like', 'warning'),
}

const whole = (value: string | undefined): string =>
  value !== undefined && /^-?\d+$/.test(value) ? value : '1'

const optionOf = (options: TablePlan['table']['options'], name: string): string | undefined =>
  options.find((option) => option.dialect === 'redshift' && option.name.toLowerCase() === name)?.value

const encodings =
  /^(?:az64|bytedict|delta|delta32k|lzo|mostly8|mostly16|mostly32|raw|runlength|text255|text32k|zstd|auto)$/i

function writeColumn(column: ColumnPlan, plan: TablePlan, pen: Pen): string {
  const { options } = column.column
  const { identity } = column
  const encode = optionOf(options, 'encode')
  const step = `(${whole(identity?.start)},${whole(identity?.step)})`
  const counts =
    identity &&
    (identity.mode === 'byDefault' ? `GENERATED BY DEFAULT AS IDENTITY${step}` : `IDENTITY${step}`)
  const collate =
    pen.isOwn && /^case_(?:in)?sensitive$/i.test(column.collation) ? `COLLATE ${column.collation}` : undefined
  return line(
    column.sql,
    column.type,
    column.default === undefined ? undefined : `DEFAULT ${column.default}`,
    counts,
    encode !== undefined && encodings.test(encode) ? `ENCODE ${encode.toLowerCase()}` : undefined,
    optionOf(options, 'distkey') === undefined ? undefined : 'DISTKEY',
    optionOf(options, 'sortkey') === undefined ? undefined : 'SORTKEY',
    collate,
    notNull(column, plan, pen),
  )
}

/** Columns that an option names, by the names that they have now. */
function namedColumns(value: string, plan: TablePlan, pen: Pen): string | undefined {
  const spelled = value
    .replace(/^\s*\(|\)\s*$/g, '')
    .split(',')
    .map((word) => redshiftNames.read(word.trim()))
  const found = spelled.map((name) =>
    plan.columns.find((column) => redshiftNames.isSame(column.column.name, name)),
  )
  return found.some((column) => column === undefined) || found.length === 0
    ? undefined
    : `(${found.map((column) => pen.spell(column?.name ?? '')).join(', ')})`
}

function tail(plan: TablePlan, pen: Pen): readonly string[] {
  const { options } = plan.table
  const style = optionOf(options, 'diststyle')
  const distribution = optionOf(options, 'distkey')
  const words: (string | undefined)[] = [
    optionOf(options, 'backup') === undefined
      ? undefined
      : `BACKUP ${/^no$/i.test(optionOf(options, 'backup') ?? '') ? 'NO' : 'YES'}`,
    style !== undefined && /^(?:auto|even|key|all)$/i.test(style)
      ? `DISTSTYLE ${style.toUpperCase()}`
      : undefined,
    distribution === undefined ? undefined : line('DISTKEY', namedColumns(distribution, plan, pen)),
  ]
  for (const kind of ['sortkey', 'compound sortkey', 'interleaved sortkey'] as const) {
    const value = optionOf(options, kind)
    if (value === undefined) continue
    words.push(
      /^auto$/i.test(value) ? 'SORTKEY AUTO' : line(kind.toUpperCase(), namedColumns(value, plan, pen)),
    )
  }
  // A word without its columns would not parse.
  return words
    .filter((word) => word !== undefined && !/KEY$/.test(word.replace(/DISTSTYLE KEY$/, '')))
    .map((word) => word ?? '')
}

const clauses: Clauses = {
  ...postgresClauses,
  head: (plan, pen) => {
    const head = standardHead(plan, pen)
    return plan.table.persistence === 'temporary'
      ? head.replace('CREATE TABLE', 'CREATE TEMPORARY TABLE')
      : head
  },
  column: writeColumn,
  key: standardKey,
  foreignKey: standardForeignKey,
  tail,
  after: (plan, pen) => [
    ...commentSteps(`TABLE ${plan.sql}`, plan.table.comment, pen),
    ...columnComments(plan, pen),
    ...plan.keys.flatMap(({ key, name }) =>
      commentSteps(`CONSTRAINT ${pen.spell(name)} ON ${plan.sql}`, key.comment, pen),
    ),
  ],
}

function shape(plan: TablePlan, pen: Pen): TablePlan {
  const { table } = plan
  const at = { about: table.id }
  for (const policy of table.policies) lacking('policies', { ...at, part: policy.id }, pen)
  if (table.rowSecurity && table.policies.length === 0) lacking('rowSecurity', at, pen)
  if (table.inherits.length > 0) lacking('inheritance', at, pen)
  if (table.partitionOf ?? table.partitioning) lacking('partitions', at, pen)
  if (table.persistence === 'unlogged') lacking('unlogged', at, pen)
  if (plan.keys.length > 0)
    pen.tell(
      at,
      report(
        'info',
        'informationalKeys',
        'Keys only inform the planner: nothing enforces them.',
        'Keep rows unique where they are loaded.',
      ),
    )
  const first = plan.columns.find(({ identity }) => identity)
  const columns = plan.columns.map((column): ColumnPlan => {
    if (column.identity && column.id === first?.id)
      return {
        ...column,
        nullable: false,
        type: /^(?:int|bigint|integer)/i.test(column.type) ? column.type : 'bigint',
      }
    if (!column.identity) return column
    pen.tell(
      { ...at, part: column.id },
      report('loss', 'secondIdentity', 'A table counts by one column only: this one is plain.'),
    )
    const { identity: _gone, ...rest } = column
    return rest
  })
  return { ...plan, columns, sql: table.persistence === 'temporary' ? pen.spell(plan.name) : plan.sql }
}

const objects: ObjectWriters = {
  ...postgresObjects,
  extension: notSupported('extensions', 'Nothing is needed unless the model uses its functions.', 'info'),
  enum: dissolved,
  domain: dissolved,
  composite: dissolved,
  sequence: (row, pen) =>
    row.ownedBy ? dissolved(row, pen) : notSupported('sequences', 'Number by an IDENTITY column.')(row, pen),
  view: (view, pen) => {
    const made = standardView(
      view,
      pen,
      view.materialized
        ? 'CREATE MATERIALIZED VIEW'
        : pen.options.ifNotExists
          ? 'CREATE OR REPLACE VIEW'
          : 'CREATE VIEW',
    )
    if ('notSupported' in made) return made
    if (view.materialized) lostViewComments(view, pen)
    else lostViewComments({ ...view, comment: '' }, pen)
    return view.materialized
      ? made
      : [...made, ...commentSteps(`VIEW ${pen.object(view)}`, view.comment, pen)]
  },
  // COMMENT knows tables, columns, constraints, databases and views only (Developer Guide, COMMENT).
  namespace: (row, pen) => {
    lostComment(row, pen)
    return standardNamespace(row, pen)
  },
  role: (row, pen) => {
    lostComment(row, pen)
    return standardRole(row, pen)
  },
  routine: ownRoutine,
  trigger: notSupported('triggers', 'Do it where rows are loaded.'),
  grant: (row, pen) => standardGrant(row, pen, { table: 'TABLE', namespace: 'SCHEMA', routine: 'FUNCTION' }),
}

const tableOptions = new Set([
  'backup',
  'diststyle',
  'distkey',
  'sortkey',
  'compound sortkey',
  'interleaved sortkey',
])
const columnOptions = new Set(['encode', 'distkey', 'sortkey'])

const none = {
  noAction: '',
  restrict: '',
  cascade: undefined,
  setNull: undefined,
  setDefault: undefined,
} as const

export const redshiftRules: DdlRules = {
  ...postgresRules,
  id: 'redshift',
  label: 'Amazon Redshift',
  family: ['redshift'],
  lexis: postgresLexis,
  names: redshiftNames,
  systemColumns: new Set(['oid', 'tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']),
  features,
  types,
  fallbackType: text,
  takesOption: (place, { dialect, name }) =>
    dialect === 'redshift' && (place === 'table' ? tableOptions : columnOptions).has(name.toLowerCase()),
  keyTypes: anyType,
  phrases: redshiftPhrases,
  actions: { delete: none, update: none },
  objects,
  shape,
  clauses,
  before: (pen) => (pen.options.transaction ? ['BEGIN'] : []),
}
