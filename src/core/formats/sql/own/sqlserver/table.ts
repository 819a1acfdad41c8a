// CREATE TABLE in Transact-SQL: columns, keys and what stands behind them.
import type { Cursor } from '../cursor'
import type { IndexDraft, KeyDraft, TableDraft } from '../draft'
import { standardClauses, usedName } from '../grammar/column'
import { takeConstraint } from '../grammar/constraint'
import { createIndex } from '../grammar/objects'
import { takeParts } from '../grammar/part'
import { createTable as standardTable, standardElements } from '../grammar/table'
import type { ColumnClause, ConstraintTail, Context, CreateReader, ElementReader, KeyPlace } from '../tongue'
import { option, takeDefault, takeStorage, takeWith } from './common'

/** CLUSTERED or not, WITH (…), ON [PRIMARY]. */
export function keyTail(c: Cursor, key: KeyDraft, { ctx }: KeyPlace): void {
  const add = (name: string, value?: string) => (key.options = [...(key.options ?? []), option(name, value)])
  for (;;) {
    // What a key is unless told otherwise needs no words.
    if (c.take('CLUSTERED')) {
      if (key.kind === 'unique') add('CLUSTERED')
    } else if (c.take('NONCLUSTERED')) {
      if (key.kind === 'primaryKey') add('NONCLUSTERED')
      c.take('HASH')
    } else {
      const options = takeWith(c)
      for (const { name, value } of options ?? []) add(name, value)
      if (!options && !takeStorage(c, ctx)) return
    }
  }
}

const identity: ColumnClause = (c, column) => {
  c.skip()
  const [start, step] =
    c
      .group()
      ?.inner.items()
      .map((item) => item.takeRest()) ?? []
  column.facts.identity = {
    mode: 'always',
    style: 'identity',
    ...(start !== undefined && { start }),
    ...(step !== undefined && { step }),
  }
  return true
}

/** Words that say something of a column and have their place among its options. */
const flag =
  (...words: readonly string[]): ColumnClause =>
  (c, column) => {
    if (!c.take(...words)) return false
    column.options.push(option(words.join(' ')))
    return true
  }

/** What may stand behind the expression of a computed column. */
const behindComputed: ReadonlySet<string> = new Set([
  'PERSISTED',
  'CONSTRAINT',
  'PRIMARY',
  'UNIQUE',
  'NOT',
  'NULL',
])

/** AS (a * b), or without parentheses. */
const computed: ColumnClause = (c, column) => {
  c.skip()
  const start = c.at
  while (!c.isDone && !behindComputed.has(c.word())) c.step()
  if (c.at === start) return false
  const isWhole = c.tokens.partner(start) === c.at - 1
  const expression = isWhole ? c.tokens.raw(start + 1, c.at - 1) : c.rawFrom(start)
  column.facts.generated = { expression, storage: c.take('PERSISTED') ? 'stored' : 'virtual' }
  return true
}

const generated: ColumnClause = (c, column) => {
  const start = c.at
  if (!c.take('GENERATED', 'ALWAYS', 'AS')) return false
  while (c.takeOneOf('ROW', 'TRANSACTION_ID', 'SEQUENCE_NUMBER', 'START', 'END', 'HIDDEN'));
  column.options.push(option(c.rawFrom(start).replace(/\s+/g, ' ').toUpperCase()))
  return true
}

const braced =
  (word: string): ColumnClause =>
  (c, column) => {
    const start = c.at
    if (!c.take(word, 'WITH')) return false
    c.group()
    column.options.push(option(`${word} WITH`, c.rawFrom(start).replace(/^\w+\s+WITH\s*/i, '')))
    return true
  }

const defaulted: ColumnClause = (c, column) => {
  c.skip()
  column.facts.default = takeDefault(c)
  const name = usedName(column)
  if (name !== '') column.facts.defaultName = name
  c.take('WITH', 'VALUES')
  return true
}

/** NOT FOR REPLICATION behind an identity, a key or a check. */
const notForReplication = (c: Cursor): boolean => c.take('NOT', 'FOR', 'REPLICATION')

const not: ColumnClause = (c, column, ctx) => {
  if (notForReplication(c)) {
    column.options.push(option('NOT FOR REPLICATION'))
    return true
  }
  return standardClauses.get('NOT')?.(c, column, ctx) ?? false
}

const checked: ColumnClause = (c, column, ctx) => {
  if (!c.sees('CHECK', 'NOT', 'FOR', 'REPLICATION'))
    return standardClauses.get('CHECK')?.(c, column, ctx) ?? false
  const start = c.at
  c.skip(4)
  const expression = c.group()?.raw ?? ''
  const options = [option('NOT FOR REPLICATION')]
  column.constraints.push({
    kind: 'check',
    name: usedName(column),
    expression,
    options,
    at: c.spotFrom(start),
  })
  return true
}

const foreign: ColumnClause = (c) => c.take('FOREIGN', 'KEY')

const inlineIndex: ColumnClause = (c, column, ctx) => {
  c.skip()
  const name = c.name()
  if (name === undefined) return false
  const unique = c.take('UNIQUE')
  const method = c.take('CLUSTERED') ? 'clustered' : ''
  c.take('NONCLUSTERED')
  takeWith(c)
  takeStorage(c, ctx)
  const parts = [{ on: { column: column.facts.name } }]
  column.indexes.push({ kind: 'index', index: { name, unique, method, parts }, at: c.spot })
  return true
}

export const columnClauses: ReadonlyMap<string, ColumnClause> = new Map<string, ColumnClause>([
  ...standardClauses,
  ['IDENTITY', identity],
  ['AS', computed],
  ['GENERATED', generated],
  ['DEFAULT', defaulted],
  ['NOT', not],
  ['CHECK', checked],
  ['FOREIGN', foreign],
  ['INDEX', inlineIndex],
  ['ROWGUIDCOL', flag('ROWGUIDCOL')],
  ['SPARSE', flag('SPARSE')],
  ['FILESTREAM', flag('FILESTREAM')],
  ['PERSISTED', (c) => c.take('PERSISTED')],
  ['MASKED', braced('MASKED')],
  ['ENCRYPTED', braced('ENCRYPTED')],
  ['ON', (c, _column, ctx) => takeStorage(c, ctx)],
])

/** NOT FOR REPLICATION, WITH (…) and a place behind a constraint. */
export const notTail: ConstraintTail = (c, constraint) => {
  if (!notForReplication(c)) return false
  constraint.options = [...(constraint.options ?? []), option('NOT FOR REPLICATION')]
  return true
}

const constraint: ElementReader = (c, table, ctx) => {
  const start = c.at
  // CONSTRAINT name CHECK NOT FOR REPLICATION (…)
  if (c.take('CONSTRAINT')) {
    const name = c.name() ?? ''
    if (c.take('CHECK', 'NOT', 'FOR', 'REPLICATION')) {
      const expression = c.group()?.raw ?? ''
      const options = [option('NOT FOR REPLICATION')]
      table.constraints.push({ kind: 'check', name, expression, options, at: c.spot })
      return true
    }
    if (c.take('DEFAULT')) return false
    c.at = start
  }
  const made = takeConstraint(c, ctx)
  if (made) table.constraints.push(made)
  return made !== undefined
}

/** INDEX name [UNIQUE] [CLUSTERED] (columns) … */
const index: ElementReader = (c, table, ctx) => {
  c.skip()
  const name = c.name()
  if (name === undefined) return false
  const words = new Set<string>()
  for (let word = c.takeOneOf(...indexWords); word !== undefined; word = c.takeOneOf(...indexWords))
    words.add(word)
  const parts = takeParts(c, ctx) ?? []
  const draft: IndexDraft = { name, unique: words.has('UNIQUE'), method: methodOf(words), parts }
  indexTail(c, draft, ctx)
  table.constraints.push({ kind: 'index', index: draft, at: c.spot })
  return true
}

const indexWords = ['UNIQUE', 'CLUSTERED', 'NONCLUSTERED', 'COLUMNSTORE', 'HASH'] as const

function methodOf(words: ReadonlySet<string>): string {
  if (words.has('COLUMNSTORE')) return words.has('CLUSTERED') ? 'clustered columnstore' : 'columnstore'
  if (words.has('CLUSTERED')) return 'clustered'
  return words.has('HASH') ? 'hash' : ''
}

export function indexTail(c: Cursor, index: IndexDraft, ctx: Context): void {
  for (;;) {
    if (c.take('INCLUDE')) index.include = c.nameList() ?? []
    else if (c.take('WHERE')) {
      const start = c.at
      c.skipTo(behindWhere)
      index.where = c.rawFrom(start)
    } else if (c.word() === 'ON' && c.seesName(1) && index.parts.length === 0) return
    else {
      const options = takeWith(c)
      if (options) index.options = [...(index.options ?? []), ...options]
      else if (!takeStorage(c, ctx)) return
    }
  }
}

const behindWhere: ReadonlySet<string> = new Set(['WITH', 'ON', 'FILESTREAM_ON'])

/** PERIOD FOR SYSTEM_TIME (from, to) */
const period: ElementReader = (c, table) => {
  if (!c.take('PERIOD', 'FOR', 'SYSTEM_TIME')) return false
  table.options.push(option('PERIOD FOR SYSTEM_TIME', c.group()?.raw ?? ''))
  return true
}

export const elements: ReadonlyMap<string, ElementReader> = new Map<string, ElementReader>([
  ...standardElements,
  ...['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK'].map((word) => [word, constraint] as const),
  ['INDEX', index],
  ['PERIOD', period],
])

export function tableTail(c: Cursor, table: TableDraft, ctx: Context): void {
  for (;;) {
    const options = takeWith(c)
    table.options.push(...(options ?? []))
    // AS NODE, AS EDGE of graph tables.
    if (!options && c.take('AS') && c.seesName())
      table.options.push(option(`AS ${c.takeRest().toUpperCase()}`))
    // END of a block around the statement.
    else if (!options && !takeStorage(c, ctx) && !c.take('END')) return
  }
}

export const createTable: CreateReader = (c, head, ctx) => {
  const isTemporary = c.source().replace(/^\[/, '').startsWith('#')
  const read = standardTable(
    c,
    isTemporary ? { ...head, words: new Set([...head.words, 'TEMPORARY']) } : head,
    ctx,
  )
  return read
}

/** CREATE [UNIQUE] [CLUSTERED] [COLUMNSTORE] INDEX; XML and full-text indexes are kept as they are. */
export const createTsqlIndex: CreateReader = (c, head, ctx) => {
  if (head.words.has('XML') || head.words.has('FULLTEXT') || head.words.has('JSON')) return undefined
  const before = c.at
  const read = createIndex(c, head, ctx)
  if (read && 'kind' in read && read.kind === 'createIndex') {
    const method = head.words.has('SPATIAL') ? 'spatial' : methodOf(head.words)
    return { ...read, index: { ...read.index, method } }
  }
  // A clustered columnstore index names no columns.
  c.at = before
  const name = c.chain().at(-1)
  if (!head.words.has('COLUMNSTORE') || name === undefined || !c.take('ON')) return undefined
  const on = c.objectName()
  if (!on) return undefined
  const draft: IndexDraft = { name, unique: false, method: methodOf(head.words), parts: [] }
  indexTail(c, draft, ctx)
  return { kind: 'createIndex', on, index: draft }
}
