// What SQLite keeps only as the text of its CREATE statements: names of constraints, checks, generated columns,
// deferrability, collations, expressions of indexes. The text is known to be valid: the engine took it.

export interface Token {
  /** Upper case for a bare word, without its quotes for a quoted name; strings keep theirs. */
  readonly value: string
  readonly start: number
  readonly end: number
  readonly isWord: boolean
}

const TOKEN =
  /\s+|--[^\n]*|\/\*[^]*?\*\/|('(?:[^']|'')*')|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|\[([^\]]*)\]|([\p{L}_$][\p{L}\p{N}_$]*)|([^])/gu

export function tokenize(sql: string): readonly Token[] {
  const tokens: Token[] = []
  for (const found of sql.matchAll(TOKEN)) {
    const [all, string, double, back, bracket, word, symbol] = found
    const name = double?.replaceAll('""', '"') ?? back?.replaceAll('``', '`') ?? bracket
    const value = string ?? name ?? word?.toUpperCase() ?? symbol
    if (value === undefined) continue
    tokens.push({ value, start: found.index, end: found.index + all.length, isWord: word !== undefined })
  }
  return tokens
}

/** Tokens with a place, read from left to right. */
export class Reader {
  at = 0
  readonly sql: string
  readonly tokens: readonly Token[]

  constructor(sql: string, tokens: readonly Token[]) {
    this.sql = sql
    this.tokens = tokens
  }

  get isDone(): boolean {
    return this.at >= this.tokens.length
  }

  /** Takes these words or symbols if they come next. */
  take(...values: readonly string[]): boolean {
    const matches = values.every((value, index) => {
      const token = this.tokens[this.at + index]
      return token?.value === value && (token.isWord || !/^\w/.test(value))
    })
    if (matches) this.at += values.length
    return matches
  }

  /** A name as it was written, quotes taken off. */
  name(): string {
    const token = this.tokens[this.at]
    this.at += 1
    if (token === undefined) return ''
    return token.isWord ? this.sql.slice(token.start, token.end) : token.value.replace(/^'(.*)'$/s, '$1')
  }

  /** What stands between the parentheses that come next, as text. */
  parenthesized(): string {
    const inside = this.group()
    const first = inside[0]
    const last = inside.at(-1)
    return first === undefined || last === undefined ? '' : this.sql.slice(first.start, last.end)
  }

  /** The tokens between the parentheses that come next. */
  group(): readonly Token[] {
    const start = this.at + 1
    let depth = 0
    do {
      const value = this.tokens[this.at]?.value
      if (value === '(') depth += 1
      if (value === ')') depth -= 1
      this.at += 1
    } while (depth > 0 && !this.isDone)
    return this.tokens.slice(start, this.at - 1)
  }

  /** The parentheses that come next, cut at their own commas. */
  list(): readonly Reader[] {
    const parts: Token[][] = [[]]
    let depth = 0
    for (const token of this.group()) {
      if (token.value === '(') depth += 1
      if (token.value === ')') depth -= 1
      if (token.value === ',' && depth === 0) parts.push([])
      else parts.at(-1)?.push(token)
    }
    return parts.map((part) => new Reader(this.sql, part))
  }
}
