// What things and their values are called in a list of changes.
import { columnOf } from '../model/query'
import type { Column, Table } from '../model/records'
import type { Kind, Row, Schema } from '../model/schema'
import { rawSql, type SqlText } from '../model/sqlText'

export const kindWords: Readonly<Record<Kind, string>> = {
  project: 'document',
  namespace: 'schema',
  group: 'subject area',
  extension: 'extension',
  role: 'role',
  enum: 'enum',
  domain: 'domain',
  composite: 'composite type',
  sequence: 'sequence',
  partial: 'table partial',
  table: 'table',
  relation: 'relation',
  view: 'view',
  routine: 'routine',
  trigger: 'trigger',
  grant: 'grant',
  sample: 'sample rows',
  lineage: 'lineage',
  verbatim: 'statement',
  source: 'source text',
  diagram: 'diagram',
  placement: 'object',
  area: 'area',
  note: 'note',
  line: 'line',
}

export const partWords: Readonly<Record<string, string>> = {
  columns: 'column',
  uniques: 'unique key',
  checks: 'check',
  exclusions: 'exclusion',
  indexes: 'index',
  policies: 'policy',
  values: 'value',
  fields: 'field',
}

const fieldWords: Readonly<Record<string, string>> = {
  onDelete: 'on delete',
  onUpdate: 'on update',
  primaryKey: 'primary key',
  rowSecurity: 'row security',
  namespace: 'schema',
  group: 'subject area',
  child: 'columns',
  parent: 'referenced columns',
  note: 'note',
  parts: 'columns',
}

/** "notNullName" as "not null name". */
export const fieldWord = (field: string): string =>
  fieldWords[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const longest = 60

const isText = (value: object): value is SqlText =>
  'parts' in value && Object.keys(value).length === 1 && Array.isArray(value.parts)

const isKey = (value: object): value is NonNullable<Table['primaryKey']> =>
  'parts' in value && Array.isArray(value.parts) && 'id' in value

/** A value in so few words that it fits a line; undefined when it does not. */
export function valueWord(value: unknown, within?: Pick<Table, 'columns'>): string | undefined {
  if (value === undefined || value === '') return 'none'
  if (typeof value === 'string') return value.length > longest ? undefined : value.replace(/\s+/g, ' ')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object' || value === null) return undefined
  if ('raw' in value && typeof value.raw === 'string') return value.raw === '' ? 'none' : value.raw
  if (isText(value)) return valueWord(rawSql(value).trim())
  if (isKey(value) && within) return value.parts.map((part) => columnName(within, part)).join(', ')
  return undefined
}

function columnName(within: Pick<Table, 'columns'>, part: object): string {
  const id = 'column' in part ? part.column : undefined
  const column = typeof id === 'string' ? columnOf(within, id as Column['id']) : undefined
  return column?.name ?? 'an expression'
}

interface Part {
  readonly name?: string
  readonly parts?: readonly object[]
}

/** "column email", "index on (email, name)" */
export function partName(list: string, part: unknown, within: Row | undefined): string {
  const word = partWords[list] ?? list
  // Every part of every list has a name, or columns, or both.
  const { name = '', parts = [] } = (part ?? {}) as Part
  if (name !== '') return `${word} ${name}`
  if (parts.length === 0 || !within || !('columns' in within)) return `${word} without a name`
  const names = parts.map((one) => columnName(within as Pick<Table, 'columns'>, one))
  return `${word} on ${names.join(', ')}`
}

const tableName = (schema: Schema, id: Table['id']): string => schema.table.get(id)?.name ?? ''

/** What an object is called beside its kind. */
export function rowName(schema: Schema, kind: Kind, row: Row): string {
  if (kind === 'relation' && 'kind' in row) {
    const [from, to] = row.kind === 'foreignKey' ? [row.child, row.parent] : [row.from, row.to]
    const table = schema.table.get(from.table)
    const names = from.columns.map((id) => (table ? columnOf(table, id)?.name : undefined) ?? '?')
    const columns =
      names.length === 0 ? '' : names.length === 1 ? `.${names.join('')}` : `(${names.join(', ')})`
    return `${tableName(schema, from.table)}${columns} → ${tableName(schema, to.table)}`
  }
  if ('namespace' in row) {
    const home = schema.namespace.get(row.namespace)
    return home ? `${home.name}.${row.name}` : row.name
  }
  if ('name' in row) return row.name
  if (kind === 'sample' && 'table' in row) return `of ${tableName(schema, row.table)}`
  if (kind === 'grant' && 'privileges' in row) return row.privileges.join(', ')
  if (kind === 'verbatim' && 'text' in row && typeof row.text === 'object')
    return rawSql(row.text).trim().replace(/\s+/g, ' ').slice(0, longest)
  return ''
}
