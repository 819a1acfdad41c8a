// What stands behind the parentheses of a table: options, partitions, a query.
import type { DialectOption } from '../../../../model/records'
import type { PartFacts, PartitionFacts } from '../../statement'
import type { Cursor } from '../cursor'
import type { TableDraft } from '../draft'
import { takePart } from '../grammar/part'
import { kinds } from '../lexer'
import type { Context } from '../tongue'
import { takeCharset, takeEquals, takeWord } from './column'

/** Options of one word; those of several are read by themselves. */
const words: ReadonlySet<string> = new Set(
  `ENGINE TYPE AUTO_INCREMENT AVG_ROW_LENGTH CHECKSUM TABLE_CHECKSUM COMPRESSION CONNECTION DELAY_KEY_WRITE ENCRYPTION
  ENGINE_ATTRIBUTE SECONDARY_ENGINE_ATTRIBUTE INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS PASSWORD
  ROW_FORMAT STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES TABLESPACE UNION PAGE_CHECKSUM TRANSACTIONAL
  SEQUENCE ENCRYPTED ENCRYPTION_KEY_ID IETF_QUOTES PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL SECONDARY_ENGINE
  AUTOEXTEND_SIZE NODEGROUP`.split(/\s+/),
)

export interface TableOption {
  readonly name: string
  /** As SQL. */
  readonly value: string
}

function takeValue(c: Cursor): string {
  const start = c.at
  if (c.word() === '(') c.step()
  else if (c.kind() === kinds.string) c.skip()
  else if (c.word() === '-') c.skip(2)
  else c.skip()
  return c.rawFrom(start)
}

/** DEFAULT CHARSET, COLLATE: the words vary, what they say does not. */
function takeTextOption(c: Cursor): TableOption | undefined {
  const start = c.at
  c.take('DEFAULT')
  const charset = takeCharset(c)
  if (charset !== undefined) return { name: 'DEFAULT CHARSET', value: charset }
  if (c.take('COLLATE')) {
    takeEquals(c)
    return { name: 'COLLATE', value: takeWord(c) ?? '' }
  }
  if (c.take('ENCRYPTION')) {
    takeEquals(c)
    return { name: 'ENCRYPTION', value: takeValue(c) }
  }
  c.at = start
  return undefined
}

function takeDirectory(c: Cursor): TableOption | undefined {
  for (const word of ['DATA', 'INDEX']) {
    if (!c.take(word, 'DIRECTORY')) continue
    takeEquals(c)
    return { name: `${word} DIRECTORY`, value: takeValue(c) }
  }
  if (c.take('STORAGE', 'ENGINE')) {
    takeEquals(c)
    return { name: 'ENGINE', value: takeWord(c) ?? '' }
  }
  if (c.take('STORAGE')) return { name: 'STORAGE', value: c.name() ?? '' }
  if (c.take('WITH', 'SYSTEM', 'VERSIONING')) return { name: 'WITH SYSTEM VERSIONING', value: '' }
  return undefined
}

/** One option; COMMENT comes as one too, its value as SQL. */
export function takeTableOption(c: Cursor): TableOption | undefined {
  const known = takeTextOption(c) ?? takeDirectory(c)
  if (known) return known
  const name = c.word()
  // What no list knows may still be an option of some storage engine: word = value.
  if (name !== 'COMMENT' && !words.has(name) && !(c.kind() === kinds.word && c.word(1) === '='))
    return undefined
  c.skip()
  takeEquals(c)
  if (name === 'ENGINE' || name === 'TYPE') return { name: 'ENGINE', value: takeWord(c) ?? '' }
  if (name === 'COMMENT') return { name, value: c.string() ?? '' }
  return { name, value: takeValue(c) }
}

export const optionOf = ({ name, value }: TableOption, ctx: Context): DialectOption => ({
  dialect: ctx.tongue.dialect,
  name,
  value,
})

/** AUTO_INCREMENT=n is where the counting column goes on. */
function startCounting(table: TableDraft, start: string): boolean {
  const i = table.columns.findIndex(({ identity }) => identity)
  const column = table.columns[i]
  if (!column?.identity) return false
  if (start !== '1') table.columns[i] = { ...column, identity: { ...column.identity, start } }
  return true
}

const methods = ['RANGE', 'LIST', 'HASH', 'KEY', 'SYSTEM_TIME'] as const

function takeMethod(c: Cursor): string | undefined {
  const isLinear = c.take('LINEAR')
  const word = c.takeOneOf(...methods)
  if (word === undefined) return undefined
  const isColumns = c.take('COLUMNS')
  return [isLinear ? 'LINEAR' : '', word, isColumns ? 'COLUMNS' : '']
    .filter((part) => part !== '')
    .join(' ')
    .toLowerCase()
}

/** KEY ALGORITHM=1: how rows were spread before 5.5; the partitions of such a table cannot be exchanged with others. */
function takeAlgorithm(c: Cursor): string {
  if (!c.take('ALGORITHM')) return ''
  takeEquals(c)
  const number = c.integer()
  return number === undefined ? '' : ` algorithm=${number}`
}

/** PARTITION BY … with its partitions, word for word. */
export function takePartitioning(c: Cursor, ctx: Context): PartitionFacts | undefined {
  const start = c.at
  if (!c.take('PARTITION', 'BY')) return undefined
  const plain = takeMethod(c)
  if (plain === undefined) {
    c.at = start
    return undefined
  }
  const method = plain + takeAlgorithm(c)
  let parts: readonly PartFacts[] = []
  if (method !== 'system_time') {
    const group = c.group()
    // An expression may hold commas (a call); only lists of columns are lists.
    const isList = /columns|key/.test(method)
    if (group && isList) parts = group.inner.items().map((item) => takePart(item, ctx))
    else if (group) parts = [takePart(group.inner, ctx)]
  }
  const definition = c.takeRest()
  return { method, parts, ...(definition === '' ? {} : { definition }) }
}

/** Everything behind the parentheses. */
export function tableTail(c: Cursor, table: TableDraft, ctx: Context): void {
  while (!c.isDone) {
    c.take(',')
    const option = takeTableOption(c)
    if (option) {
      if (option.name === 'COMMENT') table.facts.comment = option.value
      else if (option.name !== 'AUTO_INCREMENT' || !startCounting(table, option.value))
        table.options.push(optionOf(option, ctx))
      continue
    }
    const partitioning = takePartitioning(c, ctx)
    if (partitioning) table.facts.partitioning = partitioning
    else return
  }
}
