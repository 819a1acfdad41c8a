// Cuts a script into statements where each engine's own client would (psql, mysql, sqlite3).
import type { Family } from './engine'

export interface Statement {
  readonly text: string
  /** Of the first character of `text` in the script. */
  readonly offset: number
}

interface Reading {
  readonly sql: string
  readonly family: Family
  at: number
  /** Where the statement's first word or symbol stands; -1 before it. */
  start: number
  delimiter: string
  words: string[]
  parens: number
  blocks: number
  /** The last two tokens, for `; END ;`. */
  before: string
  last: string
}

const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy
const SPACE = /\s+/y
const PLAIN: Record<Family, RegExp> = {
  postgres: /--[^\n]*/y,
  mysql: /(?:--(?=\s|$)|#)[^\n]*/y,
  sqlite: /--[^\n]*/y,
}
const QUOTED: Record<Family, readonly RegExp[]> = {
  postgres: [
    /[eE]'(?:[^'\\]|\\[^]|'')*'/y,
    /'[^']*'/y,
    /"[^"]*"/y,
    /(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[^]*?\1/uy,
  ],
  mysql: [/'(?:[^'\\]|\\[^])*'/y, /"(?:[^"\\]|\\[^])*"/y, /`[^`]*`/y],
  sqlite: [/'[^']*'/y, /"[^"]*"/y, /`[^`]*`/y, /\[[^\]]*\]/y],
}
const DELIMITER_LINE = /delimiter[ \t]+(\S+)[^\n]*/iy
const META_LINE: Partial<Record<Family, RegExp>> = { postgres: /\\[^\n]*/y, sqlite: /\.[a-z][^\n]*/y }
const COPY_ROWS = /[^\n]*\n[^]*?(?:^\\\.\s*$|$(?![^]))/my

export function splitScript(family: Family, sql: string): readonly Statement[] {
  const reading: Reading = {
    sql,
    family,
    at: sql.startsWith('\uFEFF') ? 1 : 0,
    start: -1,
    delimiter: ';',
    words: [],
    parens: 0,
    blocks: 0,
    before: ';',
    last: ';',
  }
  const statements: Statement[] = []
  while (reading.at < sql.length) {
    if (step(reading)) finish(reading, statements)
  }
  finish(reading, statements)
  return statements
}

/** Takes one token; true when the statement ends there (its delimiter not yet taken). */
function step(reading: Reading): boolean {
  if (take(reading, SPACE) !== null || takeComment(reading)) return false
  if (reading.start < 0 && takeClientLine(reading)) return false
  if (reading.sql.startsWith(reading.delimiter, reading.at) && endsHere(reading)) return true
  if (reading.start < 0) reading.start = reading.at
  for (const quoted of QUOTED[reading.family]) {
    if (take(reading, quoted) !== null) {
      noteToken(reading, "'")
      return false
    }
  }
  const word = takeWord(reading)
  if (word !== null) noteWord(reading, word.toLowerCase())
  else noteSymbol(reading)
  return false
}

function take(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.sql)
  if (found === null) return null
  reading.at = pattern.lastIndex
  return found[0]
}

/** The mysql client looks for its delimiter within words too: `end$$`. */
function takeWord(reading: Reading): string | null {
  const start = reading.at
  const word = take(reading, WORD)
  const cut = word?.indexOf(reading.delimiter, 1) ?? -1
  if (cut < 0) return word
  reading.at = start + cut
  return word?.slice(0, cut) ?? null
}

function takeComment(reading: Reading): boolean {
  const { sql, family } = reading
  if (take(reading, PLAIN[family]) !== null) return true
  if (!sql.startsWith('/*', reading.at)) return false
  // MySQL runs what stands in /*! … */ and /*M! … */: that is a statement.
  const isCode = family === 'mysql' && /^\/\*M?!/.test(sql.slice(reading.at, reading.at + 4))
  if (isCode && reading.start < 0) reading.start = reading.at
  reading.at = endOfBlockComment(sql, reading.at, family === 'postgres')
  return true
}

function endOfBlockComment(sql: string, from: number, nests: boolean): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = from + 2
  for (let depth = 1; ;) {
    const found = mark.exec(sql)
    if (found === null) return sql.length
    if (found[0] === '*/') depth -= 1
    else if (nests) depth += 1
    if (depth === 0) return mark.lastIndex
  }
}

/** Lines for the client alone: DELIMITER (mysql), \connect (psql), .mode (sqlite3). */
function takeClientLine(reading: Reading): boolean {
  if (reading.family === 'mysql') {
    DELIMITER_LINE.lastIndex = reading.at
    const found = DELIMITER_LINE.exec(reading.sql)
    if (found?.[1] === undefined) return false
    reading.delimiter = found[1]
    reading.at = DELIMITER_LINE.lastIndex
    return true
  }
  const meta = META_LINE[reading.family]
  return meta !== undefined && take(reading, meta) !== null
}

function endsHere(reading: Reading): boolean {
  // psql waits for every parenthesis; only a rule needs it, and a forgotten one is better found at once.
  const isRule = reading.words.includes('rule') && reading.parens > 0
  if (reading.family === 'postgres') return reading.blocks <= 0 && !isRule
  if (reading.family === 'sqlite' && isTrigger(reading.words))
    return reading.last === 'end' && reading.before === ';'
  return true
}

function isTrigger(words: readonly string[]): boolean {
  const [first, second, third] = words
  if (first !== 'create') return false
  return second === 'trigger' || ((second === 'temp' || second === 'temporary') && third === 'trigger')
}

function noteToken(reading: Reading, token: string): void {
  reading.before = reading.last
  reading.last = token
}

function noteWord(reading: Reading, word: string): void {
  if (reading.words.length < 4) reading.words.push(word)
  noteToken(reading, word)
  if (reading.family !== 'postgres' || !isRoutine(reading.words)) return
  // As psql counts the blocks of a body written BEGIN ATOMIC … END.
  if (word === 'begin' || (word === 'case' && reading.blocks > 0)) reading.blocks += 1
  if (word === 'end' && reading.blocks > 0) reading.blocks -= 1
}

function isRoutine(words: readonly string[]): boolean {
  const kind = words[1] === 'or' ? words[3] : words[1]
  return words[0] === 'create' && (kind === 'function' || kind === 'procedure')
}

function noteSymbol(reading: Reading): void {
  const symbol = reading.sql.charAt(reading.at)
  if (symbol === '(') reading.parens += 1
  if (symbol === ')') reading.parens -= 1
  noteToken(reading, symbol)
  reading.at += 1
}

function finish(reading: Reading, statements: Statement[]): void {
  const { sql, start, at } = reading
  if (start >= 0) {
    const text = sql.slice(start, at).trimEnd()
    statements.push({ text, offset: start })
    // The rows of COPY … FROM stdin are no SQL; the statement then fails on its own if there were any to load.
    if (reading.family === 'postgres' && /^copy\b[^]*\bfrom\s+stdin\b/i.test(text)) take(reading, COPY_ROWS)
    else reading.at += sql.startsWith(reading.delimiter, at) ? reading.delimiter.length : 0
  } else if (at < sql.length) {
    reading.at += reading.delimiter.length
  }
  Object.assign(reading, { start: -1, words: [], parens: 0, blocks: 0, before: ';', last: ';' })
}
