// Cuts SQL into tokens by a dialect's lexis. Knows no grammar; loses nothing: the tokens joined are the text.
import type { Lexis } from '../../model/lexis'

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'mark' | 'space' | 'comment'
  readonly text: string
}

const word = /[\p{L}_\ue000-\uf8ff][\p{L}\p{N}_$#\ue000-\uf8ff]*/uy
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const space = /\s+/y
const marks = /::|\|\||<=>|->>|->|#>>|#>|<@|@>|!~\*|!~|~\*|<=|>=|<>|!=|&&|<<|>>|:=|=>|./suy
/** N'…', E'…', X'…', B'…', U&'…' and MySQL's _utf8mb4'…' belong to the string behind them. */
const stringPrefix = /^(?:n|e|x|b|u&|_[a-z0-9]+)$/i

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The end of a quoted run that began at `at`; doubled quotes (and backslashes, where they escape) stay inside. */
function quotedEnd(
  text: string,
  at: number,
  { close, escapes }: { readonly close: string; readonly escapes: boolean },
): number {
  for (let i = at + 1; i < text.length; i++) {
    if (escapes && text[i] === '\\') i++
    else if (text[i] === close) {
      if (text[i + 1] !== close) return i + 1
      i++
    }
  }
  return text.length
}

function commentEnd(text: string, at: number, nested: boolean): number {
  let depth = 1
  for (let i = at + 2; i < text.length; i++) {
    if (text.startsWith('*/', i)) {
      if (--depth === 0) return i + 2
      i++
    } else if (nested && text.startsWith('/*', i)) {
      depth++
      i++
    }
  }
  return text.length
}

const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function comment(text: string, at: number, lexis: Lexis): number | undefined {
  if (text.startsWith('--', at)) return lineEnd(text, at)
  if (text.startsWith('/*', at)) return commentEnd(text, at, lexis.nestedComments)
  return lexis.hashComments && text[at] === '#' ? lineEnd(text, at) : undefined
}

const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy

function quoted(text: string, at: number, lexis: Lexis): Token | undefined {
  const token = (kind: Token['kind'], end: number): Token => ({ kind, text: text.slice(at, end) })
  if (text[at] === "'")
    return token('string', quotedEnd(text, at, { close: "'", escapes: lexis.backslashEscapes }))
  if (text[at] === '"' && lexis.doubleQuotedStrings)
    return token('string', quotedEnd(text, at, { close: '"', escapes: true }))
  const pair = lexis.identifierQuotes.find(([open]) => text[at] === open)
  if (pair) return token('quoted', quotedEnd(text, at, { close: pair[1], escapes: false }))
  const tag = lexis.dollarQuotes ? match(dollarTag, text, at) : undefined
  if (!tag) return undefined
  const end = text.indexOf(tag, at + tag.length)
  return token('string', end < 0 ? text.length : end + tag.length)
}

function nextToken(text: string, at: number, lexis: Lexis): Token {
  const blank = match(space, text, at)
  if (blank !== undefined) return { kind: 'space', text: blank }
  const end = comment(text, at, lexis)
  if (end !== undefined) return { kind: 'comment', text: text.slice(at, end) }
  const run = quoted(text, at, lexis)
  if (run) return run
  const name = match(word, text, at)
  if (name !== undefined) {
    const behind = at + name.length
    const prefix = stringPrefix.test(name) && text[behind] === "'"
    // PostgreSQL's E'…' escapes as MySQL's strings do.
    const inner = /^e$/i.test(name) ? { ...lexis, backslashEscapes: true } : lexis
    const string = prefix ? quoted(text, behind, inner) : undefined
    return string ? { kind: 'string', text: name + string.text } : { kind: 'word', text: name }
  }
  const digits = match(number, text, at)
  if (digits !== undefined) return { kind: 'number', text: digits }
  return { kind: 'mark', text: match(marks, text, at) ?? text.slice(at, at + 1) }
}

export function lex(text: string, lexis: Lexis): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = nextToken(text, at, lexis)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  Z: '\x1a',
}

/** What a string token says, or undefined for a hex or bit string, which says bytes. */
export function readString(token: string, lexis: Lexis): string | undefined {
  const open = /^[^'"$]*/.exec(token)?.[0] ?? ''
  if (/^[xb]$/i.test(open)) return undefined
  const body = token.slice(open.length)
  if (body.startsWith('$')) {
    const tag = /^\$[^$]*\$/.exec(body)?.[0] ?? '$$'
    return body.slice(tag.length, -tag.length)
  }
  const quote = body[0] ?? "'"
  const inner = body.slice(1, -1)
  if (!lexis.backslashEscapes && !/^e$/i.test(open)) return inner.replaceAll(quote + quote, quote)
  return inner.replace(/\\(.)|(''|"")/gs, (all, escaped: string | undefined, doubled: string | undefined) => {
    if (escaped !== undefined) return escapes[escaped] ?? (/[%_]/.test(escaped) ? all : escaped)
    return doubled?.[0] === quote ? quote : all
  })
}
