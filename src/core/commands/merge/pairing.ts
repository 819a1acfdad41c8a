// Which object of one schema is which of another: by id where one came from the other, else by name in its namespace,
// else by what it is made of. Several of the same name are paired in their order.
import type { Names } from '../../model/lexis'
import type { NamespaceId, TableId } from '../../model/id'
import { sorted, type Ordered } from '../../model/order'
import type { Index, Key, Relation, Table, View } from '../../model/records'
import { currentSql } from '../../model/resolve'
import type { Schema } from '../../model/schema'
import type { SqlText } from '../../model/sqlText'

/** Kinds that a source of another's making can bring; diagrams and what lies in them stay one's own. */
export const mergedKinds = [
  'namespace',
  'group',
  'extension',
  'role',
  'enum',
  'domain',
  'composite',
  'sequence',
  'partial',
  'table',
  'view',
  'relation',
  'routine',
  'trigger',
  'grant',
  'sample',
  'lineage',
  'verbatim',
  'source',
] as const

export type MergedKind = (typeof mergedKinds)[number]

export interface PairOptions {
  readonly names: Names
  /** Tables of the source that are these tables here, although they are called otherwise. */
  readonly renames?: ReadonlyMap<TableId, TableId>
}

interface Named extends Ordered {
  readonly name: string
}

type KeyOf<R> = (row: R, isMine: boolean) => string | undefined

/** Needs no record of its own: what has no namespace is there. */
const defaultNamespaces: ReadonlySet<string> = new Set(['public', 'dbo', 'main'])

/** Words between which nothing but space differs are the same expression. */
const squeezed = (text: string): string => text.trim().replace(/\s+/g, ' ')

export class Pairing {
  /** From an id of the source to the id here. */
  readonly ids = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly mine: Schema
  private readonly theirs: Schema
  private readonly names: Names

  constructor(mine: Schema, theirs: Schema, { names, renames }: PairOptions) {
    this.mine = mine
    this.theirs = theirs
    this.names = names
    this.namespaces()
    for (const [from, to] of renames ?? []) this.tie(from, to)
    this.objects()
    this.relations()
    this.rest()
  }

  private tie(theirs: string, mine: string): void {
    this.ids.set(theirs, mine)
    this.taken.add(mine)
  }

  isTaken(mine: string): boolean {
    return this.taken.has(mine)
  }

  /** One way of pairing after the other; each takes from what the ones before it left. */
  private pair<R extends Ordered>(mine: Iterable<R>, theirs: Iterable<R>, ways: readonly KeyOf<R>[]): void {
    const [here, there] = [sorted(mine), sorted(theirs)]
    for (const keyOf of [(row: R) => row.id, ...ways]) {
      const open = new Map<string, R[]>()
      for (const row of here) {
        const key = this.taken.has(row.id) ? undefined : keyOf(row, true)
        if (key === undefined) continue
        const list = open.get(key)
        if (list) list.push(row)
        else open.set(key, [row])
      }
      for (const row of there) {
        const key = this.ids.has(row.id) ? undefined : keyOf(row, false)
        const found = key === undefined ? undefined : open.get(key)?.shift()
        if (found) this.tie(row.id, found.id)
      }
    }
  }

  /** Two spellings that the database takes for one name share a key. */
  private readonly keys = new Map<string, string[]>()

  private nameKey(name: string): string {
    const fold = name.toLowerCase()
    const known = this.keys.get(fold)
    if (!known) {
      this.keys.set(fold, [name])
      return name
    }
    const same = known.find((other) => other === name || this.names.isSame(other, name))
    if (same === undefined) known.push(name)
    return same ?? name
  }

  private readonly byName = (row: Named): string => this.nameKey(row.name)

  /** A key or an index without a name is none of that name: it is told by what it is made of. */
  private readonly byOwnName = (row: Named): string | undefined =>
    row.name === '' ? undefined : this.nameKey(row.name)

  private home(namespace: NamespaceId | undefined, isMine: boolean): string {
    if (namespace === undefined) return ''
    const id = isMine ? namespace : (this.ids.get(namespace) ?? namespace)
    const row = (isMine ? this.mine : this.theirs).namespace.get(namespace)
    return row && defaultNamespaces.has(row.name.toLowerCase()) ? '' : id
  }

  private readonly inNamespace = (
    row: Named & { readonly namespace?: NamespaceId },
    isMine: boolean,
  ): string => `${this.home(row.namespace, isMine)} ${this.nameKey(row.name)}`

  /** The id here that stands for one of either side. */
  private idOf(id: string, isMine: boolean): string {
    return isMine ? id : (this.ids.get(id) ?? `new ${id}`)
  }

  private idsOf(ids: readonly string[], isMine: boolean): string {
    return ids.map((id) => this.idOf(id, isMine)).join(' ')
  }

  private text(text: SqlText | undefined, isMine: boolean): string {
    return text ? squeezed(currentSql(text, isMine ? this.mine : this.theirs, this.names)) : ''
  }

  private namespaces(): void {
    this.pair(this.mine.namespace.values(), this.theirs.namespace.values(), [this.byName])
  }

  private objects(): void {
    const { mine, theirs } = this
    for (const kind of ['group', 'extension', 'role', 'partial', 'lineage'] as const)
      this.pair<Named>(mine[kind].values(), theirs[kind].values(), [this.byName])
    for (const kind of ['enum', 'domain', 'composite', 'sequence'] as const)
      this.pair<Named>(mine[kind].values(), theirs[kind].values(), [this.inNamespace])
    this.pair<Table>(mine.table.values(), theirs.table.values(), [this.inNamespace])
    this.pair<View>(mine.view.values(), theirs.view.values(), [this.inNamespace])
    for (const row of theirs.enum.values()) this.parts(mine.enum, row, ({ values }) => values)
    for (const row of theirs.composite.values()) this.parts(mine.composite, row, ({ fields }) => fields)
    for (const row of theirs.partial.values()) this.parts(mine.partial, row, ({ columns }) => columns)
    for (const row of theirs.table.values()) this.table(row)
    for (const row of theirs.view.values()) this.view(row)
    for (const kind of ['domain', 'partial'] as const) {
      for (const row of theirs[kind].values()) {
        const known = this.mine[kind].get(this.idOf(row.id, false) as never)
        if (known) this.pair(known.checks, row.checks, [this.byOwnName, this.byExpression])
      }
    }
    for (const row of theirs.partial.values()) {
      const known = mine.partial.get(this.idOf(row.id, false) as never)
      if (known) this.pair(known.indexes, row.indexes, [this.byOwnName, this.byIndexParts])
    }
  }

  private parts<R extends Ordered>(
    mine: ReadonlyMap<string, R>,
    row: R,
    partsOf: (row: R) => readonly Named[],
  ): void {
    const known = mine.get(this.idOf(row.id, false))
    if (known) this.pair(partsOf(known), partsOf(row), [this.byName])
  }

  private readonly byExpression: KeyOf<Named & { readonly expression: SqlText }> = (check, isMine) =>
    this.text(check.expression, isMine)

  private readonly byIndexParts: KeyOf<Index> = (index, isMine) => {
    const parts = index.parts.map(({ on, sort = 'asc' }) =>
      'column' in on
        ? `${this.idOf(on.column, isMine)} ${sort}`
        : `(${this.text(on.expression, isMine)}) ${sort}`,
    )
    return `${index.unique ? 'u' : ''} ${parts.join(',')} ${this.text(index.where, isMine)}`
  }

  private readonly byKeyParts: KeyOf<Key & Named> = (key, isMine) =>
    this.idsOf(
      key.parts.map(({ column }) => column),
      isMine,
    )

  private table(row: Table): void {
    const known = this.mine.table.get(this.idOf(row.id, false) as TableId)
    if (!known) return
    this.pair(known.columns, row.columns, [this.byName])
    if (known.primaryKey && row.primaryKey) this.tie(row.primaryKey.id, known.primaryKey.id)
    this.pair<Table['uniques'][number]>(known.uniques, row.uniques, [this.byOwnName, this.byKeyParts])
    this.pair<Table['checks'][number]>(known.checks, row.checks, [this.byOwnName, this.byExpression])
    this.pair<Index>(known.indexes, row.indexes, [this.byOwnName, this.byIndexParts])
    this.pair<Table['exclusions'][number]>(known.exclusions, row.exclusions, [
      this.byOwnName,
      (one, isMine) =>
        one.parts
          .map(
            ({ on, operator }) =>
              `${'column' in on ? this.idOf(on.column, isMine) : this.text(on.expression, isMine)} ${operator}`,
          )
          .join(','),
    ])
    this.pair<Table['policies'][number]>(known.policies, row.policies, [this.byName])
  }

  private view(row: View): void {
    const known = this.mine.view.get(this.idOf(row.id, false) as View['id'])
    if (!known) return
    this.pair(known.columns, row.columns, [this.byName])
    this.pair<Index>(known.indexes, row.indexes, [this.byOwnName, this.byIndexParts])
  }

  private relations(): void {
    const ends = (relation: Relation, isMine: boolean): string => {
      const [from, to] =
        relation.kind === 'foreignKey' ? [relation.child, relation.parent] : [relation.from, relation.to]
      const said = [from, to].map((end) => this.idsOf([end.table, ...end.columns], isMine))
      return `${relation.kind} ${said.join(' -> ')}`
    }
    const owner = (relation: Relation, isMine: boolean): string =>
      this.idOf(relation.kind === 'foreignKey' ? relation.child.table : relation.from.table, isMine)
    const named = (relation: Relation, isMine: boolean): string | undefined =>
      relation.name === ''
        ? undefined
        : `${relation.kind} ${owner(relation, isMine)} ${this.nameKey(relation.name)}`
    this.pair<Relation>(this.mine.relation.values(), this.theirs.relation.values(), [
      (row, isMine) => {
        const name = named(row, isMine)
        return name === undefined ? undefined : `${name} ${ends(row, isMine)}`
      },
      ends,
      named,
    ])
    // A line that was only drawn, in whichever direction, is the foreign key that the database turns out to have.
    const between = (relation: Relation, isMine: boolean): string | undefined => {
      if ((relation.kind === 'logical') !== isMine) return undefined
      const [from, to] =
        relation.kind === 'logical' ? [relation.from, relation.to] : [relation.child, relation.parent]
      if (from.columns.length === 0 || to.columns.length === 0) return undefined
      return [from, to]
        .map((end) => this.idsOf([end.table, ...end.columns], isMine))
        .sort()
        .join(' - ')
    }
    this.pair<Relation>(this.mine.relation.values(), this.theirs.relation.values(), [between])
  }

  private rest(): void {
    const { mine, theirs } = this
    this.pair(mine.routine.values(), theirs.routine.values(), [
      (row, isMine) => `${this.inNamespace(row, isMine)} ${row.routine} (${squeezed(row.signature)})`,
    ])
    this.pair(mine.trigger.values(), theirs.trigger.values(), [
      (row, isMine) => `${this.idOf(row.on, isMine)} ${this.byName(row)}`,
    ])
    this.pair(mine.grant.values(), theirs.grant.values(), [
      (row, isMine) => {
        const to = 'role' in row.to ? this.idOf(row.to.role, isMine) : `name ${row.to.name}`
        const what = `${this.idOf(row.on, isMine)} ${this.idsOf(row.columns, isMine)}`
        return `${what} ${to} ${row.dialect} ${String(row.withGrantOption)} ${[...row.privileges].sort().join()}`
      },
    ])
    this.pair(mine.sample.values(), theirs.sample.values(), [
      (row, isMine) => `${this.idOf(row.table, isMine)} ${String(row.example)}`,
    ])
    this.pair(mine.verbatim.values(), theirs.verbatim.values(), [
      (row, isMine) => `${row.dialect} ${this.text(row.text, isMine)}`,
    ])
    this.pair(mine.source.values(), theirs.source.values(), [(row) => `${row.format} ${row.name}`])
  }
}
