// Rows: INSERT … VALUES and COPY. They are counted from the words alone, and read only when samples are wanted.
import type { SampleValue } from '../../../model/records'
import type { ObjectName, Spot } from '../statement'
import type { Reading } from './ground'
import type { Words } from './words'

/** How many rows of a table may still be kept. */
export interface Room {
  left(table: ObjectName): number
  take(table: ObjectName, rows: number): void
}

const nameAt = (words: Words, i: number): string => {
  const { kind, from, to } = words.at(i)
  const spelling = words.text.slice(from, to)
  return kind === 'quoted' ? spelling.slice(1, -1).replaceAll('""', '"') : spelling.toLowerCase()
}

function objectAt(words: Words, from: number, to: number): ObjectName {
  const name = nameAt(words, to - 1)
  return to - from >= 3 ? { schema: nameAt(words, to - 3), name } : { name }
}

const columnsAt = (words: Words, open: number): readonly string[] =>
  words.inside(open).map(([from]) => nameAt(words, from))

const constants: ReadonlyMap<string, SampleValue> = new Map<string, SampleValue>([
  ['NULL', null],
  ['TRUE', true],
  ['FALSE', false],
])

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }
const unescape = (text: string): string =>
  text.replace(/\\(.)/gs, (_all, char: string) => escapes[char] ?? char)

function valueAt(words: Words, from: number, to: number): SampleValue {
  const sql = words.slice(from, to)
  const { kind, upper } = words.at(from)
  if (to - from === 1 && kind === 'string') {
    const text = sql.slice(sql.indexOf("'") + 1, -1).replaceAll("''", "'")
    if (sql.startsWith("'")) return text
    if (/^e'/i.test(sql)) return unescape(text)
  }
  if (to - from === 1 && constants.has(upper)) return constants.get(upper) ?? null
  // Only numbers that a computer's number holds to the digit.
  if (/^-?\d+(?:\.\d+)?$/.test(sql) && String(Number(sql)) === sql) return Number(sql)
  return { expression: sql }
}

interface Tuples {
  readonly count: number
  readonly rows: readonly (readonly SampleValue[])[]
}

function tuples(words: Words, from: number, limit: number): Tuples {
  const rows: (readonly SampleValue[])[] = []
  let count = 0
  let at = from
  while (words.upper(at) === '(') {
    if (rows.length < limit) rows.push(words.inside(at).map(([start, end]) => valueAt(words, start, end)))
    count++
    at = words.close(at) + 1
    if (words.upper(at) !== ',') break
    at++
  }
  return { count, rows }
}

const withRows = (rows: Tuples['rows'], limit: number) => (limit > 0 && rows.length > 0 ? { rows } : {})

export function readInsert(words: Words, room: Room): Reading {
  const from = 2
  let at = words.behindName(from)
  const table = objectAt(words, from, at)
  if (words.reads(at, 'AS')) at += 2
  const columns = words.upper(at) === '(' && !words.reads(at + 1, 'SELECT') ? columnsAt(words, at) : []
  if (columns.length > 0) at = words.close(at) + 1
  if (words.reads(at, 'OVERRIDING')) at += 3
  const said = columns.length > 0 ? { columns } : {}
  if (!words.reads(at, 'VALUES')) return { kind: 'data', table, count: 0, ...said }
  const limit = room.left(table)
  const { count, rows } = tuples(words, at + 1, limit)
  room.take(table, rows.length)
  return { kind: 'data', table, count, ...said, ...withRows(rows, limit) }
}

const copied = (field: string): SampleValue => (field === '\\N' ? null : unescape(field))

/** COPY's text form: a line for each row, tabs between the values (COPY, "Text Format"). */
function copyRows(text: string, { from, to }: Spot, limit: number): Tuples {
  const rows: (readonly SampleValue[])[] = []
  let count = 0
  for (let at = from; at < to;) {
    const found = text.indexOf('\n', at)
    const end = found < 0 || found > to ? to : found
    if (rows.length < limit) rows.push(text.slice(at, end).replace(/\r$/, '').split('\t').map(copied))
    count++
    at = end + 1
  }
  return { count, rows }
}

export function readCopy(words: Words, lines: Spot | undefined, room: Room): Reading {
  if (words.upper(1) === '(') return { kind: 'nothing', what: 'COPY of a query' }
  const at = words.behindName(1)
  const table = objectAt(words, 1, at)
  const columns = words.upper(at) === '(' ? columnsAt(words, at) : []
  const said = columns.length > 0 ? { columns } : {}
  // Another format has other rules for its values; its lines are counted all the same.
  const isText = words.find(at, words.length, 'CSV', 'WITH', 'FORMAT', 'BINARY') === words.length
  const limit = isText ? room.left(table) : 0
  const { count, rows } = lines ? copyRows(words.text, lines, limit) : { count: 0, rows: [] }
  room.take(table, rows.length)
  return { kind: 'data', table, count, ...said, ...withRows(rows, limit) }
}
