// The tokens of one statement, side by side in plain lists.
import type { Spot } from '../statement'
import { kinds, type Kind } from './lexer'

export class Tokens {
  readonly text: string
  readonly kinds: Kind[] = []
  readonly froms: number[] = []
  readonly tos: number[] = []
  private readonly marks: readonly Spot[]
  private readonly words: (string | undefined)[] = []
  private partners: Int32Array | undefined
  private lastOpen: number | undefined

  /** `marks` are those of version comments, in order. */
  constructor(text: string, marks: readonly Spot[]) {
    this.text = text
    this.marks = marks
  }

  get length(): number {
    return this.kinds.length
  }

  push(kind: Kind, from: number, to: number): void {
    this.kinds.push(kind)
    this.froms.push(from)
    this.tos.push(to)
  }

  pop(): void {
    this.kinds.pop()
    this.froms.pop()
    this.tos.pop()
    this.words.length = Math.min(this.words.length, this.kinds.length)
  }

  kind(i: number): Kind {
    return this.kinds[i] ?? kinds.end
  }

  from(i: number): number {
    return this.froms[i] ?? this.tos.at(-1) ?? 0
  }

  to(i: number): number {
    return this.tos[i] ?? this.tos.at(-1) ?? 0
  }

  /** The token as written. */
  source(i: number): string {
    return this.text.slice(this.froms[i], this.tos[i])
  }

  /** A word in capitals, a symbol as it is; empty for everything else. */
  word(i: number): string {
    const before = this.words[i]
    if (before !== undefined) return before
    const kind = this.kinds[i]
    const word =
      kind === kinds.word
        ? this.source(i).toUpperCase()
        : kind === kinds.symbol || kind === kinds.softEnd
          ? this.source(i)
          : ''
    this.words[i] = word
    return word
  }

  /** The token that closes the parenthesis at `i`; the end where none does. */
  partner(i: number): number {
    return (this.partners ??= this.pair())[i] ?? this.length
  }

  /** The last parenthesis that is opened and never closed. */
  get unclosed(): number | undefined {
    this.partners ??= this.pair()
    return this.lastOpen
  }

  private pair(): Int32Array {
    const out = new Int32Array(this.length).fill(this.length)
    const open: number[] = []
    for (let i = 0; i < this.length; i++) {
      if (this.kinds[i] !== kinds.symbol) continue
      const code = this.text.charCodeAt(this.froms[i] ?? 0)
      if (code === 40) open.push(i)
      else if (code === 41) {
        const start = open.pop()
        if (start !== undefined) out[start] = i
      }
    }
    this.lastOpen = open.at(-1)
    return out
  }

  /** The author's own text of the tokens from `first` to before `end`, without the marks of version comments. */
  raw(first: number, end: number): string {
    if (end <= first) return ''
    const to = this.to(end - 1)
    let at = this.from(first)
    let out = ''
    for (let i = this.firstMarkBehind(at); i < this.marks.length; i++) {
      const mark = this.marks[i]
      if (!mark || mark.from >= to) break
      out += this.text.slice(at, mark.from)
      at = mark.to
    }
    return out === '' ? this.text.slice(at, to) : (out + this.text.slice(at, to)).trim()
  }

  /** Marks of version comments stand in the statement. */
  get hasMarks(): boolean {
    const mark = this.marks[this.firstMarkBehind(this.from(0))]
    return mark !== undefined && mark.from < this.to(this.length - 1)
  }

  private firstMarkBehind(at: number): number {
    let low = 0
    let high = this.marks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.marks[middle]?.from ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }

  spot(first: number, end: number): Spot {
    return { from: this.from(first), to: end > first ? this.to(end - 1) : this.from(first) }
  }
}
