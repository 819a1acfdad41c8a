// DBML's letters: how names, strings, colours and settings are spelled so that every reader takes them.

import { isOwnKey } from './ownKeys'

// Words that mean something where a name may stand.
const reserved = new Set(
  'project table tablegroup tablepartial enum ref note notes indexes checks records dep metadata diagramview use reuse as null true false pk'.split(
    ' ',
  ),
)

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (text: string, quote: string): string =>
  text.replaceAll(/[\\\n\r\t]/g, (char) => escapes[char] ?? char).replaceAll(quote, `\\${quote}`)

export const quoted = (name: string): string => `"${escaped(name, '"')}"`

const isReserved = (word: string): boolean => reserved.has(word.toLowerCase())

/** A name, quoted unless it is plain. */
export const identifier = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isReserved(name) ? name : quoted(name)

/** A type as its author spelled it: bare when it is a word with whole numbers behind it. */
export const typeSpelling = (raw: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?(?:\([0-9]+(?:,[0-9]+)?\))?(?:\[[0-9]*\])*$/.test(
    raw,
  ) && !raw.split(/[.([]/).some(isReserved)
    ? raw
    : quoted(raw)

export const string = (text: string): string => `'${escaped(text, "'")}'`

/** A longer text over several lines; readers take the common indent away again. */
export function block(text: string, indent: string): string {
  if (!text.includes('\n') || text.includes('\r')) return string(text)
  const safe = text.replaceAll('\\', '\\\\').replaceAll(/'(?='|$)/g, "\\'")
  const lines = safe.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))
  return `'''\n${lines.join('\n')}'''`
}

/** JSON as a string of DBML: over several lines where it has them, which mean nothing in JSON. */
export function jsonString(json: string): string {
  const safe = json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return json.includes('\n') ? `'''${safe}'''` : `'${safe}'`
}

/** An expression; a backtick cannot stand in one. */
export const expression = (sql: string): string => `\`${sql.replaceAll('`', '"')}\``

export const hasBacktick = (sql: string): boolean => sql.includes('`')

/** Words that name a setting of the language itself. */
const knownSettings = new Set(
  'pk,primary key,null,not null,unique,increment,default,note,check,ref,dep,headercolor,color,name,type'.split(
    ',',
  ),
)

/** `constructor` and its like: readers that keep keys in plain objects stumble over them. */
const isMagic = (key: string): boolean => key in {}

/** A key of one's own: plain words only, compared without case. */
export const isPropertyKey = (key: string): boolean =>
  /^[a-z_][a-z0-9_]*(?: [a-z_][a-z0-9_]*)*$/.test(key) &&
  !knownSettings.has(key) &&
  !isMagic(key) &&
  !isOwnKey(key)

/** A key in a block: one word, and none of the block's own or of the language's. */
export const isBlockKey = (key: string): boolean =>
  /^[a-z_][a-z0-9_]*$/.test(key) &&
  key !== 'database_type' &&
  !isReserved(key) &&
  !isMagic(key) &&
  !isOwnKey(key)

export const isHexColor = (color: string): boolean => /^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/.test(color)

export const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `  ${line}`))

/** `Keyword name {` with its lines. */
export const braces = (head: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${head} {\n}` : `${head} {\n${indented(lines).join('\n')}\n}`
