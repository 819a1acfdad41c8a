// SQL cut into words, strings and marks, after the rules of one dialect. Put together again the tokens are the text.
import type { Lexis } from '../lexis'

export type TokenKind =
  /** A name or keyword without quotes. */
  | 'word'
  | 'quoted'
  | 'string'
  | 'number'
  /** @variables and #temporary tables: names that no object of the document has. */
  | 'parameter'
  /** Blanks and comments. */
  | 'space'
  /** The opening or closing mark of a body: $$ or $tag$. */
  | 'dollar'
  | 'symbol'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

const word = /[\p{L}_\u{80}-\u{10ffff}][\p{L}\p{N}\p{M}_$#\u{80}-\u{10ffff}]*/uy
const number = /(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?:[A-Za-z]\w*)?/y
const parameter = /(?:@@?|##?)[\p{L}_][\p{L}\p{N}_$#]*|\$\d+/uy
const space = /\s+|--[^\n]*/y
const dollarTag = /\$(?:[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)?\$/uy
const prefix = /(?:[nN][qQ]|[uU]&|[eEnNbBxXqQ])(?=')/y
const symbol = /::|:=|<>|!=|<=|>=|\|\||->>?|=>|[\s\S]/uy

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The end of a quoted piece that begins at `at` with `open`; a doubled closing mark stands for itself. */
function quotedEnd(
  text: string,
  at: number,
  mark: { readonly close: string; readonly escapes: boolean },
): number {
  let i = at + 1
  while (i < text.length) {
    if (mark.escapes && text[i] === '\\') i += 2
    else if (text[i] !== mark.close) i++
    else if (text[i + 1] === mark.close) i += 2
    else return i + 1
  }
  return text.length
}

const brackets: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' }

/** Oracle's q'[…]'. */
function alternativeEnd(text: string, at: number): number {
  const open = text.charAt(at + 1)
  const end = text.indexOf(`${brackets[open] ?? open}'`, at + 2)
  return end < 0 ? text.length : end + 2
}

function commentEnd(text: string, at: number, nested: boolean): number {
  let depth = 1
  let i = at + 2
  while (i < text.length && depth > 0) {
    if (text.startsWith('*/', i)) {
      depth--
      i += 2
    } else if (nested && text.startsWith('/*', i)) {
      depth++
      i += 2
    } else i++
  }
  return i
}

class Tokenizer {
  private readonly text: string
  private readonly lexis: Lexis
  /** Where the body ends that is being read: in `$$select a$$` the name is not `a$$`. */
  private limit: number
  readonly tokens: Token[] = []

  constructor(text: string, lexis: Lexis) {
    this.text = text
    this.lexis = lexis
    this.limit = text.length
  }

  private take(kind: TokenKind, from: number, end: number): number {
    const to = Math.min(end, this.limit)
    this.tokens.push({ kind, text: this.text.slice(from, to) })
    return to
  }

  /** A string with its prefix, or undefined when none begins here. */
  private string(at: number): number | undefined {
    const { text, lexis } = this
    const head = matchAt(prefix, text, at) ?? ''
    const open = text[at + head.length]
    if (open === '"' && head === '' && lexis.doubleQuotedStrings) {
      return this.take('string', at, quotedEnd(text, at, { close: '"', escapes: lexis.backslashEscapes }))
    }
    if (open !== "'") return undefined
    const start = at + head.length
    if (/^n?q$/i.test(head)) return this.take('string', at, alternativeEnd(text, start))
    const escapes = lexis.backslashEscapes || /^e$/i.test(head)
    return this.take('string', at, quotedEnd(text, start, { close: "'", escapes }))
  }

  private identifier(at: number): number | undefined {
    for (const [open, close] of this.lexis.identifierQuotes) {
      if (!this.text.startsWith(open, at)) continue
      return this.take('quoted', at, quotedEnd(this.text, at, { close, escapes: false }))
    }
    return undefined
  }

  /** A body in dollar quotes is SQL again: its tokens stand between the marks. */
  private body(at: number, end: number): number | undefined {
    if (!this.lexis.dollarQuotes) return undefined
    const tag = matchAt(dollarTag, this.text, at)
    const close = tag === undefined ? -1 : this.text.indexOf(tag, at + tag.length)
    if (tag === undefined || close < 0 || close + tag.length > end) return undefined
    this.take('dollar', at, at + tag.length)
    const { limit } = this
    this.limit = close
    this.range(at + tag.length, close)
    this.limit = limit
    return this.take('dollar', close, close + tag.length)
  }

  private blank(at: number): number | undefined {
    const { text, lexis } = this
    const plain = matchAt(space, text, at)
    if (plain !== undefined) return this.take('space', at, at + plain.length)
    if (text.startsWith('/*', at)) return this.take('space', at, commentEnd(text, at, lexis.nestedComments))
    if (!lexis.hashComments || text[at] !== '#') return undefined
    const end = text.indexOf('\n', at)
    return this.take('space', at, end < 0 ? text.length : end)
  }

  private pattern(kind: TokenKind, pattern: RegExp, at: number): number | undefined {
    const found = matchAt(pattern, this.text, at)
    return found === undefined ? undefined : this.take(kind, at, at + found.length)
  }

  range(from: number, to: number): void {
    let at = from
    while (at < to) {
      at =
        this.blank(at) ??
        this.string(at) ??
        this.identifier(at) ??
        this.body(at, to) ??
        this.pattern('parameter', parameter, at) ??
        this.pattern('word', word, at) ??
        this.pattern('number', number, at) ??
        this.pattern('symbol', symbol, at) ??
        to
    }
  }
}

export function tokenize(text: string, lexis: Lexis): readonly Token[] {
  const tokenizer = new Tokenizer(text, lexis)
  tokenizer.range(0, text.length)
  return tokenizer.tokens
}

/** Where a string's text stands inside its token, and whether escapes in it can be trusted to be doubled quotes only. */
export function stringInside(token: Token): {
  readonly from: number
  readonly to: number
  readonly isPlain: boolean
} {
  const open = token.text.search(/['"]/)
  const head = token.text.slice(0, open)
  const isPlain = head === '' || /^n$/i.test(head)
  return { from: open + 1, to: token.text.length - 1, isPlain: isPlain && !token.text.includes('\\') }
}
