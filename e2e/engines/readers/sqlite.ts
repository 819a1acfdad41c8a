// Reads SQLite's catalogue into the common shape: PRAGMAs where they tell, the stored statements where they do not.
import {
  EMPTY_CATALOGUE,
  type Catalogue,
  type ColumnEntry,
  type ForeignKeyEntry,
  type IndexEntry,
  type PrimaryKeyEntry,
  type TableEntry,
  type TriggerEntry,
  type UniqueEntry,
  type ViewEntry,
} from '../catalogue'
import type { Row } from '../engine'
import { groupBy, text, textOrNull } from './rows'
import { readIndexText, readTableText, readViewText, type TableText } from './sqliteTable'

type Query = (sql: string) => readonly Row[]

export function readSqlite(query: Query): Catalogue {
  const triggers = new Map(
    [
      ...groupBy(
        query(`select name, tbl_name, sql from sqlite_schema where type = 'trigger' order by name`),
        (row) => text(row, 'tbl_name'),
      ),
    ].map(([table, rows]) => [table, rows.map(toTrigger)]),
  )
  const relations = query(`select l.name, l.type, l.wr, l.strict, s.sql from pragma_table_list l
    join sqlite_schema s on s.name = l.name and s.type in ('table', 'view')
    where l.schema = 'main' and l.type <> 'shadow' and l.name not like 'sqlite\\_%' escape '\\' order by l.name`)
  const isView = (row: Row): boolean => row['type'] === 'view'
  const triggersOf = (row: Row): readonly TriggerEntry[] => triggers.get(text(row, 'name')) ?? []
  return {
    ...EMPTY_CATALOGUE,
    namespaces: [{ name: 'main', comment: null }],
    tables: relations.filter((row) => !isView(row)).map((row) => toTable(row, triggersOf(row), query)),
    views: relations.filter(isView).map((row) => toView(row, triggersOf(row), query)),
  }
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function columnsOf(name: string, query: Query): readonly Row[] {
  // hidden: 1 is a hidden column of a virtual table; 2 and 3 are generated ones.
  return query(`select * from pragma_table_xinfo(${quote(name)}) where hidden <> 1 order by cid`)
}

function toTable(row: Row, triggers: readonly TriggerEntry[], query: Query): TableEntry {
  const name = text(row, 'name')
  const isVirtual = row['type'] === 'virtual'
  const stored = readTableText(isVirtual ? '' : text(row, 'sql'))
  const columns = columnsOf(name, query)
  const lists = query(`select * from pragma_index_list(${quote(name)}) order by name`)
  return {
    schema: 'main',
    name,
    comment: null,
    columns: columns.map((column) => toColumn(column, stored)),
    primaryKey: toPrimaryKey(columns, stored),
    uniques: toUniques(lists, stored, query),
    checks: stored.checks.map((check) => ({ ...check, comment: null, enforced: true, validated: true })),
    exclusions: [],
    foreignKeys: toForeignKeys(name, stored, query),
    indexes: lists.filter((list) => list['origin'] === 'c').map((list) => toIndex(list, stored, query)),
    triggers,
    policies: [],
    rowSecurity: 'off',
    partition: null,
    options: {
      ...(Number(row['strict']) === 1 ? { strict: 'true' } : {}),
      ...(Number(row['wr']) === 1 && !isVirtual ? { withoutRowid: 'true' } : {}),
      ...(isVirtual ? { virtual: text(row, 'sql').replace(/^[^]*?\busing\s+/i, '') } : {}),
    },
  }
}

function toColumn(row: Row, stored: TableText): ColumnEntry {
  const name = text(row, 'name')
  const words = stored.columns.get(name.toLowerCase())
  const hidden = Number(row['hidden'])
  return {
    name,
    type: text(row, 'type'),
    nullable: Number(row['notnull']) === 0,
    default: textOrNull(row, 'dflt_value'),
    identity: words?.autoincrement === true ? { kind: 'autoIncrement', start: null, increment: null } : null,
    generated:
      hidden < 2 ? null : { expression: words?.generated ?? '', kind: hidden === 3 ? 'stored' : 'virtual' },
    collation: words?.collation ?? null,
    onUpdate: null,
    invisible: false,
    comment: null,
  }
}

function toPrimaryKey(columns: readonly Row[], stored: TableText): PrimaryKeyEntry | null {
  const parts = columns
    .filter((column) => Number(column['pk']) > 0)
    .sort((one, other) => Number(one['pk']) - Number(other['pk']))
  if (parts.length === 0) return null
  return { name: stored.primaryKeyName, columns: parts.map((part) => text(part, 'name')), ...PLAIN_KEY }
}

const PLAIN_KEY = { comment: null, include: [], deferrable: false, initiallyDeferred: false }

function toUniques(lists: readonly Row[], stored: TableText, query: Query): readonly UniqueEntry[] {
  const keys = lists
    .filter((list) => list['origin'] === 'u')
    .map((list) => partsOf(list, query).map((part) => text(part, 'name')))
  const named = (columns: readonly string[]): string | null => {
    const spelled = columns.join('\0').toLowerCase()
    return stored.uniques.find((unique) => unique.columns.join('\0').toLowerCase() === spelled)?.name ?? null
  }
  const uniques = keys.map((columns) => ({
    name: named(columns),
    columns,
    ...PLAIN_KEY,
    nullsNotDistinct: false,
  }))
  const order = (unique: UniqueEntry): string => JSON.stringify([unique.name ?? '', unique.columns])
  return uniques.sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

function partsOf(list: Row, query: Query): readonly Row[] {
  return query(`select * from pragma_index_xinfo(${quote(text(list, 'name'))}) where key = 1 order by seqno`)
}

function toIndex(list: Row, table: TableText, query: Query): IndexEntry {
  const name = text(list, 'name')
  const stored = readIndexText(
    text(
      query(`select sql from sqlite_schema where type = 'index' and name = ${quote(name)}`)[0] ?? {},
      'sql',
    ),
  )
  return {
    name,
    comment: null,
    unique: Number(list['unique']) === 1,
    nullsNotDistinct: false,
    method: 'btree',
    parts: partsOf(list, query).map((part, index) => ({
      column: textOrNull(part, 'name'),
      expression: part['name'] === null ? (stored.parts[index] ?? '') : null,
      order: Number(part['desc']) === 1 ? 'desc' : 'asc',
      nulls: null,
      prefix: null,
      opclass: null,
      collation: ownCollation(part, table),
    })),
    include: [],
    where: stored.where,
    visible: true,
    options: {},
  }
}

function ownCollation(part: Row, table: TableText): string | null {
  const collation = text(part, 'coll')
  const ofColumn = table.columns.get(text(part, 'name').toLowerCase())?.collation ?? 'BINARY'
  return collation.toLowerCase() === ofColumn.toLowerCase() ? null : collation
}

/** The PRAGMA numbers foreign keys from the last one written. */
function toForeignKeys(table: string, stored: TableText, query: Query): readonly ForeignKeyEntry[] {
  const rows = query(`select * from pragma_foreign_key_list(${quote(table)}) order by id desc, seq`)
  return [...groupBy(rows, (row) => text(row, 'id')).values()].map((parts, index) => {
    const first = parts[0] ?? {}
    const words = stored.foreignKeys[index]
    const refTable = text(first, 'table')
    const isImplicit = first['to'] === null
    return {
      name: words?.name ?? null,
      comment: null,
      columns: parts.map((part) => text(part, 'from')),
      refSchema: 'main',
      refTable,
      refColumns: isImplicit ? keyOf(refTable, query) : parts.map((part) => text(part, 'to')),
      onDelete: text(first, 'on_delete'),
      onUpdate: text(first, 'on_update'),
      match: text(first, 'match') === 'NONE' ? 'SIMPLE' : text(first, 'match'),
      deferrable: words?.deferrable ?? false,
      initiallyDeferred: words?.initiallyDeferred ?? false,
      enforced: true,
      validated: true,
    }
  })
}

function keyOf(table: string, query: Query): readonly string[] {
  return query(`select name from pragma_table_xinfo(${quote(table)}) where pk > 0 order by pk`).map((row) =>
    text(row, 'name'),
  )
}

function toTrigger(row: Row): TriggerEntry {
  const sql = text(row, 'sql')
  const head = /\b(before|after|instead\s+of)?\s*\b(insert|delete|update)\b(?:\s+of\b[^]*?)?\s+on\b/i.exec(
    sql,
  )
  return {
    name: text(row, 'name'),
    comment: null,
    timing: (head?.[1] ?? 'before').toUpperCase().replace(/\s+/, ' '),
    events: [(head?.[2] ?? '').toUpperCase()],
    forEach: 'row',
    disabled: false,
    definition: sql,
  }
}

function toView(row: Row, triggers: readonly TriggerEntry[], query: Query): ViewEntry {
  const name = text(row, 'name')
  return {
    schema: 'main',
    name,
    comment: null,
    materialized: false,
    columns: columnsOf(name, query).map((column) => text(column, 'name')),
    definition: readViewText(text(row, 'sql')),
    indexes: [],
    triggers,
    options: {},
  }
}
