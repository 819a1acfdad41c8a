// Looks up what reading found: each name becomes a reference, stays text, or is undecided between several objects.
import type { ColumnId, EnumId, NamespaceId, TableId, ViewId } from '../id'
import type { Referable, RefOwner } from '../sqlText'
import type { Block, Chain, Reading, Role, Source } from './block'
import type { GlobalKind, Lookup } from './lookup'

export interface Target {
  readonly to: Referable
  readonly owner?: RefOwner
}

export interface Undecided {
  /** The mark that could mean several things. */
  readonly mark: number
  readonly candidates: readonly Target[]
}

type Relation = TableId | ViewId

interface Abc {
  readonly a: number | undefined
  readonly b: number | undefined
  readonly c: number | undefined
}

/** A column, or a name that something nearer has taken. */
type Found = Target | 'shadowed'

export interface Surroundings {
  /** The table or view that the text belongs to: what a default, a check or a trigger is about. */
  readonly on?: Relation
  /** The object that the text defines: its own name in there is that object's. */
  readonly self?: Referable
}

const rowNames = new Set(['new', 'old', 'inserted', 'deleted'])
const relationKinds = ['table', 'view'] as const
const typeKinds = ['enum', 'domain', 'composite', 'table', 'view'] as const

export class Resolver {
  readonly targets = new Map<number, Target>()
  readonly undecided: Undecided[] = []
  private readonly reading: Reading
  private readonly lookup: Lookup
  private readonly around: Surroundings
  private readonly known = new Map<number, Relation | undefined>()
  private readonly open = new Set<Block>()

  constructor(reading: Reading, lookup: Lookup, around: Surroundings) {
    this.reading = reading
    this.lookup = lookup
    this.around = around
  }

  run(): void {
    for (const chain of this.reading.chains) this.chain(chain)
  }

  private text(mark: number | undefined): string {
    return mark === undefined ? '' : (this.reading.marks[mark]?.text ?? '')
  }

  private nameAt(mark: number | undefined): string {
    return this.lookup.names.read(this.text(mark))
  }

  private refer(mark: number | undefined, target: Target | undefined): boolean {
    if (mark === undefined || !target) return false
    this.targets.set(mark, target)
    return true
  }

  /** One candidate is the answer; several are a question. */
  private choose(mark: number | undefined, candidates: readonly Target[]): boolean {
    if (mark === undefined || candidates.length === 0) return false
    const own = candidates.find((candidate) => candidate.to === this.around.self)
    const only = own ?? (candidates.length === 1 ? candidates[0] : undefined)
    if (only) return this.refer(mark, only)
    this.undecided.push({ mark, candidates })
    return true
  }

  // Chains by their place

  private chain(chain: Chain): void {
    const role = this.reading.roles.get(chain.start)
    if (role) this.byRole(chain, role)
    else if (chain.parts.length > 1 || chain.star) this.dotted(chain)
    else this.bare(chain)
  }

  private byRole(chain: Chain, role: Role): void {
    switch (role.kind) {
      case 'nothing':
        return
      case 'relation':
        this.global(chain, ['table', 'view', 'sequence'])
        return
      case 'type':
        this.type(chain)
        return
      case 'routine':
      case 'sequence':
      case 'role':
      case 'extension':
      case 'namespace':
        this.global(chain, [role.kind])
        return
      case 'part':
        this.part(chain)
        return
      case 'trigger':
        this.choose(
          chain.parts.at(-1),
          this.lookup.trigger(this.nameAt(chain.parts.at(-1)), this.around.on).map((to) => ({ to })),
        )
        return
      case 'column':
        this.dotted(chain)
        return
      case 'joinColumn':
        this.joinColumn(chain)
        return
      case 'targetColumn': {
        const found = this.columnsOf(role.source, this.nameAt(chain.start))
        this.choose(
          chain.start,
          found.filter((one) => one !== 'shadowed'),
        )
      }
    }
  }

  /** `a.b` with the namespace in front where there is one; a database or server before it is walked over. */
  private global(chain: Chain, kinds: readonly GlobalKind[]): boolean {
    const last = chain.parts.at(-1)
    const before = chain.parts.at(-2)
    const home = before === undefined ? undefined : this.lookup.home(this.nameAt(before))
    if (before !== undefined && home === undefined) return false
    const candidates = this.lookup.objects(kinds, this.nameAt(last), home).map((to) => ({ to }))
    const isFound = this.choose(last, candidates)
    if (isFound) this.referHome(before, home)
    return isFound
  }

  private referHome(mark: number | undefined, home: NamespaceId | 'default' | undefined): void {
    if (home !== undefined && home !== 'default') this.refer(mark, { to: home })
  }

  private type(chain: Chain): void {
    // orders.status%TYPE speaks of a column.
    if (this.text(chain.end + 1) === '%' && chain.parts.length > 1) this.dotted(chain)
    else this.global(chain, typeKinds)
  }

  private part(chain: Chain): void {
    const last = chain.parts.at(-1)
    const candidates = this.lookup
      .part(this.nameAt(last), this.around.on)
      .map(({ id, owner }) => ({ to: id, owner }))
    if (this.choose(last, candidates) && chain.parts.length > 1) {
      const namespace = this.lookup.namespace(this.nameAt(chain.parts.at(-2)))
      if (namespace !== undefined) this.refer(chain.parts.at(-2), { to: namespace })
    }
  }

  /** USING (a) names a column of both sides: no single reference can stand for it. */
  private joinColumn(chain: Chain): void {
    const block = this.reading.blocks.get(chain.start)
    const found = block?.sources.flatMap((source) => this.columnsOf(source, this.nameAt(chain.start))) ?? []
    const candidates = found.filter((one) => one !== 'shadowed')
    if (candidates.length > 0) this.undecided.push({ mark: chain.start, candidates })
  }

  // Sources and what they offer

  private relationOf(source: Source): Relation | undefined {
    const { chain } = source
    if (!chain) return undefined
    if (this.known.has(chain.start)) return this.known.get(chain.start)
    const last = chain.parts.at(-1)
    const before = chain.parts.at(-2)
    const home = before === undefined ? undefined : this.lookup.home(this.nameAt(before))
    const isUnknown = before !== undefined && home === undefined
    const found = isUnknown ? [] : this.lookup.objects(relationKinds, this.nameAt(last), home)
    const only = found.length === 1 ? found[0] : undefined
    // Transition tables and the rows of a trigger are its table's.
    const relation = only ?? (rowNames.has(this.nameAt(last).toLowerCase()) ? this.around.on : undefined)
    this.known.set(chain.start, relation)
    return relation
  }

  private column(owner: Relation, name: string): readonly Target[] {
    return this.lookup.columns(owner, name).map((to) => ({ to, owner }))
  }

  /** The columns of a source that this name may mean. */
  private columnsOf(source: Source, name: string): readonly Found[] {
    if (source.isRenamed) return []
    const relation = source === ownTable ? this.around.on : this.relationOf(source)
    if (relation !== undefined) return this.column(relation, name)
    return source.block ? this.outputsOf(source.block, name) : []
  }

  /** What a query calls its columns: an alias hides what is behind it, a bare column keeps its name. */
  private outputsOf(block: Block, name: string): readonly Found[] {
    const first = block.first
    if (!first || this.open.has(block)) return []
    this.open.add(block)
    const found = first.outputs.flatMap((output): readonly Found[] => {
      if (output.alias !== undefined)
        return this.lookup.names.isSame(this.lookup.names.read(output.alias), name) ? ['shadowed'] : []
      if (output.all) return first.sources.flatMap((source) => this.columnsOf(source, name))
      if (!output.chain) return []
      if (output.chain.star) return this.qualified(first, this.nameAt(output.chain.start), name)
      const spelled = this.nameAt(output.chain.parts.at(-1))
      if (!this.lookup.names.isSame(spelled, name)) return []
      const [head, tail] = output.chain.parts
      return tail === undefined
        ? this.bareColumns(first, spelled)
        : this.qualified(first, this.nameAt(head), spelled)
    })
    this.open.delete(block)
    return found.slice(0, 1)
  }

  private isNamed(source: Source, qualifier: string): boolean {
    const spelling = source.alias ?? this.text(source.chain?.parts.at(-1))
    const name = this.lookup.names.read(spelling)
    return this.lookup.names.isSame(name, qualifier) || name.toLowerCase() === qualifier.toLowerCase()
  }

  private sourceNamed(block: Block | undefined, qualifier: string): Source | undefined {
    for (let at = block; at; at = at.parent) {
      const source = at.sources.find((one) => one !== ownTable && this.isNamed(one, qualifier))
      if (source) return source
    }
    return undefined
  }

  private qualified(block: Block | undefined, qualifier: string, name: string): readonly Found[] {
    const source = this.sourceNamed(block, qualifier)
    return source ? this.columnsOf(source, name) : []
  }

  /** A bare name among the sources of the nearest query that has it. */
  private bareColumns(block: Block | undefined, name: string): readonly Found[] {
    for (let at = block; at; at = at.parent) {
      const found = at.sources.flatMap((source) => this.columnsOf(source, name))
      const distinct = found.filter((one, i) => found.findIndex((other) => isSameTarget(one, other)) === i)
      if (distinct.length > 0) return distinct
    }
    return []
  }

  // Bare names

  private bare(chain: Chain): void {
    const { reading } = this
    const mark = chain.start
    const name = this.nameAt(mark)
    const block = reading.blocks.get(mark)
    if (this.text(mark - 1) === ':' || reading.marks[mark]?.kind === 'parameter') return
    if (this.text(chain.end + 1) === '(') {
      this.global(chain, ['routine'])
      return
    }
    if (reading.ordering.has(mark) && this.isOutputAlias(block, name)) return
    const found = this.bareColumns(block, name)
    const columns = found.filter((one) => one !== 'shadowed')
    if (columns.length > 0) {
      const isHidden = found.length > columns.length || reading.variables.has(name.toLowerCase())
      if (isHidden) this.undecided.push({ mark, candidates: columns })
      else this.choose(mark, columns)
      return
    }
    if (found.length > 0 || reading.variables.has(name.toLowerCase())) return
    this.otherBare(chain, block, name)
  }

  /** No column: a whole row of a table, a row type, or a type in a declaration. */
  private otherBare(chain: Chain, block: Block | undefined, name: string): void {
    const source = this.sourceNamed(block, name)
    if (source) {
      const relation = source.alias === undefined ? this.relationOf(source) : undefined
      if (relation !== undefined && !rowNames.has(name.toLowerCase()))
        this.refer(chain.start, { to: relation })
      return
    }
    if (this.text(chain.end + 1) === '%') this.global(chain, relationKinds)
  }

  private isOutputAlias(block: Block | undefined, name: string): boolean {
    return (
      block?.outputs.some(
        ({ alias }) => alias !== undefined && this.lookup.names.isSame(this.lookup.names.read(alias), name),
      ) ?? false
    )
  }

  // Dotted names

  private dotted(chain: Chain): void {
    const [head, second] = chain.parts
    const block = this.reading.blocks.get(chain.start)
    const source = this.sourceNamed(block, this.nameAt(head))
    const isCall = this.text(chain.end + 1) === '('
    if (chain.star && chain.parts.length === 1) {
      if (source && source.alias === undefined) this.referSource(head, source)
      return
    }
    if (source && !isCall) {
      this.throughSource(chain, source)
      return
    }
    if (this.throughRow(chain)) return
    if (this.reading.variables.has(this.nameAt(head).toLowerCase())) return
    if (isCall && this.global(chain, ['routine'])) return
    if (this.longest(chain)) return
    // Oracle's seq.NEXTVAL.
    if (second !== undefined && /^(next|curr)val$/i.test(this.text(second))) {
      this.choose(
        head,
        this.lookup.objects(['sequence'], this.nameAt(head)).map((to) => ({ to })),
      )
    }
  }

  private referSource(mark: number | undefined, source: Source): void {
    const relation = this.relationOf(source)
    if (relation !== undefined && !rowNames.has(this.nameAt(mark).toLowerCase()))
      this.refer(mark, { to: relation })
  }

  private throughSource(chain: Chain, source: Source): void {
    const [head, second] = chain.parts
    if (source.alias === undefined) this.referSource(head, source)
    const found = this.columnsOf(source, this.nameAt(second)).filter((one) => one !== 'shadowed')
    this.choose(second, found)
  }

  /** NEW.a, OLD.a, inserted.a; excluded.a in an upsert. */
  private throughRow(chain: Chain): boolean {
    const [head, second] = chain.parts
    const name = this.nameAt(head).toLowerCase()
    const upsert = name === 'excluded' ? this.reading.excluded.get(chain.start) : undefined
    if (upsert) {
      this.choose(
        second,
        this.columnsOf(upsert, this.nameAt(second)).filter((one) => one !== 'shadowed'),
      )
      return true
    }
    if (!rowNames.has(name)) return false
    if (this.around.on !== undefined) this.choose(second, this.column(this.around.on, this.nameAt(second)))
    return true
  }

  /** namespace.object, namespace.table.column, table.column: read from the left, as far as names are known. */
  private longest(chain: Chain): boolean {
    const { parts } = chain
    for (let skip = 0; skip < parts.length - 1; skip++) {
      const [a, b, c] = parts.slice(skip)
      const home = this.lookup.home(this.nameAt(a))
      if (home !== undefined && this.inNamespace(home, { a, b, c })) return true
      const owner = this.only(this.lookup.objects(relationKinds, this.nameAt(a)))
      if (owner !== undefined && this.choose(b, this.column(owner, this.nameAt(b))))
        return this.refer(a, { to: owner })
    }
    return false
  }

  private inNamespace(home: NamespaceId | 'default', at: Abc): boolean {
    const kinds = ['table', 'view', 'sequence', 'enum', 'domain', 'composite', 'routine'] as const
    const found = this.lookup.objects(kinds, this.nameAt(at.b), home)
    if (
      !this.choose(
        at.b,
        found.map((to) => ({ to })),
      )
    )
      return false
    this.referHome(at.a, home)
    const owner = this.only(this.lookup.objects(relationKinds, this.nameAt(at.b), home))
    if (owner !== undefined && at.c !== undefined) this.choose(at.c, this.column(owner, this.nameAt(at.c)))
    return true
  }

  private only<T>(found: readonly T[]): T | undefined {
    return found.length === 1 ? found[0] : undefined
  }

  // For string literals

  /** The enum of the column that a chain was resolved to. */
  enumOf(chain: Chain): EnumId | undefined {
    const target = this.targets.get(chain.parts.at(-1) ?? chain.start)
    if (!target?.owner) return undefined
    // Targets with an owner that is a table or view are its columns, keys and indexes; only columns have a type.
    return this.lookup.enumOf(target.owner as Relation, target.to as ColumnId)
  }
}

/** The source that stands for the table which an expression belongs to. */
export const ownTable: Source = {}

const isSameTarget = (a: Found, b: Found): boolean =>
  a === b || (a !== 'shadowed' && b !== 'shadowed' && a.to === b.to && a.owner === b.owner)
