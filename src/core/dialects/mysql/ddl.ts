// Everything that MySQL answers for (Reference Manual, chapter 15).
import type { Grant, Sequence, View } from '../../model/records'
import type { Target } from '../../model/target'
import { lacking } from '../write/lacking'
import {
  byHand,
  dissolved,
  lostComment,
  lostViewComments,
  notSupported,
  ownRoutine,
  ownStatement,
  ownTrigger,
  standardGrant,
  standardNamespace,
  standardRole,
  standardSample,
  standardView,
} from '../write/objects'
import { sameSize } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import { report } from '../write/report'
import type { Answer, Conventions, DdlRules, Features, ObjectWriters } from '../write/rules'
import type { TablePlan } from '../write/plan'
import { line } from '../write/some'
import { writeTable } from '../write/table'
import { mysqlClauses, mysqlTakesOption } from './clauses'
import { mysqlLexis, mysqlNames } from './names'
import { mysqlPhrases } from './phrases'
import { mysqlPrint } from './print'
import { mysqlShape } from './shape'

export const mysqlFeatures = (_target: Target): Features => ({
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
  matchPartial: false,
  notValid: false,
  notEnforced: false,
  notEnforcedChecks: true,
  nullsNotDistinct: false,
  keyIncludes: false,
  indexIncludes: false,
  // Unique ones become expressions, the others whole indexes: see shape.ts.
  partialIndexes: true,
  expressionIndexes: true,
  indexOrder: true,
  nullsOrder: false,
  operatorClasses: false,
  indexCollations: false,
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
  onUpdate: true,
  charsets: true,
  notNullNames: false,
  defaultNames: false,
  primaryKeyNames: false,
  deferrableChecks: false,
  prefixLengths: true,
  disabledTriggers: false,
  uniqueComments: true,
  collations: true,
  invisibleColumns: true,
  invisibleIndexes: true,
  policies: false,
  rowSecurity: false,
  inheritance: false,
  partitions: true,
  unlogged: false,
  temporary: true,
  indexes: true,
  setNullColumns: false,
  materializedViews: false,
  enumComments: false,
  constraintComments: false,
  indexComments: true,
  objectComments: false,
})

export const mysqlConventions: Conventions = {
  primaryKey: () => 'PRIMARY',
  unique: (table, columns) => `${table}_${columns}_key`,
  check: (table, columns) => (columns === '' ? `${table}_check` : `${table}_${columns}_check`),
  exclusion: (table, columns) => `${table}_${columns}_excl`,
  foreignKey: (table, columns) => `${table}_${columns}_fkey`,
  index: (table, columns) => `${table}_${columns}_idx`,
}

/** A sequence that only feeds a counting column is part of that column. */
export function ownedSequence(row: Sequence, pen: Pen): boolean {
  if (row.ownedBy) return true
  for (const table of pen.schema.table.values())
    if (table.columns.some(({ identity }) => identity?.sequence === row.id)) return true
  return false
}

const viewOption = { ALGORITHM: /^(?:MERGE|TEMPTABLE|UNDEFINED)$/i, 'SQL SECURITY': /^(?:INVOKER|DEFINER)$/i }
const account = /^(?:`(?:[^`]|``)*`|'(?:[^'\\]|'')*'|\w+)(?:@(?:`(?:[^`]|``)*`|'(?:[^'\\]|'')*'|[\w.]+))?$/

/** ALGORITHM, DEFINER, SQL SECURITY: in this order, before the word VIEW (manual, 15.1.23). */
function viewWords(view: View, pen: Pen): readonly string[] {
  const valueOf = (word: string) =>
    view.options.find(
      ({ dialect, name }) => pen.rules.family.includes(dialect) && name.toUpperCase() === word,
    )?.value
  const algorithm = valueOf('ALGORITHM')
  const definer = valueOf('DEFINER')
  const security = valueOf('SQL SECURITY')
  return [
    ...(algorithm !== undefined && viewOption.ALGORITHM.test(algorithm) ? [`ALGORITHM=${algorithm}`] : []),
    ...(definer !== undefined && account.test(definer) ? [`DEFINER=${definer}`] : []),
    ...(security !== undefined && viewOption['SQL SECURITY'].test(security)
      ? [`SQL SECURITY ${security}`]
      : []),
  ]
}

export function writeMysqlView(view: View, pen: Pen): Answer {
  if (view.materialized) lacking('materializedViews', { about: view.id }, pen)
  lostViewComments(view, pen)
  const create = pen.options.ifNotExists ? 'CREATE OR REPLACE' : 'CREATE'
  return standardView(view, pen, line(create, ...viewWords(view, pen), 'VIEW'))
}

export function writeMysqlGrant(grant: Grant, pen: Pen): Answer {
  if ('name' in grant.to && grant.to.name.toUpperCase() === 'PUBLIC' && pen.rules.id !== 'mariadb') {
    return byHand(`grant of ${grant.privileges.join(', ')}`, 'there is no PUBLIC to grant it to', pen)
  }
  return standardGrant(grant, pen, { table: 'TABLE' })
}

export const mysqlObjects: ObjectWriters = {
  namespace: (row, pen) => {
    lostComment(row, pen)
    const made = standardNamespace(row, pen)
    return 'notSupported' in made
      ? made
      : made.map((item) => ({ ...item, sql: item.sql.replace('CREATE SCHEMA', 'CREATE DATABASE') }))
  },
  extension: notSupported('extensions', 'Nothing is needed unless the model uses its functions.', 'info'),
  role: (row, pen) => {
    lostComment(row, pen)
    return standardRole(row, pen)
  },
  enum: dissolved,
  domain: dissolved,
  composite: dissolved,
  sequence: (row, pen) =>
    ownedSequence(row, pen)
      ? dissolved(row, pen)
      : notSupported('sequences', 'Number by an AUTO_INCREMENT column or a table of counters.')(row, pen),
  table: writeTable,
  view: writeMysqlView,
  routine: ownRoutine,
  trigger: (row, pen) => ownTrigger(row, pen),
  grant: writeMysqlGrant,
  sample: (row, pen) => standardSample(row, pen),
  verbatim: ownStatement('statement'),
}

/** What a table has that no table of MySQL has. */
export function tellTable({ table }: TablePlan, pen: Pen): void {
  const at = { about: table.id }
  for (const policy of table.policies) lacking('policies', { ...at, part: policy.id }, pen)
  if (table.rowSecurity && table.policies.length === 0) lacking('rowSecurity', at, pen)
  if (table.inherits.length > 0) lacking('inheritance', at, pen)
  if (table.partitionOf) {
    pen.tell(
      at,
      report(
        'loss',
        'partitions',
        'It is written as a table of its own, not as a part of another.',
        'Partition the parent by hand.',
      ),
    )
  }
  if (table.persistence === 'unlogged') lacking('unlogged', at, pen)
  if (table.persistence === 'temporary') lacking('temporary', at, pen)
  for (const column of table.columns) tellIdentity(column, at, pen)
}

function tellIdentity(
  { id, identity }: TablePlan['table']['columns'][number],
  at: { about: TablePlan['table']['id'] },
  pen: Pen,
): void {
  if (!identity) return
  if (identity.min ?? identity.max ?? identity.cache ?? identity.cycle)
    lacking('identityBounds', { ...at, part: id }, pen)
  if (identity.step !== undefined && identity.step !== '1') lacking('identityStep', { ...at, part: id }, pen)
}

/** A statement with statements inside needs another end for the client (mysql, DELIMITER). */
export const terminateWithDelimiter = (sql: string): string =>
  /;\s*\S/.test(sql) && /\bBEGIN\b/i.test(sql) ? `DELIMITER //\n${sql}//\nDELIMITER ;` : `${sql};`

const dropWords = { table: 'TABLE', view: 'VIEW', materializedView: 'VIEW', sequence: 'SEQUENCE' } as const

export const mysqlActions = {
  noAction: 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  // InnoDB parses SET DEFAULT and then refuses it (manual, 15.1.20.5).
  setDefault: undefined,
} as const

export const mysqlRules: DdlRules = {
  id: 'mysql',
  label: 'MySQL',
  family: ['mysql', 'aurora-mysql'],
  lexis: mysqlLexis,
  names: mysqlNames,
  scopes: {
    table: ['relation'],
    view: ['relation'],
    sequence: ['relation'],
    type: ['type'],
    primaryKey: ['tableIndex'],
    unique: ['tableIndex'],
    exclusion: ['tableIndex'],
    check: ['constraint'],
    // InnoDB makes an index of the foreign key's name.
    foreignKey: ['foreignKey', 'tableIndex'],
    index: ['tableIndex'],
  },
  conventions: mysqlConventions,
  systemColumns: new Set(),
  home: '',
  namespaces: 'whole',
  features: mysqlFeatures,
  types: mysqlPrint,
  fallbackType: ({ keyed }) => (keyed ? 'varchar(255)' : 'text'),
  booleans: 'loose',
  phrases: mysqlPhrases,
  actions: { delete: mysqlActions, update: mysqlActions },
  setNullNeedsNullable: true,
  takesOption: mysqlTakesOption,
  keyTypes: sameSize,
  objects: mysqlObjects,
  shape: (plan, pen) => {
    tellTable(plan, pen)
    return mysqlShape(plan, pen)
  },
  clauses: mysqlClauses,
  foreignKeysInside: false,
  ifNotExists: true,
  terminate: terminateWithDelimiter,
  before: (pen) => [
    ...(pen.options.transaction ? ['START TRANSACTION'] : []),
    ...(pen.options.dropFirst ? ['SET FOREIGN_KEY_CHECKS = 0'] : []),
  ],
  after: (pen) => [
    ...(pen.options.dropFirst ? ['SET FOREIGN_KEY_CHECKS = 1'] : []),
    ...(pen.options.transaction ? ['COMMIT'] : []),
  ],
  drop: (kind, name) =>
    kind === 'type' || kind === 'domain' || kind === 'namespace'
      ? undefined
      : `DROP ${dropWords[kind]} IF EXISTS ${name}`,
}
