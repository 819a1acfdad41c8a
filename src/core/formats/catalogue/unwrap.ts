// What clients make of one long value: quoted for CSV, framed, cut into rows, escaped, exported as JSON. Each way is
// taken off in turn until an answer to our query comes out whole.
import { queryMark } from './queries'

export type Facts = Readonly<Record<string, unknown>>

export type Unwrapped =
  | { readonly kind: 'found'; readonly facts: readonly Facts[] }
  | { readonly kind: 'broken'; readonly at: number | undefined; readonly isCut: boolean }
  | { readonly kind: 'json' | 'foreign' }

/** What the query puts into its answer to see whether escapes survived. */
export const probe = `"\\\n'`

export const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isAnswer = (value: unknown): value is Facts => isRecord(value) && queryMark in value

/** Rows that are objects of the answer each, one of them its head. */
function rowsAmong(pieces: readonly unknown[]): readonly Facts[] {
  const rows = pieces.map((piece) => (typeof piece === 'string' ? parsed(piece) : piece)).filter(isRecord)
  return rows.length === pieces.length && rows.length > 1 && rows.some(isAnswer) ? rows : []
}

/** The pieces of one value that its client cut into rows. */
function pieced(pieces: readonly unknown[]): readonly Facts[] {
  if (pieces.length < 2 || !pieces.every((piece) => typeof piece === 'string')) return []
  const joined = pieces.join('')
  return joined.includes(queryMark) ? valuesIn(joined) : []
}

/** Answers anywhere in a client's own JSON: as objects, or as texts that hold them. */
function answersIn(value: unknown, depth = 0): readonly Facts[] {
  if (isAnswer(value)) return [value]
  if (depth > 5) return []
  if (typeof value === 'string') {
    const inner = value.includes(queryMark) ? parsed(value) : undefined
    return inner === undefined ? [] : answersIn(inner, depth + 1)
  }
  const members = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  const cells = members.flatMap((row: unknown) =>
    isRecord(row) && !isAnswer(row) ? Object.values(row) : Array.isArray(row) ? (row as unknown[]) : [row],
  )
  const rows = rowsAmong(cells)
  if (rows.length > 0) return rows
  const found = members.flatMap((member: unknown) => answersIn(member, depth + 1))
  return found.length > 0 ? found : pieced(cells)
}

/** JSON objects one behind the other, with nothing between them but blanks. */
function valuesIn(text: string): readonly Facts[] {
  const whole = parsed(text)
  if (whole !== undefined) return answersIn(whole)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return []
  const rows = lines.map((line) => parsed(line))
  return rows.every(isRecord) && rows.some(isAnswer) ? rows : []
}

/** Rows of quoted fields; undefined where the text is not made of them. */
function fields(text: string, comma: string): readonly string[] | undefined {
  const out: string[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === '"') {
      let value = ''
      for (;;) {
        const end = text.indexOf('"', at + 1)
        if (end < 0) return undefined
        value += text.slice(at + 1, end)
        at = end + 1
        if (text[at] !== '"') break
        value += '"'
      }
      out.push(value)
    } else {
      const end = text.slice(at).search(comma === '\t' ? /[\t\n]/ : comma === ';' ? /[;\n]/ : /[,\n]/)
      const to = end < 0 ? text.length : at + end
      out.push(text.slice(at, to))
      at = to
    }
    if (at < text.length && text[at] !== comma && text[at] !== '\n') return undefined
    at += 1
  }
  return out
}

const fromCsv = (text: string): readonly string[] =>
  [',', ';', '\t'].flatMap((comma) => {
    const all = fields(text, comma)
    if (!all) return []
    // The header, and numbers of rows that some clients put before them.
    const first = all.findIndex((field) => field.trimStart().startsWith('{'))
    if (first < 0) return []
    const own = all.slice(first).filter((field) => field !== '' && !/^\d+$/.test(field))
    return [own.join(''), own.join('\n')]
  })

const frame =
  /^\s*(?:\+[-=+]+\+?|[┌├└╭╰╞┏┡┗][─━┬┼┴├┤┐┘╮╯═╪╡┓┩┛┳╇┻]*|[-─=]{3,}(?:\+[-─]+)*|\*+ .* \*+|-\[ RECORD .*)\s*$/
const count =
  /^\s*(?:\(?\d+ rows?\b.*|\d+ rows? (?:in set|affected|selected|returned).*|\(\d+ .{1,30}\)|Time: .*)\s*$/i

const bars = new Set(['|', '│'])

/** A row of a table without its borders, or a field without the name before it. */
function bareLine(line: string): string {
  const record = /^\s*relata_catalogue\s*[|│:=]\s*(?=\{)/i.exec(line)
  if (record) return line.slice(record[0].length)
  const text = line.trim()
  if (!bars.has(text[0] ?? '')) return line
  const to = bars.has(text.at(-1) ?? '') ? -1 : undefined
  // A blank on either side is the frame's.
  return text.slice(1, to).replace(/^ | $/g, '')
}

/** psql puts a plus where a value goes on in the next line. */
const withoutPlus = (line: string): string => {
  const text = line.trim()
  return text.endsWith('+') ? text.slice(0, -1).trimEnd() : text
}

/** Without the lines around it, the borders before and behind it and the name of the column. */
function fromTable(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => !frame.test(line) && !count.test(line))
  const bare = lines.map(bareLine)
  const first = bare.findIndex((line) => line.trimStart().startsWith('{'))
  if (first < 0) return []
  const own = bare.slice(first)
  while (own.at(-1)?.trim() === '') own.pop()
  // Pieces of one length were cut by a client: a blank at their ends is one of the value.
  const width = own[0]?.length ?? 0
  const isCut = own.length > 1 && own.every((line, i) => line.length === width || i === own.length - 1)
  const trimmed = own.map((line) => line.trim())
  return [
    ...(isCut ? [own.join('')] : []),
    trimmed.join(''),
    trimmed.join('\n'),
    own.map(withoutPlus).join(''),
  ]
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

/** What mysql -B writes for a backslash, a line's end, a tab. */
const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_all, char: string) => escapes[char] ?? char)

function quoted(text: string): readonly string[] {
  const [from, to] = [text.indexOf("'{"), text.lastIndexOf("'")]
  if (from < 0 || to <= from) return []
  const inner = text.slice(from + 1, to)
  return [inner.replaceAll("''", "'"), inner.replaceAll("\\'", "'"), unescaped(inner)]
}

function* candidates(text: string): Generator<string> {
  yield text
  yield* quoted(text)
  const tables = fromTable(text)
  yield* tables
  yield* fromCsv(text)
  yield text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  for (const piece of [text, ...tables]) yield unescaped(piece)
}

/** Escapes came through as they were written. */
const isFaithful = (facts: readonly Facts[]): boolean =>
  facts.every((fact) => !('probe' in fact) || fact['probe'] === probe)

/** Where a JSON text stops making sense, and whether it simply ends too early. */
function brokenAt(text: string): { readonly at: number; readonly isCut: boolean } {
  const start = Math.max(0, text.indexOf('{'))
  const open: string[] = []
  let inString = false
  for (let i = start; i < text.length; i += 1) {
    const char = text[i] ?? ''
    if (inString) {
      if (char === '\\') i += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']')
    else if (char === '}' || char === ']') {
      if (open.pop() !== char) return { at: i, isCut: false }
      if (open.length === 0) return { at: i + 1, isCut: false }
    }
  }
  return { at: text.length, isCut: true }
}

export function unwrap(text: string): Unwrapped {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()
  if (!plain.includes(queryMark)) return { kind: parsed(plain) === undefined ? 'foreign' : 'json' }
  let unfaithful: readonly Facts[] | undefined
  for (const candidate of candidates(plain)) {
    const facts = candidate.includes(queryMark) ? valuesIn(candidate) : []
    if (facts.length > 0 && isFaithful(facts)) return { kind: 'found', facts }
    if (facts.length > 0) unfaithful ??= facts
  }
  if (unfaithful) return { kind: 'found', facts: unfaithful }
  // Inside of CSV every quotation mark is two, and places are not those of the text.
  const isCsv = plain.includes(`""${queryMark}""`)
  const { at, isCut } = brokenAt(isCsv ? plain.replaceAll('""', '"') : plain)
  return { kind: 'broken', isCut, at: isCut ? plain.length : isCsv ? undefined : at }
}
