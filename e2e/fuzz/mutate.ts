// Damages a script: cut, doubled, shuffled, flipped, unbalanced. What was done is known, so that the rest can be judged.
import type { Random } from './random'

/** `text` stands where the characters from `from` to `to` were. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface Mutant {
  readonly text: string
  /** In order, none over another. */
  readonly splices: readonly Splice[]
  /** What was done, for people. */
  readonly how: readonly string[]
}

type Damage = (text: string, random: Random) => readonly Splice[]

interface Range {
  readonly from: number
  readonly to: number
}

function range(text: string, random: Random, longest: number): Range {
  const from = random.below(text.length + 1)
  return { from, to: Math.min(text.length, from + 1 + random.below(longest)) }
}

/** Words, quoted things and single marks; comments are words among others here. */
function tokensIn(text: string, { from, to }: Range): readonly Range[] {
  const out: Range[] = []
  const token = /'(?:[^']|'')*'|"[^"\n]*"|`[^`\n]*`|[\w$]+|[^\s\w]/gy
  for (let at = from; at < to; at++) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) continue
    out.push({ from: at, to: at + found[0].length })
    at = token.lastIndex - 1
  }
  return out
}

const source = (text: string, { from, to }: Range): string => text.slice(from, to)

/** Some tokens of one neighbourhood. */
function someTokens(text: string, random: Random): readonly Range[] {
  const all = tokensIn(text, range(text, random, 300))
  const first = random.below(all.length)
  return all.slice(first, first + 2 + random.below(6))
}

const marks = [
  "'",
  '"',
  '`',
  '(',
  ')',
  ';',
  '[',
  ']',
  '/*',
  '*/',
  '--',
  '$$',
  '$x$',
  ',',
  '.',
  '\\',
  '{',
  '}',
]
const strangers = ['\u0000', '\ufeff', '\u2028', '\r', '\n\n', '🙂', '\ud800', '\u202e', 'NULL', 'CREATE', 'END', '%', '@', '#', 'é'] // prettier-ignore

const damages: Readonly<Record<string, Damage>> = {
  'cut the end': (text, random) => [{ from: random.below(text.length), to: text.length, text: '' }],
  'cut the beginning': (text, random) => [{ from: 0, to: random.below(text.length), text: '' }],
  'cut a piece': (text, random) => [{ ...range(text, random, 400), text: '' }],
  'double a piece': (text, random) => {
    const piece = range(text, random, 800)
    return [{ from: piece.to, to: piece.to, text: source(text, piece) }]
  },
  'double a token': (text, random) =>
    someTokens(text, random)
      .slice(0, 1)
      .map((token) => ({ from: token.to, to: token.to, text: ` ${source(text, token)}` })),
  'drop tokens': (text, random) =>
    someTokens(text, random)
      .slice(0, 1 + random.below(3))
      .map((token) => ({ ...token, text: '' })),
  'shuffle tokens': (text, random) => {
    const tokens = someTokens(text, random)
    const words = tokens.map((token) => source(text, token))
    for (let i = words.length - 1; i > 0; i--) {
      const j = random.below(i + 1)
      ;[words[i], words[j]] = [words[j] ?? '', words[i] ?? '']
    }
    return tokens.map((token, i) => ({ ...token, text: words[i] ?? '' }))
  },
  'flip bytes': (text, random) =>
    Array.from({ length: 1 + random.below(4) }, () => {
      const from = random.below(text.length)
      return { from, to: from + 1, text: String.fromCharCode(text.charCodeAt(from) ^ (1 << random.below(7))) }
    }),
  'put in a mark': (text, random) => {
    const from = random.below(text.length)
    return [{ from, to: from, text: random.pick(marks) ?? "'" }]
  },
  'put in a stranger': (text, random) => {
    const from = random.below(text.length)
    return [{ from, to: from, text: random.pick(strangers) ?? '' }]
  },
  'take a mark out': (text, random) => {
    const { from, to } = range(text, random, 400)
    const at = [...text.slice(from, to).matchAll(/['"`();,$[\]]/g)].map(({ index }) => from + index)
    const one = random.pick(at)
    return one === undefined ? [] : [{ from: one, to: one + 1, text: '' }]
  },
  'change the case': (text, random) => {
    const piece = range(text, random, 60)
    const old = source(text, piece)
    return [{ ...piece, text: old === old.toUpperCase() ? old.toLowerCase() : old.toUpperCase() }]
  },
}

const names = Object.keys(damages)

export function spliced(text: string, splices: readonly Splice[]): string {
  let out = ''
  let at = 0
  for (const splice of splices) {
    out += text.slice(at, splice.from) + splice.text
    at = splice.to
  }
  return out + text.slice(at)
}

/** One to three damages at places of their own. */
export function mutate(text: string, random: Random): Mutant {
  const how: string[] = []
  const all: Splice[] = []
  for (let rest = 1 + random.below(3); rest > 0; rest--) {
    const name = random.pick(names) ?? ''
    const made = damages[name]?.(text, random) ?? []
    const isFree = made.every((a) => all.every((b) => a.to < b.from || b.to < a.from))
    if (made.length === 0 || !isFree) continue
    const inOrder = [...made].sort((a, b) => a.from - b.from)
    if (inOrder.some((a, i) => i > 0 && a.from < (inOrder[i - 1]?.to ?? 0))) continue
    all.push(...inOrder)
    how.push(`${name} at ${String(inOrder[0]?.from)}`)
  }
  const splices = all.sort((a, b) => a.from - b.from)
  return { text: spliced(text, splices), splices, how }
}

/** Where a character of the source stands in the mutant; undefined where its neighbourhood was touched. */
export function movedBy({ from, to }: Range, splices: readonly Splice[]): number | undefined {
  let by = 0
  for (const splice of splices) {
    if (splice.to < from) by += splice.text.length - (splice.to - splice.from)
    else if (splice.from <= to) return undefined
    else break
  }
  return by
}
