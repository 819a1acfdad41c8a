// Everything that Oracle answers for (SQL Language Reference).
import type { Grant, Namespace, Role, Sample, Sequence, View } from '../../model/records'
import type { Target } from '../../model/target'
import {
  identityClause,
  indexParts,
  notNull,
  standardCheck,
  standardForeignKey,
  standardKey,
  wrapped,
} from '../write/clauses'
import {
  byHand,
  columnComments,
  commentSteps,
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
import { tellOptions } from '../write/dialectOptions'
import { deferral } from '../write/planTable'
import { comparable } from '../write/keyTypes'
import type { Pen } from '../write/pen'
import type { CheckPlan, ColumnPlan, IndexPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'
import type {
  Answer,
  Clauses,
  Conventions,
  DdlRules,
  DropKind,
  Features,
  ObjectWriters,
  Step,
} from '../write/rules'
import { line } from '../write/some'
import { writeTable } from '../write/table'
import { oracleLexis, oracleNames } from './names'
import { oracle23Phrases, oraclePhrases } from './phrases'
import { oraclePrint } from './print'
import { oracleShape } from './shape'

const isNew = (version: string): boolean => (Number.parseInt(version, 10) || 23) >= 23

const features = (_target: Target): Features => ({
  enums: false,
  domains: false,
  composites: false,
  arrays: false,
  sequences: true,
  extensions: false,
  roles: true,
  grants: true,
  deferrableKeys: true,
  deferrableForeignKeys: true,
  matchFull: false,
  matchPartial: false,
  notValid: true,
  notEnforced: true,
  notEnforcedChecks: true,
  nullsNotDistinct: false,
  keyIncludes: false,
  indexIncludes: false,
  partialIndexes: true,
  expressionIndexes: true,
  indexOrder: true,
  nullsOrder: false,
  operatorClasses: false,
  indexCollations: false,
  keyOrder: false,
  withoutOverlaps: false,
  periods: false,
  exclusions: false,
  checks: true,
  checkNoInherit: false,
  generatedStored: false,
  generatedVirtual: true,
  identityBounds: true,
  identityStep: true,
  onUpdate: false,
  charsets: false,
  notNullNames: true,
  defaultNames: false,
  primaryKeyNames: true,
  deferrableChecks: true,
  prefixLengths: false,
  disabledTriggers: true,
  uniqueComments: false,
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
  materializedViews: true,
  enumComments: false,
  constraintComments: false,
  indexComments: false,
  objectComments: false,
})

const conventions: Conventions = {
  primaryKey: (table) => `${table}_pk`,
  unique: (table, columns) => `${table}_${columns}_uk`,
  check: (table, columns) => (columns === '' ? `${table}_ck` : `${table}_${columns}_ck`),
  exclusion: (table, columns) => `${table}_${columns}_ex`,
  foreignKey: (table, columns) => `${table}_${columns}_fk`,
  index: (table, columns) => `${table}_${columns}_ix`,
}

const identity = (column: ColumnPlan): string | undefined =>
  column.identity &&
  identityClause(
    column.identity,
    { start: 'START WITH', step: 'INCREMENT BY', min: 'MINVALUE', max: 'MAXVALUE', cache: 'CACHE' },
    'CYCLE',
  )

/** DEFAULT stands before NOT NULL, or the parser stops ("column_definition"). */
function writeColumn(column: ColumnPlan, plan: TablePlan, pen: Pen): string {
  const { generated } = column
  return line(
    column.sql,
    column.type,
    /^[A-Za-z0-9_]+$/.test(column.collation) ? `COLLATE ${column.collation}` : undefined,
    column.column.invisible ? 'INVISIBLE' : undefined,
    generated && `GENERATED ALWAYS AS ${wrapped(generated.sql)} VIRTUAL`,
    column.default === undefined ? undefined : `DEFAULT ${column.default}`,
    identity(column),
    notNull(column, plan, pen),
  )
}

const stateWords = (state: CheckPlan['state']): string | undefined =>
  state === 'notEnforced' ? 'DISABLE' : state === 'notValidated' ? 'ENABLE NOVALIDATE' : undefined

const writeCheck = (check: CheckPlan, pen: Pen): string => {
  const deferrable = check.check?.deferrable
  return line(
    standardCheck(check, pen),
    deferrable ? deferral(deferrable).trim() : undefined,
    stateWords(check.state),
  )
}

const writeIndex = (index: IndexPlan, pen: Pen): string => {
  const name =
    index.home === undefined ? pen.spell(index.name) : `${pen.spell(index.home)}.${pen.spell(index.name)}`
  const sql = line(
    'CREATE',
    index.method === 'bitmap' ? 'BITMAP' : index.unique ? 'UNIQUE' : undefined,
    'INDEX',
    name,
    `ON ${index.on} (${indexParts(index)})`,
    index.invisible ? 'INVISIBLE' : undefined,
  )
  return ifNew(sql, pen)
}

/** Before 23ai nothing is made "if it is not there": the block forgives what is (ORA-00955, ORA-01408). */
function ifNew(sql: string, pen: Pen): string {
  if (!pen.options.ifNotExists) return sql
  if (isNew(pen.target.version))
    return sql.replace(
      /^(CREATE(?: UNIQUE| BITMAP)? (?:TABLE|INDEX|SEQUENCE|GLOBAL TEMPORARY TABLE)) (?!IF NOT)/,
      '$1 IF NOT EXISTS ',
    )
  const quoted = sql.replaceAll("'", "''")
  return `BEGIN\n  EXECUTE IMMEDIATE '${quoted}';\nEXCEPTION WHEN OTHERS THEN\n  IF SQLCODE NOT IN (-955, -1408) THEN RAISE; END IF;\nEND;`
}

const partition = ({ table }: TablePlan, pen: Pen): string | undefined => {
  const { partitioning } = table
  if (!partitioning || !pen.rules.family.includes(partitioning.dialect)) return undefined
  const parts = partitioning.parts.map(({ on }) =>
    'column' in on ? pen.part(on.column) : pen.text(on.expression),
  )
  const method = partitioning.method.toUpperCase()
  if (!/^(?:RANGE|LIST|HASH|REFERENCE)$/.test(method)) return undefined
  return line(
    `PARTITION BY ${method} (${parts.join(', ')})`,
    partitioning.definition && pen.text(partitioning.definition),
  )
}

const clauses: Clauses = {
  column: writeColumn,
  key: standardKey,
  check: writeCheck,
  foreignKey: (key, pen) => line(standardForeignKey(key, pen), stateWords(key.state)),
  index: writeIndex,
  head: (plan, pen) => {
    const temporary = plan.table.persistence === 'temporary' ? 'GLOBAL TEMPORARY TABLE' : 'TABLE'
    const exists = pen.options.ifNotExists && isNew(pen.target.version) ? ' IF NOT EXISTS' : ''
    return `CREATE ${temporary}${exists} ${plan.sql}`
  },
  tail: (plan, pen) => {
    const commit = plan.table.persistence === 'temporary' ? 'ON COMMIT PRESERVE ROWS' : undefined
    return [commit, partition(plan, pen)].filter((word) => word !== undefined)
  },
  after: (plan, pen) => [
    ...commentSteps(`TABLE ${plan.sql}`, plan.table.comment, pen),
    ...columnComments(plan, pen),
  ],
}

/** A schema is a user: making one is the work of an administrator. */
function writeNamespace(row: Namespace, pen: Pen): Answer {
  const home = pen.home(row.id)
  lostComment(row, pen)
  if (home === undefined) {
    return pen.flattens && row.name.toLowerCase() !== 'public' && row.name.toLowerCase() !== 'dbo'
      ? {
          notSupported: report(
            'info',
            'namespaceFlattened',
            `A schema is a user in Oracle: ${row.name} is kept as part of the names.`,
          ),
        }
      : []
  }
  pen.tell(
    { about: row.id },
    report(
      'warning',
      'schemaIsUser',
      `A schema is a user in Oracle: the script makes the user ${home}.`,
      'Run it as an administrator, or make the user first.',
    ),
  )
  return [
    step(
      `CREATE USER ${pen.spell(home)} NO AUTHENTICATION DEFAULT TABLESPACE users QUOTA UNLIMITED ON users`,
    ),
  ]
}

function writeSequence(row: Sequence, pen: Pen): Answer {
  if (row.ownedBy) return dissolved(row, pen)
  lostComment(row, pen)
  tellOptions('sequence', row.options, { at: { about: row.id }, pen })
  return [
    step(
      ifNew(standardSequence(row, pen).sql.replace('CREATE SEQUENCE IF NOT EXISTS', 'CREATE SEQUENCE'), pen),
    ),
  ]
}

function writeView(view: View, pen: Pen): Answer {
  const create = view.materialized
    ? 'CREATE MATERIALIZED VIEW'
    : pen.options.ifNotExists
      ? 'CREATE OR REPLACE VIEW'
      : 'CREATE VIEW'
  const made = standardView(view, pen, create)
  if ('notSupported' in made) return made
  const on = view.materialized ? 'MATERIALIZED VIEW' : 'TABLE'
  const columns = view.columns.flatMap(({ id, comment }) =>
    commentSteps(`COLUMN ${pen.object(view)}.${pen.part(id)}`, comment, pen),
  )
  return [...made, ...commentSteps(`${on} ${pen.object(view)}`, view.comment, pen), ...columns]
}

/** Several rows in one VALUES are new in 23ai. */
function writeSample(sample: Sample, pen: Pen): Answer {
  if (isNew(pen.target.version)) return standardSample(sample, pen)
  return sample.rows.flatMap((row): readonly Step[] => {
    const made = standardSample({ ...sample, rows: [row] }, pen)
    return 'notSupported' in made ? [] : made
  })
}

/** Only INSERT, UPDATE and REFERENCES take columns, and no role may hand on what it was given (GRANT). */
function writeGrant(row: Grant, pen: Pen): Answer {
  const isSelective =
    row.columns.length > 0 && row.privileges.some((word) => !/^(?:INSERT|UPDATE|REFERENCES)$/i.test(word))
  if (isSelective)
    return byHand(`grant of ${row.privileges.join(', ')}`, 'it cannot be given for some columns', pen)
  const { withGrantOption, ...rest } = row
  if (!withGrantOption || 'name' in row.to) return standardGrant(row, pen, { table: '', sequence: '' })
  pen.tell(
    { about: row.id },
    report(
      'warning',
      'grantOption',
      'A role cannot hand on what it was given: WITH GRANT OPTION is left out.',
    ),
  )
  return standardGrant(rest, pen, { table: '', sequence: '' })
}

const objects: ObjectWriters = {
  namespace: writeNamespace,
  extension: notSupported('extensions', 'Nothing is needed unless the model uses its functions.', 'info'),
  role: (row: Role, pen) => {
    lostComment(row, pen)
    return standardRole(row, pen)
  },
  enum: dissolved,
  domain: dissolved,
  composite: dissolved,
  sequence: writeSequence,
  table: writeOracleTable,
  view: writeView,
  routine: ownRoutine,
  trigger: (row, pen) => ownTrigger(row, pen, () => `ALTER TRIGGER ${pen.spell(row.name)} DISABLE`),
  grant: writeGrant,
  sample: writeSample,
  verbatim: ownStatement('statement'),
}

function writeOracleTable(...[row, pen]: Parameters<ObjectWriters['table']>): Answer {
  const made = writeTable(row, pen)
  if ('notSupported' in made || !pen.options.ifNotExists || isNew(pen.target.version)) return made
  return made.map((item) =>
    item.sql.startsWith('CREATE TABLE') ? { ...item, sql: ifNew(item.sql, pen) } : item,
  )
}

const dropWords: Readonly<Record<DropKind, string | undefined>> = {
  table: 'TABLE',
  view: 'VIEW',
  materializedView: 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
  type: undefined,
  domain: undefined,
  namespace: undefined,
}

function drop(kind: DropKind, name: string, pen: Pen): string | undefined {
  const word = dropWords[kind]
  if (word === undefined) return undefined
  const tail = kind === 'table' ? ' CASCADE CONSTRAINTS' : ''
  if (isNew(pen.target.version)) return `DROP ${word} IF EXISTS ${name}${tail}`
  const statement = `DROP ${word} ${name}${tail}`.replaceAll("'", "''")
  return `BEGIN\n  EXECUTE IMMEDIATE '${statement}';\nEXCEPTION WHEN OTHERS THEN\n  IF SQLCODE NOT IN (-942, -2289, -12003) THEN RAISE; END IF;\nEND;`
}

/** There is no ON UPDATE, and what others call NO ACTION is what happens when nothing is said. */
const onDelete = {
  noAction: '',
  restrict: '',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: undefined,
} as const
const onUpdate = {
  noAction: '',
  restrict: '',
  cascade: undefined,
  setNull: undefined,
  setDefault: undefined,
} as const

const isBlock = (sql: string): boolean =>
  /^\s*(?:BEGIN|DECLARE)\b|^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:NON)?EDITIONABLE\s+)?(?:TRIGGER|FUNCTION|PROCEDURE|PACKAGE|TYPE)\b/i.test(
    sql,
  )

const rules19: DdlRules = {
  id: 'oracle',
  label: 'Oracle',
  family: ['oracle'],
  lexis: oracleLexis,
  names: oracleNames,
  scopes: {
    table: ['relation'],
    view: ['relation'],
    sequence: ['relation'],
    type: ['type'],
    primaryKey: ['constraint', 'index'],
    unique: ['constraint', 'index'],
    exclusion: ['constraint'],
    check: ['constraint'],
    foreignKey: ['constraint'],
    index: ['index'],
  },
  conventions,
  systemColumns: new Set(['rowid']),
  home: '',
  namespaces: 'whole',
  features,
  types: oraclePrint,
  fallbackType: ({ keyed }) => (keyed ? 'VARCHAR2(255 CHAR)' : 'CLOB'),
  // A document for 23ai may say BOOLEAN or JSON; older versions take their meaning.
  takesRaw: ({ base }, { pen }) =>
    !(base === 'boolean' && !isNew(pen.target.version)) && !(base === 'json' && !pen.atLeast(21)),
  booleans: 'number',
  phrases: oraclePhrases,
  actions: { delete: onDelete, update: onUpdate },
  setNullNeedsNullable: false,
  takesOption: () => false,
  keyTypes: comparable,
  objects,
  shape: oracleShape,
  clauses,
  foreignKeysInside: false,
  ifNotExists: true,
  terminate: (sql) => (isBlock(sql) ? `${sql.trimEnd().endsWith(';') ? sql : `${sql};`}\n/` : `${sql};`),
  before: (pen) => {
    if (pen.options.transaction) {
      pen.notice(
        report(
          'info',
          'transaction',
          'Oracle commits each statement of a script by itself: it has no transaction around it.',
        ),
      )
    }
    return []
  },
  after: () => [],
  drop,
}

const rules23: DdlRules = { ...rules19, booleans: 'native', phrases: oracle23Phrases }

export const oracleRules = ({ version }: Target): DdlRules => (isNew(version) ? rules23 : rules19)
