// Gives every object and part the name that it has in the database: as asked for where that can be, by one convention
// where nobody gave a name, changed with a notice where two collide or the database could not hold it.
import type { NamespaceId } from '../../model/id'
import type { ForeignKey, Key, Table } from '../../model/records'
import { inOrder, type AnyId, type Schema } from '../../model/schema'
import type { Notice } from '../dialect'
import type { DdlRules, Named, NameScope } from './rules'

export interface NamingHost {
  readonly schema: Schema
  readonly rules: DdlRules
  notice(notice: Notice): void
  /** The namespace an object is written into; undefined for the home of unqualified names. */
  home(namespace: NamespaceId | undefined): string | undefined
  /** Namespaces become part of the names. */
  readonly flattens: boolean
  isIncluded(id: string): boolean
}

interface Claim {
  readonly kind: Named
  readonly id: string
  readonly wanted: string
  readonly about: AnyId
  readonly part?: string
  readonly space: string
  readonly table?: string
  /** An index of this name serves the foreign key: MySQL then makes none. */
  readonly isIndexed?: boolean
  /** A name that the database keeps for itself. */
  readonly isSystem?: boolean
}

const tableScopes: ReadonlySet<NameScope> = new Set(['tableConstraint', 'tableIndex'])

export class Naming {
  private readonly host: NamingHost
  private readonly taken = new Map<string, Set<string>>()
  private readonly names = new Map<string, string>()

  constructor(host: NamingHost) {
    this.host = host
  }

  /** The name, unquoted. */
  of(id: string): string | undefined {
    return this.names.get(id)
  }

  private scope(scope: NameScope, claim: Pick<Claim, 'space' | 'table'>): Set<string> {
    const key = tableScopes.has(scope) ? `${scope}/${claim.table ?? ''}` : `${scope}/${claim.space}`
    const known = this.taken.get(key)
    if (known) return known
    const fresh = new Set<string>()
    this.taken.set(key, fresh)
    return fresh
  }

  private free(wanted: string, scopes: readonly Set<string>[]): string {
    const { names } = this.host.rules
    let name = names.fit(wanted)
    for (let n = 2; scopes.some((scope) => scope.has(names.key(name))); n++)
      name = names.fit(`${wanted.slice(0, 200)}_${n}`)
    for (const scope of scopes) scope.add(names.key(name))
    return name
  }

  /** A name that was asked for; people hear of it when they get another. */
  private claim(claim: Claim): void {
    const scopes = this.scopesOf(claim)
    const wanted = this.isEmpty(claim.wanted) ? `unnamed_${claim.kind.toLowerCase()}` : claim.wanted
    const name = this.free(wanted, scopes)
    this.names.set(claim.id, name)
    if (name !== claim.wanted) this.host.notice(renamed(claim, name, this.host.rules))
  }

  private scopesOf(claim: Claim): readonly Set<string>[] {
    const scopes = this.host.rules.scopes[claim.kind].filter(
      (scope) => scope !== 'tableIndex' || !claim.isIndexed,
    )
    return scopes.map((scope) => this.scope(scope, claim))
  }

  /** Nothing is left of it that the database could hold. */
  private isEmpty(name: string): boolean {
    return name === '' || this.host.rules.names.fit(name).trim() === ''
  }

  /** A name made by convention: nobody is told, since nobody asked for another. */
  invent(kind: Named, wanted: string, at: { readonly space: string; readonly table?: string }): string {
    return this.free(
      wanted,
      this.host.rules.scopes[kind].map((scope) => this.scope(scope, at)),
    )
  }

  private objects(): void {
    const { schema } = this.host
    const claim = (kind: Named, row: { id: AnyId; name: string; namespace?: NamespaceId | undefined }) => {
      if (!this.host.isIncluded(row.id)) return
      const space = this.host.home(row.namespace)
      const wanted = this.flattened(row)
      this.claim({ kind, id: row.id, wanted, about: row.id, space: space ?? '' })
    }
    for (const row of inOrder(schema.table)) claim('table', row)
    for (const row of inOrder(schema.view)) claim('view', row)
    for (const row of inOrder(schema.enum)) claim('type', row)
    for (const row of inOrder(schema.domain)) claim('type', row)
    for (const row of inOrder(schema.composite)) claim('type', row)
    for (const row of inOrder(schema.sequence)) claim('sequence', row)
  }

  /** Where there are no namespaces they become part of the name: sales.orders -> sales_orders. */
  private flattened({
    name,
    namespace,
  }: {
    readonly name: string
    readonly namespace?: NamespaceId | undefined
  }): string {
    if (!this.host.flattens || namespace === undefined) return name
    const found = this.host.schema.namespace.get(namespace)
    return !found || homes.has(found.name.toLowerCase()) ? name : `${found.name}_${name}`
  }

  private columns(table: Table): void {
    const seen = new Set<string>()
    const { rules } = this.host
    for (const { id, name } of table.columns) {
      const wanted = this.isEmpty(name) ? 'unnamed_column' : name
      const clash = rules.systemColumns.has(wanted.toLowerCase())
      const given = this.free(clash ? `${wanted}_` : wanted, [seen])
      this.names.set(id, given)
      if (given !== name) {
        const claim = { kind: 'table' as const, id, wanted: name, about: table.id, part: id, space: '' }
        this.host.notice(renamed({ ...claim, isSystem: clash }, given, rules))
      }
    }
  }

  /** Parts with names of their own first, so that no made-up name ever takes one. */
  private parts(table: Table, isNamed: boolean): void {
    const space = this.host.home(table.namespace) ?? ''
    const { conventions } = this.host.rules
    const tableName = this.of(table.id) ?? ''
    const columns = (ids: readonly (string | undefined)[]) =>
      ids.map((id) => (id === undefined ? 'expr' : (this.of(id) ?? ''))).join('_')
    const take = (
      kind: keyof typeof conventions,
      { id, name }: { readonly id: string; readonly name: string },
      ids: readonly (string | undefined)[],
    ) => {
      if (this.isEmpty(name) === isNamed) return
      const at = { space, table: table.id }
      if (isNamed) this.claim({ kind, id, wanted: name, about: table.id, part: id, ...at })
      else this.names.set(id, this.invent(kind, conventions[kind](tableName, columns(ids)), at))
    }
    const takeKey = (kind: 'primaryKey' | 'unique', key: Key) => {
      take(
        kind,
        key,
        key.parts.map((part) => part.column),
      )
    }
    if (table.primaryKey) takeKey('primaryKey', table.primaryKey)
    for (const unique of table.uniques) takeKey('unique', unique)
    for (const check of table.checks) take('check', check, namedIn(check.expression.parts))
    for (const exclusion of table.exclusions) take('exclusion', exclusion, exclusion.parts.map(columnOn))
    for (const index of table.indexes) take('index', index, index.parts.map(columnOn))
  }

  private relations(isNamed: boolean): void {
    const { schema, rules } = this.host
    for (const relation of inOrder(schema.relation)) {
      if (relation.kind !== 'foreignKey' || this.isEmpty(relation.name) === isNamed) continue
      const table = schema.table.get(relation.child.table)
      if (!table || !this.host.isIncluded(table.id)) continue
      const at = { space: this.host.home(table.namespace) ?? '', table: table.id }
      if (isNamed) {
        const { id, name } = relation
        const isIndexed = servesForeignKey(table, relation)
        this.claim({ kind: 'foreignKey', id, wanted: name, about: id, isIndexed, ...at })
        continue
      }
      const columns = relation.child.columns.map((id) => this.of(id) ?? '').join('_')
      this.names.set(
        relation.id,
        this.invent('foreignKey', rules.conventions.foreignKey(this.of(table.id) ?? '', columns), at),
      )
    }
  }

  private views(isNamed: boolean): void {
    for (const view of inOrder(this.host.schema.view)) {
      if (!this.host.isIncluded(view.id)) continue
      if (isNamed)
        for (const { id, name } of view.columns) this.names.set(id, this.host.rules.names.fit(name))
      for (const { id, name, parts } of view.indexes) {
        if (this.isEmpty(name) === isNamed) continue
        const at = { space: this.host.home(view.namespace) ?? '', table: view.id }
        if (isNamed) this.claim({ kind: 'index', id, wanted: name, about: view.id, part: id, ...at })
        else {
          const columns = parts.map(columnOn).map((column) => (column ? (this.of(column) ?? '') : 'expr'))
          const wanted = this.host.rules.conventions.index(this.of(view.id) ?? '', columns.join('_'))
          this.names.set(id, this.invent('index', wanted, at))
        }
      }
    }
  }

  all(): void {
    const tables = inOrder(this.host.schema.table).filter(({ id }) => this.host.isIncluded(id))
    this.objects()
    for (const table of tables) this.columns(table)
    for (const isNamed of [true, false]) {
      for (const table of tables) this.parts(table, isNamed)
      this.relations(isNamed)
      this.views(isNamed)
    }
  }
}

/** Does an index or key with the relation's own name lead with its columns? */
function servesForeignKey(table: Table, { name, child }: ForeignKey): boolean {
  const leads = (ids: readonly (string | undefined)[]) => child.columns.every((id, i) => ids[i] === id)
  const keys = table.uniques
    .filter((key) => key.name === name)
    .map(({ parts }) => parts.map(({ column }) => column))
  const indexes = table.indexes.filter((index) => index.name === name).map(({ parts }) => parts.map(columnOn))
  return [...keys, ...indexes].some(leads)
}

/** What the databases call the namespace of unqualified names. */
export const homes: ReadonlySet<string> = new Set(['public', 'dbo', 'main', ''])

const columnOn = ({ on }: Table['indexes'][number]['parts'][number]) =>
  'column' in on ? on.column : undefined

const namedIn = (parts: Table['checks'][number]['expression']['parts']) => {
  const first = parts.find((part) => typeof part !== 'string' && part.to.startsWith('c_'))
  return first && typeof first !== 'string' ? [first.to] : []
}

function renamed(claim: Claim, name: string, rules: DdlRules): Notice {
  const isSystem = claim.isSystem === true
  const at = { about: claim.about, ...(claim.part === undefined ? {} : { part: claim.part }) }
  const { wanted } = claim
  if (wanted === '' || rules.names.fit(wanted).trim() === '') {
    return {
      ...at,
      level: 'warning',
      code: 'nameEmpty',
      message: `It has no name; the script calls it ${name}.`,
      remedy: 'Name it.',
    }
  }
  const fitting = rules.names.fit(wanted)
  if (fitting !== wanted && fitting.length < wanted.length && wanted.length > 30) {
    const message = `The name ${wanted} is longer than ${rules.label} allows (${rules.names.maxLength}); the script calls it ${name}.`
    return { ...at, level: 'warning', code: 'nameShortened', message, remedy: 'Give it a shorter name.' }
  }
  const why = isSystem
    ? 'is a system column of'
    : fitting !== wanted
      ? 'holds characters that do not fit'
      : 'is taken in'
  const code = !isSystem && fitting === wanted ? 'nameTaken' : 'nameChanged'
  return {
    ...at,
    level: 'warning',
    code,
    message: `The name ${wanted} ${why} ${rules.label}; the script calls it ${name}.`,
    remedy: 'Give it another name.',
  }
}
