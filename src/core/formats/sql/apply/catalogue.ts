// The database that the script would have made so far.
import type { Dialect } from '../../../dialects/dialect'
import type { ObjectName, Raw, Spot } from '../statement'
import type {
  AnchorDraft,
  CompositeDraft,
  DomainDraft,
  EnumDraft,
  ExtensionDraft,
  ForeignKeyDraft,
  GrantDraft,
  NamespaceDraft,
  Origin,
  RoleDraft,
  RoutineDraft,
  SequenceDraft,
  TableDraft,
  TriggerDraft,
  UserTypeDraft,
  VerbatimDraft,
  ViewDraft,
} from './drafts'
import { NameMap } from './nameMap'
import type { NoticeDraft, Telling } from './notices'

/** Where names without a schema live, for dialects that name the place. */
const homeNames: Readonly<Record<string, readonly string[]>> = {
  postgres: ['public'],
  'aurora-postgres': ['public'],
  redshift: ['public'],
  sqlserver: ['dbo'],
  sqlite: ['main', 'temp'],
}

export type SomeObject = TableDraft | ViewDraft | UserTypeDraft | SequenceDraft | RoutineDraft

/** One source as it is being carried out. */
export interface Scene {
  readonly source: number
  readonly text: string
  readonly fileName: string
}

export class Catalogue {
  readonly dialect: Dialect
  readonly namespaces: NameMap<NamespaceDraft>
  readonly tables: NameMap<TableDraft>
  readonly views: NameMap<ViewDraft>
  readonly enums: NameMap<EnumDraft>
  readonly domains: NameMap<DomainDraft>
  readonly composites: NameMap<CompositeDraft>
  readonly sequences: NameMap<SequenceDraft>
  readonly routines: NameMap<RoutineDraft>
  readonly triggers: NameMap<TriggerDraft>
  readonly roles: NameMap<RoleDraft>
  readonly extensions: NameMap<ExtensionDraft>
  readonly grants: GrantDraft[] = []
  readonly verbatims: VerbatimDraft[] = []
  readonly notices: NoticeDraft[] = []
  /** Names of indexes and of the keys that stand on them: in PostgreSQL they are one to a schema. */
  readonly indexNames = new Set<string>()
  /** Foreign keys whose parent is not there yet, by its name. */
  readonly pending = new Map<string, Set<ForeignKeyDraft>>()
  readonly counts = { rows: 0, rowsKept: 0, tablesWithRows: new Set<string>(), session: 0 }
  firstRows: Origin | undefined
  firstSession: Origin | undefined
  readonly sampleRows: number
  /** How many objects were made. */
  turn = 0
  scene: Scene = { source: 0, text: '', fileName: '' }
  /** The statement that is being carried out. */
  at: Origin = { source: 0, from: 0, to: 0 }
  /** Its text as it runs, where that is not what stands there. */
  runs: Raw | undefined
  private current: NamespaceDraft | undefined
  private readonly homes: readonly string[]

  constructor(dialect: Dialect, sampleRows: number) {
    const { names } = dialect
    this.dialect = dialect
    this.sampleRows = sampleRows
    this.homes = homeNames[dialect.id] ?? []
    this.namespaces = new NameMap(names)
    this.tables = new NameMap(names)
    this.views = new NameMap(names)
    this.enums = new NameMap(names)
    this.domains = new NameMap(names)
    this.composites = new NameMap(names)
    this.sequences = new NameMap(names)
    this.routines = new NameMap(names)
    this.triggers = new NameMap(names)
    this.roles = new NameMap(names)
    this.extensions = new NameMap(names)
  }

  get isPostgres(): boolean {
    return this.homes[0] === 'public'
  }

  get isMysql(): boolean {
    return this.dialect.lexis.backslashEscapes
  }

  isSame(a: string, b: string): boolean {
    return a === b || this.dialect.names.isSame(a, b)
  }

  origin(spot: Spot): Origin {
    return { source: this.scene.source, from: spot.from, to: spot.to }
  }

  tell(telling: Telling & Pick<NoticeDraft, 'about' | 'part'>, at: Origin = this.at): void {
    this.notices.push({ ...telling, at })
  }

  nextTurn(): number {
    this.turn += 1
    return this.turn
  }

  /** Understood, and nothing of it belongs to a schema. */
  session(): void {
    this.counts.session += 1
    this.firstSession ??= this.at
  }

  /** Word for word, with a notice. */
  keep(text: Raw, telling: Telling, at: Origin = this.at): void {
    this.verbatims.push({ text, comment: '', turn: this.turn, at })
    this.tell(telling, at)
  }

  /** The words of a statement that cannot be carried out: they stay as a comment, since no database would take them. */
  keepAside(telling: Telling, at: Origin = this.at, text = this.textAt(at)): void {
    const said = `-- ${telling.message}\n${text.replace(/^/gm, '-- ')}`
    this.verbatims.push({ text: said, comment: '', turn: this.turn, at })
    this.tell(telling, at)
  }

  textAt({ from, to }: Spot): string {
    if (this.runs !== undefined && from === this.at.from && to === this.at.to) return this.runs
    return this.scene.text.slice(from, to).trim()
  }

  isHome(schema: string): boolean {
    return this.homes.some((home) => this.isSame(home, schema))
  }

  /** The namespace of this name; made when it is not there, for scripts that leave CREATE SCHEMA to others. */
  namespace(name: string): NamespaceDraft | undefined {
    if (name === '' || this.isHome(name)) return undefined
    const known = this.namespaces.get(name)
    if (known) return known
    const made: NamespaceDraft = {
      kind: 'namespace',
      name,
      comment: '',
      at: this.at,
      turn: this.nextTurn(),
    }
    this.namespaces.add(made)
    return made
  }

  useSchema(schema: string | undefined): void {
    this.current = schema === undefined ? undefined : this.namespace(schema)
  }

  /** Where a new object of this name is made. */
  homeFor({ schema }: ObjectName): NamespaceDraft | undefined {
    return schema === undefined ? this.current : this.namespace(schema)
  }

  /** The thing that a name means here: in the current schema, then in the home of all, then wherever it is alone. */
  find<T extends { readonly name: string; readonly home: NamespaceDraft | undefined }>(
    map: NameMap<T>,
    { schema, name }: ObjectName,
  ): T | undefined {
    const all = map.all(name)
    if (all.length === 0) return undefined
    if (schema !== undefined) {
      const home = this.isHome(schema) ? undefined : this.namespaces.get(schema)
      if (home === undefined && !this.isHome(schema) && schema !== '') return undefined
      return all.find((item) => item.home === home)
    }
    return (
      all.find((item) => item.home === this.current) ??
      all.find((item) => item.home === undefined) ??
      (all.length === 1 ? all[0] : undefined)
    )
  }

  /** A thing of exactly this home. */
  inHome<T extends { readonly name: string; readonly home: NamespaceDraft | undefined }>(
    map: NameMap<T>,
    home: NamespaceDraft | undefined,
    name: string,
  ): T | undefined {
    return map.all(name).find((item) => item.home === home)
  }

  table(name: ObjectName): TableDraft | undefined {
    return this.find(this.tables, name)
  }

  relation(name: ObjectName): TableDraft | ViewDraft | undefined {
    return this.find(this.tables, name) ?? this.find(this.views, name)
  }

  userType(name: ObjectName): UserTypeDraft | undefined {
    return this.find(this.enums, name) ?? this.find(this.domains, name) ?? this.find(this.composites, name)
  }

  get hasUserTypes(): boolean {
    return this.enums.size + this.domains.size + this.composites.size > 0
  }

  anchors(): AnchorDraft[] {
    const maps = [
      this.tables,
      this.views,
      this.routines,
      this.triggers,
      this.enums,
      this.domains,
      this.composites,
      this.sequences,
      this.namespaces,
    ] as const
    return maps.flatMap((map): AnchorDraft[] => [...map.values()])
  }
}

/** For messages: with its schema, not quoted. */
export const shown = ({ schema, name }: ObjectName): string =>
  schema === undefined ? name : `${schema}.${name}`

export const nameOf = (object: {
  readonly name: string
  readonly home: NamespaceDraft | undefined
}): ObjectName =>
  object.home === undefined ? { name: object.name } : { schema: object.home.name, name: object.name }
