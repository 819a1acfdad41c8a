// What may stand at a place of the text, told by what stands before it.
import { isElementStart, isName, nameOf, tokensOf, type Token } from './scan'

export type Wanted =
  | { readonly kind: 'element' }
  /** A line of a table, a partial, an enum, a group…: `body` says whose. */
  | { readonly kind: 'line'; readonly body: string; readonly owner: string | undefined }
  | { readonly kind: 'type' }
  | { readonly kind: 'setting'; readonly of: string }
  | {
      readonly kind: 'value'
      readonly of: string
      readonly setting: string
      readonly column: readonly string[]
    }
  /** A table, or something of one after a dot: `path` is what stands before it. */
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly owner: string | undefined }
  | { readonly kind: 'column'; readonly owner: string | undefined }
  | { readonly kind: 'nothing' }

interface Open {
  readonly sign: string
  /** The word that the brace belongs to: table, indexes, a column's name. */
  readonly head: readonly Token[]
}

const nothing: Wanted = { kind: 'nothing' }
const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? ''
const closes: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' }

/** Where the element around a place begins. */
export function elementStart(text: string, offset: number): number {
  let at = text.lastIndexOf('\n', offset - 1) + 1
  for (;;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (at === 0 || (isElementStart(line) && !/^\s/.test(line))) return at
    at = text.lastIndexOf('\n', at - 2) + 1
  }
}

class Reader {
  private readonly open: Open[] = []
  private line: Token[] = []
  private lineStart = -1
  private first: readonly Token[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  read(): {
    readonly open: readonly Open[]
    readonly line: readonly Token[]
    readonly first: readonly Token[]
  } {
    for (const token of tokensOf(this.text)) {
      if (token.kind === 'comment') continue
      this.newLine(token)
      this.bracket(token)
    }
    const isFresh = this.text.lastIndexOf('\n') >= (this.line.at(-1)?.from ?? 0)
    return { open: this.open, line: isFresh && !this.isInside('[') ? [] : this.line, first: this.first }
  }

  private isInside(sign: string): boolean {
    return this.open.at(-1)?.sign === sign
  }

  private newLine(token: Token): void {
    const start = this.text.lastIndexOf('\n', token.from) + 1
    if (start === this.lineStart) return
    this.lineStart = start
    if (this.isInside('[') || this.isInside('(')) return
    if (this.line.length > 0 && this.first.length === 0) this.first = this.line
    this.line = []
  }

  private bracket(token: Token): void {
    if (closes[token.text]) {
      if (this.open.at(-1)?.sign === closes[token.text]) this.open.pop()
      this.line.push(token)
    } else if ('{[('.includes(token.text)) {
      if (this.first.length === 0) this.first = this.line
      this.open.push({ sign: token.text, head: this.line })
      this.line = token.text === '{' ? [] : [...this.line, token]
    } else this.line.push(token)
  }
}

/** The names before the cursor that dots tie together; the last one may be half typed. */
function pathOf(tokens: readonly Token[], isWordOpen: boolean): readonly string[] {
  const names: string[] = []
  let i = tokens.length - 1
  const typed = tokens[i]
  if (isWordOpen && typed && isName(typed)) i -= 1
  while (i > 0 && tokens[i]?.text === '.') {
    const name = tokens[i - 1]
    if (!name || !isName(name)) break
    names.unshift(nameOf(name))
    i -= 2
  }
  return names
}

/** Everything after the last comma within the brackets. */
function settingTokens(line: readonly Token[]): readonly Token[] {
  const open = line.findLastIndex(({ text }) => text === '[')
  const inside = line.slice(open + 1)
  return inside.slice(inside.findLastIndex(({ text }) => text === ',') + 1)
}

const ownerOf = (first: readonly Token[]): string | undefined => {
  const names = first.slice(1).filter(isName)
  const last = first.findIndex((token) => lower(token) === 'as')
  const before = last < 0 ? names : first.slice(1, last).filter(isName)
  const name = before.at(-1)
  return name && nameOf(name)
}

const relating = new Set(['>', '<', '-', '?', ':'])

function wantedInSettings(of: string, tokens: readonly Token[], around: Around): Wanted {
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (colon < 0) return { kind: 'setting', of }
  const setting = tokens
    .slice(0, colon)
    .map((token) => lower(token))
    .join(' ')
  const after = tokens.slice(colon + 1)
  const path = pathOf(after, around.isWordOpen)
  if ((setting === 'ref' || setting === 'dep') && after.some(({ text }) => relating.has(text)))
    return { kind: 'path', path, owner: around.owner }
  if (path.length > 0 && setting !== 'default') return nothing
  return { kind: 'value', of, setting, column: around.column }
}

interface Around {
  readonly owner: string | undefined
  readonly column: readonly string[]
  readonly isWordOpen: boolean
}

function wantedInBody(body: string, line: readonly Token[], around: Around): Wanted {
  const { owner, isWordOpen } = around
  const typed = isWordOpen ? line.slice(0, -1) : line
  const path = pathOf(line, isWordOpen)
  if (body === 'ref' || body === 'dep' || body === 'tablegroup' || body === 'tables')
    return { kind: 'path', path, owner: undefined }
  if (body === 'indexes') return { kind: 'column', owner }
  if (body !== 'table' && body !== 'tablepartial')
    return typed.length === 0 ? { kind: 'line', body, owner } : nothing
  if (typed.length === 0) return { kind: 'line', body, owner }
  const [name, second] = typed
  if (typed.length === 1 && name && isName(name)) return { kind: 'type' }
  return second && path.length > 0 ? { kind: 'type' } : nothing
}

function wantedAtTop(line: readonly Token[], around: Around): Wanted {
  const typed = around.isWordOpen ? line.slice(0, -1) : line
  if (typed.length === 0) return { kind: 'element' }
  const word = lower(line[0])
  const colon = typed.findIndex(({ text }) => text === ':')
  if ((word !== 'ref' && word !== 'dep') || colon < 0)
    return word === 'records'
      ? { kind: 'path', path: pathOf(line, around.isWordOpen), owner: undefined }
      : nothing
  return { kind: 'path', path: pathOf(line, around.isWordOpen), owner: undefined }
}

const isWordEnd = /[\p{L}\p{N}_"]$/u

/** `before`: the text from the start of the element around the cursor up to the cursor. */
export function wantedAfter(before: string): Wanted {
  const { open, line, first } = new Reader(before).read()
  const last = tokensOf(before).at(-1)
  const isInText = last !== undefined && last.to === before.length && isUnfinished(last)
  if (isInText) return nothing
  const isWordOpen = isWordEnd.test(before)
  const [outer] = open
  const inner = open.at(-1)
  const owner = ownerOf(first)
  if (!inner) return wantedAtTop(line, { owner, column: [], isWordOpen })
  const head = outer === inner && inner.sign !== '{' ? line : first
  const element = lower(head[0])
  const body = lower([...open].reverse().find(({ sign }) => sign === '{')?.head[0])
  const around = { owner, column: inner.head.filter(isName).map(nameOf), isWordOpen }
  if (inner.sign === '[')
    return wantedInSettings(body === '' ? `${element} itself` : body, settingTokens(line), around)
  if (inner.sign === '(') return { kind: 'column', owner: ownerInParentheses(body, inner.head) ?? owner }
  return wantedInBody(body, line, around)
}

/** `records users(`, `Ref: users.(`: the table is named right before. */
function ownerInParentheses(body: string, head: readonly Token[]): string | undefined {
  if (body === 'indexes') return undefined
  const name = head.filter(isName).at(-1)
  return name && nameOf(name)
}

function isUnfinished({ kind, text }: Token): boolean {
  if (kind === 'comment') return !text.endsWith('*/')
  if (kind === 'expression') return text.length < 2 || !text.endsWith('`')
  if (kind === 'text')
    return text.startsWith("'''") ? !/'''.*'''$/s.test(text) : !/^'(?:\\.|[^'\\])*'$/s.test(text)
  return false
}
