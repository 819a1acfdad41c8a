// One column with everything that its author wrote behind its name.
import type { ColumnFacts, ConstraintFacts } from '../statement'
import { readConstraint, type Range } from './constraints'
import { bracketed, collationOf, some, type Ground } from './ground'
import { identityOf } from './sequences'
import { bodies, flag, has, node, number, text, type Node } from './nodes'
import type { Words } from './words'

export interface ReadColumn {
  readonly column: ColumnFacts
  readonly constraints: readonly ConstraintFacts[]
  /** STORAGE and COMPRESSION are statements of their own to the model. */
  readonly storage: readonly string[]
}

const serials: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
}

/** As written, on one line. */
export const typeText = (words: Words, from: number, to: number): string =>
  words.slice(from, to).replace(/\s+/g, ' ')

interface Piece {
  readonly body: Node
  readonly range: Range
}

/** Each constraint with the tokens up to the next one; a COLLATE between them ends one as well. */
function piecesOf(definition: Node, { from, to, column }: Range, words: Words): readonly Piece[] {
  const items = bodies(definition, 'constraints', 'Constraint').map((body) => ({
    body,
    from: words.indexAt(number(body, 'location')),
  }))
  const collation = collationAt(definition, words)
  const starts = [
    ...items.map((item) => item.from),
    ...(collation === undefined ? [] : [collation]),
    to,
  ].sort((a, b) => a - b)
  return items.map((item) => {
    const end = starts.find((start) => start > item.from) ?? to
    return { body: item.body, range: { from: Math.max(item.from, from), to: end, ...some('column', column) } }
  })
}

function collationAt(definition: Node, words: Words): number | undefined {
  const clause = node(definition, 'collClause')
  return has(clause, 'collname') ? words.indexAt(number(clause, 'location')) : undefined
}

function typeEnd(definition: Node, { from, to }: Range, words: Words): number {
  const pieces = bodies(definition, 'constraints', 'Constraint').map((body) =>
    words.indexAt(number(body, 'location')),
  )
  const ends = [to, ...pieces, collationAt(definition, words) ?? to]
  if (has(definition, 'storage_name')) ends.push(words.find(from + 2, to, 'STORAGE'))
  if (has(definition, 'compression')) ends.push(words.find(from + 2, to, 'COMPRESSION'))
  if (has(definition, 'fdwoptions')) ends.push(words.find(from + 2, to, 'OPTIONS'))
  return Math.min(...ends)
}

type Facts = Partial<ColumnFacts>

const withoutName = (words: Words, from: number): number =>
  words.reads(from, 'CONSTRAINT') ? from + 2 : from

function factsOf({ body, range }: Piece, words: Words): Facts {
  const start = withoutName(words, range.from)
  const name = text(body, 'conname')
  switch (text(body, 'contype')) {
    case 'CONSTR_NOTNULL':
      return { nullable: false, ...(name === '' ? {} : { notNullName: name }) }
    case 'CONSTR_NULL':
      return { nullable: true }
    case 'CONSTR_DEFAULT':
      return { default: words.slice(start + 1, range.to) }
    case 'CONSTR_GENERATED': {
      const open = words.find(start, range.to, '(')
      const storage = text(body, 'generated_kind') === 'v' ? 'virtual' : 'stored'
      return { generated: { expression: bracketed(words, open), storage } }
    }
    case 'CONSTR_IDENTITY': {
      const mode = text(body, 'generated_when') === 'a' ? 'always' : 'byDefault'
      return some('identity', identityOf(bodies(body, 'options', 'DefElem'), mode))
    }
    default:
      return {}
  }
}

/** DEFERRABLE and its like come as nodes of their own behind the constraint that they speak of. */
function withAttribute(last: ConstraintFacts, kind: string): ConstraintFacts {
  if (last.kind === 'index') return last
  const { deferrable, ...rest } = last
  switch (kind) {
    case 'CONSTR_ATTR_DEFERRABLE':
      return { ...last, deferrable: deferrable ?? 'initiallyImmediate' }
    case 'CONSTR_ATTR_DEFERRED':
      return { ...last, deferrable: 'initiallyDeferred' }
    case 'CONSTR_ATTR_NOT_DEFERRABLE':
      return rest
    case 'CONSTR_ATTR_NOT_ENFORCED':
      return { ...last, state: 'notEnforced' }
    default:
      return last
  }
}

function constraintsOf(pieces: readonly Piece[], ground: Ground): readonly ConstraintFacts[] {
  const out: ConstraintFacts[] = []
  for (const { body, range } of pieces) {
    const read = readConstraint(body, range, ground)
    const last = out.at(-1)
    if (read) out.push(read)
    else if (last && text(body, 'contype').startsWith('CONSTR_ATTR'))
      out[out.length - 1] = withAttribute(last, text(body, 'contype'))
  }
  return out
}

/** serial is a number type, a sequence and a default in one word. */
function typeFacts(raw: string): Pick<ColumnFacts, 'type'> & Facts {
  const plain = serials[raw.toLowerCase()]
  if (plain === undefined) return { type: raw }
  return { type: plain, nullable: false, identity: { mode: 'byDefault', style: 'serial' } }
}

export function readColumn(definition: Node, range: Range, ground: Ground): ReadColumn {
  const { words } = ground
  const name = text(definition, 'colname')
  const type = has(definition, 'typeName')
    ? typeText(words, range.from + 1, typeEnd(definition, range, words))
    : ''
  const pieces = piecesOf(definition, { ...range, column: name }, words)
  const facts = Object.assign({}, ...pieces.map((piece) => factsOf(piece, words))) as Facts
  const storage = text(definition, 'storage_name')
  const compression = text(definition, 'compression')
  tellNoInherit(pieces, ground)
  return {
    column: {
      name,
      ...typeFacts(type),
      ...facts,
      ...some('collation', collationOf(definition)),
      at: words.spot(range.from, range.to),
    },
    constraints: constraintsOf(pieces, ground),
    storage: [
      ...(storage === '' ? [] : [`SET STORAGE ${storage.toUpperCase()}`]),
      ...(compression === '' ? [] : [`SET COMPRESSION ${compression}`]),
    ],
  }
}

function tellNoInherit(pieces: readonly Piece[], { words, tell }: Ground): void {
  for (const { body, range } of pieces) {
    if (text(body, 'contype') !== 'CONSTR_NOTNULL' || !flag(body, 'is_no_inherit')) continue
    tell({
      level: 'warning',
      code: 'noInherit',
      message: 'NOT NULL is taken over; that tables which inherit need not follow it is not.',
      at: words.spot(range.from, range.to),
    })
  }
}
