// What an engine says it holds, in one shape for every engine. Texts (types, defaults, expressions, definitions)
// are the engine's own spelling; names are exact. Every list has a fixed order: by name, or as declared for parts.

export interface Catalogue {
  readonly namespaces: readonly NamespaceEntry[]
  readonly tables: readonly TableEntry[]
  readonly views: readonly ViewEntry[]
  readonly enums: readonly EnumEntry[]
  readonly domains: readonly DomainEntry[]
  readonly composites: readonly CompositeEntry[]
  readonly sequences: readonly SequenceEntry[]
  readonly routines: readonly RoutineEntry[]
  readonly roles: readonly RoleEntry[]
  readonly grants: readonly GrantEntry[]
  readonly extensions: readonly string[]
}

/** In MySQL and MariaDB `schema` is '' for the session's own database, whose name is random. */
interface InSchema {
  readonly schema: string
  readonly name: string
  readonly comment: string | null
}

export interface NamespaceEntry {
  readonly name: string
  readonly comment: string | null
}

export interface TableEntry extends InSchema {
  readonly columns: readonly ColumnEntry[]
  readonly primaryKey: PrimaryKeyEntry | null
  readonly uniques: readonly UniqueEntry[]
  readonly checks: readonly CheckEntry[]
  readonly exclusions: readonly ExclusionEntry[]
  readonly foreignKeys: readonly ForeignKeyEntry[]
  readonly indexes: readonly IndexEntry[]
  readonly triggers: readonly TriggerEntry[]
  readonly policies: readonly PolicyEntry[]
  readonly rowSecurity: 'off' | 'enabled' | 'forced'
  readonly partition: PartitionEntry | null
  /** Whatever else the engine stores by name: engine, collation, storage parameters, strict, without rowid. */
  readonly options: Readonly<Record<string, string>>
}

export interface ColumnEntry {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  /** As SQL text; null where there is none (a bare DEFAULT NULL of MySQL counts as none). */
  readonly default: string | null
  readonly identity: IdentityEntry | null
  readonly generated: GeneratedEntry | null
  /** Only where it differs from what the column would have anyway. */
  readonly collation: string | null
  readonly onUpdate: string | null
  /** Left out of SELECT * (MySQL, MariaDB). */
  readonly invisible: boolean
  readonly comment: string | null
}

interface IdentityEntry {
  readonly kind: 'always' | 'byDefault' | 'autoIncrement'
  readonly start: string | null
  readonly increment: string | null
}

interface GeneratedEntry {
  readonly expression: string
  readonly kind: 'stored' | 'virtual'
}

interface ConstraintEntry {
  readonly name: string | null
  readonly comment: string | null
}

export interface PrimaryKeyEntry extends ConstraintEntry {
  readonly columns: readonly string[]
  readonly include: readonly string[]
  readonly deferrable: boolean
  readonly initiallyDeferred: boolean
}

export interface UniqueEntry extends PrimaryKeyEntry {
  readonly nullsNotDistinct: boolean
}

export interface CheckEntry extends ConstraintEntry {
  readonly expression: string
  readonly enforced: boolean
  readonly validated: boolean
}

export interface ExclusionEntry extends ConstraintEntry {
  readonly definition: string
}

export interface ForeignKeyEntry extends ConstraintEntry {
  readonly columns: readonly string[]
  readonly refSchema: string
  readonly refTable: string
  readonly refColumns: readonly string[]
  readonly onDelete: string
  readonly onUpdate: string
  readonly match: string
  readonly deferrable: boolean
  readonly initiallyDeferred: boolean
  readonly enforced: boolean
  readonly validated: boolean
}

export interface IndexEntry {
  readonly name: string
  readonly comment: string | null
  readonly unique: boolean
  readonly nullsNotDistinct: boolean
  readonly method: string
  readonly parts: readonly IndexPartEntry[]
  readonly include: readonly string[]
  readonly where: string | null
  readonly visible: boolean
  readonly options: Readonly<Record<string, string>>
}

export interface IndexPartEntry {
  readonly column: string | null
  readonly expression: string | null
  readonly order: 'asc' | 'desc' | null
  readonly nulls: 'first' | 'last' | null
  readonly prefix: number | null
  /** Only where they are not the type's own. */
  readonly opclass: string | null
  readonly collation: string | null
}

export interface TriggerEntry {
  readonly name: string
  readonly comment: string | null
  readonly timing: string
  readonly events: readonly string[]
  readonly forEach: 'row' | 'statement'
  readonly disabled: boolean
  readonly definition: string
}

export interface PolicyEntry {
  readonly name: string
  readonly comment: string | null
  readonly command: string
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly withCheck: string | null
}

export interface PartitionEntry {
  /** How this table is divided. */
  readonly by: string | null
  /** The table that this one is a part of, and its share. */
  readonly of: string | null
  readonly bound: string | null
  /** Parts that are not tables of their own (MySQL, MariaDB). */
  readonly parts: readonly { readonly name: string; readonly values: string | null }[]
}

export interface ViewEntry extends InSchema {
  readonly materialized: boolean
  readonly columns: readonly string[]
  readonly definition: string
  readonly indexes: readonly IndexEntry[]
  readonly triggers: readonly TriggerEntry[]
  readonly options: Readonly<Record<string, string>>
}

export interface EnumEntry extends InSchema {
  readonly labels: readonly string[]
}

export interface DomainEntry extends InSchema {
  readonly type: string
  readonly nullable: boolean
  readonly default: string | null
  readonly collation: string | null
  readonly checks: readonly CheckEntry[]
}

export interface CompositeEntry extends InSchema {
  readonly attributes: readonly { readonly name: string; readonly type: string }[]
}

export interface SequenceEntry extends InSchema {
  readonly type: string | null
  readonly start: string
  readonly increment: string
  readonly min: string
  readonly max: string
  readonly cache: string
  readonly cycle: boolean
  readonly ownedBy: string | null
}

export interface RoutineEntry extends InSchema {
  readonly kind: 'function' | 'procedure' | 'aggregate' | 'window' | 'event'
  readonly arguments: string
  readonly returns: string | null
  readonly language: string
  readonly definition: string
}

export interface RoleEntry {
  readonly name: string
  readonly login: boolean
  readonly memberOf: readonly string[]
}

export interface GrantEntry {
  readonly grantee: string
  readonly privilege: string
  readonly kind: 'table' | 'column' | 'schema' | 'routine'
  readonly schema: string
  readonly object: string
  readonly column: string | null
  readonly grantable: boolean
}

export const EMPTY_CATALOGUE: Catalogue = {
  namespaces: [],
  tables: [],
  views: [],
  enums: [],
  domains: [],
  composites: [],
  sequences: [],
  routines: [],
  roles: [],
  grants: [],
  extensions: [],
}
