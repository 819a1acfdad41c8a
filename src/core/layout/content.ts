// What a table, view or enum has to show, and how wide that is: read once per record and kept for as long as the
// record and the names that it borrows stay the same. One edit measures one table again.
import type { ColumnId, EnumValueId, TableId } from '../model/id'
import { isIdentifying, isUniqueIn } from '../model/cardinality'
import { foreignKeysOf, isNullable } from '../model/query'
import type { Column, Enum, Table, View } from '../model/records'
import type { Schema } from '../model/schema'
import type { ColumnType } from '../model/type'
import { textWidth } from './metrics'
import { text } from './sizes'

/** What a column is by itself. */
export type KeyMark = 'key' | 'unique' | 'indexed'

export interface ContentRow {
  readonly id: ColumnId | EnumValueId
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly mark?: KeyMark
  readonly isForeign: boolean
  /** By itself, not as a part of a key of several columns. */
  readonly isUniqueAlone?: true
  readonly nameWidth: number
  readonly typeWidth: number
}

export interface Content {
  readonly kind: 'table' | 'view' | 'enum'
  /** The namespace, to be shown as `prefix.`; empty when there is none. */
  readonly prefix: string
  readonly name: string
  readonly comment: string
  readonly materialized: boolean
  /** Its key holds the key of another table. */
  readonly isDependent: boolean
  readonly rows: readonly ContentRow[]
  readonly prefixWidth: number
  readonly nameWidth: number
}

export type Shown = Table | View | Enum

const noColumns: ReadonlySet<ColumnId> = new Set()
const foreignColumns = new WeakMap<Schema['relation'], ReadonlyMap<TableId, ReadonlySet<ColumnId>>>()

/** The columns of each table that refer to another one. */
function foreignColumnsOf(relations: Schema['relation'], table: TableId): ReadonlySet<ColumnId> {
  let known = foreignColumns.get(relations)
  if (!known) {
    const byTable = new Map<TableId, Set<ColumnId>>()
    for (const relation of relations.values()) {
      if (relation.kind !== 'foreignKey') continue
      const columns = byTable.get(relation.child.table) ?? new Set()
      byTable.set(relation.child.table, columns)
      for (const column of relation.child.columns) columns.add(column)
    }
    foreignColumns.set(relations, (known = byTable))
  }
  return known.get(table) ?? noColumns
}

/** A type as people read it: the current name of what it names, else as it was spelled. */
export function typeText(schema: Schema, type: ColumnType): string {
  const { of } = type
  if (of === undefined) return type.raw
  const rows: ReadonlyMap<string, { readonly name: string }>[] = [
    schema.enum,
    schema.domain,
    schema.composite,
  ]
  const named = rows.map((map) => map.get(of)).find((row) => row !== undefined)
  return named ? named.name + '[]'.repeat(type.array ?? 0) : type.raw
}

function marksOf(table: Table): ReadonlyMap<ColumnId, KeyMark> {
  const marks = new Map<ColumnId, KeyMark>()
  for (const index of table.indexes) {
    const isSingle = index.unique && index.parts.length === 1 && !index.where
    for (const part of index.parts)
      if ('column' in part.on) marks.set(part.on.column, isSingle ? 'unique' : 'indexed')
  }
  for (const key of table.uniques) for (const part of key.parts) marks.set(part.column, 'unique')
  for (const part of table.primaryKey?.parts ?? []) marks.set(part.column, 'key')
  return marks
}

function columnRow(
  schema: Schema,
  table: Table,
  column: Column,
): Omit<ContentRow, 'mark' | 'isForeign' | 'isUniqueAlone'> {
  const nullable = isNullable(table, column)
  const type = typeText(schema, column.type)
  return {
    id: column.id,
    name: column.name,
    type,
    nullable,
    nameWidth: textWidth(column.name, nullable ? text.column : text.required),
    typeWidth: textWidth(type, text.type),
  }
}

function tableRows(schema: Schema, table: Table): readonly ContentRow[] {
  const marks = marksOf(table)
  const foreign = foreignColumnsOf(schema.relation, table.id)
  return table.columns.map((column) => {
    const mark = marks.get(column.id)
    const isUniqueAlone = mark === 'unique' && isUniqueIn(table, [column.id])
    const plain = {
      ...columnRow(schema, table, column),
      isForeign: foreign.has(column.id),
      ...(isUniqueAlone && { isUniqueAlone }),
    }
    return mark ? { ...plain, mark } : plain
  })
}

const viewRows = (schema: Schema, view: View): readonly ContentRow[] =>
  view.columns.map((column) => {
    const type = typeText(schema, column.type)
    return {
      id: column.id,
      name: column.name,
      type,
      nullable: false,
      isForeign: false,
      nameWidth: textWidth(column.name, text.column),
      typeWidth: textWidth(type, text.type),
    }
  })

const enumRows = (shown: Enum): readonly ContentRow[] =>
  shown.values.map(({ id, name }) => ({
    id,
    name,
    type: '',
    nullable: false,
    isForeign: false,
    nameWidth: textWidth(name, text.column),
    typeWidth: 0,
  }))

function kindOf(shown: Shown): Content['kind'] {
  if ('values' in shown) return 'enum'
  return 'query' in shown ? 'view' : 'table'
}

function rowsOf(schema: Schema, shown: Shown): readonly ContentRow[] {
  if ('values' in shown) return enumRows(shown)
  return 'query' in shown ? viewRows(schema, shown) : tableRows(schema, shown)
}

const isDependent = (schema: Schema, shown: Shown): boolean =>
  'primaryKey' in shown && foreignKeysOf(schema, shown.id).some((relation) => isIdentifying(schema, relation))

const namespaceName = (schema: Schema, shown: Shown): string =>
  (shown.namespace && schema.namespace.get(shown.namespace)?.name) ?? ''

function read(schema: Schema, shown: Shown): Content {
  const prefix = namespaceName(schema, shown)
  return {
    kind: kindOf(shown),
    prefix,
    name: shown.name,
    comment: shown.comment,
    materialized: 'materialized' in shown && shown.materialized,
    isDependent: isDependent(schema, shown),
    rows: rowsOf(schema, shown),
    prefixWidth: prefix === '' ? 0 : textWidth(`${prefix}.`, text.prefix),
    nameWidth: textWidth(shown.name, text.name),
  }
}

/** All that a record's content takes from elsewhere. */
function borrowed(schema: Schema, shown: Shown): string {
  const names = [namespaceName(schema, shown)]
  if ('values' in shown) return names.join()
  for (const column of shown.columns) if (column.type.of) names.push(typeText(schema, column.type))
  if (!('query' in shown)) {
    names.push(...foreignColumnsOf(schema.relation, shown.id), String(isDependent(schema, shown)))
  }
  return names.join('\n')
}

interface Entry {
  readonly from: readonly unknown[]
  readonly borrowed: string
  readonly content: Content
}

const entries = new WeakMap<Shown, Entry>()

export function contentOf(schema: Schema, shown: Shown): Content {
  const from = [schema.relation, schema.namespace, schema.enum, schema.domain, schema.composite]
  const known = entries.get(shown)
  if (known?.from.every((map, i) => map === from[i])) return known.content
  const now = borrowed(schema, shown)
  const content = known?.borrowed === now ? known.content : read(schema, shown)
  entries.set(shown, { from, borrowed: now, content })
  return content
}
