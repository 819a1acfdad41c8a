// A place in the tokens of a statement, and the small steps that every grammar is made of. A step either takes
// what it names or leaves the cursor where it was.
import type { Names } from '../../../model/lexis'
import type { ObjectName, Spot } from '../statement'
import { kinds, type Kind } from './lexer'
import { stringValue } from './literal'
import type { Tokens } from './tokens'

/** What reading a name needs to know. */
export interface Naming {
  readonly names: Names
  readonly backslashEscapes: boolean
  /** The parts of a dotted name as the object that they name. */
  readonly object: (parts: readonly string[]) => ObjectName
}

/** The inside of a pair of parentheses. */
export interface Group {
  readonly inner: Cursor
  readonly raw: string
}

export class Cursor {
  readonly tokens: Tokens
  readonly naming: Naming
  /** The first and the last token that this cursor sees. */
  readonly start: number
  readonly end: number
  at: number

  constructor(tokens: Tokens, naming: Naming, range?: { readonly start: number; readonly end: number }) {
    this.tokens = tokens
    this.naming = naming
    this.start = range?.start ?? 0
    this.end = range?.end ?? tokens.length
    this.at = this.start
  }

  get isDone(): boolean {
    return this.at >= this.end
  }

  /** The word (in capitals) or symbol here or a few tokens on; empty for names in quotes, strings and numbers. */
  word(ahead = 0): string {
    const i = this.at + ahead
    return i < this.end ? this.tokens.word(i) : ''
  }

  kind(ahead = 0): Kind {
    const i = this.at + ahead
    return i < this.end ? this.tokens.kind(i) : kinds.end
  }

  /** The token as written. */
  source(ahead = 0): string {
    const i = this.at + ahead
    return i < this.end ? this.tokens.source(i) : ''
  }

  /** Do these words stand here, one behind the other? */
  sees(...words: readonly string[]): boolean {
    return words.every((word, i) => this.word(i) === word)
  }

  seesOneOf(words: { has(word: string): boolean }): boolean {
    const word = this.word()
    return word !== '' && words.has(word)
  }

  /** Takes these words, all or none. */
  take(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false
    this.at += words.length
    return true
  }

  /** Takes the first of these that stands here. */
  takeOneOf(...words: readonly string[]): string | undefined {
    const word = this.word()
    if (word === '' || !words.includes(word)) return undefined
    this.at++
    return word
  }

  skip(count = 1): void {
    this.at = Math.min(this.end, this.at + count)
  }

  // Names

  seesName(ahead = 0): boolean {
    const kind = this.kind(ahead)
    return kind === kinds.word || kind === kinds.quoted || (kind === kinds.string && this.isQuotedName(ahead))
  }

  /** "a" where double quotes are strings, 'a' where people write names so. */
  private isQuotedName(ahead: number): boolean {
    const first = this.source(ahead).charCodeAt(0)
    return first === 34 || first === 39
  }

  name(): string | undefined {
    if (!this.seesName()) return undefined
    const isString = this.kind() === kinds.string
    const source = this.source()
    this.at++
    return isString ? stringValue(source, this.naming.backslashEscapes) : this.naming.names.read(source)
  }

  /** `a.b.c`, as its parts. */
  chain(): readonly string[] {
    const parts: string[] = []
    // SQL Server allows an empty middle: db..table.
    for (let part = this.name(); part !== undefined; part = this.name()) {
      parts.push(part)
      if (this.word() !== '.') break
      while (this.word() === '.') this.at++
    }
    return parts
  }

  objectName(): ObjectName | undefined {
    const before = this.at
    const parts = this.chain()
    if (parts.length > 0) return this.naming.object(parts)
    this.at = before
    return undefined
  }

  /** `(a, b)` as names alone; undefined (and nothing taken) when something else stands in it. */
  nameList(): readonly string[] | undefined {
    const before = this.at
    const group = this.group()
    if (!group) return undefined
    const names: string[] = []
    for (const item of group.inner.items()) {
      const name = item.name()
      if (name === undefined || !item.isDone) {
        this.at = before
        return undefined
      }
      names.push(name)
    }
    return names
  }

  // Literals

  string(): string | undefined {
    if (this.kind() !== kinds.string) return undefined
    let text = stringValue(this.source(), this.naming.backslashEscapes)
    this.at++
    // 'a' 'b' is one text in the standard, in MySQL and in DBML's neighbours.
    while (this.kind() === kinds.string && /^['"]/.test(this.source())) {
      text += stringValue(this.source(), this.naming.backslashEscapes)
      this.at++
    }
    return text
  }

  /** A whole number with its sign, as text. */
  integer(): string | undefined {
    const sign = this.word() === '-' || this.word() === '+' ? this.word() : ''
    const ahead = sign === '' ? 0 : 1
    if (this.kind(ahead) !== kinds.number) return undefined
    const digits = this.source(ahead)
    if (!/^\d+$/.test(digits)) return undefined
    this.at += ahead + 1
    return sign === '-' ? `-${digits}` : digits
  }

  // Ranges

  /** A pair of parentheses with what stands in it; what is never closed reaches to the end. */
  group(): Group | undefined {
    if (this.word() !== '(') return undefined
    const close = Math.min(this.tokens.partner(this.at), this.end)
    const inner = this.over(this.at + 1, close)
    this.at = Math.min(close + 1, this.end)
    return { inner, raw: inner.rest() }
  }

  /** As `group`, but of parentheses around parentheses only the innermost: they mean nothing. */
  bareGroup(): Group | undefined {
    let group = this.group()
    while (group?.inner.word() === '(' && this.tokens.partner(group.inner.start) === group.inner.end - 1)
      group = group.inner.group()
    return group
  }

  over(start: number, end: number): Cursor {
    return new Cursor(this.tokens, this.naming, { start, end })
  }

  /** What stands between the commas, each under a cursor of its own; empty items are left out. */
  items(separator = ','): readonly Cursor[] {
    const out: Cursor[] = []
    let start = this.at
    for (let i = this.at; i <= this.end; i++) {
      const word = i < this.end ? this.tokens.word(i) : separator
      if (word === '(') i = Math.min(this.tokens.partner(i), this.end - 1)
      else if (word === separator) {
        if (i > start) out.push(this.over(start, i))
        start = i + 1
      }
    }
    return out
  }

  /** Walks to the first of these words outside parentheses, or to the end. */
  skipTo(stops: { has(word: string): boolean }): void {
    while (!this.isDone && !this.seesOneOf(stops)) this.step()
  }

  /** One token, or one pair of parentheses. */
  step(): void {
    if (this.word() === '(') this.at = Math.min(this.tokens.partner(this.at) + 1, this.end)
    else this.at++
  }

  /** The text from a token to before this one. */
  rawFrom(start: number): string {
    return this.tokens.raw(start, this.at)
  }

  /** The text from here to the end, taken. */
  rest(): string {
    return this.tokens.raw(this.at, this.end)
  }

  takeRest(): string {
    const text = this.rest()
    this.at = this.end
    return text
  }

  spotFrom(start: number): Spot {
    return this.tokens.spot(start, this.at)
  }

  /** Where all of this cursor's tokens stand. */
  get spot(): Spot {
    return this.tokens.spot(this.start, this.end)
  }
}
