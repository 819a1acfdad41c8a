// SQL Server (Transact-SQL reference): scripts of SSMS and by hand. Batches end at GO; inside one, statements need no
// mark between them.
import { dialects } from '../../../dialects'
import type { Said, Statement } from '../statement'
import type { Cursor } from './cursor'
import { grant } from './grammar/grant'
import { insert } from './grammar/data'
import { alterTable } from './grammar/alter'
import { byKind, createRoutine, createTrigger, createView, dropOf, nothing } from './grammar/objects'
import { createSequence } from './grammar/sequence'
import { readerOf, readInside } from './read'
import { alterActions, alterItems } from './sqlserver/alter'
import { option, typeText } from './sqlserver/common'
import { execute } from './sqlserver/exec'
import {
  columnClauses,
  createTable,
  createTsqlIndex,
  elements,
  indexTail,
  keyTail,
  notTail,
  tableTail,
} from './sqlserver/table'
import {
  namingOf,
  type Context,
  type CreateReader,
  type Grammar,
  type Read,
  type StatementReader,
  type Tongue,
} from './tongue'
import { plainTraits, type Traits } from './traits'

/** Words that begin a statement when they stand first on a line. */
const openers: ReadonlySet<string> = new Set(
  `CREATE INSERT EXEC EXECUTE IF PRINT USE GRANT DENY REVOKE DECLARE RAISERROR TRUNCATE BULK WHILE UPDATE DELETE MERGE
  COMMIT ROLLBACK RETURN DISABLE ENABLE`.split(/\s+/),
)
const altered: ReadonlySet<string> = new Set(
  `TABLE DATABASE VIEW PROCEDURE PROC FUNCTION TRIGGER INDEX ROLE USER LOGIN SCHEMA SEQUENCE AUTHORIZATION`.split(
    /\s+/,
  ),
)
const dropped: ReadonlySet<string> = new Set([
  ...altered,
  'TYPE',
  'SYNONYM',
  'DEFAULT',
  'RULE',
  'XML',
  'FULLTEXT',
])
const session =
  /^(?:ANSI_\w+|QUOTED_IDENTIFIER|NOCOUNT|IDENTITY_INSERT|XACT_ABORT|DATEFORMAT|DATEFIRST|ROWCOUNT|NOEXEC|ARITH\w+|CONCAT\w+|NUMERIC_ROUNDABORT|LANGUAGE|TRANSACTION|STATISTICS|LOCK_TIMEOUT|DEADLOCK_PRIORITY|CONTEXT_INFO|TEXTSIZE|FMTONLY|PARSEONLY|IMPLICIT_TRANSACTIONS|CURSOR_CLOSE_ON_COMMIT)$/

function beginsAnew(word: string, before: readonly string[], following: string): boolean {
  const [first = ''] = before
  if (word === 'ALTER') return altered.has(following)
  if (word === 'DROP') return dropped.has(following) && first !== 'ALTER'
  if (word === 'SET') return session.test(following) || (first === 'DECLARE' && following === '')
  if (word === 'BEGIN') return first !== 'IF' && first !== 'WHILE' && first !== 'ELSE'
  // A view, and rows that are selected, have their own SELECT, INSERT … EXEC its own call.
  if (word === 'EXEC' || word === 'EXECUTE') return first !== 'INSERT'
  if (word === 'UPDATE' || word === 'DELETE' || word === 'INSERT' || word === 'MERGE') {
    return (
      first !== 'GRANT' && first !== 'DENY' && first !== 'REVOKE' && first !== 'MERGE' && first !== 'WITH'
    )
  }
  return openers.has(word)
}

const traits: Traits = {
  ...plainTraits,
  lexis: dialects.sqlserver.lexis,
  nameMarks: '$#@',
  goLines: true,
  bodyEnd: 'batch',
  bodyKinds: new Set(['TRIGGER', 'PROCEDURE', 'PROC', 'FUNCTION']),
  dataWords: new Set(['INSERT']),
  // sqlcmd: :setvar, :r, !!
  clientLine: /(?::[a-z]|!!)[^\r\n]*/iy,
  beginsAnew,
}

/** Procedural words: kept when they hold a statement that makes something, of no concern else. */
const procedural =
  (what: string): StatementReader =>
  (c) =>
    /\b(?:create|alter|drop)\s+(?:table|view|index|schema|type|sequence|trigger|procedure|function)\b/i.test(
      c.tokens.raw(c.start, c.end),
    )
      ? undefined
      : nothing(what)(c, undefined as never)

/** Says what a statement behind IF says; an empty database is where the script is carried out. */
function guarded(c: Cursor, ctx: Context): Read {
  c.take('BEGIN')
  if (c.isDone) return { kind: 'nothing', what: 'IF' }
  const end = c.tokens.word(c.end - 1) === 'END' ? c.end - 1 : c.end
  const inner = c.over(c.at, end)
  const read = grammar.statements.get(inner.word())
  if (!read) return undefined
  const said = read(inner, ctx)
  c.at = c.end
  return said && 'kind' in said && said.kind === 'drop' ? { ...said, ifExists: true } : said
}

/** The condition: everything up to the statement's first word. */
const condition: StatementReader = (c, ctx) => {
  c.skip()
  while (!c.isDone && !opensStatement.has(c.word())) c.step()
  // A condition that nothing stands behind is one that was broken: what it guards may be in it.
  if (c.isDone && /\b(?:create|alter|drop|exec)\b/i.test(c.tokens.raw(c.start, c.end))) return undefined
  return guarded(c, ctx)
}

const opensStatement: ReadonlySet<string> = new Set([
  ...openers,
  'ALTER',
  'DROP',
  'SET',
  'BEGIN',
  'SELECT',
  'WAITFOR',
])

const begin: StatementReader = (c, ctx) => {
  c.skip()
  if (c.isDone || c.takeOneOf('TRAN', 'TRANSACTION', 'TRY', 'CATCH')) return nothing('BEGIN')(c, ctx)
  return guarded(c, ctx)
}

/** DISABLE TRIGGER name ON table */
const switchTrigger =
  (isDisabled: boolean): StatementReader =>
  (c) => {
    c.skip()
    if (!c.take('TRIGGER')) return undefined
    const trigger = c.take('ALL') ? null : c.chain().at(-1)
    const isServer = c.sees('ON', 'DATABASE') || c.sees('ON', 'ALL')
    const name = c.take('ON') ? c.objectName() : undefined
    if (trigger === undefined || !name || isServer) return undefined
    return { kind: 'alterTable', name, actions: [{ do: 'trigger', name: trigger, isDisabled }] }
  }

/** CREATE TYPE name FROM base: what others call a domain. */
const createType: CreateReader = (c, _head, ctx) => {
  const name = c.objectName()
  if (!name || !c.take('FROM')) return undefined
  const start = c.at
  c.chain()
  if (c.word() === '(') c.step()
  const type = ctx.tongue.grammar.spellType?.(c.rawFrom(start)) ?? ''
  const nullable = !c.take('NOT', 'NULL')
  c.take('NULL')
  if (!c.isDone) return undefined
  return { kind: 'createDomain', name, type, nullable, checks: [] }
}

const createSchema: CreateReader = (c) => {
  const name = c.take('AUTHORIZATION') ? c.name() : c.name()
  if (c.take('AUTHORIZATION')) c.name()
  return name === undefined || !c.isDone ? undefined : { kind: 'createSchema', name }
}

/** WITH SCHEMABINDING stands between the name and AS, WITH CHECK OPTION behind the query. */
const createTsqlView: CreateReader = (c, head, ctx) => {
  const start = c.at
  const name = c.objectName()
  const columns = c.nameList()
  if (!name || !c.take('WITH')) {
    c.at = start
    return createView(c, head, ctx)
  }
  const words = c.at
  while (!c.isDone && c.word() !== 'AS') c.step()
  const options = c
    .over(words, c.at)
    .items()
    .map((item) => option(item.takeRest().toUpperCase()))
  if (!c.take('AS')) return undefined
  return {
    kind: 'createView',
    name,
    materialized: false,
    query: c.takeRest(),
    options,
    ...(columns && { columns: columns.map((column) => ({ name: column })) }),
    ...(head.orReplace && { orReplace: true }),
  }
}

/** A trigger on the database or the server is kept as it is. */
const createTsqlTrigger: CreateReader = (c, head, ctx) => {
  const isServer = /\bon\s+(?:database|all\s+server)\b/i.test(c.rest().slice(0, 1000))
  return isServer ? undefined : createTrigger(c, head, ctx)
}

const createRole: CreateReader = (c) => {
  const name = c.name()
  if (c.take('AUTHORIZATION')) c.name()
  return name === undefined || !c.isDone ? undefined : { kind: 'createRole', name, attributes: [] }
}

/** ALTER ROLE r ADD MEMBER m */
const alterRole: CreateReader = (c) => {
  const role = c.name()
  const isRevoked = c.take('DROP', 'MEMBER')
  const member = isRevoked || c.take('ADD', 'MEMBER') ? c.name() : undefined
  return role === undefined || member === undefined
    ? undefined
    : { kind: 'grantRole', roles: [role], to: [member], ...(isRevoked && { isRevoked }) }
}

/** ALTER SCHEMA s TRANSFER [OBJECT::] a.b */
const alterSchema: CreateReader = (c) => {
  const schema = c.name()
  if (schema === undefined || !c.take('TRANSFER')) return undefined
  if (!c.take('OBJECT', ':', ':')) c.take('OBJECT', '::')
  const name = c.objectName()
  return name && { kind: 'setSchema', what: { kind: 'table', name }, schema }
}

const server: CreateReader = (c): Said => {
  c.at = c.end
  return { kind: 'nothing', what: 'DATABASE' }
}

/** GRANT SELECT ON OBJECT::a.b TO r */
const tsqlGrant: StatementReader = (c, ctx) => {
  const on = c.over(c.at, c.end)
  on.skipTo(new Set(['ON']))
  const isObject = /^(?:OBJECT|TYPE|SCHEMA)$/.test(on.word(1)) && on.word(2).startsWith(':')
  return isObject ? undefined : grant(c, ctx)
}

const grammar: Grammar = {
  statements: new Map<string, StatementReader>([
    ['CREATE', byKind('creates')],
    ['ALTER', byKind('alters')],
    ['DROP', byKind('drops')],
    ['INSERT', insert],
    ['GRANT', tsqlGrant],
    ['DISABLE', switchTrigger(true)],
    ['ENABLE', switchTrigger(false)],
    ['IF', condition],
    ['BEGIN', begin],
    ['EXEC', execute((text, ctx) => readInside(tongue, text, ctx))],
    ['EXECUTE', execute((text, ctx) => readInside(tongue, text, ctx))],
    ...['ELSE', 'DECLARE', 'WHILE', 'SELECT', 'WITH', 'RETURN'].map(
      (word) => [word, procedural(word)] as const,
    ),
    ...[
      'USE',
      'SET',
      'PRINT',
      'RAISERROR',
      'COMMIT',
      'ROLLBACK',
      'END',
      'CHECKPOINT',
      'WAITFOR',
      'DBCC',
      'GO',
    ].map((word) => [word, nothing(word)] as const),
    ...['UPDATE', 'DELETE', 'TRUNCATE', 'MERGE', 'BULK'].map((word) => [word, nothing(word)] as const),
  ]),
  creates: new Map<string, CreateReader>([
    ['TABLE', createTable],
    ['INDEX', createTsqlIndex],
    ['VIEW', createTsqlView],
    ['TRIGGER', createTsqlTrigger],
    ['PROCEDURE', createRoutine('procedure')],
    ['PROC', createRoutine('procedure')],
    ['FUNCTION', createRoutine('function')],
    ['SCHEMA', createSchema],
    ['SEQUENCE', createSequence()],
    ['TYPE', createType],
    ['ROLE', createRole],
    ['DATABASE', server],
    ['LOGIN', server],
  ]),
  alters: new Map<string, CreateReader>([
    ['TABLE', alterTable],
    ['ROLE', alterRole],
    ['SCHEMA', alterSchema],
    ['DATABASE', server],
    ['LOGIN', server],
    ['AUTHORIZATION', server],
  ]),
  drops: new Map<string, CreateReader>([
    ['TABLE', dropOf('table')],
    ['VIEW', dropOf('view')],
    ['INDEX', dropOf('index')],
    ['TRIGGER', dropOf('trigger')],
    ['PROCEDURE', dropOf('routine')],
    ['PROC', dropOf('routine')],
    ['FUNCTION', dropOf('routine')],
    ['SEQUENCE', dropOf('sequence')],
    ['TYPE', dropOf('type')],
    ['SCHEMA', dropOf('schema')],
    ['ROLE', dropOf('role')],
    ['DATABASE', server],
    ['LOGIN', server],
  ]),
  columnClauses,
  elements,
  alterActions,
  alterItems,
  constraintTails: new Map([['NOT', notTail]]),
  spellType: typeText,
  keyTail,
  tableTail,
  indexTail,
  prefixLengths: false,
}

/** IF EXISTS (…) on a line, DROP on the next: an empty database has nothing to drop, and that is no mistake. */
const finish = (statements: readonly Statement[]): readonly Statement[] =>
  statements.map((one, i) => {
    const before = statements[i - 1]
    const isGuarded = before?.kind === 'nothing' && before.what === 'IF'
    return isGuarded && (one.kind === 'drop' || one.kind === 'alterTable') ? { ...one, ifExists: true } : one
  })

const tongue: Tongue = { dialect: 'sqlserver', traits, naming: namingOf('sqlserver'), grammar, finish }

export const readSqlServer = readerOf(() => tongue)
