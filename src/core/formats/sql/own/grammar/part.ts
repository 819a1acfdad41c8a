// Parts of an index or a key: a column or an expression, with its order.
import type { KeyFacts, PartFacts } from '../../statement'
import type { Cursor } from '../cursor'
import type { Draft } from '../draft'
import type { Context } from '../tongue'

const tails: ReadonlySet<string> = new Set(['ASC', 'DESC', 'NULLS', 'COLLATE'])

function takeTail(c: Cursor, part: Draft<PartFacts>): boolean {
  if (c.take('ASC')) part.sort = 'asc'
  else if (c.take('DESC')) part.sort = 'desc'
  else if (c.take('NULLS', 'FIRST')) part.nulls = 'first'
  else if (c.take('NULLS', 'LAST')) part.nulls = 'last'
  else if (c.take('COLLATE')) part.collation = c.chain().join('.')
  else return false
  return true
}

function takeColumn(c: Cursor, ctx: Context): Draft<PartFacts> | undefined {
  const before = c.at
  const column = c.name()
  const isAlone = c.isDone || tails.has(c.word())
  if (column !== undefined && isAlone) return { on: { column } }
  if (column !== undefined && c.word() === '(' && ctx.tongue.grammar.prefixLengths) {
    const group = c.group()
    const length = group?.inner.integer()
    if (length !== undefined && group?.inner.isDone === true && (c.isDone || tails.has(c.word())))
      return { on: { column }, length: Number(length) }
  }
  c.at = before
  return undefined
}

function takeExpression(c: Cursor): Draft<PartFacts> {
  const start = c.at
  if (c.word() === '(') {
    const group = c.bareGroup()
    // MySQL and SQL ask for parentheses around an expression: they are syntax when they hold all of it.
    if (group && (c.isDone || tails.has(c.word()))) return { on: { expression: group.raw } }
  }
  c.at = start
  c.skipTo(tails)
  return { on: { expression: c.rawFrom(start) } }
}

export function takePart(c: Cursor, ctx: Context): PartFacts {
  const part = takeColumn(c, ctx) ?? takeExpression(c)
  while (takeTail(c, part));
  // A tail nobody knows belongs to the expression that was read too short.
  if (!c.isDone) return { on: { expression: c.tokens.raw(c.start, c.end) } }
  return part
}

/** `(a, lower(b) DESC)`; undefined where no parenthesis stands. */
export function takeParts(c: Cursor, ctx: Context): readonly PartFacts[] | undefined {
  return c
    .group()
    ?.inner.items()
    .map((item) => takePart(item, ctx))
}

export type KeyPart = KeyFacts['parts'][number]

/** Parts that a key can have; undefined as soon as one is an expression. */
export function keyParts(parts: readonly PartFacts[]): readonly KeyPart[] | undefined {
  const out: KeyPart[] = []
  for (const { on, sort, length } of parts) {
    if (!('column' in on)) return undefined
    out.push({ column: on.column, ...(sort ? { sort } : {}), ...(length === undefined ? {} : { length }) })
  }
  return out
}
