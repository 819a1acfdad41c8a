// PostgreSQL's tokens (manual, 4.1): enough to find where a statement ends and what its author's words were. Linear in
// the text, whatever the text is: what has no end is searched for once.

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'dollar' | 'number' | 'symbol'
  readonly from: number
  readonly to: number
  /** A word in capitals, a symbol as it is; empty for everything else, so that no text is taken for a word. */
  readonly upper: string
}

/** A quote, a dollar tag or a comment that is never closed. */
export interface Unclosed {
  readonly what: 'string' | 'name' | 'dollarQuote' | 'comment'
  readonly from: number
}

export type Lexed =
  | { readonly token: Token }
  /** White space or a comment; `odd` marks blanks that PostgreSQL itself does not know (a no-break space, NUL). */
  | { readonly blankTo: number; readonly odd?: true }
  | { readonly unclosed: Unclosed }

const wordAt =
  /[A-Za-z_\u0080-\u009f\u00a1-\u1fff\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff][\w$\u0080-\u009f\u00a1-\u1fff\u200c-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff]*/y
const numberAt =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*(?:\.(?!\.)[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?/y
const plainBlankAt = /[ \t\n\r\f\v]+/y
const oddBlankAt = /[\s\0\u200b\ufeff]+/y
const tagAt = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y
const parameterAt = /\$\d+/y
const lineEnd = /[\n\r]/g

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

export class Lexer {
  readonly text: string
  /** Dollar tags of which no further one follows: a text full of them is not searched for each. */
  private readonly lonely = new Set<string>()
  private unclosedComments = 0

  constructor(text: string) {
    this.text = text
  }

  at(from: number): Lexed {
    const { text } = this
    const blank = matchAt(plainBlankAt, text, from)
    if (blank > 0) return { blankTo: blank }
    const char = text[from] ?? ''
    const next = text[from + 1] ?? ''
    if (char === '-' && next === '-') return { blankTo: this.lineEnd(from) }
    if (char === '/' && next === '*') return this.comment(from)
    if (char === "'") return this.string(from, from, false)
    if (char === '"') return this.quoted(from, from)
    if (char === '$') return this.dollar(from)
    if (/[\d.]/.test(char)) {
      const end = matchAt(numberAt, text, from)
      if (end > 0) return { token: { kind: 'number', from, to: end, upper: '' } }
    }
    const word = matchAt(wordAt, text, from)
    if (word > 0) return this.word(from, word)
    const odd = matchAt(oddBlankAt, text, from)
    if (odd > 0) return { blankTo: odd, odd: true }
    const to = char === ':' && next === ':' ? from + 2 : from + 1
    return { token: { kind: 'symbol', from, to, upper: text.slice(from, to) } }
  }

  lineEnd(from: number): number {
    lineEnd.lastIndex = from
    const found = lineEnd.exec(this.text)
    return found ? found.index : this.text.length
  }

  /** A word, or the prefix of a string: E'…', B'…', U&"…". */
  private word(from: number, to: number): Lexed {
    const { text } = this
    if (to === from + 1) {
      const letter = text[from]?.toLowerCase() ?? ''
      if (text[to] === "'" && 'ebxn'.includes(letter)) return this.string(from, to, letter === 'e')
      if (letter === 'u' && text[to] === '&' && text[to + 1] === "'") return this.string(from, to + 1, false)
      if (letter === 'u' && text[to] === '&' && text[to + 1] === '"') return this.quoted(from, to + 1)
    }
    return { token: { kind: 'word', from, to, upper: text.slice(from, to).toUpperCase() } }
  }

  private string(from: number, quote: number, isEscaped: boolean): Lexed {
    const { text } = this
    let at = quote + 1
    for (;;) {
      const end = text.indexOf("'", at)
      if (end < 0) return { unclosed: { what: 'string', from } }
      if (isEscaped) {
        const slash = text.indexOf('\\', at)
        if (slash >= 0 && slash < end) {
          at = slash + 2
          continue
        }
      }
      if (text[end + 1] !== "'") return { token: { kind: 'string', from, to: end + 1, upper: '' } }
      at = end + 2
    }
  }

  private quoted(from: number, quote: number): Lexed {
    let at = quote + 1
    for (;;) {
      const end = this.text.indexOf('"', at)
      if (end < 0) return { unclosed: { what: 'name', from } }
      if (this.text[end + 1] !== '"') return { token: { kind: 'quoted', from, to: end + 1, upper: '' } }
      at = end + 2
    }
  }

  private dollar(from: number): Lexed {
    const { text } = this
    const open = matchAt(tagAt, text, from)
    if (open > 0) {
      const tag = text.slice(from, open)
      const close = this.lonely.has(tag) ? -1 : text.indexOf(tag, open)
      if (close >= 0) return { token: { kind: 'dollar', from, to: close + tag.length, upper: '' } }
      // Beyond a few hundred such tags the text is no SQL, and each further search would cost its whole length.
      if (this.lonely.size < 300) {
        this.lonely.add(tag)
        return { unclosed: { what: 'dollarQuote', from } }
      }
    }
    const parameter = matchAt(parameterAt, text, from)
    const to = parameter > 0 ? parameter : from + 1
    return { token: { kind: parameter > 0 ? 'number' : 'symbol', from, to, upper: parameter > 0 ? '' : '$' } }
  }

  /** Comments nest here. */
  private comment(from: number): Lexed {
    const mark = /\/\*|\*\//g
    mark.lastIndex = from + 2
    let depth = 1
    if (this.unclosedComments < 20) {
      for (let found = mark.exec(this.text); found; found = mark.exec(this.text)) {
        depth += found[0] === '/*' ? 1 : -1
        if (depth === 0) return { blankTo: mark.lastIndex }
      }
    }
    this.unclosedComments++
    return { unclosed: { what: 'comment', from } }
  }
}
