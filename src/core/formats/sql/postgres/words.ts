// The tokens of one statement, and the author's own text between them.
import type { Spot } from '../statement'
import type { Token } from './lex'

const nothing: Token = { kind: 'symbol', from: 0, to: 0, upper: '' }

/** Places of a UTF-8 text as places of the same text in JavaScript; for ASCII they are the same. */
function byteMap(text: string): Uint32Array | undefined {
  // eslint-disable-next-line no-control-regex -- everything beyond ASCII is meant
  if (/^[\u0000-\u007f]*$/.test(text)) return undefined
  const map = new Uint32Array(text.length * 3 + 1)
  let byte = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isPair = code >= 0xd800 && code < 0xdc00 && i + 1 < text.length
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3
    map.fill(i, byte, byte + length)
    byte += length
    if (isPair) i++
  }
  map.fill(text.length, byte)
  return map
}

export class Words {
  /** The whole source. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** What the parser is given: the statement with blanks where something was lifted out. It stands at `from`. */
  readonly parsed: string
  readonly from: number
  readonly to: number
  private readonly map: Uint32Array | undefined
  private pairs: Int32Array | undefined

  constructor(text: string, tokens: readonly Token[], parsed?: string) {
    this.text = text
    this.tokens = tokens
    this.from = tokens[0]?.from ?? 0
    this.to = tokens.at(-1)?.to ?? this.from
    this.parsed = parsed ?? text.slice(this.from, this.to)
    this.map = byteMap(this.parsed)
  }

  get length(): number {
    return this.tokens.length
  }

  at(i: number): Token {
    return this.tokens[i] ?? nothing
  }

  upper(i: number): string {
    return this.at(i).upper
  }

  /** Do these words stand there? Names in quotes are never words. */
  reads(i: number, ...uppers: readonly string[]): boolean {
    return uppers.every((upper, n) => this.upper(i + n) === upper)
  }

  /** The bracket that closes the one at `i`; the last token where none does. */
  close(i: number): number {
    this.pairs ??= this.findPairs()
    return this.pairs[i] ?? this.length - 1
  }

  private findPairs(): Int32Array {
    const pairs = new Int32Array(this.length).fill(this.length - 1)
    const open: number[] = []
    for (const [i, { kind, upper }] of this.tokens.entries()) {
      if (kind !== 'symbol') continue
      if (upper === '(' || upper === '[') open.push(i)
      else if (upper === ')' || upper === ']') {
        const start = open.pop()
        if (start !== undefined) pairs[start] = i
      }
    }
    return pairs
  }

  private isOpening(i: number): boolean {
    return this.upper(i) === '(' || this.upper(i) === '['
  }

  /** The first place from `i` on, before `end` and outside of brackets, where one of these words stands; else `end`. */
  find(i: number, end: number, ...uppers: readonly string[]): number {
    for (let at = i; at < end; at++) {
      if (uppers.includes(this.upper(at))) return at
      if (this.isOpening(at)) at = this.close(at)
    }
    return end
  }

  /** Token ranges between the commas from `i` to `end`. */
  list(i: number, end: number): readonly (readonly [from: number, to: number])[] {
    const out: (readonly [number, number])[] = []
    let from = i
    while (from < end) {
      const to = this.find(from, end, ',')
      out.push([from, to])
      from = to + 1
    }
    return out
  }

  /** What stands in the bracket at `i`, piece by piece. */
  inside(i: number): readonly (readonly [from: number, to: number])[] {
    return this.upper(i) === '(' ? this.list(i + 1, this.close(i)) : []
  }

  /** The token behind a dotted name that begins at `i`. */
  behindName(i: number): number {
    let at = i + 1
    while (this.upper(at) === '.') at += 2
    return at
  }

  slice(from: number, to: number): string {
    return to <= from ? '' : this.text.slice(this.at(from).from, this.at(to - 1).to)
  }

  /** What stands between the brackets at `i`, comments and all. */
  content(i: number): string {
    return this.text.slice(this.at(i).to, this.at(this.close(i)).from).trim()
  }

  spot(from: number, to: number): Spot {
    return to <= from
      ? { from: this.at(from).from, to: this.at(from).to }
      : { from: this.at(from).from, to: this.at(to - 1).to }
  }

  get whole(): Spot {
    return { from: this.from, to: this.to }
  }

  /** The token at a place that the parser names, in bytes of the statement. */
  indexAt(byte: number): number {
    return this.indexFrom(this.from + (this.map ? (this.map[byte] ?? this.parsed.length) : byte))
  }

  /** The first token that ends behind this place of the source. */
  indexFrom(place: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.at(middle).to <= place) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A place that the parser counts in characters, in the source. */
  placeOf(codePoints: number): number {
    if (!this.map) return this.from + codePoints
    let at = 0
    for (let n = 0; n < codePoints && at < this.parsed.length; n++)
      at += (this.parsed.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    return this.from + at
  }

  /** The same statement with some token ranges out of sight of the parser and of everyone who slices. */
  without(ranges: readonly (readonly [from: number, to: number])[]): Words {
    if (ranges.length === 0) return this
    const gone = new Set<number>()
    for (const [from, to] of ranges) for (let i = from; i < to; i++) gone.add(i)
    const kept = this.tokens.filter((_token, i) => !gone.has(i))
    const end = kept.at(-1)?.to ?? this.from
    let parsed = ''
    let done = this.from
    for (const i of [...gone].sort((a, b) => a - b)) {
      const { from, to } = this.at(i)
      parsed += this.parsed.slice(done - this.from, from - this.from) + ' '.repeat(to - from)
      done = to
    }
    parsed += this.parsed.slice(done - this.from)
    const from = kept[0]?.from ?? this.from
    return new Words(this.text, kept, parsed.slice(from - this.from, end - this.from))
  }

  /** The same statement with other words for the parser, of the same length. */
  showing(parsed: string): Words {
    return new Words(this.text, this.tokens, parsed)
  }
}
