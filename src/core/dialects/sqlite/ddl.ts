// Everything that SQLite answers for (sqlite.org/lang.html). A table's constraints can only stand inside it.
import type { DialectOption, Sequence, View } from '../../model/records'
import {
  keyColumns,
  standardCheck,
  standardForeignKey,
  standardIndex,
  standardHead,
  wrapped,
} from '../write/clauses'
import { lacking } from '../write/lacking'
import {
  dissolved,
  lostComment,
  lostViewComments,
  notSupported,
  ownStatement,
  ownTrigger,
  standardNamespace,
  standardSample,
  standardView,
} from '../write/objects'
import { anyType } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import type { ColumnPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'
import type { Answer, Clauses, Conventions, DdlRules, Features, ObjectWriters } from '../write/rules'
import { line } from '../write/some'
import { writeTable } from '../write/table'
import { sqliteLexis, sqliteNames } from './names'
import { sqlitePhrases } from './phrases'
import { sqlitePrint } from './print'

const features = (): Features => ({
  enums: false,
  domains: false,
  composites: false,
  arrays: false,
  sequences: false,
  extensions: false,
  roles: false,
  grants: false,
  deferrableKeys: false,
  deferrableForeignKeys: true,
  matchFull: false,
  matchPartial: false,
  notValid: false,
  notEnforced: false,
  notEnforcedChecks: false,
  nullsNotDistinct: false,
  keyIncludes: false,
  indexIncludes: false,
  partialIndexes: true,
  expressionIndexes: true,
  indexOrder: true,
  nullsOrder: false,
  operatorClasses: false,
  indexCollations: true,
  keyOrder: true,
  withoutOverlaps: false,
  periods: false,
  exclusions: false,
  checks: true,
  checkNoInherit: false,
  generatedStored: true,
  generatedVirtual: true,
  identityBounds: false,
  identityStep: false,
  onUpdate: false,
  charsets: false,
  notNullNames: false,
  defaultNames: false,
  primaryKeyNames: true,
  deferrableChecks: false,
  prefixLengths: false,
  disabledTriggers: false,
  uniqueComments: true,
  collations: true,
  invisibleColumns: false,
  invisibleIndexes: false,
  policies: false,
  rowSecurity: false,
  inheritance: false,
  partitions: false,
  unlogged: false,
  temporary: true,
  indexes: true,
  setNullColumns: false,
  materializedViews: false,
  enumComments: false,
  constraintComments: true,
  indexComments: false,
  objectComments: false,
})

export const sqliteConventions: Conventions = {
  primaryKey: (table) => `${table}_pkey`,
  unique: (table, columns) => `${table}_${columns}_key`,
  check: (table, columns) => (columns === '' ? `${table}_check` : `${table}_${columns}_check`),
  exclusion: (table, columns) => `${table}_${columns}_excl`,
  foreignKey: (table, columns) => `${table}_${columns}_fkey`,
  index: (table, columns) => `${table}_${columns}_idx`,
}

const optionOf = (plan: TablePlan, name: string): boolean =>
  plan.table.options.some((option) => option.dialect === 'sqlite' && option.name.toLowerCase() === name)

const isStrict = (plan: TablePlan) => optionOf(plan, 'strict')
const isWithoutRowid = (plan: TablePlan) => optionOf(plan, 'without rowid')

/** The column that is the key by itself and counts: it must say INTEGER PRIMARY KEY (lang_createtable, 5). */
function rowidColumn(plan: TablePlan): ColumnPlan | undefined {
  // The primary key stands first among the keys.
  const [primary] = plan.keys
  const only = primary?.isPrimary && primary.parts.length === 1 ? primary.parts[0]?.column : undefined
  return only?.identity && !isWithoutRowid(plan) ? only : undefined
}

/**
 * INTEGER PRIMARY KEY DESC, which is no name of the rowid; said behind the columns, PRIMARY KEY (id DESC) would be one
 * (lang_createtable, 5).
 */
function descendingColumn(plan: TablePlan): ColumnPlan | undefined {
  const [primary] = plan.keys
  const [only, ...more] = primary?.isPrimary ? primary.parts : []
  const isInteger = /^integer$/i.test(only?.column.type ?? '')
  return more.length === 0 && only?.sort === 'desc' && isInteger && !isWithoutRowid(plan)
    ? only.column
    : undefined
}

/** STRICT tables know six words (stricttables). */
function strictType(type: string): string {
  if (/^(?:INT|INTEGER|REAL|TEXT|BLOB|ANY)$/i.test(type)) return type
  if (/^(?:BOOLEAN|TINYINT|SMALLINT|MEDIUMINT|BIGINT)/i.test(type)) return 'INTEGER'
  if (/^(?:DECIMAL|NUMERIC|DOUBLE|FLOAT)/i.test(type)) return 'REAL'
  return 'TEXT'
}

const literal =
  /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|0x[0-9a-f]+|NULL|TRUE|FALSE|x'[0-9a-f]*'|'(?:[^']|'')*'|CURRENT_(?:TIMESTAMP|DATE|TIME))$/i

function shape(plan: TablePlan, pen: Pen): TablePlan {
  const at = { about: plan.table.id }
  for (const policy of plan.table.policies) lacking('policies', { ...at, part: policy.id }, pen)
  if (plan.table.rowSecurity && plan.table.policies.length === 0) lacking('rowSecurity', at, pen)
  if (plan.table.inherits.length > 0) lacking('inheritance', at, pen)
  if (plan.table.partitionOf ?? plan.table.partitioning) lacking('partitions', at, pen)
  if (plan.table.persistence === 'unlogged') lacking('unlogged', at, pen)
  const rowid = rowidColumn(plan)
  const strict = isStrict(plan)
  const columns = plan.columns.map((column): ColumnPlan => {
    // A primary key alone forbids no NULL here (lang_createtable, 3.5).
    const nullable = pen.isOwn ? column.column.nullable : column.nullable
    const sized = { ...column, nullable, type: strict ? strictType(column.type) : column.type }
    if (column.id === rowid?.id) {
      tellIdentity(column, plan, pen)
      return { ...sized, type: 'INTEGER', nullable: pen.isOwn && nullable }
    }
    if (!sized.identity && sized.default === undefined) return sized
    const { identity, ...rest } = sized
    if (identity) {
      pen.tell(
        { ...at, part: column.id },
        report(
          'loss',
          'identityNotKey',
          'Only a primary key of one column counts by itself: this one is plain.',
          'Number it in the application.',
        ),
      )
    }
    const value = rest.default?.trim()
    if (value === undefined) return rest
    return {
      ...rest,
      default: literal.test(value) || (value.startsWith('(') && value.endsWith(')')) ? value : `(${value})`,
    }
  })
  return { ...plan, columns }
}

function tellIdentity({ id, identity }: ColumnPlan, plan: TablePlan, pen: Pen): void {
  const at = { about: plan.table.id, part: id }
  if (identity?.start !== undefined && identity.start !== '1') {
    pen.tell(
      at,
      report(
        'warning',
        'identityStart',
        `It counts from 1, not from ${identity.start}.`,
        'Insert into sqlite_sequence what it shall count from.',
      ),
    )
  }
  if (identity?.min ?? identity?.max ?? identity?.cache ?? identity?.cycle) lacking('identityBounds', at, pen)
  if (identity?.step !== undefined && identity.step !== '1') lacking('identityStep', at, pen)
}

/** Comments stand in the statement, which the database keeps as it was written. */
const remarks = (text: string, pen: Pen): readonly string[] =>
  text === '' || !pen.options.comments
    ? []
    : text
        .replaceAll('\0', '')
        .split(/\r?\n/)
        .map((row) => `-- ${row}`.trimEnd())

const withRemarks = (text: string, sql: string, pen: Pen): string =>
  text === '' ? sql : [...remarks(text, pen), sql].join('\n  ')

/** ON CONFLICT REPLACE and its like (lang_conflict). */
function conflict(options: readonly DialectOption[] = []): string {
  const how = options.find(({ dialect, name }) => dialect === 'sqlite' && name === 'ON CONFLICT')?.value ?? ''
  return /^(?:ROLLBACK|ABORT|FAIL|IGNORE|REPLACE)$/i.test(how) ? ` ON CONFLICT ${how}` : ''
}

function writeColumn(column: ColumnPlan, plan: TablePlan, pen: Pen): string {
  const isRowid = rowidColumn(plan)?.id === column.id
  const isDescending = !isRowid && descendingColumn(plan)?.id === column.id
  const rowidKey = isRowid || isDescending ? plan.keys.find(({ isPrimary }) => isPrimary) : undefined
  const counts =
    column.identity?.style === 'autoincrement' || (column.identity?.style === 'autoIncrement' && pen.isOwn)
  const collate = /^[A-Za-z_][A-Za-z0-9_]*$/.test(column.collation)
    ? `COLLATE ${column.collation}`
    : undefined
  const { generated } = column
  const sql = line(
    column.sql,
    column.type,
    collate,
    isRowid ? `PRIMARY KEY${conflict(rowidKey?.key.options)}${counts ? ' AUTOINCREMENT' : ''}` : undefined,
    isDescending ? `PRIMARY KEY DESC${conflict(rowidKey?.key.options)}` : undefined,
    column.nullable ? undefined : `NOT NULL${conflict(column.column.options)}`,
    column.default === undefined ? undefined : `DEFAULT ${column.default}`,
    generated && `GENERATED ALWAYS AS ${wrapped(generated.sql)} ${generated.storage.toUpperCase()}`,
  )
  return withRemarks(column.comment, sql, pen)
}

function writeKey(key: KeyPlan, plan: TablePlan, pen: Pen): string {
  if (key.isPrimary && (rowidColumn(plan) ?? descendingColumn(plan))) return ''
  const kind = key.isPrimary ? 'PRIMARY KEY' : 'UNIQUE'
  return withRemarks(
    key.key.comment,
    `CONSTRAINT ${pen.spell(key.name)} ${kind} (${keyColumns(key)})${conflict(key.key.options)}`,
    pen,
  )
}

const writeIndex = (index: IndexPlan, pen: Pen): string => {
  if (index.method !== '' && index.method !== 'btree') {
    pen.tell(
      { about: index.owner, part: index.id },
      report('info', 'indexMethod', `There is no ${index.method} index: ${index.name} is a B-tree.`),
    )
  }
  return standardIndex(index, pen)
}

const clauses: Clauses = {
  column: writeColumn,
  key: writeKey,
  check: (check, pen) => withRemarks(check.check?.comment ?? '', standardCheck(check, pen), pen),
  foreignKey: (key, pen) => withRemarks(key.relation.comment, standardForeignKey(key, pen), pen),
  index: writeIndex,
  head: (plan, pen) => {
    const head = standardHead(plan, pen)
    return plan.table.persistence === 'temporary'
      ? head.replace('CREATE TABLE', 'CREATE TEMPORARY TABLE')
      : head
  },
  opening: (plan, pen) => remarks(plan.table.comment, pen),
  tail: (plan) => {
    const words = [
      isStrict(plan) ? 'STRICT' : '',
      isWithoutRowid(plan) && plan.keys.some(({ isPrimary }) => isPrimary) ? 'WITHOUT ROWID' : '',
    ]
    return [words.filter((word) => word !== '').join(', ')].filter((word) => word !== '')
  },
  after: () => [],
}

function writeView(view: View, pen: Pen): Answer {
  if (view.materialized) lacking('materializedViews', { about: view.id }, pen)
  lostViewComments(view, pen)
  return standardView(view, pen, line('CREATE VIEW', pen.options.ifNotExists ? 'IF NOT EXISTS' : undefined))
}

const feedsColumn = (row: Sequence, pen: Pen): boolean =>
  row.ownedBy !== undefined ||
  [...pen.schema.table.values()].some(({ columns }) =>
    columns.some(({ identity }) => identity?.sequence === row.id),
  )

const objects: ObjectWriters = {
  namespace: (row, pen) => {
    lostComment(row, pen)
    return standardNamespace(row, pen)
  },
  extension: notSupported('extensions in its SQL', 'Load it in the application.', 'info'),
  role: notSupported('roles', 'Guard the file itself.'),
  enum: dissolved,
  domain: dissolved,
  composite: dissolved,
  sequence: (row, pen) =>
    feedsColumn(row, pen)
      ? dissolved(row, pen)
      : notSupported('sequences', 'Number by an INTEGER PRIMARY KEY.')(row, pen),
  table: writeTable,
  view: writeView,
  routine: notSupported('routines', 'Define it in the application.'),
  trigger: (row, pen) => ownTrigger(row, pen),
  grant: notSupported('privileges', 'Guard the file itself.'),
  sample: (row, pen) => standardSample(row, pen),
  verbatim: ownStatement('statement'),
}

const actions = {
  noAction: 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
} as const

const dropWords = { table: 'TABLE', view: 'VIEW', materializedView: 'VIEW' } as const

export const sqliteRules: DdlRules = {
  id: 'sqlite',
  label: 'SQLite',
  family: ['sqlite'],
  lexis: sqliteLexis,
  names: sqliteNames,
  scopes: {
    table: ['relation'],
    view: ['relation'],
    sequence: ['type'],
    type: ['type'],
    primaryKey: ['tableConstraint'],
    unique: ['tableConstraint'],
    exclusion: ['tableConstraint'],
    check: ['tableConstraint'],
    foreignKey: ['tableConstraint'],
    index: ['relation'],
  },
  conventions: sqliteConventions,
  systemColumns: new Set(),
  home: '',
  namespaces: 'flatten',
  features,
  types: sqlitePrint,
  fallbackType: () => 'TEXT',
  typeless: true,
  booleans: 'loose',
  phrases: sqlitePhrases,
  actions: { delete: actions, update: actions },
  setNullNeedsNullable: false,
  takesOption: (place, { dialect, name }) =>
    place === 'table' && dialect === 'sqlite' && /^(?:strict|without rowid)$/i.test(name),
  keyTypes: anyType,
  objects,
  shape,
  clauses,
  foreignKeysInside: true,
  ifNotExists: true,
  terminate: (sql) => `${sql};`,
  before: (pen) => [
    ...(pen.options.dropFirst ? ['PRAGMA foreign_keys = OFF'] : []),
    ...(pen.options.transaction ? ['BEGIN'] : []),
  ],
  after: (pen) => [
    ...(pen.options.transaction ? ['COMMIT'] : []),
    ...(pen.options.dropFirst ? ['PRAGMA foreign_keys = ON'] : []),
  ],
  drop: (kind, name) =>
    kind === 'table' || kind === 'view' || kind === 'materializedView'
      ? `DROP ${dropWords[kind]} IF EXISTS ${name}`
      : undefined,
}
