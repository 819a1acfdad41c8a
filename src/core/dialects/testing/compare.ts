// Does the database hold what the model says? What a notice speaks of may differ; nothing else may.
import type {
  Catalogue,
  ColumnEntry,
  ForeignKeyEntry,
  IndexEntry,
  PrimaryKeyEntry,
  TableEntry,
} from '../../../../e2e/engines/catalogue'
import { isIdOf } from '../../model/id'
import { isNullable } from '../../model/query'
import type { Column, ForeignKey, Index, IndexPart, Key, Table } from '../../model/records'
import { projectOf, type Schema } from '../../model/schema'
import { isSqlRef, type SqlText } from '../../model/sqlText'
import type { DialectId } from '../../model/target'
import type { BaseType, ColumnType } from '../../model/type'
import { dialects } from '..'
import type { Notice } from '../dialect'
import { compareObjects } from './compareObjects'

interface Given {
  readonly schema: Schema
  readonly catalogue: Catalogue
  readonly notices: readonly Notice[]
  readonly dialect: DialectId
  /** The document is written for this very database. */
  readonly isOwn: boolean
  /** The schema is part of a larger one: the database holds more. */
  readonly isPart?: boolean
}

/** A name of characters that no database holds is no name. */
const given = (name: string): string => name.replaceAll('\0', '')

export class Comparison {
  readonly given: Given
  readonly out: string[] = []
  private readonly told: ReadonlySet<string>
  private readonly renamed = new Map<string, string>()

  constructor(given: Given) {
    this.given = given
    this.told = new Set(given.notices.flatMap(({ about, part }) => [part ?? about ?? '']))
    for (const { code, about, part, message } of given.notices) {
      const name = /calls it (.*)\.$/s.exec(message)?.[1]
      if (code.startsWith('name') && name !== undefined) this.renamed.set(part ?? about ?? '', name)
    }
  }

  name(row: { readonly id: string; readonly name: string }): string {
    const name = this.renamed.get(row.id) ?? row.name
    // Oracle aside, only Redshift folds a quoted name.
    return name
  }

  isTold(id: string): boolean {
    return this.told.has(id)
  }

  differ(where: string, expected: unknown, actual: unknown): void {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) {
      this.out.push(`${where}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`)
    }
  }
}

const classes: readonly (readonly BaseType[])[] = [
  ['int8', 'int16', 'int24', 'int32', 'int64', 'year'],
  ['decimal', 'money'],
  ['float32', 'float64'],
  ['char', 'varchar', 'nchar', 'nvarchar', 'text', 'ntext', 'citext', 'enum'],
  ['binary', 'varbinary', 'blob'],
  ['json', 'jsonb'],
]

const classOf = (base: BaseType): string => classes.find((list) => list.includes(base))?.join(' ') ?? base

const shapeOf = ({ base, length, precision, scale, unsigned, array, values, size }: ColumnType) => ({
  base,
  length,
  precision,
  scale,
  unsigned,
  array,
  values,
  size,
})

/** What each database says for what people may leave unsaid. */
function asStored(type: ColumnType, dialect: DialectId): ColumnType {
  const { zerofill: _zerofill, zone: _zone, ...plain } = type
  if (plain.base === 'char' && plain.length === undefined && dialect !== 'sqlite')
    return { ...plain, length: 1 }
  if (plain.base === 'decimal' && plain.precision !== undefined) return { ...plain, scale: plain.scale ?? 0 }
  if ((plain.base === 'json' || plain.base === 'jsonb') && dialect === 'mariadb')
    return { ...plain, base: 'text', size: 'long' }
  return plain
}

/** One column of the model, that of the database, and where they stand in words. */
interface Pair {
  readonly column: Column
  readonly entry: ColumnEntry
  readonly where: string
}

function compareType({ column, entry, where }: Pair, comparison: Comparison): void {
  const { dialect, isOwn, schema } = comparison.given
  if (column.type.of !== undefined) {
    const row = schema.enum.get(column.type.of as never)
    if (isOwn && row)
      comparison.differ(
        `${where} type`,
        true,
        entry.type.includes(comparison.name(row).replaceAll('"', '""')),
      )
    return
  }
  const found = asStored(dialects[dialect].types.parse(entry.type), dialect)
  if (column.type.base === 'other') return
  if (!isOwn) {
    comparison.differ(`${where} type`, classOf(asStored(column.type, dialect).base), classOf(found.base))
    return
  }
  comparison.differ(`${where} type`, shapeOf(asStored(column.type, dialect)), shapeOf(found))
}

const stringOf = (sql: string): string | undefined => {
  const inner = /^\(*\s*(?:N|E|_utf8mb[34]\s*\\?)?'((?:[^']|'')*)'(?:::.*)?\)*$/s.exec(sql)?.[1]
  return inner?.replaceAll("''", "'")
}

/** Defaults as their bare words: without casts, parentheses, blanks and case. */
const bare = (sql: string): string =>
  sql
    .replace(/::(?:"(?:[^"]|"")*"|[\w .[\]])+/g, '')
    .replace(/[()\s]/g, '')
    .toLowerCase()
    // A number may be printed as a text with a cast, a boolean as a number.
    .replace(/^'(-?[\d.]+)'$/, '$1')
    .replace(/^true$/, '1')
    .replace(/^false$/, '0')

/** MySQL 9 shows the bytes of an expression's texts as if they were Latin 1 (its rows hold them well). */
function mended(text: string, dialect: DialectId): string {
  if (dialect !== 'mysql' || [...text].some((char) => char > '\u00ff')) return text
  const bytes = [...text].map((char) => `%${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`)
  try {
    return decodeURIComponent(bytes.join(''))
  } catch {
    return text
  }
}

const isMysql = (dialect: DialectId) => dialect === 'mysql' || dialect === 'mariadb'

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

const unslashed = (text: string): string =>
  text.replace(/\\(.)/gs, (_all, char: string) => escapes.get(char) ?? char)

function compareTexts(
  { column, where }: Pair,
  [expected, found]: readonly [string, string],
  comparison: Comparison,
): void {
  const { isOwn, dialect } = comparison.given
  const [asked, has] = [stringOf(expected), stringOf(mended(found, dialect))]
  if (asked !== undefined && has !== undefined) {
    const source = projectOf(comparison.given.schema).target.dialect
    const read = (text: string, from: DialectId) => (isMysql(from) ? unslashed(text) : text)
    // Their catalogues show a question mark for an emoji that their rows hold.
    const isShown = !(isMysql(dialect) && /[\u{10000}-\u{10ffff}]/u.test(asked))
    if (column.type.array === undefined && isShown)
      comparison.differ(`${where} default`, read(asked, source), read(has, dialect))
    return
  }
  const [number, other] = [Number(bare(expected)), Number(bare(found))]
  if (Number.isNaN(number) || Number.isNaN(other)) {
    if (isOwn) comparison.differ(`${where} default`, bare(expected), bare(found))
  } else comparison.differ(`${where} default`, number, other)
}

function compareDefault(pair: Pair, comparison: Comparison): void {
  const { column, entry, where } = pair
  if (column.identity) {
    const counts =
      entry.identity !== null || comparison.given.dialect === 'sqlite' || /nextval/i.test(entry.default ?? '')
    comparison.differ(`${where} counts`, true, counts)
    return
  }
  const text = column.default?.parts.map((part) => (isSqlRef(part) ? part.raw : part)).join('')
  comparison.differ(`${where} has a default`, text !== undefined, entry.default !== null)
  // What it refers to may have another name by now.
  const isPlain = column.default?.parts.every((part) => !isSqlRef(part)) === true
  if (isPlain && text !== undefined && entry.default !== null)
    compareTexts(pair, [text, entry.default], comparison)
}

function compareComment(row: Column | Table, found: string | null, comparison: Comparison): void {
  const isTold = comparison.given.notices.some(
    ({ code, about, part }) => code.startsWith('comment') && (part ?? about) === row.id,
  )
  // SQLite keeps comments in the text of its statements only.
  if (isTold || comparison.given.dialect === 'sqlite') return
  comparison.differ(`${row.name} comment`, row.comment.replaceAll('\0', ''), found ?? '')
}

function compareColumn(pair: Pair, table: Table, comparison: Comparison): void {
  const { column, entry, where } = pair
  const isRequired =
    !isNullable(table, column) || (column.identity !== undefined && comparison.given.dialect !== 'sqlite')
  comparison.differ(`${where} nullable`, !isRequired, entry.nullable)
  compareComment(column, entry.comment, comparison)
  if (comparison.isTold(column.id) && !comparison.given.isOwn) return
  compareType(pair, comparison)
  compareDefault(pair, comparison)
}

const columnNames = (table: Table, ids: readonly string[], comparison: Comparison): readonly string[] =>
  ids.map((id) => {
    const column = table.columns.find((other) => other.id === id)
    return column ? comparison.name(column) : id
  })

interface Spot {
  readonly table: Table
  readonly entry: TableEntry
  readonly comparison: Comparison
}

function compareKey(key: Key, isPrimary: boolean, { table, entry, comparison }: Spot): void {
  const columns = columnNames(
    table,
    key.parts.map(({ column }) => column),
    comparison,
  )
  const candidates: readonly PrimaryKeyEntry[] = isPrimary
    ? entry.primaryKey
      ? [entry.primaryKey]
      : []
    : entry.uniques
  const alike = candidates.filter((candidate) => same(candidate.columns, columns))
  const found = alike[0]
  comparison.differ(
    `${table.name} key over ${columns.join()}`,
    true,
    found !== undefined || comparison.isTold(key.id),
  )
  const isNamed =
    given(key.name) !== '' &&
    !comparison.isTold(key.id) &&
    !(isPrimary && comparison.given.dialect !== 'postgres')
  if (found && isNamed)
    comparison.differ(
      `${table.name} key name`,
      true,
      alike.some(({ name }) => name === key.name),
    )
}

/** The names in a condition, each as the database would print it. */
function compareExpression(text: SqlText, found: string, spot: Spot): void {
  for (const part of text.parts) {
    if (!isSqlRef(part) || !isIdOf('column', part.to)) continue
    const [name = ''] = columnNames(spot.table, [part.to], spot.comparison)
    const printed = mended(found, spot.comparison.given.dialect).replaceAll('``', '`').replaceAll('""', '"')
    spot.comparison.differ(
      `${spot.table.name} check over ${name}`,
      true,
      printed.includes(name) || unslashed(printed).includes(name),
    )
  }
}

function compareChecks(spot: Spot): void {
  const { table, entry, comparison } = spot
  for (const check of table.checks) {
    if (comparison.isTold(check.id)) continue
    const named = entry.checks.filter(({ name }) => given(check.name) === '' || name === check.name)
    comparison.differ(`${table.name} check ${check.name}`, true, named.length > 0)
    const only = named.length === 1 ? named[0] : undefined
    if (only) compareExpression(check.expression, only.expression, spot)
  }
}

const order = (part: IndexPart): string => part.sort ?? 'asc'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function compareIndex(index: Index, spot: Spot): void {
  const { table, entry, comparison } = spot
  if (comparison.isTold(index.id)) return
  if (index.parts.some(({ on }) => 'expression' in on)) return
  const ids = index.parts.map(({ on }) => ('column' in on ? on.column : ''))
  const columns = columnNames(table, ids, comparison)
  const name = given(index.name)
  const isLike = (found: IndexEntry) =>
    same(
      found.parts.map(({ column }) => column),
      columns,
    ) &&
    found.unique === index.unique &&
    (name === '' || found.name === name) &&
    (found.where !== null) === (index.where !== undefined) &&
    same(
      index.parts.map(order),
      found.parts.map((part) => part.order ?? 'asc'),
    )
  // MySQL and MariaDB do not tell a plain unique index from a key.
  const isKey = index.unique && entry.uniques.some((key) => same(key.columns, columns))
  comparison.differ(
    `${table.name} index ${name} over ${columns.join()}`,
    true,
    isKey || entry.indexes.some(isLike),
  )
}

const actionWords = {
  noAction: 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
} as const

/** MySQL and MariaDB make no difference between these two. */
const sameAction = (word: string, dialect: DialectId): string =>
  (dialect === 'mysql' || dialect === 'mariadb') && word === 'RESTRICT' ? 'NO ACTION' : word

function compareForeignKey(relation: ForeignKey, spot: Spot): void {
  const { table, entry, comparison } = spot
  if (comparison.given.notices.some(({ about, code }) => about === relation.id && !code.startsWith('name')))
    return
  const parent = comparison.given.schema.table.get(relation.parent.table)
  if (!parent) return
  const columns = columnNames(table, relation.child.columns, comparison)
  const isLike = (found: ForeignKeyEntry) =>
    JSON.stringify(found.columns) === JSON.stringify(columns) && found.refTable === comparison.name(parent)
  const found = entry.foreignKeys.find(isLike)
  const where = `${table.name} foreign key ${columns.join()}`
  comparison.differ(where, true, found !== undefined)
  if (!found) return
  const { dialect } = comparison.given
  const asked = (action: ForeignKey['onDelete']) => sameAction(actionWords[action ?? 'noAction'], dialect)
  comparison.differ(`${where} ON DELETE`, asked(relation.onDelete), sameAction(found.onDelete, dialect))
  comparison.differ(`${where} ON UPDATE`, asked(relation.onUpdate), sameAction(found.onUpdate, dialect))
  if (given(relation.name) !== '' && dialect !== 'sqlite') {
    const named = entry.foreignKeys.some(({ name }) => name === comparison.name(relation))
    comparison.differ(`${where} name`, true, named)
  }
}

function compareTable(spot: Spot): void {
  const { table, entry, comparison } = spot
  comparison.differ(
    `${table.name} columns`,
    table.columns.map((column) => comparison.name(column)),
    entry.columns.map(({ name }) => name),
  )
  for (const column of table.columns) {
    const found = entry.columns.find(({ name }) => name === comparison.name(column))
    if (found)
      compareColumn({ column, entry: found, where: `${table.name}.${column.name}` }, table, comparison)
  }
  compareComment(table, entry.comment, comparison)
  if (table.primaryKey) compareKey(table.primaryKey, true, spot)
  for (const key of table.uniques) compareKey(key, false, spot)
  compareChecks(spot)
  for (const index of table.indexes) compareIndex(index, spot)
  for (const relation of comparison.given.schema.relation.values()) {
    if (relation.kind === 'foreignKey' && relation.child.table === table.id) compareForeignKey(relation, spot)
  }
}

/** The same for everything beside tables and their columns, of a document written for this very database. */
export function objectDifferences(given: Given): readonly string[] {
  const comparison = new Comparison(given)
  compareObjects(comparison)
  return comparison.out
}

/** Every difference that no notice speaks of. */
export function differences(given: Given): readonly string[] {
  const comparison = new Comparison(given)
  const expected = [...given.schema.table.values()]
  for (const table of expected) {
    const entry = given.catalogue.tables.find(({ name }) => name === comparison.name(table))
    comparison.differ(`table ${table.name}`, true, entry !== undefined)
    if (entry) compareTable({ table, entry, comparison })
  }
  if (given.isPart) return comparison.out
  const names = new Set(expected.map((table) => comparison.name(table)))
  for (const { name } of given.catalogue.tables)
    comparison.differ(`table ${name} was asked for`, true, names.has(name))
  return comparison.out
}
