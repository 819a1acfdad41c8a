// Tables and partials: columns with their settings, indexes and keys, checks.
import { isIdOf } from '../../model/id'
import type { SqlText } from '../../model/sqlText'
import type { Check, Column, Index, IndexPart, Key, Table, TablePartial } from '../../model/records'
import { placementOf } from '../../model/query'
import type { ColumnType } from '../../model/type'
import type { Place } from './report'
import { block, braces, identifier, indented, settings, string, typeSpelling } from './spell'
import type { DbmlWriter } from './writer'

type Owner = Table | TablePartial

export function typeText(w: DbmlWriter, { raw, of, array }: ColumnType): string {
  const brackets = '[]'.repeat(array ?? 0)
  const named = of === undefined ? undefined : typeName(w, of)
  if (named !== undefined) return named + brackets
  return typeSpelling(raw)
}

function typeName(w: DbmlWriter, of: NonNullable<ColumnType['of']>): string | undefined {
  const known = isIdOf('enum', of) ? w.schema.enum.get(of) : undefined
  if (known && known.values.length > 0) return w.names.object(known.id)
  const row =
    known ??
    (isIdOf('domain', of)
      ? w.schema.domain.get(of)
      : isIdOf('composite', of)
        ? w.schema.composite.get(of)
        : undefined)
  if (!row) return undefined
  const namespace = w.names.namespaceOf(row.namespace)
  return namespace === '' ? identifier(row.name) : `${identifier(namespace)}.${identifier(row.name)}`
}

const isExactNumber = (text: string): boolean =>
  /^-?[0-9]{1,15}(?:\.[0-9]+)?$/.test(text) && String(Number(text)) === text

/** A default as a literal where DBML and SQL mean the same by it, else as an expression. */
function defaultText(w: DbmlWriter, text: SqlText, place: Place): string {
  const sql = w.sql(text)
  if (isExactNumber(sql) || /^(?:true|false|null)$/.test(sql)) return sql
  const quoted = /^'((?:[^'\\]|'')*)'$/.exec(sql)?.[1]
  return quoted === undefined ? w.expression(text, place) : string(quoted.replaceAll("''", "'"))
}

const lostColumnFields = [
  ['collation', 'a collation'],
  ['charset', 'a character set'],
  ['onUpdate', 'ON UPDATE'],
  ['generated', 'how it is computed'],
  ['invisible', 'that it is invisible'],
  ['defaultName', 'the name of its default'],
  ['notNullName', 'the name of its NOT NULL'],
] as const satisfies readonly (readonly [keyof Column, string])[]

function tellLostOfColumn(w: DbmlWriter, column: Column, place: Place): void {
  for (const [field, words] of lostColumnFields) {
    if (column[field] !== undefined && column[field] !== '')
      w.lost(place, `DBML cannot say ${words} of "${column.name}"`)
  }
  if (column.tags.length > 0) w.lost(place, `DBML has no tags: ${column.tags.join(', ')}`)
  if (column.options.length > 0) w.lost(place, `DBML has no options of one database ("${column.name}")`)
  const { identity } = column
  if (identity && (identity.mode === 'always' || Object.keys(identity).length > 2)) {
    w.lost(place, `DBML says only that "${column.name}" counts up, not how`)
  }
}

interface ColumnKeys {
  readonly isPrimary: boolean
  readonly isUnique: boolean
}

function columnLine(
  w: DbmlWriter,
  column: Column,
  { keys, place }: { readonly keys: ColumnKeys; readonly place: Place },
): string {
  tellLostOfColumn(w, column, place)
  const list = [
    ...(keys.isPrimary ? ['pk'] : []),
    ...(column.identity ? ['increment'] : []),
    ...(column.nullable || keys.isPrimary ? [] : ['not null']),
    ...(keys.isUnique ? ['unique'] : []),
    ...(column.default ? [`default: ${defaultText(w, column.default, place)}`] : []),
    ...w.note(column.comment),
    ...w.properties(column.properties, place),
  ]
  return `${w.names.column(column.id)} ${typeText(w, column.type)}${settings(list)}`
}

const isPlainKey = (key: Key): boolean =>
  key.name === '' &&
  key.parts.length === 1 &&
  key.parts.every(({ length, sort }) => length === undefined && sort === undefined)

const partText = (w: DbmlWriter, { on }: Pick<IndexPart, 'on'>, place: Place): string =>
  'column' in on ? w.names.column(on.column) : w.expression(on.expression, place)

/** The parts of an index, each column once: DBML refuses a second time. */
function partsText(w: DbmlWriter, parts: readonly Pick<IndexPart, 'on'>[], place: Place): string {
  const texts = [...new Set(parts.map((part) => partText(w, part, place)))]
  if (texts.length < parts.length) w.lost(place, 'An index names a column twice')
  return texts.length === 1 ? texts.join('') : `(${texts.join(', ')})`
}

const isDetailed = (part: IndexPart): boolean => Object.keys(part).some((field) => field !== 'on')

function tellLostOfIndex(w: DbmlWriter, index: Index, place: Place): void {
  const what = index.name === '' ? 'an index' : `index "${index.name}"`
  if (index.parts.some(isDetailed))
    w.lost(place, `DBML cannot say how the columns of ${what} are sorted or compared`)
  if (index.where) w.lost(place, `DBML has no partial index: ${what} has the condition ${w.sql(index.where)}`)
  if (index.include.length > 0) w.lost(place, `DBML cannot say what ${what} includes`)
  if (index.options.length > 0 || index.invisible || index.nullsNotDistinct)
    w.lost(place, `DBML cannot say all options of ${what}`)
}

function indexLine(w: DbmlWriter, index: Index, about: Owner['id']): string {
  const place = { about, part: index.id }
  tellLostOfIndex(w, index, place)
  const list = [
    ...(index.unique ? ['unique'] : []),
    ...(index.name === '' ? [] : [`name: ${string(index.name)}`]),
    ...(index.method === '' ? [] : [`type: ${identifier(index.method)}`]),
    ...w.note(index.comment),
  ]
  return `${partsText(w, index.parts, place)}${settings(list)}`
}

const keyDetails = ['deferrable', 'state', 'withoutOverlaps', 'nullsNotDistinct'] as const

function keyLine(
  w: DbmlWriter,
  key: Key,
  { word, about }: { readonly word: 'pk' | 'unique'; readonly about: Table['id'] },
): string {
  const place = { about, part: key.id }
  const isLossy =
    keyDetails.some((field) => field in key) ||
    key.include.length > 0 ||
    key.options.length > 0 ||
    key.parts.some((part) => part.sort !== undefined || part.length !== undefined)
  if (isLossy) w.lost(place, `DBML cannot say all of the key "${key.name}"`)
  const list = [word, ...(key.name === '' ? [] : [`name: ${string(key.name)}`]), ...w.note(key.comment)]
  const parts = key.parts.map(({ column }) => ({ on: { column } }))
  return `${partsText(w, parts, place)}${settings(list)}`
}

function checkLine(w: DbmlWriter, check: Check, about: Owner['id']): string {
  const place = { about, part: check.id }
  if (check.comment !== '') w.lost(place, `DBML has no comment on a check: ${check.comment}`)
  if (check.state !== undefined || check.noInherit || check.deferrable)
    w.lost(place, 'DBML cannot say all of a check')
  return (
    w.expression(check.expression, place) + settings(check.name === '' ? [] : [`name: ${string(check.name)}`])
  )
}

const blockOf = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${name} {`, ...indented(lines), '}']

function noteLines(text: string): readonly string[] {
  return text === '' ? [] : ['', `Note: ${block(text, '  ')}`]
}

const indexLines = (w: DbmlWriter, owner: Owner): readonly string[] =>
  owner.indexes.map((index) => indexLine(w, index, owner.id))
const checkLines = (w: DbmlWriter, owner: Owner): readonly string[] =>
  owner.checks.map((check) => checkLine(w, check, owner.id))

const noKeys: ColumnKeys = { isPrimary: false, isUnique: false }

export function partialText(w: DbmlWriter, partial: TablePartial): string {
  const color = w.color(partial.color)
  const head = `TablePartial ${w.names.object(partial.id)}${settings(color === undefined ? [] : [`headercolor: ${color}`])}`
  const columns = partial.columns.map((column) =>
    columnLine(w, column, { keys: noKeys, place: { about: partial.id, part: column.id } }),
  )
  return braces(head, [
    ...columns,
    ...blockOf('indexes', indexLines(w, partial)),
    ...blockOf('checks', checkLines(w, partial)),
    ...noteLines(partial.comment),
  ])
}

/** Keys as the lines of the columns say them; the rest are lines among the indexes. */
function keysOf(table: Table) {
  const inline = [...table.uniques.filter(isPlainKey)]
  const primary = table.primaryKey && isPlainKey(table.primaryKey) ? table.primaryKey : undefined
  const ofColumn = ({ id }: Column): ColumnKeys => ({
    isPrimary: primary?.parts.some(({ column }) => column === id) ?? false,
    isUnique: inline.some(({ parts }) => parts.some(({ column }) => column === id)),
  })
  return { primary, inline, ofColumn }
}

const lostTableFields = [
  ['exclusions', 'exclusion constraints'],
  ['policies', 'policies'],
  ['options', 'options of one database'],
  ['tags', 'tags'],
  ['inherits', 'inheritance'],
  ['partials', 'which partials its columns came from'],
  ['partitioning', 'partitioning'],
  ['partitionOf', 'that it is a partition'],
  ['rowSecurity', 'row security'],
  ['persistence', 'that it is unlogged or temporary'],
] as const satisfies readonly (readonly [keyof Table, string])[]

function tellLostOfTable(w: DbmlWriter, table: Table, skip: readonly (keyof Table)[]): void {
  for (const [field, words] of lostTableFields) {
    const value = table[field]
    const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined
    if (isThere && !skip.includes(field))
      w.lost({ about: table.id }, `DBML cannot say ${words} of "${table.name}"`)
  }
}

function headOf(w: DbmlWriter, table: Table): string {
  const place = w.diagram && placementOf(w.schema, w.diagram.id, table.id)
  const color = w.color(place?.color)
  const list = [
    ...(color === undefined ? [] : [`headercolor: ${color}`]),
    ...w.properties(table.properties, { about: table.id }),
  ]
  return `Table ${w.names.object(table.id)}${settings(list)}`
}

interface Member {
  readonly column: Column
  readonly line: string
}

/**
 * The lines of the columns, with `~partial` where a partial's columns stand as they are in it, one after the other.
 * A column that was changed since, or is referred to as unique or key, is written out with its whole group.
 */
function memberLines(w: DbmlWriter, table: Table, members: readonly Member[]) {
  const lines = members.map(({ line }) => line)
  const used: TablePartial[] = []
  for (const id of table.partials) {
    const partial = w.schema.partial.get(id)
    if (!partial || partial.columns.length === 0 || used.includes(partial)) continue
    const at = members.findIndex(({ column }) => column.fromPartial === partial.columns[0]?.id)
    const own = partial.columns.map((column) =>
      columnLine(w, column, { keys: noKeys, place: { about: partial.id, part: column.id } }),
    )
    const isWhole =
      at >= 0 &&
      own.every(
        (line, i) =>
          members[at + i]?.line === line && members[at + i]?.column.fromPartial === partial.columns[i]?.id,
      )
    if (!isWhole) continue
    used.push(partial)
    for (const [i] of own.entries()) lines[at + i] = i === 0 ? `~${w.names.object(id)}` : ''
  }
  return { lines: lines.filter((line) => line !== ''), used }
}

/** What the partials bring along is not written a second time. */
function without(lines: readonly string[], brought: readonly string[]): readonly string[] {
  return lines.filter((line) => !brought.includes(line))
}

export function tableText(w: DbmlWriter, table: Table): string {
  const { primary, inline, ofColumn } = keysOf(table)
  const members = table.columns.map((column) => ({
    column,
    line: columnLine(w, column, { keys: ofColumn(column), place: { about: table.id, part: column.id } }),
  }))
  const { lines, used } = memberLines(w, table, members)
  tellLostOfTable(w, table, used.length === table.partials.length ? ['partials'] : [])
  const keys = [
    ...(table.primaryKey && !primary ? [keyLine(w, table.primaryKey, { word: 'pk', about: table.id })] : []),
    ...table.uniques
      .filter((key) => !inline.includes(key))
      .map((key) => keyLine(w, key, { word: 'unique', about: table.id })),
  ]
  const indexes = without(
    indexLines(w, table),
    used.flatMap((partial) => indexLines(w, partial)),
  )
  const checks = without(
    checkLines(w, table),
    used.flatMap((partial) => checkLines(w, partial)),
  )
  const isEmpty = table.columns.length === 0
  if (isEmpty)
    w.lost({ about: table.id }, `DBML takes no table without a column: "${table.name}" is left out`)
  if (isEmpty) return ''
  return braces(headOf(w, table), [
    ...lines,
    ...blockOf('indexes', [...keys, ...indexes]),
    ...blockOf('checks', checks),
    ...noteLines(table.comment),
  ])
}
