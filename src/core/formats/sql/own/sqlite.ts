// SQLite (sqlite.org/lang.html): any words may be a type, constraints stand where one likes, and names come in four
// kinds of quotes.
import { dialects } from '../../../dialects'
import type { ConstraintFacts, Said, Spot, Statement } from '../statement'
import type { Cursor } from './cursor'
import type { KeyDraft, TableDraft } from './draft'
import { alterTable, standardActions } from './grammar/alter'
import { standardClauses } from './grammar/column'
import { insert } from './grammar/data'
import { byKind, createIndex, createTrigger, createView, dropOf, takeWhere, nothing } from './grammar/objects'
import { createTable, standardElements } from './grammar/table'
import { readerOf } from './read'
import {
  namingOf,
  type ColumnClause,
  type ConstraintTail,
  type CreateReader,
  type Grammar,
  type KeyPlace,
  type StatementReader,
  type Tongue,
} from './tongue'
import { plainTraits, type Traits } from './traits'

const traits: Traits = {
  ...plainTraits,
  lexis: dialects.sqlite.lexis,
  doublesBrackets: false,
  bodyKinds: new Set(['TRIGGER']),
  // The shell's own: .open, .mode, .read
  clientLine: /\.[a-z][^\r\n]*/iy,
}

/** ON CONFLICT …: what the model has no place for, so it says so. */
const conflict: ConstraintTail = (c, constraint) => {
  const start = c.at
  if (!c.take('ON', 'CONFLICT')) return false
  const word = c.takeOneOf('ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE')
  if (word === undefined) {
    c.at = start
    return false
  }
  // ABORT is what happens anyway.
  if (word !== 'ABORT') {
    constraint.options = [
      ...(constraint.options ?? []),
      { dialect: 'sqlite', name: 'ON CONFLICT', value: word },
    ]
  }
  return true
}

function keyTail(c: Cursor, key: KeyDraft, { column }: KeyPlace): void {
  const [only] = key.parts
  if (column && only && key.kind === 'primaryKey') {
    const sort = c.takeOneOf('ASC', 'DESC')
    if (sort === 'DESC') key.parts = [{ ...only, sort: 'desc' }]
    else if (sort === 'ASC') key.parts = [{ ...only, sort: 'asc' }]
  }
  if (column && key.kind === 'primaryKey' && c.take('AUTOINCREMENT'))
    column.facts.identity = { mode: 'byDefault', style: 'autoincrement' }
}

const autoincrement: ColumnClause = (c, column) => {
  c.skip()
  column.facts.identity = { mode: 'byDefault', style: 'autoincrement' }
  return true
}

const onConflict: ColumnClause = (c, column, ctx) => {
  const last = column.constraints.at(-1)
  if (last) return conflict(c, last, ctx)
  return false
}

const standardDefault = standardClauses.get('DEFAULT')
const constant = /^(?:null|true|false|current_(?:timestamp|date|time))$/i

/** A name where a value should be is taken for a text (quirks, 8). */
const defaulted: ColumnClause = (c, column, ctx) => {
  if (!standardDefault?.(c, column, ctx)) return false
  const { default: value = '' } = column.facts
  const isName = /^(?:"(?:[^"]|"")*"|[A-Za-z_]\w*)$/.test(value) && !constant.test(value)
  if (isName) column.facts.default = `'${ctx.tongue.naming.names.read(value).replaceAll("'", "''")}'`
  return true
}

function tableTail(c: Cursor, table: TableDraft): void {
  do {
    if (c.take('WITHOUT', 'ROWID'))
      table.options.push({ dialect: 'sqlite', name: 'WITHOUT ROWID', value: '' })
    else if (c.take('STRICT')) table.options.push({ dialect: 'sqlite', name: 'STRICT', value: '' })
    else return
  } while (c.take(','))
}

const keepVirtual: CreateReader = (): Said => ({
  kind: 'keep',
  why: 'A virtual table is made by its module',
})

const grammar: Grammar = {
  statements: new Map<string, StatementReader>([
    ['CREATE', byKind('creates')],
    ['ALTER', byKind('alters')],
    ['DROP', byKind('drops')],
    ['INSERT', insert],
    ['REPLACE', insert],
    ['PRAGMA', nothing('PRAGMA')],
    ['BEGIN', nothing('BEGIN')],
    ['COMMIT', nothing('COMMIT')],
    ['END', nothing('END')],
    ['ROLLBACK', nothing('ROLLBACK')],
    ['SAVEPOINT', nothing('SAVEPOINT')],
    ['RELEASE', nothing('RELEASE')],
    ['ANALYZE', nothing('ANALYZE')],
    ['VACUUM', nothing('VACUUM')],
    ['REINDEX', nothing('REINDEX')],
    ['EXPLAIN', nothing('EXPLAIN')],
    ['DELETE', nothing('DELETE')],
    ['UPDATE', nothing('UPDATE')],
    ['WITH', nothing('WITH')],
    ['SELECT', nothing('SELECT')],
    ['ATTACH', nothing('ATTACH')],
    ['DETACH', nothing('DETACH')],
  ]),
  creates: new Map<string, CreateReader>([
    ['TABLE', createTable],
    ['INDEX', createIndex],
    ['VIEW', createView],
    ['TRIGGER', createTrigger],
    ['VIRTUAL', keepVirtual],
  ]),
  alters: new Map([['TABLE', alterTable]]),
  drops: new Map([
    ['TABLE', dropOf('table')],
    ['VIEW', dropOf('view')],
    ['INDEX', dropOf('index')],
    ['TRIGGER', dropOf('trigger')],
  ]),
  columnClauses: new Map([
    ...standardClauses,
    ['AUTOINCREMENT', autoincrement],
    ['ON', onConflict],
    ['DEFAULT', defaulted],
  ]),
  elements: standardElements,
  alterActions: standardActions,
  constraintTails: new Map([['ON', conflict]]),
  keyTail,
  tableTail,
  indexTail: takeWhere,
  prefixLengths: false,
}

/** PRIMARY KEY (id DESC) behind the columns names the rowid all the same (lang_createtable, 5): its order says nothing. */
function withoutOrder(statement: Statement): Statement {
  if (statement.kind !== 'createTable') return statement
  const { columns, constraints } = statement
  const isInline = ({ from }: Spot) => columns.some(({ at }) => from >= at.from && from < at.to)
  const plain = constraints.map((one): ConstraintFacts => {
    if (one.kind !== 'primaryKey' || isInline(one.at)) return one
    const [part, ...more] = one.parts
    const type = columns.find(({ name }) => name.toLowerCase() === part?.column.toLowerCase())?.type
    if (!part || more.length > 0 || part.sort !== 'desc' || type?.toLowerCase() !== 'integer') return one
    return { ...one, parts: [{ column: part.column }] }
  })
  return { ...statement, constraints: plain }
}

const tongue: Tongue = {
  dialect: 'sqlite',
  traits,
  naming: namingOf('sqlite'),
  grammar,
  finish: (statements) => statements.map(withoutOrder),
}

export const readSqlite = readerOf(() => tongue)
