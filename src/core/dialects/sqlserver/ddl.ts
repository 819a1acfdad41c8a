// Everything that SQL Server answers for (Transact-SQL reference). Scripts are cut into batches by GO.
import type { Grant, Role, Sequence, View } from '../../model/records'
import type { Target } from '../../model/target'
import { isIdOf } from '../../model/id'
import { tellOptions } from '../write/dialectOptions'
import { lacking } from '../write/lacking'
import { homes } from '../write/naming'
import {
  dissolved,
  lostComment,
  notSupported,
  ownRoutine,
  ownStatement,
  ownTrigger,
  standardGrant,
  standardRole,
  standardSample,
  standardSequence,
  standardView,
  step,
} from '../write/objects'
import { lex } from '../write/lex'
import { sameType } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import { report } from '../write/report'
import type { Answer, Conventions, DdlRules, Features, ObjectWriters } from '../write/rules'
import { writeTable } from '../write/table'
import { propertySteps, sqlserverClauses, sqlserverTakesOption } from './clauses'
import { sqlserverLexis, sqlserverNames } from './names'
import { sqlserverPhrases } from './phrases'
import { sqlserverPrint } from './print'
import { breakCascades, sqlserverShape } from './shape'

const features = (_target: Target): Features => ({
  enums: false,
  domains: false,
  composites: false,
  arrays: false,
  sequences: true,
  extensions: false,
  roles: true,
  grants: true,
  deferrableKeys: false,
  deferrableForeignKeys: false,
  matchFull: false,
  matchPartial: false,
  notValid: false,
  notEnforced: false,
  notEnforcedChecks: false,
  // UNIQUE means just that here.
  nullsNotDistinct: true,
  keyIncludes: false,
  indexIncludes: true,
  partialIndexes: true,
  expressionIndexes: false,
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
  identityStep: true,
  onUpdate: false,
  charsets: false,
  notNullNames: false,
  defaultNames: true,
  primaryKeyNames: true,
  deferrableChecks: false,
  prefixLengths: false,
  disabledTriggers: true,
  uniqueComments: true,
  collations: true,
  invisibleColumns: false,
  invisibleIndexes: false,
  policies: false,
  rowSecurity: false,
  inheritance: false,
  partitions: false,
  unlogged: false,
  temporary: false,
  indexes: true,
  setNullColumns: false,
  materializedViews: false,
  enumComments: false,
  constraintComments: true,
  indexComments: true,
  objectComments: false,
})

const conventions: Conventions = {
  primaryKey: (table) => `PK_${table}`,
  unique: (table, columns) => `UQ_${table}_${columns}`,
  check: (table, columns) => (columns === '' ? `CK_${table}` : `CK_${table}_${columns}`),
  exclusion: (table, columns) => `EX_${table}_${columns}`,
  foreignKey: (table, columns) => `FK_${table}_${columns}`,
  index: (table, columns) => `IX_${table}_${columns}`,
}

function writeSequence(row: Sequence, pen: Pen): Answer {
  if (row.ownedBy) return dissolved(row, pen)
  lostComment(row, pen)
  tellOptions('sequence', row.options, { at: { about: row.id }, pen })
  const type = row.type?.base === 'int32' ? 'int' : row.type?.base === 'int16' ? 'smallint' : 'bigint'
  return [standardSequence(row, pen, type)]
}

/** A view has no order of its own (Msg 1033): the last ORDER BY outside of all parentheses falls away. */
function withoutOrder(sql: string, view: View, pen: Pen): string {
  let depth = 0
  let at = -1
  let offset = 0
  for (const { kind, text } of lex(sql, sqlserverLexis)) {
    if (text === '(') depth++
    if (text === ')') depth--
    if (depth === 0 && kind === 'word' && /^order$/i.test(text)) at = offset
    if (depth === 0 && kind === 'word' && /^(?:offset|top|for)$/i.test(text)) return sql
    offset += text.length
  }
  if (at < 0) return sql
  pen.tell(
    { about: view.id },
    report(
      'info',
      'viewOrder',
      'A view has no order of its own: its ORDER BY is left out.',
      'Order the queries that read it.',
    ),
  )
  return sql.slice(0, at).trimEnd()
}

function writeView(view: View, pen: Pen): Answer {
  if (view.materialized) lacking('materializedViews', { about: view.id }, pen)
  const whole = standardView(view, pen, pen.options.ifNotExists ? 'CREATE OR ALTER VIEW' : 'CREATE VIEW')
  if ('notSupported' in whole) return whole
  const made = whole.map((item) => ({ ...item, sql: withoutOrder(item.sql, view, pen) }))
  const home = ['SCHEMA', pen.home(view.namespace) ?? 'dbo'] as const
  const on = ['VIEW', pen.naming.of(view.id) ?? view.name] as const
  const columns = view.columns.flatMap(({ id, comment }) =>
    propertySteps(comment, [home, on, ['COLUMN', pen.naming.of(id) ?? '']], pen),
  )
  return [...made, ...propertySteps(view.comment, [home, on], pen), ...columns]
}

function writeRole(role: Role, pen: Pen): Answer {
  lostComment(role, pen)
  const made = standardRole({ ...role, memberOf: [] }, pen)
  if ('notSupported' in made) return made
  const memberships = role.memberOf.flatMap((id) => {
    const group = pen.schema.role.get(id)
    return group ? [step(`ALTER ROLE ${pen.spell(group.name)} ADD MEMBER ${pen.spell(role.name)}`)] : []
  })
  return [...made, ...memberships]
}

const writeGrant = (grant: Grant, pen: Pen): Answer =>
  standardGrant(grant, pen, { table: 'OBJECT::', namespace: 'SCHEMA::', sequence: 'OBJECT::' })

const objects: ObjectWriters = {
  namespace: (row, pen) => {
    const home = pen.home(row.id)
    if (home === undefined || homes.has(home.toLowerCase())) return []
    const create = `CREATE SCHEMA ${pen.spell(home)}`
    const made = pen.options.ifNotExists
      ? `IF SCHEMA_ID(${pen.string(home)}) IS NULL EXEC(${pen.string(create)})`
      : create
    return [step(made), ...propertySteps(row.comment, [['SCHEMA', home]], pen)]
  },
  extension: notSupported('extensions', 'Nothing is needed unless the model uses its functions.', 'info'),
  role: writeRole,
  enum: dissolved,
  domain: dissolved,
  composite: dissolved,
  sequence: writeSequence,
  table: writeTable,
  view: writeView,
  routine: ownRoutine,
  trigger: (row, pen) => {
    const { on } = row
    const owner = isIdOf('table', on) ? pen.schema.table.get(on) : pen.schema.view.get(on)
    return ownTrigger(
      row,
      pen,
      () => `DISABLE TRIGGER ${pen.spell(row.name)} ON ${owner ? pen.object(owner) : ''}`,
    )
  },
  grant: writeGrant,
  sample: (row, pen) => {
    const table = pen.schema.table.get(row.table)
    const counts = table?.columns.some(({ id, identity }) => identity && row.columns.includes(id)) === true
    const made = standardSample(row, pen)
    if ('notSupported' in made || made.length === 0 || !table || !counts) return made
    const set = (word: string) => step(`SET IDENTITY_INSERT ${pen.object(table)} ${word}`)
    return [set('ON'), ...made, set('OFF')]
  },
  verbatim: ownStatement('statement'),
}

const actions = {
  noAction: 'NO ACTION',
  // Checked at once either way.
  restrict: 'NO ACTION',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
} as const

/** Statements that must be alone in their batch. */
const alone = /^\s*CREATE\s+(?:OR\s+ALTER\s+)?(?:SCHEMA|VIEW|TRIGGER|PROC|PROCEDURE|FUNCTION|RULE|DEFAULT)\b/i

const dropWords = { table: 'TABLE', view: 'VIEW', materializedView: 'VIEW', sequence: 'SEQUENCE' } as const

/** Foreign keys go first: a table that is referred to cannot be dropped. */
function dropForeignKeys(pen: Pen): readonly string[] {
  const out: string[] = []
  for (const relation of pen.schema.relation.values()) {
    const table =
      relation.kind === 'foreignKey' && pen.isIncluded(relation.id)
        ? pen.schema.table.get(relation.child.table)
        : undefined
    if (!table) continue
    const name = pen.object(table)
    const drop = `ALTER TABLE ${name} DROP CONSTRAINT IF EXISTS ${pen.part(relation.id)}`
    out.push(`IF OBJECT_ID(${pen.string(name)}, N'U') IS NOT NULL ${drop}`)
  }
  return out
}

export const sqlserverRules: DdlRules = {
  id: 'sqlserver',
  label: 'SQL Server',
  family: ['sqlserver'],
  lexis: sqlserverLexis,
  names: sqlserverNames,
  scopes: {
    table: ['relation'],
    view: ['relation'],
    sequence: ['relation'],
    type: ['type'],
    primaryKey: ['relation', 'tableIndex'],
    unique: ['relation', 'tableIndex'],
    exclusion: ['relation'],
    check: ['relation'],
    foreignKey: ['relation'],
    index: ['tableIndex'],
  },
  conventions,
  systemColumns: new Set(),
  home: 'dbo',
  namespaces: 'create',
  features,
  types: sqlserverPrint,
  fallbackType: ({ keyed }) => (keyed ? 'nvarchar(450)' : 'nvarchar(max)'),
  booleans: 'number',
  phrases: sqlserverPhrases,
  actions: { delete: actions, update: actions },
  setNullNeedsNullable: true,
  takesOption: sqlserverTakesOption,
  keyTypes: sameType,
  mendForeignKeys: breakCascades,
  objects,
  shape: sqlserverShape,
  clauses: sqlserverClauses,
  foreignKeysInside: false,
  ifNotExists: true,
  terminate: (sql, next) => {
    const isBatchEnd = alone.test(sql) || (next !== undefined && alone.test(next))
    return `${sql};${isBatchEnd ? '\nGO' : ''}`
  },
  before: (pen) => [
    ...(pen.options.transaction ? ['SET XACT_ABORT ON', 'BEGIN TRANSACTION'] : []),
    ...(pen.options.dropFirst ? dropForeignKeys(pen) : []),
  ],
  after: (pen) => (pen.options.transaction ? ['COMMIT TRANSACTION'] : []),
  drop: (kind, name) =>
    kind === 'type' || kind === 'domain' || kind === 'namespace'
      ? undefined
      : `DROP ${dropWords[kind]} IF EXISTS ${name}`,
}
