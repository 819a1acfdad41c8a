// How type spellings are read: one small grammar for all dialects, one table of words for each.
// "numeric(10,2) unsigned", "timestamp(3) with time zone", "text[][]", "enum('a','b')", "nvarchar(max)".
import type { BaseType, ColumnType } from '../model/type'

/** What a word (or several) means, and what its arguments are. */
export interface TypeRule {
  readonly base: BaseType
  readonly args?: 'length' | 'precision' | 'decimal' | 'values'
  readonly fixed?: Partial<Omit<ColumnType, 'raw' | 'base'>>
}

export type TypeWords = Readonly<Record<string, TypeRule>>

export interface SplitType {
  /** The words in lower case, without the arguments: "timestamp with time zone". */
  readonly words: string
  readonly args: readonly string[]
  readonly array: number
  /** Words that say something beside the type itself. */
  readonly flags: ReadonlySet<string>
}

const flagWords: ReadonlySet<string> = new Set(['unsigned', 'signed', 'zerofill'])
const token =
  /\s+|'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|`[^`]*`|\[\s*\d*\s*\]|\[[^\]]*\]|[\p{L}_][\p{L}\p{N}_$#.]*|\d+|[^\s]/gsu

/** The arguments behind the token at `at` (an opening parenthesis), and the index behind its closing one. */
function readArgs(tokens: readonly string[], at: number): { args: string[]; next: number } {
  const args: string[] = []
  let arg = ''
  let depth = 1
  let i = at + 1
  for (; i < tokens.length; i++) {
    const part = tokens[i] ?? ''
    if (part === '(') depth++
    if (part === ')' && --depth === 0) break
    if (part === ',' && depth === 1) {
      args.push(arg.trim())
      arg = ''
    } else arg += part
  }
  if (arg.trim() !== '') args.push(arg.trim())
  return { args, next: i + 1 }
}

/** The spelling's words, arguments and array brackets; undefined for what is no type spelling at all. */
export function splitType(raw: string): SplitType {
  const tokens = raw.match(token) ?? []
  const words: string[] = []
  const flags = new Set<string>()
  let args: readonly string[] = []
  let array = 0
  for (let i = 0; i < tokens.length; i++) {
    const part = tokens[i] ?? ''
    const word = part.toLowerCase()
    if (part.trim() === '') continue
    if (part === '(') {
      const read = readArgs(tokens, i)
      args = read.args
      i = read.next - 1
    } else if (/^\[\s*\d*\s*\]$/.test(part)) array++
    else if (word === 'array' && words.length > 0) array++
    else if (flagWords.has(word)) flags.add(word)
    else words.push(word.replace(/^(?:pg_catalog|sys)\./, '').replace(/^[["](.*)[\]"]$/, '$1'))
  }
  return { words: words.join(' '), args, array, flags }
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined

/** A quoted value of ENUM('it''s') as it is meant. */
export function readValue(text: string): string {
  const quote = text[0]
  if (quote !== "'" && quote !== '"') return text
  return text
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/\\(.)/gs, (_all, char: string) => ({ n: '\n', t: '\t', r: '\r', '0': '\0' })[char] ?? char)
}

type Arguments = Partial<Pick<ColumnType, 'length' | 'precision' | 'scale' | 'values'>>

const lengthOf = (text: string | undefined): Arguments => {
  if (text?.toLowerCase() === 'max') return { length: 'max' }
  // Oracle: varchar2(30 char).
  const length = wholeNumber(text?.split(/\s/)[0])
  return length === undefined ? {} : { length }
}

const precisionOf = (text: string | undefined): Arguments => {
  const precision = wholeNumber(text)
  return precision === undefined ? {} : { precision }
}

const argumentsOf = {
  length: (args: readonly string[]) => lengthOf(args[0]),
  precision: (args: readonly string[]) => precisionOf(args[0]),
  decimal: (args: readonly string[]): Arguments => {
    const scale = wholeNumber(args[1])
    return { ...precisionOf(args[0]), ...(scale === undefined ? {} : { scale }) }
  },
  values: (args: readonly string[]): Arguments => ({ values: args.map(readValue) }),
} as const

export function applyRule(raw: string, split: SplitType, rule: TypeRule): ColumnType {
  return {
    raw,
    base: rule.base,
    ...(rule.args ? argumentsOf[rule.args](split.args) : {}),
    ...rule.fixed,
    ...(split.flags.has('unsigned') ? { unsigned: true } : {}),
    ...(split.flags.has('zerofill') ? { zerofill: true, unsigned: true } : {}),
    ...(split.array > 0 ? { array: split.array } : {}),
  }
}

export interface TypeReading {
  readonly words: TypeWords
  /** What the table cannot say: tinyint(1), NUMBER without a scale, SQLite's affinities. */
  readonly special?: (split: SplitType, raw: string) => TypeRule | undefined
}

/** A parser that never fails and remembers: a schema spells few types many times. */
export function typeParser({ words, special }: TypeReading): (raw: string) => ColumnType {
  const table = new Map(Object.entries(words))
  const known = new Map<string, ColumnType>()
  const parse = (raw: string): ColumnType => {
    const split = splitType(raw)
    const rule = special?.(split, raw) ?? table.get(split.words)
    if (rule) return applyRule(raw, split, rule)
    return { raw, base: 'other', ...(split.array > 0 ? { array: split.array } : {}) }
  }
  return (raw) => {
    const before = known.get(raw)
    if (before) return before
    if (known.size > 5000) known.clear()
    const type = parse(raw.trim())
    known.set(raw, type)
    return type
  }
}
