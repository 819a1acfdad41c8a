// Snowflake (docs.snowflake.com, "SQL command reference"): names of three parts, options as WORD = value behind
// everything, keys that nobody enforces. It is no target: what is read becomes a document for PostgreSQL.
import { dialects } from '../../../dialects'
import type { Names } from '../../../model/lexis'
import type { Property } from '../../../model/records'
import type { ObjectName, Raw } from '../statement'
import type { Cursor, Naming } from './cursor'
import type { ColumnDraft, IndexDraft, KeyDraft, TableDraft } from './draft'
import { addColumn, alterTable, standardActions } from './grammar/alter'
import { standardClauses } from './grammar/column'
import { insert } from './grammar/data'
import { takeOperand } from './grammar/expression'
import { byKind, commentOn, dropOf, nothing } from './grammar/objects'
import { createSequence } from './grammar/sequence'
import { headOfTable, leaveTail, standardElements, takeElement } from './grammar/table'
import { finishTable } from './draft'
import { readerOf } from './read'
import {
  schemaAndName,
  type AlterReader,
  type ColumnClause,
  type ConstraintTail,
  type CreateReader,
  type Grammar,
  type Read,
  type StatementReader,
  type Tongue,
} from './tongue'
import { plainTraits, type Traits } from './traits'

const postgres = dialects.postgres

const traits: Traits = {
  ...plainTraits,
  lexis: { ...postgres.lexis, backslashEscapes: true, nestedComments: false, dollarQuotes: true },
  slashComments: true,
  bodyKinds: new Set(['PROCEDURE', 'FUNCTION', 'TASK']),
  bodyWords: new Set(['BEGIN', 'DECLARE', 'EXECUTE']),
  dataWords: new Set(['INSERT']),
  // SnowSQL's own: !set, !source
  clientLine: /![a-z][^\r\n]*/iy,
}

/** "ORDERS" is what an unquoted orders is called there, so it is what an unquoted orders is called here. */
const read = (spelling: string): string => {
  const name = postgres.names.read(spelling)
  return spelling.startsWith('"') && /^[A-Z_][A-Z0-9_$]*$/.test(name) ? name.toLowerCase() : name
}

const names: Names = { ...postgres.names, read }

const naming: Naming = {
  names,
  backslashEscapes: true,
  object: (parts): ObjectName => schemaAndName(parts),
}

/** WORD = value, as text; undefined (and nothing taken) where no such thing stands. */
function takeOption(c: Cursor): Property | undefined {
  const start = c.at
  const key = c.word().toLowerCase()
  if (!/^[a-z_]+$/.test(key) || c.word(1) !== '=') return undefined
  c.skip(2)
  const text = c.string()
  if (text !== undefined) return { key, value: text }
  const from = c.at
  if (c.word() === '(') c.step()
  else if (c.chain().length === 0) c.skip()
  if (c.at > from) return { key, value: c.rawFrom(from) }
  c.at = start
  return undefined
}

/** [WITH] TAG (a = 'x', b.c = 'y'): each is a property. */
function takeTags(c: Cursor): readonly Property[] | undefined {
  const start = c.at
  c.take('WITH')
  const group = c.take('TAG') ? c.group() : undefined
  if (!group) {
    c.at = start
    return undefined
  }
  return group.inner.items().map((item) => {
    const key = item.chain().join('.')
    item.take('=')
    return { key, value: item.string() ?? item.takeRest() }
  })
}

/** [WITH] MASKING POLICY p [USING (a, b)], ROW ACCESS POLICY p ON (a) and their like. */
function takePolicy(c: Cursor): Property | undefined {
  const start = c.at
  c.take('WITH')
  const from = c.at
  for (const words of [['MASKING'], ['PROJECTION'], ['AGGREGATION'], ['JOIN'], ['ROW', 'ACCESS']]) {
    if (!c.take(...words, 'POLICY')) continue
    const key = c.rawFrom(from).toLowerCase().replace(/\s+/g, ' ')
    const name = c.at
    c.chain()
    if (c.take('USING') || c.take('ON') || c.take('ENTITY', 'KEY')) c.step()
    return { key, value: c.rawFrom(name) }
  }
  c.at = start
  return undefined
}

const properties = (column: ColumnDraft, more: readonly Property[]): void => {
  column.facts.properties = [...(column.facts.properties ?? []), ...more]
}

/** TAG or a policy, behind WITH or not. */
const governed: ColumnClause = (c, column) => {
  const policy = takePolicy(c)
  const tags = policy ? [policy] : takeTags(c)
  if (!tags) return false
  properties(column, tags)
  return true
}

/** IDENTITY (1, 1), AUTOINCREMENT START 1 INCREMENT 1 ORDER */
const counted: ColumnClause = (c, column) => {
  c.skip()
  const given: (string | undefined)[] = []
  const group = c.group()
  if (group) given.push(...group.inner.items().map((item) => item.integer()))
  else {
    if (c.take('START')) given[0] = (c.take('WITH'), c.take('='), c.integer())
    if (c.take('INCREMENT')) given[1] = (c.take('BY'), c.take('='), c.integer())
  }
  c.takeOneOf('ORDER', 'NOORDER')
  const [start, step] = given
  column.facts.identity = {
    mode: 'byDefault',
    style: 'identity',
    ...(start !== undefined && start !== '1' && { start }),
    ...(step !== undefined && step !== '1' && { step }),
  }
  return true
}

/** Nothing but NOT NULL is enforced there: these words say so once more, or what the optimizer may believe. */
const states = 'ENFORCED ENABLE DISABLE VALIDATE NOVALIDATE RELY NORELY'.split(' ')

const state: ConstraintTail = (c) => c.takeOneOf(...states) !== undefined
const notEnforced: ConstraintTail = (c) => c.take('NOT', 'ENFORCED')
const columnState: ColumnClause = (c) => c.takeOneOf(...states) !== undefined

const standardNot = standardClauses.get('NOT')
const negated: ColumnClause = (c, column, ctx) =>
  c.take('NOT', 'ENFORCED') || (standardNot?.(c, column, ctx) ?? false)

const commented: ColumnClause = (c, column) => {
  c.skip()
  c.take('=')
  const text = c.string()
  if (text !== undefined) column.facts.comment = text
  return text !== undefined
}

/** COLLATE 'en-ci' */
const collated: ColumnClause = (c, column) => {
  c.skip()
  column.facts.collation = c.string() ?? c.chain().join('.')
  return true
}

const columnClauses: ReadonlyMap<string, ColumnClause> = new Map<string, ColumnClause>([
  ...standardClauses,
  ['NOT', negated],
  ['IDENTITY', counted],
  ['AUTOINCREMENT', counted],
  ['COMMENT', commented],
  ['COLLATE', collated],
  ...['WITH', 'TAG', 'MASKING', 'PROJECTION'].map((word) => [word, governed] as const),
  ...states.map((word) => [word, columnState] as const),
])

function takeTail(c: Cursor, table: TableDraft): boolean {
  const more: Property[] = []
  const start = c.at
  if (c.take('CLUSTER', 'BY')) {
    const from = c.at
    if (c.word() !== '(') c.skip()
    c.step()
    more.push({ key: 'cluster by', value: c.rawFrom(from) })
  } else if (!c.take('COPY', 'GRANTS') && !c.take('COPY', 'TAGS')) {
    const policy = takePolicy(c)
    const tags = policy ? [policy] : takeTags(c)
    const option = tags ? undefined : takeOption(c)
    if (option?.key === 'comment') table.facts.comment = option.value
    else more.push(...(tags ?? (option ? [option] : [])))
  }
  if (more.length > 0) table.facts.properties = [...(table.facts.properties ?? []), ...more]
  return c.at > start
}

function tableTail(c: Cursor, table: TableDraft): void {
  while (!c.isDone && takeTail(c, table)) c.take(',')
}

const everything = ['comments', 'constraints', 'defaults', 'generated', 'identity', 'indexes'] as const

const createTable: CreateReader = (c, head, ctx): Read => {
  // What stands in other places, or is made anew by its query, is no table of a schema.
  if (head.words.has('EXTERNAL') || head.words.has('DYNAMIC')) return undefined
  const table = headOfTable(c, head)
  if (!table) return undefined
  if (head.words.has('VOLATILE')) table.facts.persistence = 'temporary'
  tableTail(c, table)
  if (c.take('LIKE') || c.take('CLONE')) {
    const like = c.objectName()
    if (!like) return undefined
    table.like.push({ table: like, including: new Set(everything), behind: 0 })
    if (c.takeOneOf('AT', 'BEFORE') !== undefined) c.step()
  }
  const group = c.group()
  for (const item of group?.inner.items() ?? []) takeElement(item, table, ctx)
  tableTail(c, table)
  // Its columns are what the query gives.
  if (!group && table.like.length === 0) return undefined
  leaveTail(c, table, ctx)
  return finishTable(table)
}

interface ViewColumn {
  readonly name: string
  readonly comment?: string
}

function viewColumn(c: Cursor): ViewColumn | undefined {
  const name = c.name()
  if (name === undefined) return undefined
  while (!c.isDone && (takePolicy(c) ?? takeTags(c)));
  const comment = c.take('COMMENT') ? c.string() : undefined
  return { name, ...(comment !== undefined && { comment }) }
}

/** CREATE [SECURE] [MATERIALIZED] VIEW v [(a COMMENT '…')] [COPY GRANTS] [COMMENT = '…'] AS query */
const createView: CreateReader = (c, head) => {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const name = c.objectName()
  if (!name) return undefined
  const listed = c.word() === '(' ? c.group()?.inner.items().map(viewColumn) : undefined
  const columns = listed?.filter((column) => column !== undefined) ?? []
  let comment: string | undefined
  while (!c.isDone && !c.sees('AS')) {
    const start = c.at
    const option = takeOption(c)
    if (option?.key === 'comment') comment = option.value
    if (!option && !c.take('COPY', 'GRANTS') && !takePolicy(c) && !takeTags(c)) c.step()
    if (c.at === start) break
  }
  const query: Raw = c.take('AS') ? c.takeRest() : ''
  if (query === '') return undefined
  return {
    kind: 'createView',
    name,
    materialized: head.words.has('MATERIALIZED'),
    query,
    ...(columns.length > 0 && { columns }),
    ...(comment !== undefined && { comment }),
    ...(ifNotExists && { ifNotExists }),
    ...(head.orReplace && { orReplace: true }),
  }
}

const createSchema: CreateReader = (c) => {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const name = c.chain().at(-1)
  while (!c.isDone && (takeOption(c) ?? takeTags(c) ?? (c.take('WITH', 'MANAGED', 'ACCESS') || undefined)));
  return name === undefined ? undefined : { kind: 'createSchema', name, ...(ifNotExists && { ifNotExists }) }
}

const createRole: CreateReader = (c) => {
  c.take('IF', 'NOT', 'EXISTS')
  const name = c.name()
  c.at = c.end
  return name === undefined ? undefined : { kind: 'createRole', name, attributes: [] }
}

/** USE SCHEMA db.s; a database, a role or a warehouse is the session's business. */
const use: StatementReader = (c) => {
  c.skip()
  const isSession = c.takeOneOf('DATABASE', 'ROLE', 'WAREHOUSE', 'SECONDARY') !== undefined
  const isSchema = c.take('SCHEMA')
  const parts = c.chain()
  c.at = c.end
  const schema = isSession || (!isSchema && parts.length < 2) ? undefined : parts.at(-1)
  return schema === undefined ? { kind: 'nothing', what: 'USE' } : { kind: 'useSchema', schema }
}

/** COMMENT [IF EXISTS] ON …: the standard's, but for where the doubt stands. */
const comment: StatementReader = (c, ctx) => {
  const isSure = !c.sees('COMMENT', 'IF', 'EXISTS')
  return isSure ? commentOn(c, ctx) : undefined
}

const shared = /^(?:SELECT|INSERT|UPDATE|DELETE|TRUNCATE|REFERENCES|USAGE|ALL(?: PRIVILEGES)?)$/

/** GRANT SELECT ON TABLE t TO ROLE r, as far as PostgreSQL has the same right. */
const granted: StatementReader = (c) => {
  const isRevoked = c.word() === 'REVOKE'
  const said = grantedOn(c)
  if (!said || !c.take(isRevoked ? 'FROM' : 'TO')) return undefined
  c.take('ROLE')
  const name = c.name()
  return name === undefined || !c.isDone
    ? undefined
    : { ...said, to: [name], ...(isRevoked && { isRevoked }) }
}

const grantKinds = { TABLE: 'table', VIEW: 'view', SCHEMA: 'schema', SEQUENCE: 'sequence' } as const

function grantedOn(c: Cursor) {
  c.skip()
  const start = c.at
  while (!c.isDone && !c.sees('ON')) c.skip()
  const privileges = c
    .over(start, c.at)
    .items()
    .map((item) => item.rest().toUpperCase())
  if (!c.take('ON') || !privileges.every((one) => shared.test(one))) return undefined
  const word = c.takeOneOf('TABLE', 'VIEW', 'SCHEMA', 'SEQUENCE') as keyof typeof grantKinds | undefined
  const name = word && c.objectName()
  if (!word || !name) return undefined
  return {
    kind: 'grant',
    privileges: privileges.map((one) => ({ name: one })),
    on: [{ kind: grantKinds[word], name: word === 'SCHEMA' ? { name: name.name } : name }],
  } as const
}

const retype: AlterReader = (c) => {
  const start = c.at
  c.skip()
  c.take('COLUMN')
  const column = c.name()
  if (column === undefined) return undefined
  if (c.take('SET', 'DATA', 'TYPE') || c.take('TYPE'))
    return { do: 'alterColumn', column, change: { set: 'type', type: c.takeRest() } }
  if (c.take('COMMENT')) {
    const text = c.string()
    return text === undefined
      ? undefined
      : { do: 'alterColumn', column, change: { set: 'comment', comment: text } }
  }
  if (c.take('SET', 'DEFAULT'))
    return { do: 'alterColumn', column, change: { set: 'default', default: takeOperand(c) } }
  c.at = start
  return undefined
}

const standardAlter = standardActions.get('ALTER')
const alterColumn: AlterReader = (c, head) => retype(c, head) ?? standardAlter?.(c, head)

/** SET COMMENT = '…' */
const set: AlterReader = (c) => {
  const start = c.at
  c.skip()
  const option = takeOption(c)
  if (option?.key === 'comment') return { do: 'comment', comment: option.value }
  c.at = start
  return undefined
}

/** ADD COLUMN a int, b int: what follows a comma goes on with ADD. */
const other: AlterReader = (c, { ctx }) =>
  c.seesName() && c.tokens.word(c.start - 1) === ',' ? addColumn(c, ctx) : undefined

const server =
  (what: string): CreateReader =>
  (c) => {
    c.at = c.end
    return { kind: 'nothing', what }
  }

const session =
  'SET UNSET BEGIN COMMIT ROLLBACK SELECT WITH SHOW DESCRIBE DESC UPDATE DELETE MERGE TRUNCATE COPY PUT GET LIST LS REMOVE CALL EXPLAIN'

const grammar: Grammar = {
  statements: new Map<string, StatementReader>([
    ['CREATE', byKind('creates')],
    ['ALTER', byKind('alters')],
    ['DROP', byKind('drops')],
    ['INSERT', insert],
    ['COMMENT', comment],
    ['GRANT', granted],
    ['REVOKE', granted],
    ['USE', use],
    ...session.split(' ').map((word) => [word, nothing(word)] as const),
  ]),
  creates: new Map<string, CreateReader>([
    ['TABLE', createTable],
    ['VIEW', createView],
    ['SCHEMA', createSchema],
    ['SEQUENCE', createSequence(new Set(['ORDER', 'NOORDER']))],
    ['ROLE', createRole],
    ['DATABASE', server('DATABASE')],
    ['WAREHOUSE', server('WAREHOUSE')],
  ]),
  alters: new Map<string, CreateReader>([
    ['TABLE', alterTable],
    ...['SESSION', 'DATABASE', 'WAREHOUSE', 'ACCOUNT', 'USER'].map((word) => [word, server(word)] as const),
  ]),
  drops: new Map<string, CreateReader>([
    ['TABLE', dropOf('table')],
    ['VIEW', dropOf('view')],
    ['SEQUENCE', dropOf('sequence')],
    ['SCHEMA', dropOf('schema')],
    ['ROLE', dropOf('role')],
    ...'DATABASE WAREHOUSE STAGE STREAM TASK PIPE PROCEDURE FUNCTION FILE'
      .split(' ')
      .map((word) => [word, server(word)] as const),
  ]),
  columnClauses,
  elements: standardElements,
  alterActions: new Map<string, AlterReader>([
    ...standardActions,
    ['ALTER', alterColumn],
    ['MODIFY', alterColumn],
    ['SET', set],
  ]),
  alterOther: other,
  constraintTails: new Map<string, ConstraintTail>([
    ...states.map((word) => [word, state] as const),
    ['NOT', notEnforced],
    [
      'COMMENT',
      (c, constraint) => {
        c.skip()
        const text = c.string()
        if (text !== undefined) constraint.comment = text
        return text !== undefined
      },
    ],
  ]),
  keyTail: (_c: Cursor, _key: KeyDraft) => undefined,
  tableTail,
  indexTail: (_c: Cursor, _index: IndexDraft) => undefined,
  prefixLengths: false,
}

const tongue: Tongue = { dialect: 'postgres', traits, naming, grammar }

export const readSnowflake = readerOf(() => tongue)
