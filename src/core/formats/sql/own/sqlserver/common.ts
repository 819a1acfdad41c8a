// Small things that several of SQL Server's statements share.
import type { DialectOption } from '../../../../model/records'
import type { Raw } from '../../statement'
import type { Cursor } from '../cursor'
import { takeOperand } from '../grammar/expression'
import { kinds } from '../lexer'
import type { Context } from '../tongue'

export const option = (name: string, value = ''): DialectOption => ({ dialect: 'sqlserver', name, value })

/** What SSMS prints although it is what happens anyway (CREATE TABLE, "index_option"). */
const usual: ReadonlyMap<string, string> = new Map([
  ['PAD_INDEX', 'OFF'],
  ['STATISTICS_NORECOMPUTE', 'OFF'],
  ['STATISTICS_INCREMENTAL', 'OFF'],
  ['SORT_IN_TEMPDB', 'OFF'],
  ['IGNORE_DUP_KEY', 'OFF'],
  ['DROP_EXISTING', 'OFF'],
  ['ONLINE', 'OFF'],
  ['ALLOW_ROW_LOCKS', 'ON'],
  ['ALLOW_PAGE_LOCKS', 'ON'],
  ['OPTIMIZE_FOR_SEQUENTIAL_KEY', 'OFF'],
  ['DATA_COMPRESSION', 'NONE'],
])

/** How an index is built, not what it is. */
const ofTheBuild: ReadonlySet<string> = new Set([
  'SORT_IN_TEMPDB',
  'DROP_EXISTING',
  'ONLINE',
  'MAXDOP',
  'RESUMABLE',
])

/** WITH (A = ON, B = 90); the old form without parentheses too. */
export function takeWith(c: Cursor): readonly DialectOption[] | undefined {
  const start = c.at
  if (!c.take('WITH')) return undefined
  const group = c.group()
  const out: DialectOption[] = []
  for (const item of group?.inner.items() ?? []) {
    const name = item.word() === '' ? item.source() : item.word()
    item.skip()
    item.take('=')
    const value = item.takeRest()
    if (usual.get(name) !== value.toUpperCase() && !ofTheBuild.has(name)) out.push(option(name, value))
  }
  if (group) return out
  if (c.take('FILLFACTOR')) {
    c.take('=')
    out.push(option('FILLFACTOR', c.integer() ?? ''))
    return out
  }
  c.at = start
  return undefined
}

/** ON [PRIMARY], TEXTIMAGE_ON, FILESTREAM_ON: where a thing lies on the disks of one server. */
export function takeStorage(c: Cursor, ctx: Context): boolean {
  const start = c.at
  if (!c.takeOneOf('ON', 'TEXTIMAGE_ON', 'FILESTREAM_ON')) return false
  const name = c.kind() === kinds.string ? c.string() : c.name()
  if (name === undefined) {
    c.at = start
    return false
  }
  const scheme = c.word() === '(' ? c.group() : undefined
  if (/^(?:primary|default)$/i.test(name) && !scheme) return true
  ctx.tell({
    level: 'info',
    code: 'storage',
    message: `Where it is stored is no part of a schema and was left out: ${c.rawFrom(start)}`,
    at: c.spotFrom(start),
  })
  return true
}

/** The words for names that may stand in brackets or quotes: [int], "nvarchar". */
const builtIn: ReadonlySet<string> = new Set(
  `bigint binary bit char cursor date datetime datetime2 datetimeoffset decimal dec numeric float real geography geometry
  hierarchyid image int integer json money nchar ntext nvarchar smalldatetime smallint smallmoney sql_variant sysname text
  time timestamp rowversion tinyint uniqueidentifier varbinary varchar vector xml`.split(/\s+/),
)

/** `[nvarchar] (50)` is nvarchar(50); types of one's own keep the quotes that they need. */
export function typeText(raw: string): string {
  const found = /^(?:\[?sys\]?\s*\.\s*)?(?:\[([^\]]+)\]|"([^"]+)"|([A-Za-z_]\w*))\s*(\([^]*\))?$/i.exec(raw)
  const word = found?.[1] ?? found?.[2] ?? found?.[3]
  if (word === undefined || !builtIn.has(word.toLowerCase())) return raw
  const size = (found?.[4] ?? '').replace(/\s+/g, '')
  return `${word}${/^\(max\)$/i.test(size) ? '(max)' : size}`
}

/** A default as it is meant: ((0)) is 0, since SSMS wraps what it prints. */
export function takeDefault(c: Cursor): Raw {
  const start = c.at
  const raw = takeOperand(c)
  const end = c.at
  for (let from = start, to = end; ; from++, to--) {
    if (c.tokens.word(from) !== '(' || c.tokens.partner(from) !== to - 1 || to - from < 3) {
      return from === start ? raw : c.tokens.raw(from, to)
    }
  }
}
