// Tables and partials: columns with their settings, indexes and keys, checks.
import { isIdOf } from '../../model/id'
import type { SqlText } from '../../model/sqlText'
import type { Check, Column, Index, IndexPart, Key, Table, TablePartial } from '../../model/records'
import { compareOrder } from '../../model/order'
import { placementOf } from '../../model/query'
import type { ColumnType } from '../../model/type'
import { partialKey } from './ownKeys'
import type { Place } from './report'
import { said, shapeText, type Line, type Member, type Said, type TableShape } from './shape'
import { identifier, string, typeSpelling } from './spell'
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

/** A number that readers which count in doubles keep. */
export const isExactNumber = (text: string): boolean =>
  /^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?$/.test(text) &&
  text
    .replace(/[eE].*$/, '')
    .replaceAll(/[-.]/g, '')
    .replace(/^0+/, '').length <= 15

/** A default as a literal where DBML and SQL mean the same by it, else as an expression. */
function defaultText(w: DbmlWriter, text: SqlText, place: Place): string {
  const sql = w.sql(text)
  if (isExactNumber(sql) || /^(?:true|false|null)$/.test(sql)) return sql
  const quoted = w.stringIn(sql)
  return quoted === undefined ? w.expression(text, place) : string(quoted)
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
): Line {
  tellLostOfColumn(w, column, place)
  const type = typeText(w, column.type)
  return {
    id: column.id,
    head: `${w.names.column(column.id)} ${type}`,
    type,
    settings: [
      ...(keys.isPrimary ? [said('pk')] : []),
      ...(column.identity ? [said('increment')] : []),
      ...(column.nullable || keys.isPrimary ? [] : [said('not null')]),
      ...(keys.isUnique ? [said('unique')] : []),
      ...(column.default ? [said('default', `default: ${defaultText(w, column.default, place)}`)] : []),
      ...w.note(column.comment),
      ...w.properties(column.properties, place),
    ],
  }
}

const isPlainKey = (key: Pick<Key, 'name' | 'comment' | 'parts'>): boolean =>
  key.name === '' &&
  key.comment === '' &&
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

const ofColumns = ({ parts }: Index): boolean => parts.every(({ on }) => 'column' in on)

/** A unique index without a method would read as a unique key, unless it is of one column and has no name. */
function methodText(index: Index): readonly Said[] {
  const isLikeKey =
    index.unique && ofColumns(index) && (index.parts.length > 1 || index.name !== '' || index.comment !== '')
  if (index.method === '' && !isLikeKey) return []
  return [said('type', `type: ${identifier(index.method === '' ? 'btree' : index.method)}`)]
}

function indexLine(w: DbmlWriter, index: Index, about: Owner['id']): Line {
  const place = { about, part: index.id }
  tellLostOfIndex(w, index, place)
  return {
    id: index.id,
    head: partsText(w, index.parts, place),
    settings: [
      ...(index.unique ? [said('unique')] : []),
      ...nameText(index.name),
      ...methodText(index),
      ...w.note(index.comment),
    ],
  }
}

const nameText = (name: string): readonly Said[] =>
  name === '' ? [] : [said('name', `name: ${string(name)}`)]

const keyDetails = ['deferrable', 'state', 'withoutOverlaps', 'nullsNotDistinct'] as const

function keyLine(
  w: DbmlWriter,
  key: Key,
  { word, about }: { readonly word: 'pk' | 'unique'; readonly about: Table['id'] },
): Line {
  const place = { about, part: key.id }
  const isLossy =
    keyDetails.some((field) => field in key) ||
    key.include.length > 0 ||
    key.options.length > 0 ||
    key.parts.some((part) => part.sort !== undefined || part.length !== undefined)
  if (isLossy) w.lost(place, `DBML cannot say all of the key "${key.name}"`)
  const parts = key.parts.map(({ column }) => ({ on: { column } }))
  return {
    id: key.id,
    head: partsText(w, parts, place),
    settings: [said(word), ...nameText(key.name), ...w.note(key.comment)],
  }
}

function checkLine(w: DbmlWriter, check: Check, about: Owner['id']): Line {
  const place = { about, part: check.id }
  if (check.comment !== '') w.lost(place, `DBML has no comment on a check: ${check.comment}`)
  if (check.state !== undefined || check.noInherit || check.deferrable)
    w.lost(place, 'DBML cannot say all of a check')
  return { id: check.id, head: w.expression(check.expression, place), settings: nameText(check.name) }
}

const checkLines = (w: DbmlWriter, owner: Owner): readonly Line[] =>
  owner.checks.map((check) => checkLine(w, check, owner.id))

const columnsOf = ({ parts }: Index): readonly string[] =>
  parts.flatMap(({ on }) => ('column' in on ? [on.column] : []))

/** The key and the uniques of a partial are indexes in the model: those of one column are settings. */
function partialKeysOf({ indexes }: TablePartial) {
  const isInline = (index: Index) =>
    index.name === '' && index.comment === '' && index.unique && ofColumns(index)
  const primary = indexes.filter((index) => index.method === partialKey && isInline(index))
  const uniques = indexes.filter(
    (index) =>
      index.method === '' && isInline(index) && index.parts.length === 1 && !index.parts.some(isDetailed),
  )
  return {
    lines: indexes.filter((index) => !primary.includes(index) && !uniques.includes(index)),
    ofColumn: ({ id }: Column): ColumnKeys => ({
      isPrimary: primary.some((index) => columnsOf(index).includes(id)),
      isUnique: uniques.some((index) => columnsOf(index).includes(id)),
    }),
  }
}

/** The primary key of a partial that has a name is a line of its own. */
const partialIndexLine = (w: DbmlWriter, index: Index, about: Owner['id']): Line => {
  const line = indexLine(w, index, about)
  if (index.method !== partialKey) return line
  return {
    ...line,
    settings: [said('pk'), ...line.settings.filter(({ key }) => key !== 'unique' && key !== 'type')],
  }
}

export function partialShape(w: DbmlWriter, partial: TablePartial): TableShape {
  const { lines, ofColumn } = partialKeysOf(partial)
  const color = w.color(partial.color)
  return {
    id: partial.id,
    keyword: 'TablePartial',
    name: w.names.object(partial.id),
    settings: color === undefined ? [] : [said('headercolor', `headercolor: ${color}`)],
    members: partial.columns.map((column) =>
      columnLine(w, column, { keys: ofColumn(column), place: { about: partial.id, part: column.id } }),
    ),
    indexes: lines.map((index) => partialIndexLine(w, index, partial.id)),
    checks: checkLines(w, partial),
    note: w.noteValue(partial.comment),
  }
}

export const partialText = (w: DbmlWriter, partial: TablePartial): string =>
  shapeText(partialShape(w, partial))

/** Keys as the lines of the columns say them; the rest are lines among the indexes. */
function keysOf(table: Table) {
  const seen = new Set<string>()
  const inline = table.uniques.filter((key) => {
    const [part] = key.parts
    if (!isPlainKey(key) || !part || seen.has(part.column)) return false
    seen.add(part.column)
    return true
  })
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

/** What a table would have from its partials without saying a word. */
const inherited = (used: readonly TablePartial[], field: 'comment' | 'color'): string =>
  used.findLast((partial) => partial[field] !== '')?.[field] ?? ''

function headSettings(w: DbmlWriter, table: Table, used: readonly TablePartial[]): readonly Said[] {
  const place = w.diagram && placementOf(w.schema, w.diagram.id, table.id)
  const color = w.color(place?.color)
  const isOwn = color !== undefined && color !== w.color(inherited(used, 'color'))
  return [
    ...(isOwn ? [said('headercolor', `headercolor: ${color}`)] : []),
    ...w.properties(table.properties, { about: table.id }),
  ]
}

/**
 * The columns, some of which come with a partial: those that stand in the table as they are in it, one after the
 * other. A column that was changed since, or is key or unique here only, is written out with its whole group.
 */
function membersOf(w: DbmlWriter, table: Table, lines: readonly Line[]) {
  const members: Member[] = [...lines]
  const used: TablePartial[] = []
  for (const id of table.partials) {
    const partial = w.schema.partial.get(id)
    if (!partial || partial.columns.length === 0 || used.includes(partial)) continue
    const at = table.columns.findIndex(({ fromPartial }) => fromPartial === partial.columns[0]?.id)
    const { ofColumn } = partialKeysOf(partial)
    const own = partial.columns.map((column) =>
      columnLine(w, column, { keys: ofColumn(column), place: { about: partial.id, part: column.id } }),
    )
    const isWhole =
      at >= 0 &&
      own.every(
        (line, i) =>
          sameLine(members[at + i], line) && table.columns[at + i]?.fromPartial === partial.columns[i]?.id,
      )
    if (!isWhole) continue
    used.push(partial)
    for (const i of own.keys()) {
      const member = members[at + i]
      if (member) members[at + i] = { ...member, comesWith: w.names.object(id) }
    }
  }
  return { members, used }
}

const textOf = (line: Line | undefined): string =>
  line ? JSON.stringify([line.head, line.settings.map(({ text }) => text)]) : ''

const sameLine = (a: Line | undefined, b: Line): boolean => textOf(a) === textOf(b)

/** What the partials bring along is not written a second time. */
function without(lines: readonly Line[], brought: readonly Line[]): readonly Line[] {
  const open = brought.map(textOf)
  return lines.filter((line) => {
    const at = open.indexOf(textOf(line))
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
}

/** Keys and indexes in one row, as they are ordered across both. */
function indexLines(w: DbmlWriter, table: Table): readonly Line[] {
  const { primary, inline } = keysOf(table)
  const parts = [...table.uniques.filter((key) => !inline.includes(key)), ...table.indexes]
  const lines = parts
    .sort(compareOrder)
    .map((part) =>
      'method' in part ? indexLine(w, part, table.id) : keyLine(w, part, { word: 'unique', about: table.id }),
    )
  const key =
    table.primaryKey && !primary ? [keyLine(w, table.primaryKey, { word: 'pk', about: table.id })] : []
  return [...key, ...lines]
}

/** As they are on a table that takes the partial in. */
const broughtIndexes = (w: DbmlWriter, partial: TablePartial): readonly Line[] =>
  partialKeysOf(partial).lines.map((index) => {
    const line = partialIndexLine(w, index, partial.id)
    const isKey = index.unique && index.method === '' && ofColumns(index)
    return isKey ? { ...line, settings: line.settings.filter(({ key }) => key !== 'type') } : line
  })

export function tableShape(w: DbmlWriter, table: Table): TableShape {
  const { ofColumn } = keysOf(table)
  const lines = table.columns.map((column) =>
    columnLine(w, column, { keys: ofColumn(column), place: { about: table.id, part: column.id } }),
  )
  const { members, used } = membersOf(w, table, lines)
  tellLostOfTable(w, table, used.length === table.partials.length ? ['partials'] : [])
  const comment = table.comment === inherited(used, 'comment') ? '' : table.comment
  return {
    id: table.id,
    keyword: 'Table',
    name: w.names.object(table.id),
    settings: headSettings(w, table, used),
    members,
    indexes: without(
      indexLines(w, table),
      used.flatMap((partial) => broughtIndexes(w, partial)),
    ),
    checks: without(
      checkLines(w, table),
      used.flatMap((partial) => checkLines(w, partial)),
    ),
    note: w.noteValue(comment),
  }
}

/** Keys, indexes and checks with what they say, those of single columns too. */
export function tableParts(w: DbmlWriter, table: Table): readonly Line[] {
  const inline = keysOf(table).inline.map((key) => keyLine(w, key, { word: 'unique', about: table.id }))
  return [
    ...inline.map((line) => ({ ...line, settings: [...line.settings, said('inline')] })),
    ...indexLines(w, table).filter(({ id }) => id !== table.primaryKey?.id),
    ...checkLines(w, table),
  ]
}

export function tableText(w: DbmlWriter, table: Table): string {
  const shape = tableShape(w, table)
  if (shape.members.length > 0) return shapeText(shape)
  w.lost({ about: table.id }, `DBML takes no table without a column: "${table.name}" is left out`)
  return ''
}
