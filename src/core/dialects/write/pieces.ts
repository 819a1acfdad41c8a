// SQL as a tree of brackets: what the translator walks over.
import type { Lexis, Names } from '../../model/lexis'
import type { ColumnType } from '../../model/type'
import type { Types } from '../dialect'
import type { Token } from './lex'
import type { Phrases } from './phrases'

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

/** Thrown while translating only: the way out of a deep tree, turned into a value at its door. */
export class Undecided extends Error {}

export interface Piece {
  readonly kind: Token['kind'] | 'group' | 'said'
  readonly text: string
  readonly gap: string
  readonly items?: readonly Piece[]
  readonly ref?: RefToken
}

export const openers: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Tokens as a tree by their brackets; blanks and comments become the gap before what follows. */
export function grow(tokens: readonly Token[], telling: Telling): readonly Piece[] {
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

export const said = (text: string, gap: string): Piece => ({ kind: 'said', text, gap })
export const isMark = (piece: Piece | undefined, text: string) =>
  piece?.kind === 'mark' && piece.text === text
export const isWord = (piece: Piece | undefined, ...words: readonly string[]) =>
  piece?.kind === 'word' && words.includes(piece.text.toLowerCase())

export const splitArgs = (items: readonly Piece[]): readonly (readonly Piece[])[] => {
  if (items.length === 0) return []
  const args: Piece[][] = [[]]
  for (const item of items) {
    if (isMark(item, ',')) args.push([])
    else args.at(-1)?.push(item)
  }
  return args
}

export const flat = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (piece.items ? `(${flat(piece.items)})` : piece.text))
    .join('')
    .toLowerCase()
