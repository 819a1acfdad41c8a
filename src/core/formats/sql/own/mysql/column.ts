// Columns as MySQL and MariaDB write them (MySQL manual, 15.1.20; MariaDB Knowledge Base, CREATE TABLE).
import type { DialectOption } from '../../../../model/records'
import { standardClauses } from '../grammar/column'
import { takeOperand } from '../grammar/expression'
import { kinds } from '../lexer'
import type { ColumnDraft, KeyDraft } from '../draft'
import type { Cursor } from '../cursor'
import type { ColumnClause, Context } from '../tongue'

/** `=` is optional nearly everywhere. */
export const takeEquals = (c: Cursor): boolean => c.take('=')

/** A word, a name or a string, as one writes a charset or an engine. */
export const takeWord = (c: Cursor): string | undefined => (c.kind() === kinds.string ? c.string() : c.name())

export function takeCharset(c: Cursor): string | undefined {
  const before = c.at
  if (c.take('CHARACTER', 'SET') || c.take('CHAR', 'SET') || c.take('CHARSET')) {
    takeEquals(c)
    const charset = takeWord(c)
    if (charset !== undefined) return charset
  }
  c.at = before
  return undefined
}

const charset: ColumnClause = (c, column) => {
  const name = takeCharset(c)
  if (name === undefined) return false
  column.facts.charset = name
  return true
}

const option = (ctx: Context, name: string, value = ''): DialectOption => ({
  dialect: ctx.tongue.dialect,
  name,
  value,
})

/** A clause of a word and a value that only the engine reads. */
const attribute =
  (name: string): ColumnClause =>
  (c, column, ctx) => {
    c.skip()
    takeEquals(c)
    const start = c.at
    c.skip()
    column.options.push(option(ctx, name, c.rawFrom(start)))
    return true
  }

const flag =
  (name: string): ColumnClause =>
  (c, column, ctx) => {
    c.skip()
    column.options.push(option(ctx, name))
    return true
  }

const counting: ColumnClause = (c, column) => {
  c.skip()
  column.facts.identity = { mode: 'byDefault', style: 'autoIncrement' }
  return true
}

const keyAlone: ColumnClause = (c, column) => {
  const key: KeyDraft = {
    kind: 'primaryKey',
    name: '',
    parts: [{ column: column.facts.name }],
    at: c.tokens.spot(c.at, c.at + 1),
  }
  c.skip()
  column.constraints.push(key)
  return true
}

const onUpdate: ColumnClause = (c, column) => {
  if (!c.take('ON', 'UPDATE')) return false
  column.facts.onUpdate = takeOperand(c)
  return true
}

const storage: ColumnClause = (c, column, ctx) => {
  const word = c.takeOneOf('VIRTUAL', 'STORED', 'PERSISTENT', 'STORAGE')
  if (word === 'STORAGE') {
    column.options.push(option(ctx, 'STORAGE', takeWord(c) ?? ''))
    return true
  }
  const { generated } = column.facts
  if (!generated) return false
  column.facts.generated = { ...generated, storage: word === 'VIRTUAL' ? 'virtual' : 'stored' }
  return true
}

const generated: ColumnClause = (c, column, ctx) => {
  const start = c.at
  c.take('GENERATED', 'ALWAYS')
  const edge = c.take('AS', 'ROW') ? c.takeOneOf('START', 'END') : undefined
  if (edge !== undefined) {
    column.options.push(option(ctx, `GENERATED ALWAYS AS ROW ${edge}`))
    return true
  }
  c.at = start
  return standardClauses.get('GENERATED')?.(c, column, ctx) ?? false
}

const versioning: ColumnClause = (c, column, ctx) => {
  const word = c.word()
  if (!c.take(word, 'SYSTEM', 'VERSIONING')) return false
  column.options.push(option(ctx, `${word} SYSTEM VERSIONING`))
  return true
}

const standardDefault = standardClauses.get('DEFAULT')

/** DEFAULT NULL says what holds anyway; SERIAL DEFAULT VALUE is a counter. */
const defaulted: ColumnClause = (c, column, ctx) => {
  if (c.sees('DEFAULT', 'NULL')) {
    c.skip(2)
    return true
  }
  return standardDefault?.(c, column, ctx) ?? false
}

const standardCheck = standardClauses.get('CHECK')

/** MariaDB calls a column's own check after the column. */
const checked: ColumnClause = (c, column, ctx) => {
  if (!standardCheck?.(c, column, ctx)) return false
  const check = column.constraints.at(-1)
  if (check?.name === '' && ctx.tongue.dialect === 'mariadb') check.name = column.facts.name
  return true
}

const serial: ColumnClause = (c, column) => {
  if (!c.take('SERIAL', 'DEFAULT', 'VALUE')) return false
  count(column, c)
  return true
}

/** What SERIAL stands for: AUTO_INCREMENT, NOT NULL and UNIQUE. */
function count(column: ColumnDraft, c: Cursor): void {
  column.facts.identity = { mode: 'byDefault', style: 'autoIncrement' }
  column.facts.nullable = false
  column.constraints.push({
    kind: 'unique',
    name: '',
    parts: [{ column: column.facts.name }],
    at: c.spot,
  })
}

const visible: ColumnClause = (c, column) => {
  if (c.takeOneOf('INVISIBLE', 'VISIBLE') === 'INVISIBLE') column.facts.invisible = true
  return true
}

/** `VARCHAR(9) BINARY`: the collation by bytes of whatever charset the column will have; the table's end settles it. */
const ofBytes = '_bin'

export const mysqlClauses: ReadonlyMap<string, ColumnClause> = new Map<string, ColumnClause>([
  ...standardClauses,
  ['CHECK', checked],
  ['DEFAULT', defaulted],
  ['AUTO_INCREMENT', counting],
  ['KEY', keyAlone],
  ['ON', onUpdate],
  ['CHARACTER', charset],
  ['CHAR', charset],
  ['CHARSET', charset],
  ['GENERATED', generated],
  ['AS', generated],
  ['VIRTUAL', storage],
  ['STORED', storage],
  ['PERSISTENT', storage],
  ['STORAGE', storage],
  [
    'COMMENT',
    (c, column) => {
      c.skip()
      takeEquals(c)
      const text = c.string()
      if (text === undefined) return false
      column.facts.comment = text
      return true
    },
  ],
  ['INVISIBLE', visible],
  ['VISIBLE', visible],
  ['COLUMN_FORMAT', attribute('COLUMN_FORMAT')],
  ['SRID', attribute('SRID')],
  ['REF_SYSTEM_ID', attribute('REF_SYSTEM_ID')],
  ['ENGINE_ATTRIBUTE', attribute('ENGINE_ATTRIBUTE')],
  ['SECONDARY_ENGINE_ATTRIBUTE', attribute('SECONDARY_ENGINE_ATTRIBUTE')],
  ['COMPRESSED', flag('COMPRESSED')],
  ['WITH', versioning],
  ['WITHOUT', versioning],
  ['SERIAL', serial],
  // Old words for collations: of bytes, of latin1, of ucs2.
  [
    'BINARY',
    (c, column) => {
      c.skip()
      column.facts.collation ??= ofBytes
      return true
    },
  ],
  [
    'ASCII',
    (c, column) => {
      c.skip()
      column.facts.charset = 'latin1'
      return true
    },
  ],
  [
    'UNICODE',
    (c, column) => {
      c.skip()
      column.facts.charset = 'ucs2'
      return true
    },
  ],
])

/** Behind the first word of a type. */
export const mysqlTypeTail: ReadonlySet<string> = new Set(
  'UNSIGNED SIGNED ZEROFILL PRECISION VARYING CHAR CHARACTER VARCHAR VARCHARACTER VARBINARY BYTE'.split(' '),
)

/** Types by themselves, clauses behind one. */
export const mysqlTypeHeads: ReadonlySet<string> = new Set(['BINARY', 'CHAR', 'CHARACTER', 'SERIAL'])

/** Types that say more than a type. */
export function unfoldType(column: ColumnDraft, c: Cursor): void {
  if (/^serial$/i.test(column.facts.type)) {
    column.facts.type = 'bigint unsigned'
    count(column, c)
  }
}
