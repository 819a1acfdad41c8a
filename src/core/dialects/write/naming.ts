// Gives every object and part the name that it has in the database: as asked for where that can be, by one convention
// where nobody gave a name, changed with a notice where two collide or the database could not hold it.
import type { NamespaceId } from '../../model/id'
import type { ForeignKey, Key, Table } from '../../model/records'
import { inOrder, type AnyId, type Schema } from '../../model/schema'
import type { Notice } from '../dialect'
import type { Conventions, DdlRules, Named, NameScope } from './rules'

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

const isOfTable = (scope: NameScope): boolean => scope === 'tableConstraint' || scope === 'tableIndex'

type Place = Pick<Claim, 'space' | 'table'>

export class Naming {
  private readonly host: NamingHost
  /** The names that are gone, by scope and by what the scope is of: a namespace or a table. */
  private readonly taken = new Map<NameScope, Map<string, Set<string>>>()
  private readonly names = new Map<string, string>()

  constructor(host: NamingHost) {
    this.host = host
  }

  /** The name, unquoted. */
  of(id: string): string | undefined {
    return this.names.get(id)
  }

  private scope(scope: NameScope, place: Place): Set<string> {
    const owner = isOfTable(scope) ? (place.table ?? '') : place.space
    let owners = this.taken.get(scope)
    if (!owners) this.taken.set(scope, (owners = new Map<string, Set<string>>()))
    let names = owners.get(owner)
    if (!names) owners.set(owner, (names = new Set()))
    return names
  }

  private free(wanted: string, scopes: readonly Set<string>[]): string {
    const { names } = this.host.rules
    let name = names.fit(wanted)
    for (let n = 2; isTaken(names.key(name), scopes); n++) name = names.fit(`${wanted.slice(0, 200)}_${n}`)
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
    const scopes: Set<string>[] = []
    for (const scope of this.host.rules.scopes[claim.kind])
      if (scope !== 'tableIndex' || !claim.isIndexed) scopes.push(this.scope(scope, claim))
    return scopes
  }

  /** Nothing is left of it that the database could hold. */
  private isEmpty(name: string): boolean {
    return name === '' || this.host.rules.names.fit(name).trim() === ''
  }

  /** A name made by convention: nobody is told, since nobody asked for another. */
  invent(kind: Named, wanted: string, at: { readonly space: string; readonly table?: string }): string {
    const scopes: Set<string>[] = []
    for (const scope of this.host.rules.scopes[kind]) scopes.push(this.scope(scope, at))
    return this.free(wanted, scopes)
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
      // Nearly every name is as it should be: nothing is made for it.
      const key = rules.names.key(name)
      if (name !== '' && !seen.has(key) && rules.names.fit(name) === name && this.isQuiet(name)) {
        seen.add(key)
        this.names.set(id, name)
        continue
      }
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

  /** Neither blank nor a name that the database keeps for itself. */
  private isQuiet(name: string): boolean {
    const { systemColumns } = this.host.rules
    return name.trim() !== '' && (systemColumns.size === 0 || !systemColumns.has(name.toLowerCase()))
  }

  /** Parts with names of their own first, so that no made-up name ever takes one. */
  private parts(table: Table, isNamed: boolean): void {
    const ground = { table, isNamed, space: this.host.home(table.namespace) ?? '' }
    const { primaryKey } = table
    if (primaryKey) this.part('primaryKey', primaryKey, ground)
    for (const unique of table.uniques) this.part('unique', unique, ground)
    for (const check of table.checks) this.part('check', check, ground)
    for (const exclusion of table.exclusions) this.part('exclusion', exclusion, ground)
    for (const index of table.indexes) this.part('index', index, ground)
  }

  private part(kind: keyof Conventions, part: NamedPart, { table, isNamed, space }: PartGround): void {
    const { id, name } = part
    if (this.isEmpty(name) === isNamed) return
    if (isNamed) {
      this.claim({ kind, id, wanted: name, about: table.id, part: id, space, table: table.id })
      return
    }
    const wanted = this.host.rules.conventions[kind](this.of(table.id) ?? '', this.columnsOf(part))
    this.names.set(id, this.invent(kind, wanted, { space, table: table.id }))
  }

  /** The columns that a convention makes a name of. */
  private columnsOf(part: NamedPart): string {
    if ('expression' in part)
      return namedIn(part.expression.parts)
        .map((id) => this.of(id) ?? '')
        .join('_')
    let out = ''
    for (const [i, item] of part.parts.entries()) {
      const id = 'column' in item ? item.column : columnOn(item)
      out += (i === 0 ? '' : '_') + (id === undefined ? 'expr' : (this.of(id) ?? ''))
    }
    return out
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
        const isIndexed = rules.scopes.foreignKey.includes('tableIndex') && servesForeignKey(table, relation)
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

type NamedPart = Key | Table['checks'][number] | Table['exclusions'][number] | Table['indexes'][number]

interface PartGround {
  readonly table: Table
  readonly isNamed: boolean
  readonly space: string
}

function isTaken(key: string, scopes: readonly ReadonlySet<string>[]): boolean {
  for (const scope of scopes) if (scope.has(key)) return true
  return false
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
