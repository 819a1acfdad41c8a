// A Prisma schema as words. Nothing is thrown away in silence: what fits nowhere is a word of kind `other`.
import type { Spot } from '../sql/statement'

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'doc' | 'newline' | 'other'
  /** A string without its quotes and escapes; a doc comment without its slashes. */
  readonly text: string
  readonly at: Spot
}

const space = /[^\S\n\r]+/y
const newline = /\r\n|\n|\r/y
const comment = /\/\/[^\n\r]*/y
const block = /\/\*[^]*?(?:\*\/|$)/y
const word = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy
const number = /-?\d+(?:\.\d+)?/y
// A string never leaves its line, so that a missing quote costs one line.
const string = /"(?:[^"\\\n\r]|\\[^\n\r])*"?/y
const mark = /@@|[@{}()[\],:?=!]/y

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unescaped(quoted: string): string {
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith('"') ? -1 : undefined)
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code?: string, one?: string) =>
    code === undefined ? (escapes[one ?? ''] ?? one ?? '') : String.fromCharCode(parseInt(code, 16)),
  )
}

const kindsOf: readonly (readonly [RegExp, Token['kind'] | undefined])[] = [
  [space, undefined],
  [newline, 'newline'],
  [comment, undefined],
  [block, undefined],
  [word, 'word'],
  [number, 'number'],
  [string, 'string'],
  [mark, 'mark'],
]

function textOf(kind: Token['kind'], text: string): string {
  return kind === 'string' ? unescaped(text) : text
}

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  while (from < text.length) {
    const start = from
    for (const [pattern, kind] of kindsOf) {
      pattern.lastIndex = start
      const found = pattern.exec(text)?.[0]
      if (found === undefined || found === '') continue
      from = start + found.length
      const at = { from: start, to: from }
      if (kind) tokens.push({ kind, text: textOf(kind, found), at })
      else if (found.startsWith('///')) tokens.push({ kind: 'doc', text: found.slice(3).trim(), at })
      break
    }
    if (from > start) continue
    from += 1
    tokens.push({ kind: 'other', text: text.slice(start, from), at: { from: start, to: from } })
  }
  return tokens
}
