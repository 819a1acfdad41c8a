// Reads SQL as far as names need it: which words name tables, which are aliases, what each query can see.
// It is no parser: what it does not know it walks over, and a name that it cannot place stays undecided.
import { tokenize, type Token } from './tokens'
import type { Lexis } from '../lexis'
import { Block, type Chain, type Mark, type Reading, type Role, type Source, type Tuple } from './block'
import { Level } from './level'

function marksOf(tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = []
  for (const [token, { kind, text }] of tokens.entries()) {
    if (kind !== 'space') marks.push({ token, kind, text, upper: kind === 'word' ? text.toUpperCase() : '' })
  }
  return marks
}

const isName = (mark: Mark | undefined): boolean => mark?.kind === 'word' || mark?.kind === 'quoted'

function chainsOf(marks: readonly Mark[]): Chain[] {
  const chains: Chain[] = []
  for (let i = 0; i < marks.length; i++) {
    if (!isName(marks[i])) continue
    const parts = [i]
    let end = i
    while (marks[end + 1]?.text === '.' && isName(marks[end + 2])) parts.push((end += 2))
    const star = marks[end + 1]?.text === '.' && marks[end + 2]?.text === '*'
    chains.push({ start: i, parts, end: star ? end + 2 : end, star })
    i = star ? end + 2 : end
  }
  return chains
}

/** The closing parenthesis of each opening one. */
function pairsOf(marks: readonly Mark[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const [i, { text, kind }] of marks.entries()) {
    if (kind !== 'symbol') continue
    if (text === '(') open.push(i)
    else if (text === ')') {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, i)
    }
  }
  for (const start of open) pairs.set(start, marks.length)
  return pairs
}

/** What all levels of one text write to. */
export class Reader implements Reading {
  readonly marks: readonly Mark[]
  readonly chains: readonly Chain[]
  readonly chainAt: ReadonlyMap<number, Chain>
  readonly pairs: ReadonlyMap<number, number>
  readonly roles = new Map<number, Role>()
  readonly blocks = new Map<number, Block>()
  readonly variables = new Set<string>()
  readonly ordering = new Set<number>()
  readonly excluded = new Map<number, Source>()
  readonly tuples: Tuple[] = []

  constructor(tokens: readonly Token[]) {
    this.marks = marksOf(tokens)
    this.chains = chainsOf(this.marks)
    this.chainAt = new Map(this.chains.map((chain) => [chain.start, chain]))
    this.pairs = pairsOf(this.marks)
  }

  upper(i: number): string {
    return this.marks[i]?.upper ?? ''
  }

  text(i: number): string {
    return this.marks[i]?.text ?? ''
  }
}

export interface Read {
  readonly tokens: readonly Token[]
  readonly reading: Reading
}

/** Reads a text in which names are looked up in `root` first. */
export function readSql(text: string, lexis: Lexis, root: Block): Read {
  const tokens = tokenize(text, lexis)
  const reader = new Reader(tokens)
  new Level(reader, { from: 0, to: reader.marks.length, root, query: root, arm: root }).run()
  return { tokens, reading: reader }
}
