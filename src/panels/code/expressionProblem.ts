// What is wrong with an expression, in words, as far as one can tell without its database: what was left open, what ends
// too early, and a name before a comparison that no column has.
import type { Speech } from '../../core/model/lexis'
import { tokenize, type Token } from '../../core/model/resolve/tokens'
import { reserved } from '../../core/model/resolve/words'

export interface ExpressionGiven {
  readonly speech: Speech
  /** The columns that it may name; none where nobody knows. */
  readonly columns: readonly string[]
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

function bracketProblem(tokens: readonly Token[]): string | undefined {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind !== 'symbol') continue
    const close = closing[text]
    if (close !== undefined) open.push(close)
    else if ((text === ')' || text === ']') && open.pop() !== text) return `There is a “${text}” too many`
  }
  const last = open.at(-1)
  return last === undefined ? undefined : `A bracket is open: a “${last}” is missing`
}

const quotes = /^(?:[A-Za-z&]{0,2})(['"`[])/

function openTextProblem(tokens: readonly Token[]): string | undefined {
  for (const { kind, text } of tokens) {
    if (kind === 'space' && text.startsWith('/*') && !text.endsWith('*/')) return 'A comment is not closed'
    if (kind !== 'string' && kind !== 'quoted') continue
    const mark = quotes.exec(text)?.[1] ?? ''
    const end = mark === '[' ? ']' : mark
    const marks = text.split(end).length - 1
    const isClosed = mark === '[' ? text.endsWith(']') : marks % 2 === 0 || text.includes('\\')
    if (!isClosed) return `A text is open: a ${end} is missing`
  }
  return undefined
}

const wantsMore = /^(?:[-+*/%=<>|]|<>|!=|<=|>=|\|\||::|AND|OR|NOT|IS|IN|LIKE|BETWEEN)$/i
const comparisons = /^(?:=|<|>|<>|!=|<=|>=|IS|IN|LIKE|ILIKE|BETWEEN)$/i

/** Words in the place of a column that are none. */
const noColumns = new Set(['VALUE', 'SYSDATE', 'SYSTIMESTAMP', 'USER', 'ROWID', 'NEW', 'OLD'])

function unknownName(tokens: readonly Token[], { speech, columns }: ExpressionGiven): string | undefined {
  // A query brings names of its own.
  const hasQuery = tokens.some(({ text }) => /^(?:SELECT|EXISTS|INTERVAL)$/i.test(text))
  if (columns.length === 0 || hasQuery) return undefined
  const { names } = speech
  for (const [at, { kind, text }] of tokens.entries()) {
    const isName =
      kind === 'quoted' ||
      (kind === 'word' && !reserved.has(text.toUpperCase()) && !noColumns.has(text.toUpperCase()))
    const before = tokens[at - 1]?.text ?? ''
    const after = tokens[at + 1]?.text ?? ''
    // What stands behind a name or a cast is no column: `DATE x = …`, `a::text = …`.
    const isAlone = before === '' || /^(?:[-(,+*/%=<>]|AND|OR|NOT|WHEN)$/i.test(before)
    if (!isName || !isAlone || !comparisons.test(after)) continue
    const name = names.read(text)
    if (!columns.some((column) => names.isSame(column, name))) return `There is no column ${name} here`
  }
  return undefined
}

export function expressionProblem(text: string, given: ExpressionGiven): string | undefined {
  const all = tokenize(text, given.speech.lexis)
  const tokens = all.filter(({ kind }) => kind !== 'space')
  if (tokens.length === 0) return undefined
  const last = tokens.at(-1)?.text ?? ''
  if (last === ';') return 'An expression ends without a semicolon'
  return (
    openTextProblem(all) ??
    bracketProblem(tokens) ??
    (wantsMore.test(last) ? `Something is missing after “${last}”` : undefined) ??
    unknownName(tokens, given)
  )
}
