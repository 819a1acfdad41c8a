// SQL with its names resolved, as text that people read. The text shows every name as it is now; beside it stands
// which of its words are names of what: `["price", "c_12", "t_3"]` is the next "price" in the text. Words are found
// by reading on, not by position, so a change of the text leaves the lines of its names alone.
import { kindOfId, prefixes, type IdKind } from '../model/id'
import {
  isSqlRef,
  joinParts,
  type Referable,
  type RefOwner,
  type SqlPart,
  type SqlRef,
  type SqlText,
} from '../model/sqlText'
import { Damaged, deeper, quoted, type Codec, type Reading, type Writing } from './codec'

const referable = [
  'namespace',
  'table',
  'view',
  'column',
  'key',
  'index',
  'enum',
  'enumValue',
  'domain',
  'composite',
  'sequence',
  'routine',
  'trigger',
  'role',
  'extension',
] as const satisfies readonly IdKind[]
const owners = ['table', 'view', 'enum'] as const satisfies readonly IdKind[]

const idPattern = (kinds: readonly IdKind[]): RegExp =>
  new RegExp(`^(?:${kinds.map((kind) => prefixes[kind]).join('|')})_[0-9A-Za-z_-]{1,64}$`)
const referablePattern = idPattern(referable)
const ownerPattern = idPattern(owners)
const isReferable = (json: unknown): json is Referable =>
  typeof json === 'string' && referablePattern.test(json)
const isOwner = (json: unknown): json is RefOwner => typeof json === 'string' && ownerPattern.test(json)

const quotes: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']' }

/** The name inside a spelling, whatever marks it was quoted with. */
function unquoted(raw: string): string {
  const close = quotes[raw.charAt(0)]
  if (close === undefined || raw.length < 2 || !raw.endsWith(close)) return raw
  return raw.slice(1, -1).replaceAll(close + close, close)
}

/** The object's own name at the end of `schema.table`. */
const lastWord = (raw: string): string =>
  /(?:"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[(?:[^\]]|\]\])*\]|[^."`[\]]*)$/.exec(raw)?.[0] ?? raw

/** Which spellings fold to which names is for the dialects to say; a difference of case is not worth a word here. */
const isSpelling = (word: string, name: string): boolean =>
  unquoted(word).toLowerCase() === name.toLowerCase()

const isPlain = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name)

/** How a name is shown: as its author spelled it for as long as that still names the object. */
function shown(ref: SqlRef, name: string | undefined): string {
  if (name === undefined) return ref.raw
  if (ref.raw !== '' && [ref.raw, lastWord(ref.raw)].some((word) => isSpelling(word, name))) return ref.raw
  if (isPlain(name)) return name
  return ref.form === 'literal' && name !== '' ? name : `"${name.replaceAll('"', '""')}"`
}

interface Shown {
  readonly text: string
  readonly refs: readonly string[]
}

interface Extras {
  readonly skip?: number
  readonly form?: 'literal'
  readonly raw?: string
}

function writeRef(ref: SqlRef, spelling: string, skip: number): string {
  const extras: Extras = {
    ...(skip > 0 && { skip }),
    ...(ref.form === 'literal' && { form: 'literal' }),
    ...(ref.raw !== spelling && { raw: ref.raw }),
  }
  const items = [spelling, ref.to, ...(ref.owner === undefined ? [] : [ref.owner])].map(quoted)
  const pairs = Object.entries(extras).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
  return `[${[...items, ...(pairs.length > 0 ? [`{${pairs.join(', ')}}`] : [])].join(', ')}]`
}

/** How often `word` stands in `text` from `from` on before `to`. */
function countBefore(
  text: string,
  word: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let count = 0
  for (let at = text.indexOf(word, from); at >= 0 && at < to; at = text.indexOf(word, at + 1)) count++
  return count
}

function show(sql: SqlText, writing: Writing): Shown {
  const placed: { readonly ref: SqlRef; readonly spelling: string; readonly at: number }[] = []
  let text = ''
  for (const part of sql.parts) {
    if (!isSqlRef(part)) {
      text += part
      continue
    }
    const spelling = shown(part, writing.nameOf(part))
    if (spelling !== '') placed.push({ ref: part, spelling, at: text.length })
    text += spelling
  }
  let from = 0
  const refs = placed.map(({ ref, spelling, at }) => {
    const skip = countBefore(text, spelling, { from, to: at })
    from = at + spelling.length
    return writeRef(ref, spelling, skip)
  })
  return { text, refs }
}

function writeSql(sql: SqlText, writing: Writing): string {
  const { text, refs } = show(sql, writing)
  return refs.length === 0 ? quoted(text) : `{"sql": ${quoted(text)}, "refs": [${refs.join(', ')}]}`
}

const blockOf = (items: readonly string[], indent: string): string =>
  `[\n${items.map((item) => deeper(indent) + item).join(',\n')}\n${indent}]`

const writeLines = (value: string, indent: string): string =>
  value.includes('\n') ? blockOf(value.split('\n').map(quoted), indent) : quoted(value)

function writeSqlBlock(sql: SqlText, writing: Writing, indent: string): string {
  const { text, refs } = show(sql, writing)
  if (!text.includes('\n')) return writeSql(sql, writing)
  if (refs.length === 0) return writeLines(text, indent)
  const inner = deeper(indent)
  return `{\n${inner}"sql": ${writeLines(text, inner)},\n${inner}"refs": ${blockOf(refs, inner)}\n${indent}}`
}

/** Text as one string, or as a list of its lines. */
function readLines(json: unknown): string | Damaged {
  if (typeof json === 'string') return json
  if (Array.isArray(json) && json.every((line) => typeof line === 'string')) return json.join('\n')
  return new Damaged('text or a list of its lines was expected')
}

interface FoundRef extends Extras {
  readonly spelling: string
  readonly to: Referable
  readonly owner?: RefOwner
}

function readExtras(json: unknown): Extras {
  if (typeof json !== 'object' || json === null) return {}
  const { skip, form, raw } = json as Readonly<Record<string, unknown>>
  return {
    ...(typeof skip === 'number' && Number.isInteger(skip) && skip > 0 && { skip }),
    ...(form === 'literal' && { form }),
    ...(typeof raw === 'string' && { raw }),
  }
}

function readRef(json: unknown): FoundRef | undefined {
  if (!Array.isArray(json)) return undefined
  const [spelling, to, ...rest] = json as readonly unknown[]
  if (typeof spelling !== 'string' || spelling === '' || !isReferable(to)) return undefined
  const [owner] = rest
  return { spelling, to, ...(isOwner(owner) && { owner }), ...readExtras(rest.at(-1)) }
}

/** Where a reference's word stands, reading on from `from`. */
function placeOf(text: string, { spelling, skip = 0 }: FoundRef, from: number): number {
  let at = text.indexOf(spelling, from)
  for (let i = 0; i < skip && at >= 0; i++) at = text.indexOf(spelling, at + 1)
  return at
}

function readParts(text: string, refs: readonly unknown[], reading: Reading): SqlText {
  const parts: SqlPart[] = []
  let from = 0
  for (const json of refs) {
    const ref = readRef(json)
    const at = ref ? placeOf(text, ref, from) : -1
    if (!ref || at < 0) {
      reading.report('droppedField', 'A name in this SQL could not be found again and is plain text now')
      continue
    }
    const { spelling, to, owner, form = 'identifier', raw = spelling } = ref
    parts.push(text.slice(from, at), { to, ...(owner !== undefined && { owner }), form, raw })
    from = at + spelling.length
  }
  parts.push(text.slice(from))
  return joinParts(parts)
}

function readSql(json: unknown, reading: Reading): SqlText | Damaged {
  const isWrapped = typeof json === 'object' && json !== null && !Array.isArray(json)
  const { sql, refs } = isWrapped ? (json as Readonly<Record<string, unknown>>) : { sql: json, refs: [] }
  const text = readLines(sql)
  if (text instanceof Damaged) return text
  return readParts(text, Array.isArray(refs) ? (refs as readonly unknown[]) : [], reading)
}

const linesSchema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

const refSchema = {
  type: 'array',
  description: 'The next word of this spelling is the name of this object (and of its owner, for a part).',
  items: [
    { type: 'string', minLength: 1 },
    { type: 'string', pattern: referablePattern.source },
    {
      anyOf: [{ type: 'string', pattern: ownerPattern.source }, { $ref: '#/definitions/refExtras' }],
    },
    { $ref: '#/definitions/refExtras' },
  ],
  minItems: 2,
  maxItems: 4,
}

export const sqlDefinitions = {
  refExtras: {
    type: 'object',
    properties: {
      skip: { type: 'integer', minimum: 1, description: 'So many words of this spelling come first.' },
      form: { const: 'literal', description: 'The name stands inside a string.' },
      raw: { type: 'string', description: 'As the author spelled it, when that is not what is shown.' },
    },
    additionalProperties: false,
  },
  sql: {
    anyOf: [
      ...linesSchema.anyOf,
      {
        type: 'object',
        properties: { sql: linesSchema, refs: { type: 'array', items: refSchema } },
        required: ['sql', 'refs'],
        additionalProperties: false,
      },
    ],
  },
}

const schema = { $ref: '#/definitions/sql' }

/** SQL on one line. */
export const sql: Codec<SqlText> = { write: writeSql, read: readSql, schema }

/** SQL with one line of the file for each of its own. */
export const sqlBlock: Codec<SqlText> = {
  write: writeSqlBlock,
  read: readSql,
  schema,
  isBlock: ({ parts }) => parts.some((part) => typeof part === 'string' && part.includes('\n')),
}

/** Plain text with one line of the file for each of its own. */
export const textBlock: Codec<string> = {
  write: (value, _writing, indent) => writeLines(value, indent),
  read: readLines,
  schema: linesSchema,
  isBlock: (value) => value.includes('\n'),
}

/** The name that a reference shows now, asked of the rows that `rowOf` knows. */
export function namesFrom(rowOf: (id: string) => object | undefined): Writing {
  const byOwner = new Map<string, ReadonlyMap<string, string>>()
  const partsOf = (owner: string): ReadonlyMap<string, string> => {
    const known = byOwner.get(owner)
    if (known) return known
    const names = new Map<string, string>()
    for (const field of Object.values(rowOf(owner) ?? {}) as readonly unknown[]) {
      for (const part of Array.isArray(field) ? (field as readonly unknown[]) : [field]) {
        if (typeof part !== 'object' || part === null || !('id' in part) || !('name' in part)) continue
        if (kindOfId(String(part.id))) names.set(String(part.id), String(part.name))
      }
    }
    byOwner.set(owner, names)
    return names
  }
  return {
    nameOf: ({ to, owner }) => {
      if (owner !== undefined) return partsOf(owner).get(to)
      const row = rowOf(to)
      return row && 'name' in row ? String(row.name) : undefined
    },
  }
}
