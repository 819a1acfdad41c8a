// Oracle (SQL Language Reference): SQL*Plus scripts, SQL Developer's exports and what dbms_metadata prints.
import { dialects } from '../../../dialects'
import type { Said } from '../statement'
import type { Cursor } from './cursor'
import { kinds } from './lexer'
import { alterTable } from './grammar/alter'
import { insert } from './grammar/data'
import { grant } from './grammar/grant'
import {
  byKind,
  commentOn,
  createIndex,
  createRoutine,
  createTrigger,
  createView,
  dropOf,
  nothing,
} from './grammar/objects'
import { createSequence } from './grammar/sequence'
import { createTable, standardElements } from './grammar/table'
import { alterActions, alterItems } from './oracle/alter'
import { columnClauses, constraintTails, indexTail, keyTail, tableTail, typeText } from './oracle/table'
import { readerOf, readInside } from './read'
import {
  namingOf,
  type CreateReader,
  type Grammar,
  type Read,
  type StatementReader,
  type Tongue,
} from './tongue'
import { plainTraits, type Traits } from './traits'

const traits: Traits = {
  ...plainTraits,
  lexis: dialects.oracle.lexis,
  nameMarks: '$#',
  qStrings: true,
  slashLines: true,
  bodyEnd: 'slash',
  bodyKinds: new Set(['TRIGGER', 'PROCEDURE', 'FUNCTION', 'PACKAGE', 'TYPE', 'JAVA', 'LIBRARY']),
  bodyWords: new Set(['DECLARE', 'BEGIN']),
  dataWords: new Set(['INSERT']),
  // SQL*Plus and SQLcl speak in lines of their own.
  clientLine:
    /(?:@@?|(?:prompt|rem|remark|spool|set|show|define|undefine|whenever|exit|quit|connect|conn|disconnect|column|col|accept|host|pause|start|ttitle|btitle|clear|variable|var|print|timing|describe|desc|execute|exec|break|compute)\b)[^\r\n]*/iy,
}

/** EXECUTE IMMEDIATE '…' inside a block: what it would have made. */
function immediates(c: Cursor): readonly string[] | undefined {
  const out: string[] = []
  while (!c.isDone) {
    if (!c.take('EXECUTE', 'IMMEDIATE')) {
      c.skip()
      continue
    }
    const isText = c.kind() === kinds.string
    const text = c.string()
    if (!isText || text === undefined || c.word() === '|') return undefined
    out.push(text)
  }
  return out
}

const holdsSchema = /\b(?:create|alter|drop|rename|comment\s+on)\b/i

/** A block without a name: carried out where it only wraps statements, of no concern where it makes nothing. */
const block: StatementReader = (c, ctx): Read => {
  if (!holdsSchema.test(c.rest())) return nothing('BEGIN')(c, ctx)
  const texts = immediates(c)
  c.at = c.end
  if (!texts || texts.length === 0) return undefined
  const said: Said[] = []
  for (const text of texts) {
    const inner = readInside(tongue, text.replace(/;\s*$/, ''), ctx)
    if (!inner) return undefined
    // The block forgives what is not there.
    said.push(...inner.map((one) => (one.kind === 'drop' ? { ...one, ifExists: true } : one)))
  }
  return said
}

const createOracleIndex: CreateReader = (c, head, ctx) =>
  // Indexes of a kind that a module brings (text, spatial) are kept as they are.
  /\bindextype\s+is\b/i.test(c.rest()) || c.word() === 'CLUSTER' ? undefined : createIndex(c, head, ctx)

/** The names of a view's columns may carry constraints; SQL Developer writes DEFAULT COLLATION behind them. */
const createOracleView: CreateReader = (c, head, ctx) => {
  const start = c.at
  const read = createView(c, head, ctx)
  if (read !== undefined) return read
  c.at = start
  const name = c.objectName()
  if (!name) return undefined
  const columns = c.nameList()
  const words = c.at
  c.skipTo(new Set(['AS']))
  if (c.at > words) ctx.leftOut(`of the view ${name.name}`, c.rawFrom(words), c.spotFrom(words))
  if (!c.take('AS')) return undefined
  return {
    kind: 'createView',
    name,
    materialized: head.words.has('MATERIALIZED'),
    query: c.takeRest(),
    ...(columns && columns.length > 0 && { columns: columns.map((column) => ({ name: column })) }),
    ...(head.orReplace && { orReplace: true }),
  }
}

/** A package and its body are two routines of one name. */
const createPackage: CreateReader = (c, head, ctx) => {
  const isBody = c.take('BODY')
  const read = createRoutine('package')(c, head, ctx)
  const isRoutine = read !== undefined && 'kind' in read && read.kind === 'createRoutine'
  return isRoutine ? { ...read, signature: isBody ? 'body' : '' } : read
}

/** A schema is a user. */
const createUser: CreateReader = (c) => {
  const name = c.name()
  c.at = c.end
  return name === undefined ? undefined : { kind: 'createSchema', name }
}

const createRole: CreateReader = (c) => {
  const name = c.name()
  c.at = c.end
  return name === undefined ? undefined : { kind: 'createRole', name, attributes: [] }
}

/** ALTER SESSION SET CURRENT_SCHEMA = x */
const alterSession: CreateReader = (c): Read => {
  const isHome = c.take('SET', 'CURRENT_SCHEMA')
  c.take('=')
  const schema = isHome ? c.name() : undefined
  c.at = c.end
  return schema === undefined ? { kind: 'nothing', what: 'SESSION' } : { kind: 'useSchema', schema }
}

const server =
  (what: string): CreateReader =>
  (c): Said => {
    c.at = c.end
    return { kind: 'nothing', what }
  }

/** DROP TABLE t CASCADE CONSTRAINTS PURGE */
const dropTable: CreateReader = (c, head, ctx) => {
  const read = dropOf('table')(c, head, ctx)
  return read !== undefined && 'kind' in read && read.kind === 'drop' ? { ...read, cascade: true } : read
}

/** RENAME a TO b */
const rename: StatementReader = (c) => {
  c.skip()
  const name = c.objectName()
  const to = c.take('TO') ? c.name() : undefined
  return name && to !== undefined
    ? { kind: 'rename', what: { kind: 'table', name }, to: { name: to } }
    : undefined
}

/** ALTER TRIGGER t DISABLE has no table: what it speaks of is found by name. */
const alterObject: CreateReader = (c) => {
  const name = c.objectName()
  if (
    !name ||
    !/^(?:COMPILE|REBUILD|MONITORING|COALESCE|NOPARALLEL|PARALLEL|LOGGING|NOLOGGING)$/.test(c.word())
  )
    return undefined
  c.at = c.end
  return { kind: 'nothing', what: 'COMPILE' }
}

const session =
  'COMMIT ROLLBACK SAVEPOINT UPDATE DELETE MERGE SELECT WITH TRUNCATE ANALYZE PURGE LOCK EXPLAIN AUDIT CALL SET'

const ignored: ReadonlySet<string> = new Set(
  'ORDER NOORDER KEEP NOKEEP SCALE NOSCALE EXTEND NOEXTEND GLOBAL SESSION SHARD NOSHARD NOPARTITION'.split(
    ' ',
  ),
)

const grammar: Grammar = {
  statements: new Map<string, StatementReader>([
    ['CREATE', byKind('creates')],
    ['ALTER', byKind('alters')],
    ['DROP', byKind('drops')],
    ['INSERT', insert],
    ['COMMENT', commentOn],
    ['GRANT', grant],
    ['REVOKE', grant],
    ['RENAME', rename],
    ['BEGIN', block],
    ['DECLARE', block],
    ...session.split(' ').map((word) => [word, nothing(word)] as const),
  ]),
  creates: new Map<string, CreateReader>([
    ['TABLE', createTable],
    ['INDEX', createOracleIndex],
    ['VIEW', createOracleView],
    ['TRIGGER', createTrigger],
    ['PROCEDURE', createRoutine('procedure')],
    ['FUNCTION', createRoutine('function')],
    ['PACKAGE', createPackage],
    ['SEQUENCE', createSequence(ignored)],
    ['USER', createUser],
    ['ROLE', createRole],
    ...['TABLESPACE', 'DIRECTORY', 'PROFILE'].map((word) => [word, server(word)] as const),
  ]),
  alters: new Map<string, CreateReader>([
    ['TABLE', alterTable],
    ['SESSION', alterSession],
    ...['INDEX', 'VIEW', 'PROCEDURE', 'FUNCTION', 'PACKAGE'].map((word) => [word, alterObject] as const),
    ...['USER', 'SYSTEM', 'DATABASE', 'TABLESPACE', 'PROFILE'].map((word) => [word, server(word)] as const),
  ]),
  drops: new Map<string, CreateReader>([
    ['TABLE', dropTable],
    ['VIEW', dropOf('view')],
    ['INDEX', dropOf('index')],
    ['TRIGGER', dropOf('trigger')],
    ['PROCEDURE', dropOf('routine')],
    ['FUNCTION', dropOf('routine')],
    ['PACKAGE', dropOf('routine')],
    ['SEQUENCE', dropOf('sequence')],
    ['TYPE', dropOf('type')],
    ['ROLE', dropOf('role')],
    ...['USER', 'TABLESPACE', 'SYNONYM', 'DIRECTORY', 'PUBLIC'].map((word) => [word, server(word)] as const),
  ]),
  columnClauses,
  elements: standardElements,
  alterActions,
  alterItems,
  constraintTails,
  spellType: typeText,
  keyTail,
  tableTail,
  indexTail,
  prefixLengths: false,
}

const tongue: Tongue = { dialect: 'oracle', traits, naming: namingOf('oracle'), grammar }

export const readOracle = readerOf(() => tongue)
