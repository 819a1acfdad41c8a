// A schema while its script is being carried out. Drafts hold each other directly, so that a rename reaches all who
// speak of the renamed thing; only what is not there yet is held by name.
import type {
  DialectOption,
  Enforcement,
  Identity,
  Policy,
  Property,
  ReferentialAction,
  Role,
  Routine,
  SampleValue,
  Table,
} from '../../../model/records'
import type { ForeignKeyFacts, ObjectName, Raw, SequenceFacts } from '../statement'

/** A place in one of the sources. */
export interface Origin {
  readonly source: number
  readonly from: number
  readonly to: number
}

export interface NamespaceDraft {
  readonly kind: 'namespace'
  name: string
  comment: string
  readonly at: Origin
  readonly turn: number
}

interface ObjectDraft {
  name: string
  /** Undefined: where unqualified names live (public, dbo, main). */
  home: NamespaceDraft | undefined
  comment: string
  readonly at: Origin
  /** Counts what was made, in order. */
  readonly turn: number
}

export interface TypeDraft {
  raw: string
  of?: UserTypeDraft | undefined
}

export interface IdentityDraft extends Omit<Identity, 'sequence'> {
  readonly sequence?: SequenceDraft | undefined
}

export interface ColumnDraft {
  name: string
  type: TypeDraft
  nullable: boolean
  notNullName?: string | undefined
  default?: Raw | undefined
  defaultName?: string | undefined
  identity?: IdentityDraft | undefined
  generated?: { readonly expression: Raw; readonly storage: 'stored' | 'virtual' } | undefined
  collation: string
  charset: string
  onUpdate?: Raw | undefined
  isInvisible: boolean
  comment: string
  options: readonly DialectOption[]
  properties: readonly Property[]
  readonly at: Origin
}

export interface ViewColumnDraft {
  name: string
  comment: string
  type: TypeDraft
}

export type AnyColumnDraft = ColumnDraft | ViewColumnDraft

export interface PartDraft {
  readonly on: { readonly column: AnyColumnDraft } | { readonly expression: Raw }
  readonly sort?: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
  readonly operatorClass?: string
  readonly collation?: string
  readonly length?: number
}

interface ConstraintDraft {
  name: string
  /** What the engine calls it while nobody gave a name. */
  engineName: string
  comment: string
  enforcement: Enforcement
  options: readonly DialectOption[]
  readonly at: Origin
}

export interface KeyDraft extends ConstraintDraft {
  readonly kind: 'primaryKey' | 'unique'
  parts: readonly {
    readonly column: ColumnDraft
    readonly sort?: 'asc' | 'desc'
    readonly length?: number
  }[]
  include: readonly ColumnDraft[]
  readonly nullsNotDistinct: boolean
  readonly withoutOverlaps: boolean
  /** A partition's share of its parent's key; what is said of the partition itself takes its place. */
  readonly isInherited?: true
}

export interface CheckDraft extends ConstraintDraft {
  readonly kind: 'check'
  expression: Raw
  readonly noInherit: boolean
}

export interface ForeignKeyDraft extends ConstraintDraft {
  readonly kind: 'foreignKey'
  readonly table: TableDraft
  columns: readonly ColumnDraft[]
  parent: TableDraft | undefined
  /** How the script called the parent, for as long as it is not there. */
  parentName: ObjectName
  /** Bound once the parent is there; undefined: its primary key, whichever that is in the end. */
  parentColumns: readonly ColumnDraft[] | undefined
  readonly onDelete?: ReferentialAction | undefined
  readonly onUpdate?: ReferentialAction | undefined
  onDeleteColumns: readonly ColumnDraft[]
  readonly facts: ForeignKeyFacts
}

export interface ExclusionDraft extends ConstraintDraft {
  readonly kind: 'exclusion'
  readonly method: string
  parts: readonly (PartDraft & { readonly operator: string })[]
  where?: Raw | undefined
}

export interface IndexDraft {
  readonly kind: 'index'
  name: string
  engineName: string
  comment: string
  readonly unique: boolean
  readonly method: string
  parts: readonly PartDraft[]
  include: readonly AnyColumnDraft[]
  where?: Raw | undefined
  readonly nullsNotDistinct: boolean
  isInvisible: boolean
  options: readonly DialectOption[]
  /** A partition's share of its parent's index. */
  readonly isInherited?: true
  readonly at: Origin
}

export type ConstraintLike = KeyDraft | CheckDraft | ForeignKeyDraft | ExclusionDraft | IndexDraft

export interface PolicyDraft {
  readonly kind: 'policy'
  name: string
  comment: string
  readonly command: Policy['command']
  readonly permissive: boolean
  roles: readonly string[]
  using?: Raw | undefined
  check?: Raw | undefined
}

export interface PartitioningDraft {
  readonly method: string
  parts: readonly PartDraft[]
  readonly definition?: Raw
}

export interface RowsDraft {
  readonly columns: readonly ColumnDraft[]
  readonly rows: (readonly SampleValue[])[]
}

export interface TableDraft extends ObjectDraft {
  readonly kind: 'table'
  columns: ColumnDraft[]
  primaryKey: KeyDraft | undefined
  uniques: KeyDraft[]
  checks: CheckDraft[]
  foreignKeys: ForeignKeyDraft[]
  exclusions: ExclusionDraft[]
  indexes: IndexDraft[]
  policies: PolicyDraft[]
  rowSecurity: { isEnabled: boolean; isForced: boolean }
  partitioning: PartitioningDraft | undefined
  partitionOf: { readonly parent: TableDraft; readonly bounds: Raw } | undefined
  inherits: TableDraft[]
  persistence: Table['persistence'] | undefined
  options: readonly DialectOption[]
  properties: readonly Property[]
  readonly samples: RowsDraft[]
}

export interface ViewDraft extends ObjectDraft {
  readonly kind: 'view'
  readonly materialized: boolean
  query: Raw
  columns: ViewColumnDraft[]
  readonly namesColumns: boolean
  indexes: IndexDraft[]
  options: readonly DialectOption[]
}

export interface EnumDraft extends ObjectDraft {
  readonly kind: 'enum'
  values: { name: string; comment: string }[]
}

export interface DomainDraft extends ObjectDraft {
  readonly kind: 'domain'
  readonly type: TypeDraft
  nullable: boolean
  default?: Raw | undefined
  readonly collation: string
  checks: CheckDraft[]
}

export interface CompositeDraft extends ObjectDraft {
  readonly kind: 'composite'
  readonly fields: {
    name: string
    readonly type: TypeDraft
    readonly collation: string
    comment: string
  }[]
}

export type UserTypeDraft = EnumDraft | DomainDraft | CompositeDraft

export interface SequenceDraft extends ObjectDraft {
  readonly kind: 'sequence'
  facts: Omit<SequenceFacts, 'ownedBy'>
  ownedBy: { readonly table: TableDraft; readonly column: ColumnDraft } | undefined
  /** Made by a serial or identity column: it has a record of its own only when something speaks of it. */
  readonly isImplied: boolean
}

export interface RoutineDraft extends ObjectDraft {
  readonly kind: 'routine'
  readonly routine: Routine['routine']
  readonly signature: string
  readonly definition: Raw
}

export interface TriggerDraft {
  readonly kind: 'trigger'
  name: string
  readonly on: TableDraft | ViewDraft
  definition: Raw
  isDisabled: boolean
  comment: string
  readonly at: Origin
  readonly turn: number
}

export interface RoleDraft {
  readonly kind: 'role'
  name: string
  attributes: Role['attributes']
  memberOf: RoleDraft[]
  comment: string
  readonly at: Origin
}

export interface ExtensionDraft {
  readonly kind: 'extension'
  readonly name: string
  readonly home: NamespaceDraft | undefined
  readonly version: string
  comment: string
  readonly at: Origin
}

export type GrantableDraft =
  TableDraft | ViewDraft | SequenceDraft | NamespaceDraft | RoutineDraft | UserTypeDraft

export interface GrantDraft {
  privileges: readonly string[]
  readonly on: GrantableDraft
  readonly columns: readonly AnyColumnDraft[]
  readonly to: string
  readonly withGrantOption: boolean
  readonly at: Origin
}

/** What a kept statement can stand behind. */
export type AnchorDraft =
  TableDraft | ViewDraft | RoutineDraft | TriggerDraft | UserTypeDraft | SequenceDraft | NamespaceDraft

export interface VerbatimDraft {
  readonly text: Raw
  readonly comment: string
  /** Everything made up to this turn stood before it. */
  readonly turn: number
  readonly at: Origin
}

export type AnyDraft =
  AnchorDraft | RoleDraft | ExtensionDraft | ForeignKeyDraft | PolicyDraft | ConstraintLike
