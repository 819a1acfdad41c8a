// A second chance for a statement that PostgreSQL's parser refuses: what it stumbles over is taken out of its sight,
// piece by piece, and named in a remark; the rest is read as if it had never stood there.
import type { PostgresParser } from '../parser'
import type { Remark } from '../statement'
import { starterWords } from './split'
import type { Words } from './words'

export interface Failure {
  readonly message: string
  /** The token at which the parser gave up. */
  readonly token: number
}

export interface Success {
  readonly words: Words
  readonly node: Readonly<Record<string, unknown>>
}

export type Parsed = Success | { readonly failed: Failure }

const deepest = 200
/** So many words without a comma or a bracket are one chain of operators, and a tree as deep as it is long. */
const longest = 4000

/** Brackets deeper than any parser likes hold a plain zero for it; their text is the author's all the same. */
export function shallow(words: Words, limit = deepest): Words {
  let depth = 0
  let shown = ''
  let done = words.from
  for (let i = 0; i < words.length; i++) {
    const { kind, upper, to } = words.at(i)
    if (kind !== 'symbol') continue
    if (upper === '(') depth++
    else if (upper === ')') depth--
    if (upper !== '(' || depth <= limit) continue
    const end = words.at(words.close(i)).from
    shown += `${words.parsed.slice(done - words.from, to - words.from)}0${' '.repeat(Math.max(0, end - to - 1))}`
    done = Math.max(end, to)
    i = words.close(i) - 1
  }
  return shown === '' ? words : words.showing(shown + words.parsed.slice(done - words.from))
}

/** A chain of operators that is too long becomes a zero, from its DEFAULT on where it has one. */
function shortened(words: Words): Words {
  if (words.length < longest) return words
  let shown = ''
  let done = words.from
  let from = 0
  for (let i = 0; i <= words.length; i++) {
    const { kind, upper } = words.at(i)
    if (i < words.length && (kind !== 'symbol' || !',()'.includes(upper))) continue
    if (i - from > longest) {
      const value = words.find(from, from + 200, 'DEFAULT')
      const first = words.at(value < from + 200 ? value + 1 : from)
      const end = words.at(i - 1).to
      shown += `${words.parsed.slice(done - words.from, first.from - words.from)}0${' '.repeat(end - first.from - 1)}`
      done = end
    }
    from = i + 1
  }
  return shown === '' ? words : words.showing(shown + words.parsed.slice(done - words.from))
}

export function parseWords(words: Words, parser: PostgresParser): Parsed {
  const shown = shortened(shallow(words))
  const answer = parser.parse(shown.parsed)
  if (answer.ok) return { words: shown, node: answer.node }
  return { failed: { message: answer.message, token: words.indexFrom(shown.placeOf(answer.at)) } }
}

/** Where a line begins another statement although no semicolon ended this one. */
export function missingEnd(words: Words, { token }: Failure): number | undefined {
  if (token === 0 || !starterWords.has(words.upper(token))) return undefined
  const between = words.text.slice(words.at(token - 1).to, words.at(token).from)
  if (!/[\n\r]/.test(between)) return undefined
  let depth = 0
  for (let i = 0; i < token; i++) {
    const { kind, upper } = words.at(i)
    if (kind === 'symbol' && upper === '(') depth++
    if (kind === 'symbol' && upper === ')') depth--
  }
  return depth <= 0 ? token : undefined
}

type Range = readonly [from: number, to: number]

/** The items between commas that a mistake may cost: the columns of a table, the actions of an ALTER. */
function itemsOf(words: Words): { readonly items: readonly Range[]; readonly end: number } | undefined {
  if (words.reads(0, 'ALTER') && words.find(0, 3, 'TABLE') < 3) {
    const at = words.find(2, 6, 'ONLY', 'EXISTS')
    const from = words.behindName(at < 6 ? at + 1 : 2)
    return { items: words.list(from, words.length), end: words.length }
  }
  if (!words.reads(0, 'CREATE') || words.find(0, 5, 'TABLE', 'TYPE') === 5) return undefined
  const open = words.find(0, words.length, '(')
  const end = words.close(open)
  return open < words.length ? { items: words.list(open + 1, end), end } : undefined
}

/** An item together with the comma that it needs no more. */
const withComma = ([from, to]: Range, words: Words): Range =>
  words.upper(to) === ',' ? [from, to + 1] : words.upper(from - 1) === ',' ? [from - 1, to] : [from, to]

/** What to leave out so that the parser gets further; undefined when nothing sensible is left. */
function offender(words: Words, token: number): Range | undefined {
  const found = itemsOf(words)
  if (!found) return undefined
  const { items, end } = found
  if (token > end) return [token, words.length]
  if (token === end && words.upper(token - 1) === ',') return [token - 1, token]
  const item = items.find(([from, to]) => token >= from && token <= to)
  if (!item) return undefined
  const [from, to] = item
  if (from === to) return [from, from + 1]
  // A column keeps its name and type; a token at the comma belongs to the item before it, which is then incomplete.
  if (token > from + 1 && token < to && !words.reads(0, 'ALTER')) return [token, to]
  return items.length > 1 ? withComma(item, words) : undefined
}

const lost = (words: Words, [from, to]: Range, message: string): Remark => {
  const text = words.slice(from, to)
  return {
    level: 'loss',
    code: 'clause',
    message: `Not understood and left out: ${text.length > 80 ? `${text.slice(0, 80)}…` : text} (${message})`,
    at: words.spot(from, to),
  }
}

const tries = 12

export function repaired(
  words: Words,
  failure: Failure,
  parser: PostgresParser,
): { readonly parsed: Parsed; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = []
  let now = words
  let parsed: Parsed = { failed: failure }
  for (let i = 0; i < tries && 'failed' in parsed; i++) {
    const range = offender(now, parsed.failed.token)
    if (!range) break
    if (now.slice(...range) !== ',') remarks.push(lost(now, range, parsed.failed.message))
    now = now.without([range])
    parsed = parseWords(now, parser)
  }
  return { parsed, remarks }
}
