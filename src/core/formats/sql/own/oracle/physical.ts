// Where and how Oracle stores things ("physical_attributes_clause"): words that dbms_metadata prints in plenty and that
// belong to one database, not to a schema.
import type { Cursor } from '../cursor'
import { kinds } from '../lexer'
import type { Context } from '../tongue'

/** Words with the number, name or parentheses that may follow them. */
const counted: ReadonlySet<string> = new Set(
  `PCTFREE PCTUSED PCTTHRESHOLD INITRANS MAXTRANS PCTVERSION CHUNK RETENTION FREEPOOLS DEGREE INSTANCES`.split(
    /\s+/,
  ),
)
const named: ReadonlySet<string> = new Set(['TABLESPACE', 'BUFFER_POOL', 'FLASH_CACHE', 'CELL_FLASH_CACHE'])
const plain: ReadonlySet<string> = new Set(
  `LOGGING NOLOGGING FILESYSTEM_LIKE_LOGGING COMPRESS NOCOMPRESS CACHE NOCACHE MONITORING NOMONITORING NOPARALLEL PARALLEL
  ROWDEPENDENCIES NOROWDEPENDENCIES REVERSE NOREVERSE SORT NOSORT ONLINE LOCAL GLOBAL BASICFILE SECUREFILE INMEMORY
  KEEP_DUPLICATES DEDUPLICATE USABLE`.split(/\s+/),
)

const phrases: readonly (readonly string[])[] = [
  ['SEGMENT', 'CREATION', 'IMMEDIATE'],
  ['SEGMENT', 'CREATION', 'DEFERRED'],
  ['COMPUTE', 'STATISTICS'],
  ['ENABLE', 'ROW', 'MOVEMENT'],
  ['DISABLE', 'ROW', 'MOVEMENT'],
  ['ORGANIZATION', 'HEAP'],
  ['ROW', 'STORE'],
  ['NO', 'INMEMORY'],
  ['MEMOPTIMIZE', 'FOR', 'READ'],
  ['ENABLE', 'STORAGE', 'IN', 'ROW'],
  ['DISABLE', 'STORAGE', 'IN', 'ROW'],
  ['INDEXING', 'ON'],
  ['INDEXING', 'OFF'],
]

function takeOne(c: Cursor): boolean {
  if (phrases.some((words) => c.take(...words))) return true
  const word = c.word()
  if (counted.has(word)) {
    c.skip()
    if (c.kind() === kinds.number) c.skip()
    return true
  }
  if (named.has(word)) {
    c.skip()
    c.chain()
    return true
  }
  if (word === 'STORAGE' && c.word(1) === '(') {
    c.skip()
    c.step()
    return true
  }
  if (word === 'LOB' || word === 'VARRAY' || word === 'XMLTYPE' || word === 'NESTED') return lob(c)
  if (!plain.has(word)) return false
  c.skip()
  // COMPRESS FOR OLTP, COMPRESS 2, PARALLEL 4, PARALLEL (DEGREE 4), LOCAL (PARTITION …)
  if (word === 'COMPRESS' && c.take('FOR')) c.skip()
  if (c.kind() === kinds.number || c.word() === '(') c.step()
  return true
}

/** LOB (column) STORE AS [SECUREFILE] [name] (…) */
function lob(c: Cursor): boolean {
  const start = c.at
  while (!c.isDone && !c.sees('STORE', 'AS') && c.at - start < 8) c.step()
  if (!c.take('STORE', 'AS')) {
    c.at = start
    return false
  }
  c.takeOneOf('SECUREFILE', 'BASICFILE', 'BINARY', 'OBJECT', 'CLOB')
  if (c.kind() === kinds.quoted) c.skip()
  if (c.word() === '(') c.step()
  return true
}

/** Everything of the kind that stands here; true when there was any. */
export function takePhysical(c: Cursor, ctx: Context): boolean {
  const start = c.at
  while (!c.isDone && takeOne(c));
  if (c.at === start) return false
  const isSaid = /\b(?:tablespace|storage|lob|compress|parallel)\b/i.test(c.rawFrom(start))
  if (isSaid) {
    ctx.tell({
      level: 'info',
      code: 'storage',
      message: `Where and how it is stored is no part of a schema and was left out: ${c.rawFrom(start).replace(/\s+/g, ' ').slice(0, 80)}`,
      at: c.spotFrom(start),
    })
  }
  return true
}
