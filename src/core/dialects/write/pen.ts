// What one run of writing holds: the schema, the target, the names it gave and the notices it made.
import type { EnumId, DomainId, CompositeId, NamespaceId, TableId } from '../../model/id'
import type { SqlText } from '../../model/sqlText'
import type { Key, Table, Verbatim } from '../../model/records'
import { inOrder, projectOf, type AnyId, type Schema } from '../../model/schema'
import type { DialectId, Target } from '../../model/target'
import type { ColumnType } from '../../model/type'
import type { DdlOptions, Notice } from '../dialect'
import { homes, Naming } from './naming'
import type { ForeignKeyPlan, TablePlan } from './plan'
import { planTable } from './planTable'
import { KnownTypes } from './printType'
import type { DdlRules, Features } from './rules'
import { render, tell } from './sql'
import type { Tongue } from './pieces'
import type { Told } from './translate'

const noForeignKeys: readonly ForeignKeyPlan[] = []

/** Where a notice belongs. */
export interface At {
  readonly about: AnyId
  readonly part?: string
}

export interface PenGiven {
  readonly schema: Schema
  readonly target: Target
  readonly options: DdlOptions
  readonly rules: DdlRules
  readonly included: ReadonlySet<string> | 'all'
  readonly tongue: (dialect: DialectId) => Tongue
  /** Names stay as the model has them, also where the target has no namespaces: for texts that the model will hold. */
  readonly keepsNames?: true
}

export class Pen {
  readonly schema: Schema
  readonly target: Target
  readonly options: DdlOptions
  readonly rules: DdlRules
  readonly features: Features
  /** The dialect that the document is written in: that of its raw types and expressions. */
  readonly source: DialectId
  /** True when the document's own spellings run here. */
  readonly isOwn: boolean
  readonly flattens: boolean
  readonly tongue: (dialect: DialectId) => Tongue
  readonly naming: Naming
  readonly knownTypes = new KnownTypes()
  readonly notices: Notice[] = []
  private readonly included: ReadonlySet<string> | 'all'
  private readonly homeOf = new Map<string, string | undefined>()
  private readonly told = new Map<string, Told>()
  private readonly foreignKeys = new Map<string, ForeignKeyPlan[]>()
  private readonly held = new Map<string, ForeignKeyPlan[]>()
  private keyedColumns: ReadonlySet<string> | undefined
  private verbatimAfter: ReadonlyMap<string, readonly Verbatim[]> | undefined

  constructor({ schema, target, options, rules, included, tongue, keepsNames }: PenGiven) {
    this.schema = schema
    this.target = target
    this.options = options
    this.rules = rules
    this.included = included
    this.tongue = tongue
    this.features = rules.features(target)
    this.source = projectOf(schema).target.dialect
    this.isOwn = rules.family.includes(this.source)
    this.flattens = keepsNames === true ? false : flattens(this)
    this.naming = new Naming(this)
    this.naming.all()
  }

  isIncluded(id: string): boolean {
    return this.included === 'all' || this.included.has(id)
  }

  notice(notice: Notice): void {
    this.notices.push(notice)
  }

  /** Something is not as the model says. */
  tell(at: At, notice: Omit<Notice, 'about' | 'part'>): void {
    this.notices.push({ ...notice, ...at })
  }

  /** The namespace that a thing is written into; undefined for that of unqualified names. */
  home(namespace: NamespaceId | undefined): string | undefined {
    if (namespace === undefined || !this.options.qualifiedNames || this.flattens) return undefined
    if (this.homeOf.has(namespace)) return this.homeOf.get(namespace)
    const name = this.schema.namespace.get(namespace)?.name ?? ''
    // Another database's home becomes this one's: public -> dbo.
    const isHome = name === '' || (homes.has(name.toLowerCase()) && (!this.isOwn || this.rules.home === ''))
    const home = isHome ? this.rules.home || undefined : this.rules.names.fit(name)
    this.homeOf.set(namespace, home)
    return home
  }

  spell(name: string): string {
    return this.rules.names.spell(name)
  }

  /** The spelled name of a part: a column, a key. */
  part(id: string): string {
    return this.spell(this.naming.of(id) ?? '')
  }

  /** The spelled name of an object, with its namespace. */
  object(row: {
    readonly id: string
    readonly namespace?: NamespaceId | undefined
    readonly name?: string
  }): string {
    return this.qualified(row.namespace, this.naming.of(row.id) ?? row.name ?? '')
  }

  qualified(namespace: NamespaceId | undefined, name: string): string {
    const home = this.home(namespace)
    return home === undefined ? this.spell(name) : `${this.spell(home)}.${this.spell(name)}`
  }

  string(value: string): string {
    return this.rules.phrases.string(value.replaceAll('\0', ''))
  }

  text(text: SqlText): string {
    return render(text, this)
  }

  /** An expression of the document in the words of the target. */
  expression(text: SqlText, use: { readonly type?: ColumnType; readonly isCondition?: boolean } = {}): Told {
    const { type, isCondition = false } = use
    const [only] = text.parts
    // Most defaults are a few words that hundreds of columns share.
    const key =
      text.parts.length === 1 && typeof only === 'string'
        ? `${type?.base ?? ''}/${type?.zone ?? ''}/${type?.precision ?? ''}/${isCondition ? '?' : ''}${only}`
        : undefined
    const known = key === undefined ? undefined : this.told.get(key)
    if (known) return known
    const told = tell(text, { from: this.source, mode: 'expression', ...use }, this)
    if (key !== undefined) this.told.set(key, told)
    return told
  }

  /** A query or statement written for a dialect of its own. */
  query(text: SqlText, from: DialectId): Told {
    return tell(text, { from, mode: 'query' }, this)
  }

  userType(of: EnumId | DomainId | CompositeId) {
    // Ids are unique across kinds: one of the three maps holds it.
    return (
      this.schema.enum.get(of as EnumId) ??
      this.schema.domain.get(of as DomainId) ??
      this.schema.composite.get(of as CompositeId)
    )
  }

  /** Versions are compared as numbers: "10.11" is later than "10.6". */
  atLeast(major: number, minor = 0): boolean {
    const [given = 0, part = Infinity] = this.target.version
      .split('.')
      .map((digits) => Number.parseInt(digits, 10))
    return given > major || (given === major && part >= minor)
  }

  /** A foreign key that will stand inside its table. */
  holdForeignKey(plan: ForeignKeyPlan): void {
    const list = this.held.get(plan.childTable.id)
    if (list) list.push(plan)
    else this.held.set(plan.childTable.id, [plan])
  }

  /** All foreign keys of the script, before any table is written. */
  planForeignKeys(plans: readonly ForeignKeyPlan[]): void {
    for (const plan of plans) {
      const list = this.foreignKeys.get(plan.childTable.id)
      if (list) list.push(plan)
      else this.foreignKeys.set(plan.childTable.id, [plan])
    }
  }

  foreignKeysOf(table: TableId): readonly ForeignKeyPlan[] {
    return this.foreignKeys.get(table) ?? noForeignKeys
  }

  plan(table: Table): TablePlan {
    this.keyedColumns ??= keyedColumns(this.schema)
    const foreignKeys = this.held.get(table.id) ?? noForeignKeys
    return this.rules.shape(planTable(table, { keyed: this.keyedColumns, foreignKeys, pen: this }), this)
  }

  verbatimsAfter(id: string | undefined): readonly Verbatim[] {
    this.verbatimAfter ??= byAnchor(inOrder(this.schema.verbatim))
    return this.verbatimAfter.get(id ?? '') ?? []
  }
}

/** Columns in a key, an index or a relation: long types may not stand there. */
function keyedColumns(schema: Schema): ReadonlySet<string> {
  const keyed = new Set<string>()
  const take = (key: Key) => {
    for (const { column, length } of key.parts) if (length === undefined) keyed.add(column)
  }
  for (const { primaryKey, uniques, indexes } of schema.table.values()) {
    if (primaryKey) take(primaryKey)
    for (const key of uniques) take(key)
    for (const { method, parts } of indexes) {
      if (method === 'fulltext') continue
      for (const { on, length } of parts) if ('column' in on && length === undefined) keyed.add(on.column)
    }
  }
  for (const relation of schema.relation.values()) {
    if (relation.kind !== 'foreignKey') continue
    for (const id of relation.child.columns) keyed.add(id)
    for (const id of relation.parent.columns) keyed.add(id)
  }
  return keyed
}

function byAnchor(rows: readonly Verbatim[]): ReadonlyMap<string, readonly Verbatim[]> {
  const byId = new Map<string, Verbatim[]>()
  for (const row of rows) {
    const list = byId.get(row.after ?? '')
    if (list) list.push(row)
    else byId.set(row.after ?? '', [row])
  }
  return byId
}

function flattens({ rules, schema, isOwn }: Pen): boolean {
  if (rules.namespaces !== 'whole') return rules.namespaces === 'flatten'
  if (!isOwn) return true
  const named = [...schema.table.values(), ...schema.view.values()]
  return named.some(
    ({ namespace }) =>
      namespace === undefined || homes.has(schema.namespace.get(namespace)?.name.toLowerCase() ?? ''),
  )
}
