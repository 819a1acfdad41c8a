// Says an expression of one dialect in another, token by token. It knows what a handful of things mean and stops
// with a reason at the first that it does not: a wrong translation is worse than a notice.
import type { ColumnType } from '../../model/type'
import { decides, sayBooleans } from './booleans'
import { lex, readString } from './lex'
import { expressionWords, heardFunctions, heardMeanings, plainOperators, queryWords } from './phrases'
import {
  flat,
  grow,
  isMark,
  isWord,
  openers,
  said,
  splitArgs,
  Undecided,
  type Piece,
  type Telling,
} from './pieces'

const typeWord = /^(?:precision|varying|with|without|time|zone|unsigned)$/i

/** Reads a type behind `::` or AS: its words, its arguments, its brackets. */
function readType(
  pieces: readonly Piece[],
  at: number,
  telling: Telling,
): { type: ColumnType; next: number } {
  let raw = ''
  let i = at
  const source = (piece: Piece): string => {
    if (piece.kind === 'group')
      return `${piece.text}${(piece.items ?? []).map(source).join('')}${openers[piece.text] ?? ''}`
    return piece.text
  }
  for (; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const first = i === at
    if (first && (piece.kind === 'said' || piece.kind === 'quoted'))
      return { type: { raw: piece.text, base: 'other' }, next: i + 1 }
    if (piece.kind === 'group' ? first : !(piece.kind === 'word' && (first || typeWord.test(piece.text))))
      break
    raw += (raw === '' || piece.kind === 'group' ? '' : ' ') + source(piece)
  }
  if (raw === '') throw new Undecided('a cast names no type that is known')
  return { type: telling.from.types.parse(raw), next: i }
}

const textual: ReadonlySet<string> = new Set([
  'text',
  'varchar',
  'char',
  'nvarchar',
  'nchar',
  'ntext',
  'citext',
  'enum',
])

/** PostgreSQL's ('now'::text)::date, the way of old dumps (manual, 8.5.1.4): elsewhere 'now' is a text like any other. */
function momentOf(inner: string, type: ColumnType, { from, to }: Telling): string | undefined {
  const isMoment = from.lexis.dollarQuotes && /^[\s(]*'(?:now|today)'[\s)]*$/i.test(inner)
  if (!isMoment) return undefined
  if (type.base === 'date') return to.phrases.meaning.today(type)
  return type.base === 'datetime' ? to.phrases.meaning.now(type) : undefined
}

function castTo(operand: Piece, type: ColumnType, telling: Telling): Piece {
  const inner = sayPiece(operand, telling)
  const moment = momentOf(inner, type, telling)
  if (moment !== undefined) return said(moment, operand.gap)
  // A literal takes the type of what it meets, and text is text: such casts fall away.
  const isLiteral = operand.kind === 'string' || operand.kind === 'number' || isWord(operand, 'null')
  if (isLiteral || type.base === 'other' || type.array !== undefined || textual.has(type.base)) {
    if (type.base === 'other' && !isLiteral) throw new Undecided(`the cast to ${type.raw} has no like`)
    return { ...operand, kind: 'said', text: inner }
  }
  const native = telling.to.phrases.cast(type)
  if (native === undefined) throw new Undecided(`the cast to ${type.raw} has no like`)
  return said(`CAST(${inner} AS ${native})`, operand.gap)
}

/** Replaces `a::type` by a cast, inside out. */
function sayCasts(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  if (!pieces.some((piece) => isMark(piece, '::'))) return pieces
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    if (!isMark(piece, '::')) {
      out.push(piece)
      continue
    }
    const operand = takeOperand(out, telling)
    const { type, next } = readType(pieces, i + 1, telling)
    out.push(castTo(operand, type, telling))
    i = next - 1
  }
  return out
}

/** The primary before a cast: a literal, a name, a group, a call. */
function takeOperand(out: Piece[], telling: Telling): Piece {
  const last = out.pop()
  if (!last) throw new Undecided('a cast of nothing')
  const before = out.at(-1)
  if (
    last.kind === 'group' &&
    last.text === '(' &&
    before?.kind === 'word' &&
    !expressionWords.has(before.text.toLowerCase())
  ) {
    out.pop()
    return said(sayCall(before, last, telling), before.gap)
  }
  return last
}

const reString = (text: string, telling: Telling): string => {
  const { phrases } = telling.to
  const hex = /^x'([0-9a-f]*)'$/i.exec(text)?.[1]
  const bits = /^b'([01]*)'$/i.exec(text)?.[1]
  const value = hex !== undefined ? phrases.bytes(hex) : bits !== undefined ? phrases.bits(bits) : undefined
  if (value !== undefined) return value
  const string = readString(text, telling.from.lexis)
  if (string === undefined) throw new Undecided(`${text} has no like`)
  return phrases.string(
    string.replace(/\ue000(\d+)\ue001/g, (_all, index: string) => telling.refs[Number(index)]?.sql ?? ''),
  )
}

function sayWord(piece: Piece, telling: Telling): string {
  const word = piece.text.toLowerCase()
  const meaning = heardMeanings.get(word)
  if (
    meaning &&
    (meaning === 'true' || meaning === 'false' || word.includes('_') || word.startsWith('sys'))
  ) {
    const phrase = telling.to.phrases.meaning[meaning](telling.type)
    if (phrase === undefined) throw new Undecided(`${piece.text} has no like`)
    return phrase
  }
  if (expressionWords.has(word)) return piece.text
  if (telling.mode === 'query' && (queryWords.has(word) || telling.to.phrases.queryWords.has(word)))
    return piece.text
  const { names } = telling.from
  // An unquoted word that its own dialect would quote as a name is grammar that is not known here.
  if (names.spell(names.read(piece.text)) !== names.read(piece.text))
    throw new Undecided(`${piece.text} has no like`)
  return telling.to.names.spell(names.read(piece.text))
}

function sayPiece(piece: Piece, telling: Telling): string {
  switch (piece.kind) {
    case 'said':
    case 'number':
      return piece.text
    case 'string':
      return reString(piece.text, telling)
    case 'quoted':
      return telling.to.names.spell(telling.from.names.read(piece.text))
    case 'word':
      return sayWord(piece, telling)
    case 'group':
      if (piece.text === '[') throw new Undecided('arrays have no like')
      return `(${say(piece.items ?? [], telling)})`
    default:
      if (plainOperators.includes(piece.text) || telling.to.phrases.operators.has(piece.text))
        return piece.text
      throw new Undecided(`the operator ${piece.text} has no like`)
  }
}

function sayCast(group: Piece, telling: Telling): string {
  const items = group.items ?? []
  const as = items.findIndex((item) => isWord(item, 'as'))
  const { type } = readType(items, as + 1, telling)
  const operand = items.slice(0, as)
  const only = operand.length === 1 ? operand[0] : undefined
  return castTo(only ?? said(say(operand, telling), ''), type, telling).text
}

const uuidBytes = /^lower\(hex\(randomblob\(16\)\)\)$/

function sayCall(name: Piece, group: Piece, telling: Telling): string {
  const word = name.text.toLowerCase()
  const items = group.items ?? []
  if (word === 'cast' && items.some((item) => isWord(item, 'as'))) return sayCast(group, telling)
  const meaning = heardMeanings.get(word) ?? sqliteMoment(word, items)
  const isBare =
    items.length === 0 || (items.length === 1 && items[0]?.kind === 'number') || sqliteMoment(word, items)
  if (meaning && isBare) {
    const phrase = telling.to.phrases.meaning[meaning](telling.type)
    if (phrase === undefined) throw new Undecided(`${name.text}() has no like`)
    return phrase
  }
  if (uuidBytes.test(`${word}(${flat(items)})`)) return telling.to.phrases.meaning.uuid(telling.type) ?? ''
  const portable = heardFunctions.get(word)
  const native = portable === undefined ? undefined : telling.to.phrases.functions.get(portable)
  if (native === undefined) throw new Undecided(`the function ${name.text} has no like that is known`)
  const inner = { ...telling, isCondition: false }
  const args =
    word === 'count' && flat(items) === '*' ? ['*'] : splitArgs(items).map((arg) => say(arg, inner).trim())
  return `${native}(${args.join(', ')})`
}

/** SQLite says the moment as datetime('now'). */
function sqliteMoment(word: string, items: readonly Piece[]): 'now' | 'today' | 'clock' | undefined {
  if (flat(items) !== "'now'") return undefined
  return word === 'datetime' ? 'now' : word === 'date' ? 'today' : word === 'time' ? 'clock' : undefined
}

/** `x = ANY (ARRAY['a', 'b'])`, as PostgreSQL prints an IN. */
function anyOfArray(
  pieces: readonly Piece[],
  at: number,
): { items: readonly Piece[]; next: number } | undefined {
  if (!isMark(pieces[at], '=') || !isWord(pieces[at + 1], 'any')) return undefined
  let list: readonly Piece[] | undefined = pieces[at + 2]?.items
  while (list) {
    const inner = list[0]
    if (isWord(inner, 'array') && list[1]?.kind === 'group')
      return { items: list[1].items ?? [], next: at + 3 }
    if (inner?.kind !== 'group') return undefined
    list = inner.items
  }
  return undefined
}

const isTextPiece = (piece: Piece) => piece.kind === 'string' || piece.ref?.isText === true

/** The chain of operands around `||` (or a `+` between texts), when nothing looser stands between them. */
function sayConcat(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  const isPlus =
    telling.from.lexis.identifierQuotes.some(([open]) => open === '[') && pieces.some(isTextPiece)
  const isJoin = (piece: Piece) => isMark(piece, '||') || (isPlus && isMark(piece, '+'))
  if (!pieces.some(isJoin)) return pieces
  const out: Piece[] = []
  let chain: Piece[] = []
  let joins = 0
  const close = () => {
    if (joins > 0) out.push(joined(chain, isJoin, telling))
    else out.push(...chain)
    chain = []
    joins = 0
  }
  for (const piece of pieces) {
    const ends =
      piece.kind === 'word' || (piece.kind === 'mark' && /^(?:[,=<>]|<=|>=|<>|!=)$/.test(piece.text))
    if (ends && !(piece.kind === 'word' && isOperandWord(piece))) {
      close()
      out.push(piece)
      continue
    }
    if (isJoin(piece)) joins++
    chain.push(piece)
  }
  close()
  return out
}

const isOperandWord = (piece: Piece) =>
  !expressionWords.has(piece.text.toLowerCase()) && !queryWords.has(piece.text.toLowerCase())

function joined(chain: readonly Piece[], isJoin: (piece: Piece) => boolean, telling: Telling): Piece {
  const operands: string[] = []
  let operand: Piece[] = []
  for (const piece of [...chain, undefined]) {
    if (piece && !isJoin(piece)) {
      if (piece.kind === 'mark' && piece.text !== '.')
        throw new Undecided('it mixes joining texts with arithmetic')
      operand.push(piece)
      continue
    }
    operands.push(say(operand, telling).trim())
    operand = []
  }
  const { concat } = telling.to.phrases
  const sql =
    concat === 'function'
      ? `CONCAT(${operands.join(', ')})`
      : operands.join(concat === 'plus' ? ' + ' : ' || ')
  return said(sql, chain[0]?.gap ?? '')
}

/** Where in a query the words stand: Oracle takes no AS before the alias of a table. */
function isTableAlias(piece: Piece, clause: string, { to }: Telling): boolean {
  return to.phrases.bareTableAlias === true && clause === 'from' && isWord(piece, 'as')
}

const clauseWords = [
  'select',
  'from',
  'join',
  'on',
  'where',
  'group',
  'having',
  'order',
  'union',
  'with',
] as const

function clauseBehind(piece: Piece, clause: string): string {
  if (!isWord(piece, ...clauseWords)) return clause
  return isWord(piece, 'join') ? 'from' : piece.text.toLowerCase()
}

function sayAny(items: readonly Piece[], telling: Telling): string {
  const values = splitArgs(items).map((item) => say(item, telling).trim())
  return `IN (${values.join(', ')})`
}

function say(pieces: readonly Piece[], telling: Telling): string {
  const ready = sayConcat(sayCasts(sayBooleans(pieces, telling), telling), telling)
  let out = ''
  let clause = ''
  for (let i = 0; i < ready.length; i++) {
    const piece = ready[i]
    const next = ready[i + 1]
    if (!piece) break
    const gap = i === 0 ? '' : piece.gap
    clause = clauseBehind(piece, clause)
    const any = anyOfArray(ready, i)
    if (any) {
      out += gap + sayAny(any.items, telling)
      i = any.next - 1
    } else if (isTableAlias(piece, clause, telling)) continue
    else if (piece.kind === 'word' && next?.kind === 'group' && next.text === '(' && isOperandWord(piece)) {
      out += gap + sayCall(piece, next, telling)
      i++
    } else if (piece.kind === 'group') {
      out += gap + sayPiece(piece, { ...telling, isCondition: decides(ready, i, telling) })
    } else out += gap + sayPiece(piece, telling)
  }
  return out
}

export type Told = { readonly sql: string } | { readonly why: string }

export function translate(text: string, telling: Telling): Told {
  try {
    return { sql: say(grow(lex(text, telling.from.lexis), telling), telling).trim() }
  } catch (error) {
    if (error instanceof Undecided) return { why: error.message }
    throw error
  }
}
