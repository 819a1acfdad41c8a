// Indexes, views, triggers, routines, DROP, COMMENT ON: what the dialects say alike.
import type { Routine } from '../../../../model/records'
import type { ObjectKind, Subject } from '../../statement'
import type { Cursor } from '../cursor'
import type { IndexDraft } from '../draft'
import type { Context, CreateHead, CreateReader, Read, StatementReader } from '../tongue'
import { takeParts } from './part'

const methods: readonly (readonly [string, string])[] = [
  ['FULLTEXT', 'fulltext'],
  ['SPATIAL', 'spatial'],
  ['BITMAP', 'bitmap'],
]

/** CREATE [UNIQUE] INDEX [IF NOT EXISTS] name ON table (parts) … */
export const createIndex: CreateReader = (c, head, ctx) => {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  // The index's own schema is that of its table.
  const name = c.word() === 'ON' && c.seesName(1) ? '' : (c.chain().at(-1) ?? '')
  const index: IndexDraft = {
    name,
    unique: head.words.has('UNIQUE'),
    method: methods.find(([word]) => head.words.has(word))?.[1] ?? '',
    parts: [],
  }
  ctx.tongue.grammar.indexTail(c, index, ctx)
  if (!c.take('ON')) return undefined
  const on = c.objectName()
  if (!on) return undefined
  ctx.tongue.grammar.indexTail(c, index, ctx)
  const parts = takeParts(c, ctx)
  if (!parts) return undefined
  index.parts = parts
  ctx.tongue.grammar.indexTail(c, index, ctx)
  if (!c.isDone) ctx.leftOut(`of the index ${name}`, c.rest(), c.tokens.spot(c.at, c.end))
  return { kind: 'createIndex', on, index, ...(ifNotExists ? { ifNotExists } : {}) }
}

/** The condition of a partial index: everything behind WHERE. */
export function takeWhere(c: Cursor, index: IndexDraft): boolean {
  if (!c.take('WHERE')) return false
  index.where = c.takeRest()
  return true
}

/** CREATE VIEW [IF NOT EXISTS] name [(columns)] AS query */
export const createView: CreateReader = (c, head) => {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const name = c.objectName()
  if (!name) return undefined
  const columns = c.nameList()
  if (!c.take('AS')) return undefined
  const query = c.takeRest()
  if (query === '') return undefined
  return {
    kind: 'createView',
    name,
    materialized: head.words.has('MATERIALIZED'),
    query,
    ...(columns && columns.length > 0 ? { columns: columns.map((column) => ({ name: column })) } : {}),
    ...(ifNotExists ? { ifNotExists } : {}),
    ...(head.orReplace ? { orReplace: true } : {}),
  }
}

/** The whole statement, kept word for word; only its name and its table are read. */
export const createTrigger: CreateReader = (c, head) => {
  const definition = c.tokens.raw(c.start, c.end)
  c.take('IF', 'NOT', 'EXISTS')
  const name = c.objectName()
  if (!name) return undefined
  while (!c.isDone && !c.sees('ON')) c.step()
  if (!c.take('ON')) return undefined
  const on = c.objectName()
  if (!on) return undefined
  c.at = c.end
  return { kind: 'createTrigger', name, on, definition, ...(head.orReplace ? { orReplace: true } : {}) }
}

export const createRoutine =
  (routine: Routine['routine']): CreateReader =>
  (c, head) => {
    const definition = c.tokens.raw(c.start, c.end)
    c.take('IF', 'NOT', 'EXISTS')
    const name = c.objectName()
    if (!name) return undefined
    const signature = (c.word() === '(' ? (c.group()?.raw ?? '') : '').replace(/\s+/g, ' ')
    c.at = c.end
    return {
      kind: 'createRoutine',
      name,
      routine,
      signature,
      definition,
      ...(head.orReplace ? { orReplace: true } : {}),
    }
  }

/** How rows and files are dealt with: nothing that a schema holds. */
const dropTails: ReadonlySet<string> = new Set(
  'CONSTRAINTS PURGE FORCE ONLINE VALIDATE INVALIDATION IMMEDIATE DEFERRED PRESERVE TABLE'.split(' '),
)

/** DROP kind [IF EXISTS] a, b [CASCADE] */
export const dropOf =
  (kind: ObjectKind): CreateReader =>
  (c) => {
    const ifExists = c.take('IF', 'EXISTS')
    const what: Subject[] = []
    do {
      const name = c.objectName()
      if (!name) return undefined
      what.push({ kind, name })
    } while (c.take(','))
    if (c.take('ON')) {
      const on = c.objectName()
      const [only] = what
      if (on && only?.kind === kind) what.splice(0, 1, { kind, name: only.name, on } as Subject)
    }
    const cascade = c.takeOneOf('CASCADE', 'RESTRICT') === 'CASCADE'
    while (c.seesOneOf(dropTails)) c.skip()
    return { kind: 'drop', what, ...(ifExists ? { ifExists } : {}), ...(cascade ? { cascade } : {}) }
  }

const commented: Readonly<Partial<Record<string, ObjectKind>>> = {
  TABLE: 'table',
  VIEW: 'view',
  INDEX: 'index',
  SEQUENCE: 'sequence',
  FUNCTION: 'routine',
  PROCEDURE: 'routine',
  TYPE: 'type',
  SCHEMA: 'schema',
}

/** COMMENT ON TABLE t IS '…', COMMENT ON COLUMN t.c IS '…' */
export const commentOn: StatementReader = (c) => {
  if (!c.take('COMMENT', 'ON')) return undefined
  c.take('MATERIALIZED')
  const what = c.word()
  c.skip()
  const chain = c.chain()
  const [last] = chain.slice(-1)
  if (last === undefined || !c.take('IS')) return undefined
  const text = c.take('NULL') ? '' : c.string()
  if (text === undefined) return undefined
  if (what === 'COLUMN') {
    const name = chain.length > 1 ? c.naming.object(chain.slice(0, -1)) : undefined
    return name && { kind: 'comment', on: { kind: 'column', name, column: last }, text }
  }
  const kind = commented[what]
  return kind && { kind: 'comment', on: { kind, name: c.naming.object(chain) } as Subject, text }
}

/** What may stand between CREATE and the kind of object. */
const adverbs: ReadonlySet<string> = new Set(
  `OR REPLACE ALTER TEMPORARY TEMP GLOBAL LOCAL PRIVATE PUBLIC UNLOGGED TRANSIENT VOLATILE UNIQUE FULLTEXT SPATIAL BITMAP
  MULTIVALUE MATERIALIZED SECURE RECURSIVE DYNAMIC HYBRID EXTERNAL EDITIONABLE NONEDITIONABLE EDITIONING FORCE NO AND
  COMPILE RESOLVE SHARDED DUPLICATED IMMUTABLE BLOCKCHAIN CLUSTERED NONCLUSTERED COLUMNSTORE PRIMARY XML ONLINE OFFLINE
  IGNORE AGGREGATE DEFINER ALGORITHM SQL SECURITY INVOKER IF EXISTS`.split(/\s+/),
)

/** CREATE, ALTER and DROP: adverbs, then the kind of object, then that kind's own reader. */
export const byKind =
  (which: 'creates' | 'alters' | 'drops'): StatementReader =>
  (c: Cursor, ctx: Context): Read => {
    c.skip()
    const readers = ctx.tongue.grammar[which]
    const start = c.at
    const words = new Set<string>()
    let hasValues = false
    for (let steps = 0; steps < 24 && !c.isDone; steps++) {
      const word = c.word()
      const reader = readers.get(word)
      if (reader) {
        const head: CreateHead = {
          orReplace: words.has('REPLACE') || (words.has('OR') && words.has('ALTER')),
          words,
          between: c.over(start, c.at),
        }
        c.skip()
        return reader(c, head, ctx)
      }
      // DEFINER = `me`@`here`: behind a mark of equality stand names.
      hasValues ||= word === '='
      if (!hasValues && !adverbs.has(word)) return undefined
      if (word !== '') words.add(word)
      c.step()
    }
    return undefined
  }

/** A statement of which nothing belongs to a schema. */
export const nothing =
  (what: string): StatementReader =>
  (c) => {
    c.at = c.end
    return { kind: 'nothing', what }
  }
