// Everything that PostgreSQL answers for (manual, part VI, SQL commands).
import type {
  Composite,
  Domain,
  Enum,
  Extension,
  Routine,
  Sequence,
  Trigger,
  View,
} from '../../model/records'
import { isIdOf } from '../../model/id'
import { projectOf } from '../../model/schema'
import type { Target } from '../../model/target'
import { tellOptions } from '../write/dialectOptions'
import { inList } from '../write/printType'
import {
  commentSteps,
  dissolved,
  isSpoken,
  ownStatement,
  ownTrigger,
  ownWords,
  standardComposite,
  standardDomain,
  standardGrant,
  standardNamespace,
  standardRole,
  standardSample,
  standardSequence,
  standardView,
  step,
  viewIndexes,
} from '../write/objects'
import { comparable } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import type { TablePlan } from '../write/plan'
import type { Answer, Conventions, DdlRules, DropKind, Features, ObjectWriters, Step } from '../write/rules'
import { report } from '../write/report'
import { line } from '../write/some'
import { writeTable } from '../write/table'
import { postgresClauses, postgresTakesOption, triggerComment, withOptions } from './clauses'
import { postgresLexis, postgresNames } from './names'
import { postgresPhrases } from './phrases'
import { postgresPrint } from './print'

export const postgresFeatures = ({ version }: Target): Features => {
  const major = Number.parseInt(version, 10) || 18
  return {
    enums: true,
    domains: true,
    composites: true,
    arrays: true,
    sequences: true,
    extensions: true,
    roles: true,
    grants: true,
    deferrableKeys: true,
    deferrableForeignKeys: true,
    matchFull: true,
    matchPartial: false,
    notValid: true,
    notEnforced: major >= 18,
    notEnforcedChecks: major >= 18,
    nullsNotDistinct: major >= 15,
    keyIncludes: true,
    indexIncludes: true,
    partialIndexes: true,
    expressionIndexes: true,
    indexOrder: true,
    nullsOrder: true,
    operatorClasses: true,
    indexCollations: true,
    keyOrder: false,
    withoutOverlaps: major >= 18,
    periods: major >= 18,
    exclusions: true,
    checks: true,
    checkNoInherit: true,
    generatedStored: true,
    generatedVirtual: major >= 18,
    identityBounds: true,
    identityStep: true,
    onUpdate: false,
    charsets: false,
    notNullNames: major >= 18,
    defaultNames: false,
    primaryKeyNames: true,
    deferrableChecks: false,
    prefixLengths: false,
    disabledTriggers: true,
    uniqueComments: true,
    collations: true,
    invisibleColumns: false,
    invisibleIndexes: false,
    policies: true,
    rowSecurity: true,
    inheritance: true,
    partitions: true,
    unlogged: true,
    temporary: true,
    indexes: true,
    setNullColumns: major >= 15,
    materializedViews: true,
    enumComments: false,
    constraintComments: true,
    indexComments: true,
    objectComments: true,
  }
}

export const postgresConventions: Conventions = {
  primaryKey: (table) => `${table}_pkey`,
  unique: (table, columns) => `${table}_${columns}_key`,
  check: (table, columns) => (columns === '' ? `${table}_check` : `${table}_${columns}_check`),
  exclusion: (table, columns) => `${table}_${columns}_excl`,
  foreignKey: (table, columns) => `${table}_${columns}_fkey`,
  index: (table, columns) => `${table}_${columns}_idx`,
}

interface Remark {
  readonly on: string
  readonly text: string
}

const withComment = (steps: Answer, { on, text }: Remark, pen: Pen): Answer =>
  'notSupported' in steps ? steps : [...steps, ...commentSteps(on, text, pen)]

/** CREATE TYPE has no IF NOT EXISTS: the block forgives a type that is there already. */
function ifNew(sql: string, pen: Pen): string {
  if (!pen.options.ifNotExists) return sql
  return `DO $relata$ BEGIN\n${sql};\nEXCEPTION WHEN duplicate_object THEN NULL;\nEND $relata$`
}

function writeEnum(row: Enum, pen: Pen): Answer {
  const sql = `CREATE TYPE ${pen.object(row)} AS ENUM (${inList(
    row.values.map(({ name }) => name),
    pen,
  )})`
  for (const { id, comment } of row.values) {
    if (comment === '' || !pen.options.comments) continue
    pen.tell(
      { about: row.id, part: id },
      { level: 'info', code: 'enumComments', message: `${pen.rules.label} has no comments on values.` },
    )
  }
  return withComment([step(ifNew(sql, pen))], { on: `TYPE ${pen.object(row)}`, text: row.comment }, pen)
}

const guarded = (answer: Answer, pen: Pen): Answer =>
  'notSupported' in answer ? answer : answer.map((item) => ({ ...item, sql: ifNew(item.sql, pen) }))

const writeDomain = (row: Domain, pen: Pen): Answer =>
  withComment(
    guarded(standardDomain(row, pen), pen),
    { on: `DOMAIN ${pen.object(row)}`, text: row.comment },
    pen,
  )

function writeComposite(row: Composite, pen: Pen): Answer {
  const fields = row.fields.flatMap((field) =>
    commentSteps(
      `COLUMN ${pen.object(row)}.${pen.spell(pen.rules.names.fit(field.name))}`,
      field.comment,
      pen,
    ),
  )
  const made = withComment(
    guarded(standardComposite(row, pen), pen),
    { on: `TYPE ${pen.object(row)}`, text: row.comment },
    pen,
  )
  return 'notSupported' in made ? made : [...made, ...fields]
}

function writeSequence(row: Sequence, pen: Pen): Answer {
  // A serial column makes its own sequence, under a name of its own.
  if (row.ownedBy && isMadeBySerial(row, pen)) return dissolved(row, pen)
  tellOptions('sequence', row.options, { at: { about: row.id }, pen })
  const type = row.type && pen.isOwn && row.type.base.startsWith('int') ? row.type.raw : undefined
  const owner = row.ownedBy && pen.schema.table.get(row.ownedBy.table)
  const owned: Step[] =
    row.ownedBy && owner && pen.isIncluded(owner.id)
      ? [
          {
            sql: `ALTER SEQUENCE ${pen.object(row)} OWNED BY ${pen.object(owner)}.${pen.part(row.ownedBy.column)}`,
            late: true,
          },
        ]
      : []
  const made: Answer = [standardSequence(row, pen, type), ...owned]
  return withComment(made, { on: `SEQUENCE ${pen.object(row)}`, text: row.comment }, pen)
}

function isMadeBySerial({ ownedBy }: Sequence, pen: Pen): boolean {
  const column =
    ownedBy && pen.schema.table.get(ownedBy.table)?.columns.find(({ id }) => id === ownedBy.column)
  return column?.identity !== undefined || /^(?:big|small)?serial/i.test(column?.type.raw ?? '')
}

function writeExtension(row: Extension, pen: Pen): Answer {
  const name = pen.rules.names.quote(row.name)
  const inSchema = row.namespace && pen.home(row.namespace)
  // An extension's version belongs to a release of the server.
  const isSameServer = projectOf(pen.schema).target.version === pen.target.version
  const version = isSameServer && /^[\w.-]+$/.test(row.version) ? `VERSION '${row.version}'` : undefined
  if (row.version !== '' && version === undefined) {
    pen.tell(
      { about: row.id },
      report(
        'info',
        'extensionVersion',
        `Its version ${row.version} is left out: the server brings its own.`,
      ),
    )
  }
  const spelled = /^[a-z_][a-z0-9_]*$/.test(row.name) ? pen.spell(row.name) : name
  const sql = line(
    'CREATE EXTENSION IF NOT EXISTS',
    spelled,
    inSchema && `WITH SCHEMA ${pen.spell(inSchema)}`,
    version,
  )
  return withComment([step(sql)], { on: `EXTENSION ${spelled}`, text: row.comment }, pen)
}

function writeView(view: View, pen: Pen): Answer {
  const create = view.materialized
    ? line('CREATE MATERIALIZED VIEW', pen.options.ifNotExists ? 'IF NOT EXISTS' : undefined)
    : pen.options.ifNotExists
      ? 'CREATE OR REPLACE VIEW'
      : 'CREATE VIEW'
  const parameters = withOptions(view.options, pen)
  const made = standardView(view, pen, create, parameters === '' ? '' : ` WITH (${parameters})`)
  if ('notSupported' in made) return made
  const on = `${view.materialized ? 'MATERIALIZED VIEW' : 'VIEW'} ${pen.object(view)}`
  const columns = view.columns.flatMap(({ id, comment }) =>
    commentSteps(`COLUMN ${pen.object(view)}.${pen.part(id)}`, comment, pen),
  )
  return [
    ...made,
    ...commentSteps(on, view.comment, pen),
    ...columns,
    ...(view.materialized ? viewIndexes(view, pen) : []),
  ]
}

function writeTrigger(trigger: Trigger, pen: Pen): Answer {
  const { on } = trigger
  const row = isIdOf('table', on) ? pen.schema.table.get(on) : pen.schema.view.get(on)
  const name = row ? pen.object(row) : ''
  const made = ownTrigger(
    trigger,
    pen,
    () => `ALTER TABLE ${name} DISABLE TRIGGER ${pen.spell(trigger.name)}`,
  )
  return 'notSupported' in made || !row ? made : [...made, ...triggerComment(trigger, name, pen)]
}

const routineWords = { function: 'FUNCTION', procedure: 'PROCEDURE', aggregate: 'AGGREGATE' } as const

function writeRoutine(row: Routine, pen: Pen): Answer {
  const made = ownWords('routine', row, pen)
  if (row.routine === 'package') return made
  const name = `${pen.qualified(row.namespace, row.name)}(${row.signature})`
  return withComment(made, { on: `${routineWords[row.routine]} ${name}`, text: row.comment }, pen)
}

export const postgresObjects: ObjectWriters = {
  namespace: (row, pen) => {
    const made = standardNamespace(row, pen)
    const home = pen.home(row.id)
    return home === undefined
      ? made
      : withComment(made, { on: `SCHEMA ${pen.spell(home)}`, text: row.comment }, pen)
  },
  extension: writeExtension,
  role: (row, pen) =>
    withComment(standardRole(row, pen), { on: `ROLE ${pen.spell(row.name)}`, text: row.comment }, pen),
  enum: writeEnum,
  domain: writeDomain,
  composite: writeComposite,
  sequence: writeSequence,
  table: writeTable,
  view: writeView,
  routine: writeRoutine,
  trigger: writeTrigger,
  grant: (row, pen) =>
    standardGrant(row, pen, {
      table: 'TABLE',
      namespace: 'SCHEMA',
      sequence: 'SEQUENCE',
      type: 'TYPE',
      routine: 'FUNCTION',
    }),
  sample: (row, pen) => {
    const table = pen.schema.table.get(row.table)
    const always = table?.columns.some(
      ({ id, identity }) => identity?.mode === 'always' && row.columns.includes(id),
    )
    return standardSample(row, pen, always ? ' OVERRIDING SYSTEM VALUE' : '')
  },
  verbatim: ownStatement('statement'),
}

/** What PostgreSQL will not take, changed before it is written. */
function shape(plan: TablePlan, pen: Pen): TablePlan {
  const temporary = plan.table.persistence === 'temporary'
  const sql = temporary ? pen.spell(plan.name) : plan.sql
  const columns = plan.columns.map((column) => {
    if (!column.identity) return column
    const { identity, ...rest } = column
    // A partition takes its numbers from its parent.
    if (plan.table.partitionOf && identity.style !== 'serial') return rest
    return { ...column, nullable: false }
  })
  return { ...plan, sql, columns }
}

const dropWords: Readonly<Record<DropKind, string>> = {
  table: 'TABLE',
  view: 'VIEW',
  materializedView: 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
  type: 'TYPE',
  domain: 'DOMAIN',
  namespace: 'SCHEMA',
}

const foreignExtensions: Readonly<Record<string, string>> = {
  citext: 'citext',
  hstore: 'hstore',
  vector: 'vector',
  geometry: 'postgis',
  geography: 'postgis',
}

/** Types that come with an extension: the script asks for it even when the model does not. */
function neededExtensions(pen: Pen): readonly string[] {
  const needed = new Map<string, string>()
  const known = new Set([...pen.schema.extension.values()].map(({ name }) => name.toLowerCase()))
  for (const table of pen.schema.table.values()) {
    if (!pen.isIncluded(table.id)) continue
    for (const { type } of table.columns) {
      const name = foreignExtensions[type.base]
      if (name !== undefined && !known.has(name) && !needed.has(name)) needed.set(name, table.id)
    }
  }
  return [...needed.keys()].map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`)
}

function before(pen: Pen): readonly string[] {
  // The bodies of functions may name tables that come later.
  const routines = [...pen.schema.routine.values()].some(
    ({ id, dialect }) => pen.isIncluded(id) && isSpoken(dialect, pen),
  )
  return [...(routines ? ['SET check_function_bodies = false'] : []), ...neededExtensions(pen)]
}

export const postgresActions = {
  noAction: 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
} as const

export const postgresRules: DdlRules = {
  id: 'postgres',
  label: 'PostgreSQL',
  family: ['postgres', 'aurora-postgres'],
  lexis: postgresLexis,
  names: postgresNames,
  scopes: {
    table: ['relation', 'type'],
    view: ['relation', 'type'],
    sequence: ['relation'],
    type: ['type'],
    primaryKey: ['relation', 'tableConstraint'],
    unique: ['relation', 'tableConstraint'],
    exclusion: ['relation', 'tableConstraint'],
    check: ['tableConstraint'],
    foreignKey: ['tableConstraint'],
    index: ['relation'],
  },
  conventions: postgresConventions,
  systemColumns: new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']),
  home: 'public',
  namespaces: 'create',
  features: postgresFeatures,
  types: postgresPrint,
  fallbackType: () => 'text',
  booleans: 'native',
  phrases: postgresPhrases,
  actions: { delete: postgresActions, update: postgresActions },
  setNullNeedsNullable: false,
  takesOption: postgresTakesOption,
  keyTypes: comparable,
  objects: postgresObjects,
  shape,
  clauses: postgresClauses,
  foreignKeysInside: false,
  ifNotExists: true,
  terminate: (sql) => `${sql};`,
  before: (pen) => [...(pen.options.transaction ? ['BEGIN'] : []), ...before(pen)],
  after: (pen) => (pen.options.transaction ? ['COMMIT'] : []),
  drop: (kind, name) =>
    kind === 'namespace'
      ? `DROP SCHEMA IF EXISTS ${name}`
      : `DROP ${dropWords[kind]} IF EXISTS ${name} CASCADE`,
}
