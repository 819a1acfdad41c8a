// Keys and indexes as MySQL and MariaDB write them, inside a table or behind ADD.
import type { ConstraintFacts, IndexFacts, KeyFacts } from '../../statement'
import type { Cursor } from '../cursor'
import type { IndexDraft, KeyDraft } from '../draft'
import { takeConstraint } from '../grammar/constraint'
import { takeParts } from '../grammar/part'
import { kinds } from '../lexer'
import type { Context, ElementReader } from '../tongue'
import { takeEquals } from './column'

/** What stands behind (or before) the parts of an index. */
export function indexTail(c: Cursor, index: IndexDraft, ctx: Context): void {
  while (!c.isDone && takeIndexOption(c, index, ctx));
}

function takeIndexOption(c: Cursor, index: IndexDraft, ctx: Context): boolean {
  const { dialect } = ctx.tongue
  const keep = (name: string, value: string) => {
    index.options = [...(index.options ?? []), { dialect, name, value }]
  }
  if (
    c.take('USING') ||
    (c.word() === 'TYPE' && /^(?:BTREE|HASH|RTREE)$/.test(c.word(1)) && c.take('TYPE'))
  ) {
    const method = (c.name() ?? '').toLowerCase()
    index.method = index.method === '' ? method : index.method
  } else if (c.take('COMMENT')) {
    takeEquals(c)
    index.comment = c.string() ?? ''
  } else if (c.take('KEY_BLOCK_SIZE')) {
    takeEquals(c)
    keep('KEY_BLOCK_SIZE', c.integer() ?? '')
  } else if (c.take('WITH', 'PARSER')) keep('WITH PARSER', c.name() ?? '')
  else if (c.take('INVISIBLE') || c.take('IGNORED')) index.invisible = true
  else if (c.take('VISIBLE') || c.take('NOT', 'IGNORED')) return true
  else if (c.take('ALGORITHM') || c.take('LOCK')) {
    // How the index is built, not what it is.
    takeEquals(c)
    c.skip()
  } else if (/^(?:CLUSTERING|ENGINE_ATTRIBUTE|SECONDARY_ENGINE_ATTRIBUTE|M|DISTANCE)$/.test(c.word())) {
    const name = c.word()
    c.skip()
    takeEquals(c)
    const start = c.at
    c.skip()
    keep(name, c.rawFrom(start))
  } else return false
  return true
}

const isName = (c: Cursor): boolean =>
  c.seesName() && c.word() !== 'USING' && !(c.word() === 'TYPE' && c.word(1) !== '(')

/** PRIMARY KEY and UNIQUE: a name and USING before the columns, index options behind them. */
export function keyTail(
  c: Cursor,
  key: KeyDraft,
  { ctx, column }: { readonly ctx: Context; readonly column?: unknown },
): void {
  const isBefore = key.parts.length === 0
  if (column !== undefined) {
    if (key.kind === 'unique') c.take('KEY')
    return
  }
  if (isBefore) {
    if (key.kind === 'unique') c.takeOneOf('INDEX', 'KEY')
    c.take('IF', 'NOT', 'EXISTS')
    if (c.word() !== '(' && isName(c)) {
      const name = c.name() ?? ''
      // The index's own name wins over CONSTRAINT's; a primary key is always called PRIMARY.
      if (key.kind === 'unique') key.name = name
    }
  }
  const index: IndexDraft = { name: '', unique: true, method: '', parts: [] }
  indexTail(c, index, ctx)
  if (index.comment !== undefined) key.comment = index.comment
  const options = [
    ...(index.options ?? []),
    ...(index.method === 'hash' ? [{ dialect: ctx.tongue.dialect, name: 'USING', value: 'HASH' }] : []),
    ...(index.invisible ? [{ dialect: ctx.tongue.dialect, name: 'INVISIBLE', value: '' }] : []),
  ]
  if (options.length > 0) key.options = [...(key.options ?? []), ...options]
}

/** What only an index can be (hidden, with a method): then the key is one. */
function asIndex(key: KeyFacts): ConstraintFacts {
  const { options = [] } = key
  const method = options.find(({ name }) => name === 'USING')?.value.toLowerCase() ?? ''
  const invisible = options.some(({ name }) => name === 'INVISIBLE')
  const rest = options.filter(({ name }) => name !== 'USING' && name !== 'INVISIBLE')
  const index: IndexFacts = {
    name: key.name,
    unique: true,
    method,
    parts: key.parts.map(({ column, ...part }) => ({ on: { column }, ...part })),
    ...(invisible ? { invisible } : {}),
    ...(key.comment === undefined ? {} : { comment: key.comment }),
    ...(rest.length > 0 ? { options: rest } : {}),
  }
  return { kind: 'index', index, at: key.at }
}

/** [FULLTEXT | SPATIAL | VECTOR] INDEX | KEY [name] (parts) options */
function takeIndex(c: Cursor, ctx: Context): ConstraintFacts | undefined {
  const start = c.at
  const kind = c.takeOneOf('FULLTEXT', 'SPATIAL', 'VECTOR')
  const isIndex = c.takeOneOf('INDEX', 'KEY') !== undefined
  if (!isIndex && kind === undefined) return undefined
  c.take('IF', 'NOT', 'EXISTS')
  const name = c.word() !== '(' && isName(c) ? (c.name() ?? '') : ''
  const index: IndexDraft = { name, unique: false, method: kind?.toLowerCase() ?? '', parts: [] }
  indexTail(c, index, ctx)
  const parts = takeParts(c, ctx)
  if (!parts || parts.length === 0) {
    c.at = start
    return undefined
  }
  index.parts = parts
  indexTail(c, index, ctx)
  return { kind: 'index', index, at: c.spotFrom(start) }
}

const opensIndex: ReadonlySet<string> = new Set(['INDEX', 'KEY', 'FULLTEXT', 'SPATIAL', 'VECTOR'])

/** Any constraint or index. */
export function takeKeyOrIndex(c: Cursor, ctx: Context): ConstraintFacts | undefined {
  // An index in quotes is a column's name.
  if (opensIndex.has(c.word()) && c.kind() === kinds.word) return takeIndex(c, ctx)
  const made = takeConstraint(c, ctx)
  const isSpecial =
    made?.kind === 'unique' && made.options?.some(({ name }) => name === 'USING' || name === 'INVISIBLE')
  return made?.kind === 'unique' && isSpecial ? asIndex(made) : made
}

const element: ElementReader = (c, table, ctx) => {
  const made = takeKeyOrIndex(c, ctx)
  if (made) table.constraints.push(made)
  return made !== undefined
}

/** PERIOD FOR SYSTEM_TIME (a, b): an option of the table, since the model has no place for it. */
const period: ElementReader = (c, table, ctx) => {
  if (!c.take('PERIOD', 'FOR')) return false
  const name = `PERIOD FOR ${c.source()}`
  c.skip()
  table.options.push({ dialect: ctx.tongue.dialect, name, value: c.takeRest() })
  return true
}

const like: ElementReader = (c, table) => {
  if (!c.take('LIKE')) return false
  const from = c.objectName()
  if (!from) return false
  table.like.push({
    table: from,
    including: new Set([
      'comments',
      'constraints',
      'defaults',
      'generated',
      'identity',
      'indexes',
      'storage',
    ]),
    behind: 0,
  })
  return true
}

export const mysqlElements: ReadonlyMap<string, ElementReader> = new Map<string, ElementReader>([
  ...['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', ...opensIndex].map(
    (word) => [word, element] as const,
  ),
  ['PERIOD', period],
  ['LIKE', like],
])
