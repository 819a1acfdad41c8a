// Keys, checks and indexes of a template's tables, as far as the database has them.
import { makeCheck, makeColumn, makeIndex, makeKey, makeUniqueKey } from '../model/factory'
import type { ColumnId } from '../model/id'
import { orderAtEnd, orders } from '../model/order'
import type { Column, Index, IndexPart, Table } from '../model/records'
import type { Ground } from './columns'
import type { IndexLine, TableLines } from './readTable'
import { say, whereOnly, type Tongue } from './says'

export interface Making extends Ground {
  readonly lines: TableLines
  readonly tongue: Tongue
}

function idOf(table: Table, name: string): ColumnId {
  const column = table.columns.find((one) => one.name === name)
  if (!column) throw new Error(`No column ${name} in ${table.name}`)
  return column.id
}

const isNullable = (name: string, { lines }: Making): boolean =>
  lines.columns.some((column) => column.name === name && column.nullable)

/** A boolean or an enum that the database knows only as a number or a text. */
function impliedChecks({ lines, habits, enums }: Making): readonly string[] {
  return lines.columns.flatMap(({ name, type }) => {
    if (type === 'bool' && habits.checksBooleans) return [`{${name}} IN (0, 1)`]
    const values = habits.enums === 'check' ? enums.get(type)?.values : undefined
    return values ? [`{${name}} IN (${values.map((value) => `'${value}'`).join(', ')})`] : []
  })
}

function checksOf(table: Table, making: Making): Table['checks'] {
  if (!making.habits.checks) return []
  const texts = [...impliedChecks(making), ...making.lines.checks]
  const keys = orders(texts.length)
  return texts.map((text, i) =>
    makeCheck(making.newId, { expression: say(text, table, making.tongue), order: keys[i] ?? '' }),
  )
}

/** Where rows without a value count as equal, the key is one over the rows that have one. */
const isForSome = (columns: readonly string[], making: Making): boolean =>
  making.habits.nullsAreEqual && columns.some((name) => isNullable(name, making))

const filled = (columns: readonly string[], making: Making): IndexLine => ({
  only: columns.join('_'),
  parts: columns.map((column) => ({ column, isDescending: false })),
  where: columns
    .filter((name) => isNullable(name, making))
    .map((name) => `{${name}} IS NOT NULL`)
    .join(' AND '),
})

function uniquesOf(table: Table, making: Making): Table['uniques'] {
  const plain = making.lines.uniques.filter((columns) => !isForSome(columns, making))
  const keys = orders(plain.length)
  return plain.map((columns, i) =>
    makeUniqueKey(making.newId, {
      parts: columns.map((name) => ({ column: idOf(table, name) })),
      order: keys[i] ?? '',
    }),
  )
}

/** What a key or index begins with. */
type Led = readonly string[]

const ledBy = ({ parts }: IndexLine): Led => parts.map(({ column }) => column)

/** Columns of foreign keys that no key or index begins with: looking up a parent's rows reads the whole table. */
function foreignIndexes({ lines, habits }: Making, given: readonly IndexLine[]): readonly IndexLine[] {
  if (habits.indexesForeignKeys) return []
  const whole = given.filter(({ where }) => where === undefined || habits.someRows !== 'where')
  const led: Led[] = [lines.primaryKey, ...lines.uniques, ...whole.map(ledBy)]
  const wanted: IndexLine[] = []
  for (const { child } of lines.relations) {
    if (led.some((columns) => child.every((name, i) => columns[i] === name))) continue
    led.push(child)
    wanted.push({ parts: child.map((column) => ({ column, isDescending: false })) })
  }
  return wanted
}

/** Without its condition an index may be one that is there already. */
function distinct(all: readonly IndexLine[], { lines, habits }: Making): readonly IndexLine[] {
  if (habits.someRows === 'where') return all
  const seen = new Set([lines.primaryKey, ...lines.uniques].map((columns) => columns.join()))
  return all.filter((line) => {
    const columns = ledBy(line).join()
    if (line.only !== undefined) return true
    const isNew = !seen.has(columns)
    seen.add(columns)
    return isNew
  })
}

/** How a condition comes into the index: as such, inside its expressions, or not at all where it only saves room. */
function partsOf(line: IndexLine, table: Table, making: Making): readonly IndexPart[] {
  const { tongue, habits } = making
  const isInside = line.only !== undefined && line.where !== undefined && habits.someRows === 'expression'
  return line.parts.map(({ column, isDescending }): IndexPart => {
    const sort = isDescending ? { sort: 'desc' as const } : {}
    if (!isInside) return { on: { column: idOf(table, column) }, ...sort }
    const condition = say(line.where ?? '', table, tongue)
    return { on: { expression: whereOnly(say(`{${column}}`, table, tongue), condition) }, ...sort }
  })
}

function indexOf(line: IndexLine, table: Table, making: Making): Index {
  const { newId, habits, tongue } = making
  const isConditional = line.where !== undefined && habits.someRows === 'where'
  return makeIndex(newId, {
    name: line.only === undefined ? '' : `${table.name}_${line.only}_key`,
    unique: line.only !== undefined,
    parts: partsOf(line, table, making),
    ...(isConditional && { where: say(line.where ?? '', table, tongue) }),
  })
}

interface Guarding {
  readonly line: IndexLine
  /** The column that the new one repeats. */
  readonly of: string
}

function guard({ line, of }: Guarding, table: Table, { newId, tongue }: Making): Column {
  const condition = say(line.where ?? '', table, tongue)
  const source = table.columns.find(({ name }) => name === of)
  return makeColumn(newId, {
    name: line.only ?? '',
    ...(source && { type: source.type }),
    generated: { expression: whereOnly(say(`{${of}}`, table, tongue), condition), storage: 'virtual' },
    comment: `${of} where the rule applies, so that the key below holds for those rows only`,
    order: orderAtEnd(table.columns),
  })
}

/** Without conditions and expressions: a column that holds the value only where the rule applies, and a key over it. */
function guarded(table: Table, making: Making): Table {
  if (making.habits.someRows !== 'column') return table
  let next = table
  for (const line of making.lines.indexes) {
    const [first, ...others] = line.parts.map((part) => part.column)
    if (line.only === undefined || line.where === undefined || first === undefined) continue
    const column = guard({ line, of: first }, next, making)
    const key = makeUniqueKey(making.newId, {
      parts: [column.id, ...others.map((name) => idOf(table, name))].map((id) => ({ column: id })),
      order: orderAtEnd(next.uniques),
    })
    next = { ...next, columns: [...next.columns, column], uniques: [...next.uniques, key] }
  }
  return next
}

function indexesOf(table: Table, making: Making): readonly Index[] {
  const { habits, lines } = making
  if (!habits.indexes) return []
  const keyed = lines.uniques
    .filter((columns) => isForSome(columns, making))
    .map((columns) => filled(columns, making))
  const given = lines.indexes.filter(({ only }) => only === undefined || habits.someRows !== 'column')
  const all = distinct([...keyed, ...given, ...foreignIndexes(making, given)], making)
  const keys = orders(all.length)
  return all.map((line, i) => ({ ...indexOf(line, table, making), order: keys[i] ?? '' }))
}

/** Defaults are said before the other columns are known; what is computed names them. */
function withGenerated(table: Table, making: Making): Table {
  const { generated } = making.habits
  if (generated === 'none') return table
  const columns = table.columns.map((column): Column => {
    const text = making.lines.columns.find(({ name }) => name === column.name)?.generated
    if (text === undefined) return column
    return { ...column, generated: { expression: say(text, table, making.tongue), storage: generated } }
  })
  return { ...table, columns }
}

export function withParts(bare: Table, making: Making): Table {
  const table = withGenerated(bare, making)
  const { primaryKey } = making.lines
  return guarded(
    {
      ...table,
      ...(primaryKey.length > 0 && {
        primaryKey: makeKey(making.newId, {
          parts: primaryKey.map((name) => ({ column: idOf(table, name) })),
        }),
      }),
      uniques: uniquesOf(table, making),
      checks: checksOf(table, making),
      indexes: indexesOf(table, making),
    },
    making,
  )
}
