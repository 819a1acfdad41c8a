// The Ruby of a schema.rb as words: strings, symbols, numbers, marks, heredocs.
import type { Spot } from '../sql/statement'

export interface Token {
  readonly kind: 'word' | 'key' | 'symbol' | 'string' | 'number' | 'words' | 'mark' | 'newline' | 'other'
  readonly text: string
  readonly at: Spot
}

type Rule = readonly [RegExp, Token['kind'] | undefined, ((found: string) => string)?]

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ', e: '\u001b', 0: '\0' }

const oneEscaped = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|[^])/g

function unescaped(escape: string): string {
  const code = parseInt(/^\\u\{?([0-9a-fA-F]+)/.exec(escape)?.[1] ?? '', 16)
  if (!Number.isNaN(code) && code <= 0x10ffff) return String.fromCodePoint(code)
  return escapes[escape.slice(1)] ?? escape.slice(1)
}

const doubleQuoted = (found: string): string => found.slice(1, -1).replace(oneEscaped, unescaped)

const singleQuoted = (found: string): string => found.slice(1, -1).replace(/\\(['\\])/g, '$1')

const rules: readonly Rule[] = [
  [/(?:[^\S\n\r]|\\\r?\n)+/y, undefined],
  [/\r\n|\n|\r/y, 'newline'],
  [/#[^\n\r]*/y, undefined],
  [/%[wi]\[[^\]]*\]|%[wi]\([^)]*\)/iy, 'words', (found) => found.slice(3, -1).trim()],
  [/"(?:[^"\\]|\\[^])*":(?!:)/y, 'key', (found) => doubleQuoted(found.slice(0, -1))],
  [/"(?:[^"\\]|\\[^])*"/y, 'string', doubleQuoted],
  [/'(?:[^'\\]|\\[^])*'/y, 'string', singleQuoted],
  [/:"(?:[^"\\]|\\[^])*"/y, 'symbol', (found) => doubleQuoted(found.slice(1))],
  [/:[A-Za-z_]\w*[?!]?/y, 'symbol', (found) => found.slice(1)],
  [/[A-Za-z_]\w*[?!]?:(?!:)/y, 'key', (found) => found.slice(0, -1)],
  [/[A-Za-z_]\w*[?!]?(?:::[A-Za-z_]\w*)*/y, 'word'],
  [/-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/iy, 'number', (found) => found.replaceAll('_', '')],
  [/->|=>|&?\.|[()[\]{},|]/y, 'mark'],
]

const heredoc = /<<[~-]?(['"]?)([A-Za-z_]\w*)\1/y

interface Heredoc {
  readonly mark: string
  readonly index: number
}

/** The lines of heredocs that were opened on the line which ends at `from`. */
function bodies(text: string, from: number, open: readonly Heredoc[]) {
  const found: { readonly index: number; readonly text: string }[] = []
  let at = from
  for (const { mark, index } of open) {
    const lines: string[] = []
    while (at < text.length) {
      const end = text.indexOf('\n', at)
      const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, '')
      at = end < 0 ? text.length : end + 1
      if (line.trim() === mark) break
      lines.push(line)
    }
    const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
    found.push({
      index,
      text: lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n'),
    })
  }
  return { found, end: at }
}

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let open: Heredoc[] = []
  let from = 0
  const push = (kind: Token['kind'], word: string, to: number) =>
    tokens.push({ kind, text: word, at: { from, to } })
  while (from < text.length) {
    heredoc.lastIndex = from
    const here = heredoc.exec(text)
    if (here) {
      open.push({ mark: here[2] ?? '', index: tokens.length })
      push('string', '', from + here[0].length)
      from += here[0].length
      continue
    }
    const found = first(text, from)
    if (!found) push('other', text[from] ?? '', from + 1)
    else if (found.kind) push(found.kind, found.word, from + found.length)
    from += found?.length ?? 1
    if (found?.kind !== 'newline' || open.length === 0) continue
    const read = bodies(text, from, open)
    for (const body of read.found) {
      const token = tokens[body.index]
      if (token) tokens[body.index] = { ...token, text: body.text }
    }
    open = []
    from = read.end
  }
  return tokens
}

function first(text: string, from: number) {
  for (const [pattern, kind, change] of rules) {
    pattern.lastIndex = from
    const found = pattern.exec(text)?.[0]
    if (found !== undefined && found !== '') {
      return { kind, length: found.length, word: kind && change ? change(found) : found }
    }
  }
  return undefined
}
