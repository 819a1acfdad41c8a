// Says an expression of one dialect in another, token by token. It knows what a handful of things mean and stops
// with a reason at the first that it does not: a wrong translation is worse than a notice.
import type { Lexis, Names } from '../../model/lexis'
import type { ColumnType } from '../../model/type'
import type { Types } from '../dialect'
import { lex, readString, type Token } from './lex'
import {
  expressionWords,
  heardFunctions,
  heardMeanings,
  plainOperators,
  queryWords,
  type Phrases,
} from './phrases'

export interface Tongue {
  readonly lexis: Lexis
  readonly names: Names
  readonly types: Pick<Types, 'parse'>
}

/** Is a boolean a type of its own, a number that is also a predicate (MySQL), or a number and nothing else? */
export type Booleans = 'native' | 'loose' | 'number'

export interface Telling {
  readonly from: Tongue
  readonly to: { readonly names: Names; readonly phrases: Phrases; readonly booleans: Booleans }
  /** What a placeholder in the text stands for; see sql.ts. */
  readonly refs: readonly RefToken[]
  readonly mode: 'expression' | 'query'
  /** A check or a filter; a default and a function's argument are values. */
  readonly isCondition?: boolean
  /** The column that holds the value, for the spelling of moments and booleans. */
  readonly type?: ColumnType
}

export interface RefToken {
  readonly sql: string
  /** Set for a column: booleans are compared with 0 and 1 where they are numbers. */
  readonly isBoolean: boolean
  readonly isText: boolean
}

/** Thrown inside this file only: the way out of a deep tree, turned into a value at its door. */
class Undecided extends Error {}

interface Piece {
  readonly kind: Token['kind'] | 'group' | 'said'
  readonly text: string
  readonly gap: string
  readonly items?: readonly Piece[]
  readonly ref?: RefToken
}

const openers: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Tokens as a tree by their brackets; blanks and comments become the gap before what follows. */
function grow(tokens: readonly Token[], telling: Telling): readonly Piece[] {
  const stack: { close: string; open: string; gap: string; items: Piece[] }[] = [
    { close: '', open: '', gap: '', items: [] },
  ]
  let gap = ''
  for (const token of tokens) {
    const top = stack.at(-1)
    if (!top) break
    if (token.kind === 'space' || token.kind === 'comment') {
      gap += token.kind === 'space' ? token.text : ' '
      continue
    }
    if (token.kind === 'mark' && openers[token.text]) {
      stack.push({ close: openers[token.text] ?? '', open: token.text, gap, items: [] })
    } else if (token.kind === 'mark' && (token.text === ')' || token.text === ']')) {
      if (stack.length === 1 || top.close !== token.text) throw new Undecided('its brackets do not match')
      stack.pop()
      stack.at(-1)?.items.push({ kind: 'group', text: top.open, gap: top.gap, items: top.items })
    } else top.items.push(leaf(token, gap, telling))
    gap = ''
  }
  if (stack.length > 1) throw new Undecided('its brackets do not match')
  return stack[0]?.items ?? []
}

const placeholder = /^\ue000(\d+)\ue001$/

function leaf(token: Token, gap: string, telling: Telling): Piece {
  const index = placeholder.exec(token.text)?.[1]
  const ref = index === undefined ? undefined : telling.refs[Number(index)]
  return ref ? { kind: 'said', text: ref.sql, gap, ref } : { ...token, gap }
}

const said = (text: string, gap: string): Piece => ({ kind: 'said', text, gap })
const isMark = (piece: Piece | undefined, text: string) => piece?.kind === 'mark' && piece.text === text
const isWord = (piece: Piece | undefined, ...words: readonly string[]) =>
  piece?.kind === 'word' && words.includes(piece.text.toLowerCase())

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

function castTo(operand: Piece, type: ColumnType, telling: Telling): Piece {
  const inner = sayPiece(operand, telling)
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

const splitArgs = (items: readonly Piece[]): readonly (readonly Piece[])[] => {
  if (items.length === 0) return []
  const args: Piece[][] = [[]]
  for (const item of items) {
    if (isMark(item, ',')) args.push([])
    else args.at(-1)?.push(item)
  }
  return args
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

const flat = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (piece.items ? `(${flat(piece.items)})` : piece.text))
    .join('')
    .toLowerCase()

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

const comparison = /^(?:=|<>|!=|<=>|is|in|<|>|<=|>=|like|between|\.)$/i
const conditionWords = ['on', 'where', 'having', 'and', 'or', 'not', 'when'] as const

/** Does a boolean that stands here decide something, or is it a value? */
function decides(pieces: readonly Piece[], at: number, telling: Telling): boolean {
  const after = pieces[at + 1]
  if (after && comparison.test(after.text)) return false
  let start = at
  // users.active begins where its qualifier does.
  while (isMark(pieces[start - 1], '.')) start -= 2
  const before = pieces[start - 1]
  return before
    ? isWord(before, ...conditionWords) && !isBetween(pieces, start)
    : telling.isCondition === true
}

/** `BETWEEN a AND b`: this AND joins no conditions. */
const isBetween = (pieces: readonly Piece[], at: number): boolean =>
  isWord(pieces[at - 1], 'and') && isWord(pieces[at - 3], 'between')

/** 0 and 1 that are compared with a boolean become booleans where those are no numbers. */
function asBooleans(pieces: readonly Piece[], { phrases }: Telling['to']): readonly Piece[] {
  return pieces.map((piece, i) => {
    const isCompared =
      pieces[i - 2]?.ref?.isBoolean === true && /^(?:=|<>|!=)$/.test(pieces[i - 1]?.text ?? '')
    if (piece.kind !== 'number' || !isCompared) return piece
    return said(
      phrases.meaning[Number(piece.text) === 0 ? 'false' : 'true'](undefined) ?? piece.text,
      piece.gap,
    )
  })
}

/** A boolean that is a number decides nothing by itself: it is compared with 1, or with 0 behind a NOT. */
function asNumbers(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  const out: Piece[] = []
  for (const [i, piece] of pieces.entries()) {
    const isLiteral = isWord(piece, 'true', 'false')
    const before = pieces[i - 1]
    if (!isLiteral && !piece.ref?.isBoolean) out.push(piece)
    else if (!decides(pieces, i, telling)) {
      const saysIs = isWord(pieces[i + 1], 'is') && !isWord(pieces[i + 2], 'null', 'not')
      if (saysIs) throw new Undecided('IS TRUE has no like')
      out.push(piece)
    } else if (isLiteral) out.push(said(isWord(piece, 'true') ? '1 = 1' : '1 = 0', piece.gap))
    else if (before && isWord(before, 'not')) {
      out.pop()
      out.push(said(`${piece.text} = 0`, before.gap))
    } else out.push(said(`${piece.text} = 1`, piece.gap))
  }
  return out
}

function sayBooleans(pieces: readonly Piece[], telling: Telling): readonly Piece[] {
  if (telling.to.booleans === 'native') return asBooleans(pieces, telling.to)
  return telling.to.booleans === 'number' ? asNumbers(pieces, telling) : pieces
}

function say(pieces: readonly Piece[], telling: Telling): string {
  const ready = sayConcat(sayCasts(sayBooleans(pieces, telling), telling), telling)
  let out = ''
  for (let i = 0; i < ready.length; i++) {
    const piece = ready[i]
    const next = ready[i + 1]
    if (!piece) break
    const gap = i === 0 ? '' : piece.gap
    const any = anyOfArray(ready, i)
    if (any) {
      out += `${gap}IN (${splitArgs(any.items)
        .map((item) => say(item, telling).trim())
        .join(', ')})`
      i = any.next - 1
    } else if (piece.kind === 'word' && next?.kind === 'group' && next.text === '(' && isOperandWord(piece)) {
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
