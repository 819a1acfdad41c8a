// Views, sequences, routines, users and the rest of MySQL's and MariaDB's statements.
import type { DialectOption } from '../../../../model/records'
import type { Said, SequenceFacts, Subject } from '../../statement'
import type { Cursor } from '../cursor'
import type { Draft } from '../draft'
import { grant as standardGrant } from '../grammar/grant'
import { createRoutine, createView, dropOf } from '../grammar/objects'
import { createTable, headOfTable } from '../grammar/table'
import { kinds } from '../lexer'
import type { Context, CreateReader, StatementReader } from '../tongue'
import { takeEquals } from './column'
import { takeTableOption } from './options'

/** ALGORITHM, DEFINER and SQL SECURITY stand before the word VIEW. */
function viewOptions(c: Cursor, ctx: Context): readonly DialectOption[] {
  const out: DialectOption[] = []
  const { dialect } = ctx.tongue
  while (!c.isDone) {
    const name = c.takeOneOf('ALGORITHM', 'DEFINER')
    if (name !== undefined) {
      takeEquals(c)
      out.push({ dialect, name, value: takeViewValue(c) })
      continue
    }
    if (c.take('SQL', 'SECURITY')) out.push({ dialect, name: 'SQL SECURITY', value: c.word() })
    c.step()
  }
  return out
}

const viewWords: ReadonlySet<string> = new Set(['SQL', 'DEFINER', 'ALGORITHM'])

function takeViewValue(c: Cursor): string {
  const start = c.at
  c.step()
  c.skipTo(viewWords)
  return c.rawFrom(start)
}

/** UNDEFINED and DEFINER are what holds when nothing is said. */
const isHabit = ({ name, value }: DialectOption): boolean =>
  (name === 'ALGORITHM' && /^undefined$/i.test(value)) ||
  (name === 'SQL SECURITY' && /^definer$/i.test(value))

export const mysqlView: CreateReader = (c, head, ctx) => {
  const options = viewOptions(head.between, ctx).filter((option) => !isHabit(option))
  const made = createView(c, head, ctx)
  if (!made || !('kind' in made) || made.kind !== 'createView') return made
  return options.length > 0 ? { ...made, options } : made
}

/** CREATE TABLE … LIKE and CREATE TABLE … SELECT beside the usual. */
export const mysqlTable: CreateReader = (c, head, ctx) => {
  const before = c.at
  const draft = headOfTable(c, head)
  if (draft && c.word() === 'LIKE') {
    ctx.tongue.grammar.elements.get('LIKE')?.(c, draft, ctx)
    const { facts, like } = draft
    return like.length > 0 ? { ...facts, columns: [], constraints: [], like } : undefined
  }
  c.at = before
  const made = createTable(c, head, ctx)
  if (made === undefined && draft)
    return {
      kind: 'keep',
      why: 'The columns of a table that is made from a query are not known',
      about: { kind: 'table', name: draft.facts.name },
    }
  return made
}

const event: CreateReader = (): Said => ({ kind: 'keep', why: 'Events are not modelled' })

export const createFunction: CreateReader = (c, head, ctx) => createRoutine('function')(c, head, ctx)
export const createProcedure: CreateReader = (c, head, ctx) => createRoutine('procedure')(c, head, ctx)

// Sequences (MariaDB)

function takeNumber(c: Cursor): string | undefined {
  c.take('WITH')
  c.take('BY')
  takeEquals(c)
  return c.integer()
}

function takeSequencePart(c: Cursor, facts: Draft<SequenceFacts>): boolean {
  if (c.take('START')) return put(facts, 'start', takeNumber(c))
  if (c.take('INCREMENT')) return put(facts, 'step', takeNumber(c))
  if (c.take('MINVALUE')) return put(facts, 'min', takeNumber(c))
  if (c.take('MAXVALUE')) return put(facts, 'max', takeNumber(c))
  if (c.take('CACHE')) return put(facts, 'cache', takeNumber(c))
  if (c.take('NO', 'MINVALUE') || c.take('NOMINVALUE')) facts.min = null
  else if (c.take('NO', 'MAXVALUE') || c.take('NOMAXVALUE')) facts.max = null
  else if (c.take('NOCACHE') || c.take('NO', 'CACHE')) facts.cache = null
  else if (c.take('NOCYCLE') || c.take('NO', 'CYCLE')) facts.cycle = false
  else if (c.take('CYCLE')) facts.cycle = true
  else return false
  return true
}

function put(
  facts: Draft<SequenceFacts>,
  key: 'start' | 'step' | 'min' | 'max' | 'cache',
  value: string | undefined,
): boolean {
  if (value !== undefined) facts[key] = value
  return value !== undefined
}

const sequenceOf =
  (kind: 'createSequence' | 'alterSequence'): CreateReader =>
  (c, _head, ctx) => {
    const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
    c.take('IF', 'EXISTS')
    const name = c.objectName()
    if (!name) return undefined
    const sequence: Draft<SequenceFacts> = {}
    const options: DialectOption[] = []
    while (!c.isDone) {
      if (takeSequencePart(c, sequence)) continue
      const option = takeTableOption(c)
      if (!option) break
      // Every sequence is kept by the engine that keeps tables unless another is asked for.
      if (option.name !== 'ENGINE' || !/^innodb$/i.test(option.value))
        options.push({ dialect: ctx.tongue.dialect, ...option })
    }
    if (options.length > 0) sequence.options = options
    if (!c.isDone) ctx.leftOut(`of the sequence ${name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
    return kind === 'createSequence'
      ? { kind, name, sequence, ...(ifNotExists ? { ifNotExists } : {}) }
      : { kind, name, sequence }
  }

// Databases

/** Its settings hold for the tables that say nothing else: `finish` carries them over. */
export function databaseOptions(c: Cursor): { readonly charset?: string; readonly collation?: string } {
  let charset: string | undefined
  let collation: string | undefined
  while (!c.isDone) {
    const option = takeTableOption(c)
    if (option?.name === 'DEFAULT CHARSET') charset = option.value
    else if (option?.name === 'COLLATE') collation = option.value
    else if (!option) c.step()
  }
  return { ...(charset === undefined ? {} : { charset }), ...(collation === undefined ? {} : { collation }) }
}

// Users

const createRole: CreateReader = (c) => {
  c.take('IF', 'NOT', 'EXISTS')
  const roles: Said[] = []
  for (const item of c.items()) {
    const name = item.name()
    if (name === undefined || !item.isDone) return undefined
    roles.push({ kind: 'createRole', name, attributes: [] })
  }
  return roles
}

/** `user`@`host` is no name that a model has: then the statement is kept. */
const hasHost = (c: Cursor): boolean => {
  for (let i = c.start; i < c.end; i++) {
    if (c.tokens.word(i) === '@' || c.tokens.kind(i) === kinds.parameter || c.tokens.word(i) === '*')
      return true
  }
  return false
}

const namesOf = (c: Cursor): readonly string[] | undefined => {
  const names = c.items().map((item) => {
    const name = item.name()
    return item.isDone ? name : undefined
  })
  return names.every((name) => name !== undefined) ? names : undefined
}

export const grant: StatementReader = (c, ctx) => {
  if (hasHost(c)) return undefined
  if (c.sees('GRANT')) {
    const to = findWord(c, 'TO')
    const on = findWord(c, 'ON')
    if (to >= 0 && on < 0) {
      const roles = namesOf(c.over(c.at + 1, to))
      const receivers = namesOf(c.over(to + 1, c.end))
      return roles && receivers && { kind: 'grantRole', roles, to: receivers }
    }
  }
  return standardGrant(c, ctx)
}

function findWord(c: Cursor, word: string): number {
  for (let i = c.at; i < c.end; i++) if (c.tokens.word(i) === word) return i
  return -1
}

// What leaves or is called otherwise

/** RENAME TABLE a TO b, c TO d */
export const rename: StatementReader = (c) => {
  c.skip()
  if (!c.takeOneOf('TABLE', 'TABLES'))
    return c.sees('USER') ? { kind: 'nothing', what: 'RENAME USER' } : undefined
  c.take('IF', 'EXISTS')
  const out: Said[] = []
  for (const item of c.items()) {
    const name = item.objectName()
    if (item.take('WAIT')) item.integer()
    else item.take('NOWAIT')
    const to = item.take('TO') ? item.objectName() : undefined
    if (!name || !to || !item.isDone) return undefined
    out.push({ kind: 'rename', what: { kind: 'table', name }, to })
  }
  return out
}

const dropNothing =
  (what: string): CreateReader =>
  (c) => {
    c.at = c.end
    return { kind: 'nothing', what }
  }

const dropRole: CreateReader = (c) => {
  const ifExists = c.take('IF', 'EXISTS')
  const names = namesOf(c.over(c.at, c.end))
  const what = names?.map((name): Subject => ({ kind: 'role', name: { name } }))
  return what && { kind: 'drop', what, ...(ifExists ? { ifExists } : {}) }
}

export const mysqlDrops: ReadonlyMap<string, CreateReader> = new Map<string, CreateReader>([
  ['TABLE', dropOf('table')],
  ['TABLES', dropOf('table')],
  ['VIEW', dropOf('view')],
  ['INDEX', dropOf('index')],
  ['TRIGGER', dropOf('trigger')],
  ['PROCEDURE', dropOf('routine')],
  ['FUNCTION', dropOf('routine')],
  ['SEQUENCE', dropOf('sequence')],
  ['DATABASE', dropOf('schema')],
  ['SCHEMA', dropOf('schema')],
  ['ROLE', dropRole],
  ['EVENT', dropNothing('DROP EVENT')],
  ['USER', dropNothing('DROP USER')],
  ['SERVER', dropNothing('DROP SERVER')],
  ['TABLESPACE', dropNothing('DROP TABLESPACE')],
])

export const mysqlObjects: readonly (readonly [string, CreateReader])[] = [
  ['VIEW', mysqlView],
  ['SEQUENCE', sequenceOf('createSequence')],
  ['FUNCTION', createFunction],
  ['PROCEDURE', createProcedure],
  ['EVENT', event],
  ['ROLE', createRole],
]

/** ALTER VIEW says the view anew. */
const alterView: CreateReader = (c, head, ctx) => mysqlView(c, { ...head, orReplace: true }, ctx)

export const mysqlAlters: readonly (readonly [string, CreateReader])[] = [
  ['VIEW', alterView],
  ['SEQUENCE', sequenceOf('alterSequence')],
  ['EVENT', dropNothing('ALTER EVENT')],
  ['USER', dropNothing('ALTER USER')],
  ['PROCEDURE', dropNothing('ALTER PROCEDURE')],
  ['FUNCTION', dropNothing('ALTER FUNCTION')],
]
