// DBML cut into words, as light as highlighting and completion need it: where words, texts and comments begin and end.
// What a text means is for the reader in the worker to say.
export type TokenKind = 'word' | 'quoted' | 'text' | 'expression' | 'comment' | 'number' | 'color' | 'sign'

export interface Token {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
  readonly text: string
}

const pieces: readonly (readonly [TokenKind, string])[] = [
  ['comment', String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`],
  ['text', String.raw`'''(?:\\[\s\S]|(?!''')[\s\S])*(?:'''|$)|'(?:\\.|[^'\\\n])*'?`],
  ['quoted', String.raw`"(?:\\.|[^"\\\n])*"?`],
  ['expression', '`[^`]*`?'],
  ['color', String.raw`#[0-9a-fA-F]{3,6}\b`],
  ['number', String.raw`\d+(?:\.\d+)?(?![\p{L}_])`],
  ['word', String.raw`[\p{L}\p{N}_]+`],
  ['sign', String.raw`[^\s]`],
]

const source = pieces.map(([kind, piece]) => `(?<${kind}>${piece})`).join('|')

/** Every word between two places; the first must not lie within a text or a comment. */
export function tokensOf(text: string, from = 0, to = text.length): readonly Token[] {
  const pattern = new RegExp(source, 'gu')
  pattern.lastIndex = from
  const tokens: Token[] = []
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const { groups, index, 0: word } = match
    const [kind] = pieces.find(([name]) => groups?.[name] !== undefined) ?? ['sign' as const]
    tokens.push({ kind, from: index, to: index + word.length, text: word })
  }
  return tokens
}

/** What a name says, without its quotes. */
export const nameOf = ({ kind, text }: Token): string =>
  kind === 'quoted' ? text.replace(/^"|"$/g, '').replaceAll(/\\(.)/g, '$1') : text

export const isName = ({ kind }: Token): boolean => kind === 'word' || kind === 'quoted' || kind === 'number'

/** Texts and comments of several lines: whoever begins to read in the middle must know of them. */
export function longPieces(text: string): readonly { readonly from: number; readonly to: number }[] {
  const pattern = new RegExp(
    pieces
      .slice(0, 4)
      .map(([, piece]) => piece)
      .join('|'),
    'gu',
  )
  const found: { from: number; to: number }[] = []
  for (const match of text.matchAll(pattern))
    if (match[0].includes('\n')) found.push({ from: match.index, to: match.index + match[0].length })
  return found
}

/** Words that begin an element, in lower case. */
export const elements = [
  'table',
  'tablegroup',
  'tablepartial',
  'enum',
  'ref',
  'project',
  'note',
  'records',
  'dep',
  'diagramview',
  'metadata',
  'use',
  'reuse',
] as const

const startsElement = new RegExp(String.raw`^\s{0,3}(?:${elements.join('|')})\b`, 'i')

export const isElementStart = (line: string): boolean => startsElement.test(line)
