// Which words of DBML look like what: decided line by line from what stands around a word.
import { elements, isName, tokensOf, type Token } from './scan'

export type Look = 'keyword' | 'name' | 'type' | 'text' | 'number' | 'comment' | 'sign'

export interface Word {
  readonly from: number
  readonly to: number
  readonly look: Look
}

const blocks = new Set<string>([
  ...elements,
  'indexes',
  'checks',
  'tables',
  'tablegroups',
  'notes',
  'schemas',
])
const elementWords = new Set<string>(elements)
const constants = new Set(['true', 'false', 'null'])
/** Settings that are words alone; all others stand before a colon. */
const flags = new Set(['pk', 'primary', 'key', 'not', 'null', 'unique', 'increment', 'inactive', 'example'])

const plain: Readonly<Partial<Record<Token['kind'], Look>>> = {
  text: 'text',
  expression: 'text',
  comment: 'comment',
  number: 'number',
  color: 'number',
  sign: 'sign',
}

interface Place {
  readonly tokens: readonly Token[]
  readonly i: number
  /** How many words stand before it in its line. */
  readonly nth: number
  readonly isIndented: boolean
  readonly inSettings: boolean
}

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? ''

/** `note` begins a note before a colon or a brace; else it is a column like any other. */
function beginsBlock({ tokens, i, nth, isIndented }: Place): boolean {
  const token = tokens[i]
  if (nth > 0 || token?.kind !== 'word' || !blocks.has(lower(token))) return false
  const next = tokens[i + 1]
  if (!isIndented) return true
  return next === undefined || ['{', ':', '(', '['].includes(next.text)
}

function lookInSettings({ tokens, i }: Place): Look | undefined {
  const token = tokens[i]
  const word = lower(token)
  const after = lower(tokens[i - 1])
  if (after === ':') return constants.has(word) ? 'number' : undefined
  if (lower(tokens[i + 1]) === ':' || flags.has(word)) return 'keyword'
  return undefined
}

function lookOf(place: Place): Look | undefined {
  const { tokens, i, nth, isIndented, inSettings } = place
  const token = tokens[i]
  if (!token) return undefined
  const look = plain[token.kind]
  if (look && !(token.kind === 'number' && nth > 0 && isIndented && !inSettings)) return look
  if (inSettings) return lookInSettings(place)
  if (beginsBlock(place)) return 'keyword'
  const word = lower(token)
  if (word === 'as' || word === 'from') return nth > 0 ? 'keyword' : undefined
  if (!isIndented) return nth === 1 ? 'name' : undefined
  // `name type`: what follows a relation's sign or a dot is no type.
  const before = tokens[i - 1]
  return nth === 1 && before && isName(before) ? 'type' : undefined
}

function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The text must not begin within a text or a comment. */
export function wordsOf(text: string): readonly Word[] {
  const tokens = tokensOf(text)
  const words: Word[] = []
  let line = -1
  let nth = 0
  let open = 0
  for (const [i, token] of tokens.entries()) {
    const start = lineStartOf(text, token.from)
    if (start !== line) {
      ;[line, nth] = [start, 0]
      // A bracket that was never closed ends where the next element begins.
      if (token.from === start && elementWords.has(lower(token))) open = 0
    }
    const inSettings = open > 0
    if (token.text === '[' && isSettingsStart(text, token.from)) open += 1
    if (token.text === ']' && open > 0) open -= 1
    const isIndented = /\s/.test(text.charAt(start))
    const look = lookOf({ tokens, i, nth, isIndented, inSettings })
    if (look) words.push({ from: token.from, to: token.to, look })
    nth += 1
  }
  return words
}

/** Brackets right after a word make an array of a type. */
const isSettingsStart = (text: string, at: number): boolean => at === 0 || /[\s({]/.test(text.charAt(at - 1))
