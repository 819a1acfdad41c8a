// The columns of a template in the types of one database.
import type { Dialect } from '../dialects/dialect'
import { makeColumn } from '../model/factory'
import type { NewId } from '../model/id'
import { orders } from '../model/order'
import type { Column, Enum } from '../model/records'
import { sqlText } from '../model/sqlText'
import { userType, type ColumnType } from '../model/type'
import type { Habits } from './habits'
import type { ColumnLine, TableLines } from './readTable'

export interface Ground {
  readonly newId: NewId
  readonly dialect: Dialect
  readonly habits: Habits
  readonly tables: ReadonlyMap<string, TableLines>
  /** The values of each enum, and the record where the database has types of their own. */
  readonly enums: ReadonlyMap<string, { readonly values: readonly string[]; readonly row?: Enum }>
}

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(',')

/** Words of a template that are the name of a habit. */
const plainWords = {
  longtext: 'longText',
  smallint: 'smallint',
  int: 'int',
  bigint: 'bigint',
  float: 'float',
  bool: 'bool',
  date: 'date',
  time: 'time',
  moment: 'moment',
  touched: 'moment',
  uuid: 'uuid',
  json: 'json',
} as const satisfies Readonly<Record<string, keyof Habits>>

const isPlain = (word: string): word is keyof typeof plainWords => Object.hasOwn(plainWords, word)

function spelled(word: string, { habits, enums }: Ground): string {
  if (isPlain(word)) return habits[plainWords[word]]
  const [, name = '', first = '', second = '0'] = /^(\w+)\((\d+)(?:,(\d+))?\)$/.exec(word) ?? []
  if (name === 'text') return habits.text(Number(first))
  if (name === 'char') return habits.char(Number(first))
  if (name === 'decimal') return habits.decimal(Number(first), Number(second))
  const values = enums.get(word)?.values
  if (!values) throw new Error(`Not a type: ${word}`)
  if (habits.enums === 'inline') return `enum(${quoted(values)})`
  return habits.text(Math.max(...values.map(({ length }) => length)))
}

/** The column of the parent that a column refers to. */
function parentOf(table: string, column: string, ground: Ground): readonly [table: string, column: string] {
  for (const { child, parent, parentColumns } of ground.tables.get(table)?.relations ?? []) {
    const at = child.indexOf(column)
    if (at < 0) continue
    const columns = parentColumns.length > 0 ? parentColumns : ground.tables.get(parent)?.primaryKey
    return [parent, columns?.[at] ?? '']
  }
  throw new Error(`${table}.${column} refers to nothing`)
}

function typeOf(table: string, line: ColumnLine, ground: Ground): ColumnType {
  const { dialect, newId } = ground
  if (line.type === 'id') return dialect.smart.id(newId).type
  if (line.type !== 'ref') {
    const row = ground.enums.get(line.type)?.row
    return row ? userType(row.id, row.name) : dialect.types.parse(spelled(line.type, ground))
  }
  const [parent, name] = parentOf(table, line.name, ground)
  const target = ground.tables.get(parent)?.columns.find((one) => one.name === name)
  if (!target) throw new Error(`${table}.${line.name} refers to ${parent}.${name}, which is not there`)
  if (target.type === 'id') return dialect.smart.forReferenceTo(dialect.smart.id(newId))
  return typeOf(parent, target, ground)
}

function defaultOf(value: string, type: string, { habits }: Ground): string | undefined {
  if (value === 'now') return habits.now
  if (value === 'uuid') return habits.newUuid
  if (type === 'bool') return habits.literal[value === 'true' ? 1 : 0]
  return value
}

function columnOf(table: string, line: ColumnLine, ground: Ground): Column {
  const { newId, dialect, habits } = ground
  const { name, comment } = line
  if (line.type === 'id') return { ...dialect.smart.id(newId), name, comment }
  const value = line.type === 'touched' ? 'now' : line.default
  const text = value === undefined ? undefined : defaultOf(value, line.type, ground)
  return makeColumn(newId, {
    name,
    comment,
    type: typeOf(table, line, ground),
    nullable: line.nullable,
    ...(text !== undefined && { default: sqlText(text) }),
    ...(line.type === 'touched' && habits.touches && { onUpdate: sqlText(habits.now) }),
  })
}

export function columnsOf(table: string, lines: TableLines, ground: Ground): readonly Column[] {
  const keys = orders(lines.columns.length)
  return lines.columns.map((line, i) => ({ ...columnOf(table, line, ground), order: keys[i] ?? '' }))
}

/** The columns of a view, whose types are told and not derived. */
export function viewColumn(
  text: string,
  ground: Ground,
): { readonly name: string; readonly type: ColumnType } {
  const [name = '', word = ''] = text.trim().split(/\s+/)
  const raw = word === 'id' ? dialectId(ground) : undefined
  return { name, type: raw ?? ground.dialect.types.parse(spelled(word, ground)) }
}

const dialectId = ({ dialect, newId }: Ground): ColumnType =>
  dialect.smart.forReferenceTo(dialect.smart.id(newId))
