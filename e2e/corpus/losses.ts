// A schema that was read beside what the engine holds: every difference that no notice speaks of is a silent loss.
import { dialects } from '../../src/core/dialects'
import type { ReadSchema } from '../../src/core/formats/format'
import type { ForeignKey, Index, Table } from '../../src/core/model/records'
import { isNullable } from '../../src/core/model/query'
import { projectOf, type Schema } from '../../src/core/model/schema'
import type { ColumnType } from '../../src/core/model/type'
import type { Truth, TruthColumn, TruthForeignKey, TruthIndex, TruthKey, TruthTable } from './truth'

export interface Outcome {
  readonly expected: number
  readonly found: number
  /** What differs, in words. */
  readonly losses: readonly string[]
}

const low = (name: string): string => name.toLowerCase()
const nullByte = '\u0000'

class Comparing {
  readonly losses: string[] = []
  expected = 0
  private readonly schema: Schema
  private readonly told: string

  constructor({ schema, notices }: ReadSchema) {
    this.schema = schema
    this.told = notices
      .filter(({ level }) => level !== 'info')
      .map(({ message }) => low(message))
      .join(nullByte)
  }

  get dialect() {
    return dialects[projectOf(this.schema).target.dialect]
  }

  /** One thing that is expected; false, and told, when it is not so. */
  expect(isSo: boolean, where: string, what: string): boolean {
    this.expected += 1
    if (!isSo && !this.isTold(where)) this.losses.push(`${where}: ${what}`)
    return isSo
  }

  private isTold(where: string): boolean {
    const last = where.split(/[. ]/).at(-1) ?? where
    return last.length > 2 && this.told.includes(low(last))
  }

  columnNames(table: Table, ids: readonly string[]): string {
    return ids.map((id) => table.columns.find((column) => column.id === id)?.name ?? '?').join(',')
  }

  private shape(type: ColumnType): string {
    const { base, length, precision, scale, unsigned, array, values, zone, of } = type
    if (of !== undefined || base === 'other' || base === 'user') return 'any'
    const family = base === 'nchar' ? 'char' : base === 'nvarchar' ? 'varchar' : base
    const size = base === 'char' ? (length ?? 1) : length
    const digits = base.startsWith('int') ? undefined : precision
    const rest = base === 'decimal' && precision !== undefined ? (scale ?? 0) : scale
    const isArray = array === undefined ? undefined : 1
    return JSON.stringify([family, size, digits, rest, unsigned, isArray, values, zone])
  }

  type(where: string, type: ColumnType, truth: string): void {
    if (truth === '' || this.dialect.id === 'sqlite') {
      this.expect(low(type.raw) === low(truth), where, `type ${type.raw}, expected ${truth}`)
      return
    }
    const [ours, theirs] = [this.shape(type), this.shape(this.dialect.types.parse(truth))]
    const isJson = type.base === 'json' && /longtext/i.test(truth)
    this.expect(
      isJson || ours === 'any' || theirs === 'any' || ours === theirs,
      where,
      `type ${type.raw}, expected ${truth}`,
    )
  }

  column(table: Table, truth: TruthColumn, where: string): void {
    const column = table.columns.find(({ name }) => low(name) === low(truth.name))
    if (!this.expect(column !== undefined, where, 'column is missing') || !column) return
    this.type(where, column.type, truth.type)
    const isRowid =
      this.dialect.id === 'sqlite' && table.primaryKey?.parts.some((part) => part.column === column.id)
    const nullable = isNullable(table, column)
    this.expect(
      isRowid === true || nullable === truth.nullable || column.type.of !== undefined,
      where,
      `nullable ${String(nullable)}`,
    )
    const value = truth.default ?? null
    const isCounting = column.identity !== undefined
    const expectsDefault =
      value !== null && !/^null$/i.test(value) && !/^nextval\(/i.test(value) && !truth.generated
    this.expect(
      (column.default !== undefined) === expectsDefault ||
        (value !== null && /^nextval\(/i.test(value) && (isCounting || column.default !== undefined)),
      where,
      `default ${column.default === undefined ? 'none' : 'there'}, expected ${String(value)}`,
    )
    if (truth.identity) this.expect(isCounting, where, 'does not count')
    this.expect(
      (column.generated !== undefined) === Boolean(truth.generated),
      where,
      `generated, expected ${String(truth.generated)}`,
    )
    this.expect(
      column.comment === (truth.comment ?? ''),
      where,
      `comment "${column.comment}", expected "${truth.comment ?? ''}"`,
    )
  }

  key(given: { readonly found: readonly string[]; readonly truth: TruthKey; readonly where: string }): void {
    const wanted = low(given.truth.columns.join(','))
    this.expect(
      given.found.some((columns) => low(columns) === wanted),
      given.where,
      `no key over ${wanted}`,
    )
  }

  foreignKey(table: Table, truth: TruthForeignKey, where: string): void {
    const own = [...this.schema.relation.values()].filter(
      (relation): relation is ForeignKey =>
        relation.kind === 'foreignKey' && relation.child.table === table.id,
    )
    const isSame = ({ child, parent }: ForeignKey) => {
      const to = this.schema.table.get(parent.table)
      return (
        low(this.columnNames(table, child.columns)) === low(truth.columns.join(',')) &&
        to !== undefined &&
        low(to.name) === low(truth.refTable) &&
        (!truth.refColumns ||
          truth.refColumns.length === 0 ||
          low(this.columnNames(to, parent.columns)) === low(truth.refColumns.join(',')))
      )
    }
    const same = own.filter(isSame)
    const found = same.find(({ name }) => low(name) === low(truth.name ?? '')) ?? same[0]
    if (
      !this.expect(
        found !== undefined,
        where,
        `no foreign key ${truth.name ?? ''} (${truth.columns.join(',')}) to ${truth.refTable}`,
      )
    )
      return
    for (const when of ['onDelete', 'onUpdate'] as const) {
      const wanted = plainAction(truth[when])
      const said = plainAction(found?.[when])
      const isQuiet = this.dialect.lexis.backslashEscapes && (wanted === 'noaction' || wanted === 'restrict')
      this.expect(
        said === wanted || (isQuiet && (said === 'noaction' || said === 'restrict')),
        where,
        `${when} of ${truth.name ?? ''}: ${said}, expected ${wanted}`,
      )
    }
  }

  private indexColumns(table: Table, { parts }: Index): string {
    return parts
      .map(
        ({ on, sort }) =>
          ('column' in on ? this.columnNames(table, [on.column]) : '()') + (sort === 'desc' ? ' desc' : ''),
      )
      .join(',')
  }

  index(table: Table, truth: TruthIndex, where: string): void {
    if (truth.primary || truth.constraint !== undefined) return
    const wanted = truth.columns.map(({ column, desc }) => (column ?? '()') + (desc ? ' desc' : '')).join(',')
    const isSame = (columns: string) => low(columns) === low(wanted)
    const index =
      table.indexes.find(({ name }) => low(name) === low(truth.name)) ??
      table.indexes.find((one) => one.name === '' && isSame(this.indexColumns(table, one)))
    if (!index) {
      const keys = table.uniques.map(({ parts }) =>
        this.columnNames(
          table,
          parts.map(({ column }) => column),
        ),
      )
      const implied = this.dialect.lexis.backslashEscapes && this.isForeignKeyIndex(table, wanted)
      this.expect(implied || keys.some(isSame), where, `no index ${truth.name} (${wanted})`)
      return
    }
    this.expect(
      isSame(this.indexColumns(table, index)),
      where,
      `index ${truth.name} over ${this.indexColumns(table, index)}, expected ${wanted}`,
    )
    this.expect(index.unique === truth.unique, where, `index ${truth.name} unique ${String(index.unique)}`)
    this.expect(
      (index.method || 'btree') === truth.method,
      where,
      `index ${truth.name} method ${index.method}, expected ${truth.method}`,
    )
    this.expect((index.where !== undefined) === Boolean(truth.where), where, `index ${truth.name} where`)
    this.expect(index.include.length === (truth.include?.length ?? 0), where, `index ${truth.name} include`)
  }

  /** MySQL makes an index for a foreign key that has none. */
  private isForeignKeyIndex(table: Table, columns: string): boolean {
    return [...this.schema.relation.values()].some(
      (relation) =>
        relation.kind === 'foreignKey' &&
        relation.child.table === table.id &&
        low(this.columnNames(table, relation.child.columns)) === low(columns),
    )
  }

  table(truth: TruthTable): void {
    const namespace = (table: Table) =>
      (table.namespace && this.schema.namespace.get(table.namespace)?.name) ?? ''
    const candidates = [...this.schema.table.values()].filter(({ name }) => low(name) === low(truth.name))
    const table =
      candidates.find((one) => namespace(one) === (truth.schema ?? '')) ??
      candidates.find((one) => namespace(one) === '') ??
      (candidates.length === 1 ? candidates[0] : undefined)
    const where = truth.name
    if (!this.expect(table !== undefined, where, 'table is missing') || !table) return
    const order = table.columns.map(({ name }) => low(name)).join(',')
    const expected = truth.columns.map(({ name }) => low(name)).join(',')
    this.expect(
      order === expected,
      where,
      `columns ${order.slice(0, 200)}, expected ${expected.slice(0, 200)}`,
    )
    for (const column of truth.columns) this.column(table, column, `${where}.${column.name}`)
    this.expect(table.comment === (truth.comment ?? ''), where, 'comment of the table')
    const keyColumns = (key: Table['primaryKey']) =>
      key
        ? [
            this.columnNames(
              table,
              key.parts.map(({ column }) => column),
            ),
          ]
        : []
    if (truth.primaryKey)
      this.key({
        found: keyColumns(table.primaryKey),
        truth: truth.primaryKey,
        where: `${where} primary key`,
      })
    else this.expect(table.primaryKey === undefined, where, 'has a primary key')
    const uniques = [
      ...table.uniques.flatMap(keyColumns),
      ...table.indexes.filter(({ unique }) => unique).map((index) => this.indexColumns(table, index)),
    ]
    for (const unique of truth.uniques) this.key({ found: uniques, truth: unique, where: `${where} unique` })
    for (const key of truth.foreignKeys) if (!('inherited' in key)) this.foreignKey(table, key, where)
    for (const index of truth.indexes ?? []) this.index(table, index, where)
    // A check that a domain or a JSON column brings is not the table's.
    this.expect(
      table.checks.length >= truth.checks.length || this.dialect.lexis.backslashEscapes,
      where,
      `${table.checks.length} checks, expected ${truth.checks.length}`,
    )
    const triggers = [...this.schema.trigger.values()].filter(({ on }) => on === table.id).length
    this.expect(
      triggers === new Set(truth.triggers?.map(({ name }) => name)).size,
      where,
      `${triggers} triggers, expected ${truth.triggers?.length ?? 0}`,
    )
    this.expect(table.policies.length === (truth.policies ?? 0), where, `${table.policies.length} policies`)
  }
}

const plainAction = (action: string | undefined): string =>
  action === undefined ? 'noaction' : action.replace(/\s/g, '').toLowerCase()

export function lossesOf(read: ReadSchema, truth: Truth): Outcome {
  const comparing = new Comparing(read)
  const { schema } = read
  const tables = truth.tables.filter(({ fromPrelude, kind }) => !fromPrelude && kind !== 'virtual')
  for (const table of tables) comparing.table(table)
  const named = (kind: 'view' | 'enum' | 'domain' | 'composite' | 'routine', name: string) =>
    [...schema[kind].values()].some((row) => low(row.name) === low(name))
  for (const { name } of truth.views ?? []) comparing.expect(named('view', name), name, 'view is missing')
  for (const { name, values } of truth.enums ?? []) {
    const row = [...schema.enum.values()].find((one) => one.name === name)
    comparing.expect(
      row?.values.map((value) => value.name).join(nullByte) === values.join(nullByte),
      name,
      'enum differs',
    )
  }
  for (const { name } of truth.domains ?? [])
    comparing.expect(named('domain', name), name, 'domain is missing')
  for (const { name } of truth.compositeTypes ?? [])
    comparing.expect(named('composite', name), name, 'type is missing')
  for (const { name, fromPrelude } of truth.functions ?? [])
    if (!fromPrelude) comparing.expect(named('routine', name), name, 'routine is missing')
  for (const { name, ownedBy } of truth.sequences ?? [])
    if (!ownedBy)
      comparing.expect(
        [...schema.sequence.values()].some((row) => row.name === name),
        name,
        'sequence is missing',
      )
  return {
    expected: comparing.expected,
    found: comparing.expected - comparing.losses.length,
    losses: comparing.losses,
  }
}
