// Calls with their arguments, and the calls inside their blocks: as much Ruby as a schema.rb is made of.
import type { Spot } from '../sql/statement'
import { tokensOf, type Token } from './tokens'

export type Value =
  | { readonly kind: 'string' | 'symbol' | 'number' | 'word'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'hash'; readonly entries: ReadonlyMap<string, Value> }
  /** `-> { "now()" }`: SQL for the database. */
  | { readonly kind: 'sql'; readonly text: string }

export interface Call {
  /** `t` of `t.string`, empty for a bare call. */
  readonly on: string
  readonly name: string
  readonly args: readonly Value[]
  readonly options: ReadonlyMap<string, Value>
  readonly block: readonly Call[]
  readonly at: Spot
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const deepest = 50

class Parser {
  private readonly tokens: readonly Token[]
  private i = 0
  private depth = 0

  constructor(text: string) {
    this.tokens = tokensOf(text)
  }

  private now(): Token | undefined {
    return this.tokens[this.i]
  }

  private is(kind: Token['kind'], text?: string): boolean {
    const token = this.now()
    return token?.kind === kind && (text === undefined || token.text === text)
  }

  private accept(kind: Token['kind'], text?: string): boolean {
    if (!this.is(kind, text)) return false
    this.i += 1
    return true
  }

  private skipLines(): void {
    while (this.accept('newline'));
  }

  /** Calls up to the `end` of their block, or to the end of the file. */
  calls(): readonly Call[] {
    const calls: Call[] = []
    for (;;) {
      this.skipLines()
      if (!this.now() || this.accept('word', 'end')) return calls
      if (this.is('word')) calls.push(this.call())
      else this.i += 1
    }
  }

  private call(): Call {
    const start = this.now()?.at.from ?? 0
    let name = this.now()?.text ?? ''
    let on = ''
    this.i += 1
    // `ActiveRecord::Schema[7.0].define(…)` is a call of `define` on the rest.
    for (;;) {
      if (this.is('mark', '[') && /^[A-Z]/.test(name)) name += `[${this.subscript()}]`
      else if (this.accept('mark', '.') || this.accept('mark', '&.')) {
        on = name
        name = this.now()?.text ?? ''
        this.i += 1
      } else break
    }
    const { args, options } = this.argumentsOf()
    const to = this.tokens[this.i - 1]?.at.to ?? start
    const at = { from: start, to }
    const hasBlock = this.accept('word', 'do')
    if (hasBlock && this.accept('mark', '|')) while (this.now() && !this.accept('mark', '|')) this.i += 1
    const isDeep = this.depth >= deepest
    this.depth += 1
    const block = hasBlock && !isDeep ? this.calls() : []
    this.depth -= 1
    return { on, name, args, options, block, at }
  }

  private subscript(): string {
    this.i += 1
    const text = this.now()?.text ?? ''
    while (this.now() && !this.accept('mark', ']')) this.i += 1
    return text
  }

  private argumentsOf() {
    const args: Value[] = []
    const options = new Map<string, Value>()
    const isBracketed = this.accept('mark', '(')
    for (;;) {
      if (isBracketed) this.skipLines()
      const token = this.now()
      if (!token || (isBracketed && this.accept('mark', ')'))) break
      if (!isBracketed && (token.kind === 'newline' || this.is('word', 'do'))) break
      const before = this.i
      this.entry(args, options)
      // A comma at the end of a line goes on behind it.
      if (this.accept('mark', ',')) this.skipLines()
      if (this.i === before) this.i += 1
    }
    return { args, options }
  }

  private entry(items: Value[], entries: Map<string, Value>): void {
    const token = this.now()
    if (token?.kind === 'key') {
      this.i += 1
      this.skipLines()
      entries.set(token.text, this.value())
      return
    }
    const value = this.value()
    if (!this.accept('mark', '=>')) items.push(value)
    else if (value.kind !== 'list' && value.kind !== 'hash') entries.set(value.text, this.value())
  }

  private value(): Value {
    const token = this.now()
    if (!token) return { kind: 'word', text: 'nil' }
    this.i += 1
    const { kind, text } = token
    if (kind === 'string' || kind === 'symbol' || kind === 'number') return this.chained({ kind, text })
    if (kind === 'words') {
      const words = text === '' ? [] : text.split(/\s+/)
      return { kind: 'list', items: words.map((word) => ({ kind: 'string', text: word })) }
    }
    if (kind === 'mark' && text === '->') return this.lambda()
    if (kind === 'mark' && (text === '[' || text === '{') && this.depth < deepest) return this.bracketed(text)
    return this.chained({ kind: 'word', text })
  }

  /** `"…".freeze`, `1.day`: what is behind the dot does not matter here. */
  private chained(value: Value): Value {
    while (this.is('mark', '.') && this.tokens[this.i + 1]?.kind === 'word') this.i += 2
    return value
  }

  private bracketed(open: '[' | '{'): Value {
    const close = closing[open] ?? ''
    const items: Value[] = []
    const entries = new Map<string, Value>()
    this.depth += 1
    for (;;) {
      this.skipLines()
      if (!this.now() || this.accept('mark', close)) break
      const before = this.i
      this.entry(items, entries)
      this.skipLines()
      this.accept('mark', ',')
      if (this.i === before) this.i += 1
    }
    this.depth -= 1
    return open === '{' ? { kind: 'hash', entries } : { kind: 'list', items }
  }

  private lambda(): Value {
    let text = ''
    const isBraces = this.accept('mark', '{')
    while (this.now()) {
      if (isBraces ? this.accept('mark', '}') : this.accept('word', 'end')) break
      const token = this.now()
      if (token?.kind === 'string') text = token.text
      this.i += 1
      if (!isBraces && token?.kind === 'newline') break
    }
    return { kind: 'sql', text }
  }
}

export const parseRuby = (text: string): readonly Call[] => new Parser(text).calls()
