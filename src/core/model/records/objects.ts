// Everything else that a database holds, beside tables and relations.
import type {
  ColumnId,
  CompositeId,
  DomainId,
  EnumId,
  EnumValueId,
  ExtensionId,
  FieldId,
  GrantId,
  LineageId,
  NamespaceId,
  PartialId,
  RoleId,
  RoutineId,
  SampleId,
  SequenceId,
  SourceId,
  TableId,
  TriggerId,
  VerbatimId,
  ViewId,
} from '../id'
import type { Ordered } from '../order'
import type { SqlText } from '../sqlText'
import type { DialectId } from '../target'
import type { ColumnType } from '../type'
import type { RelationEnd } from './relation'
import type { Check, DialectOption, Index, Property } from './shared'
import type { Column } from './table'

export interface Namespace extends Ordered {
  readonly id: NamespaceId
  readonly name: string
  readonly comment: string
}

interface NamedObject extends Ordered {
  readonly name: string
  readonly namespace?: NamespaceId
  readonly comment: string
}

export interface EnumValue extends Ordered {
  readonly id: EnumValueId
  readonly name: string
  readonly comment: string
}

export interface Enum extends NamedObject {
  readonly id: EnumId
  readonly values: readonly EnumValue[]
}

export interface Domain extends NamedObject {
  readonly id: DomainId
  readonly type: ColumnType
  readonly nullable: boolean
  readonly default?: SqlText
  readonly collation: string
  readonly checks: readonly Check[]
}

export interface CompositeField extends Ordered {
  readonly id: FieldId
  readonly name: string
  readonly type: ColumnType
  readonly collation: string
  readonly comment: string
}

export interface Composite extends NamedObject {
  readonly id: CompositeId
  readonly fields: readonly CompositeField[]
}

export interface Sequence extends NamedObject {
  readonly id: SequenceId
  readonly type?: ColumnType
  /** Whole numbers as text: they may pass 2^53. */
  readonly start?: string
  readonly step?: string
  readonly min?: string
  readonly max?: string
  readonly cache?: string
  readonly cycle?: true
  readonly ownedBy?: { readonly table: TableId; readonly column: ColumnId }
  readonly options: readonly DialectOption[]
}

export interface Extension extends Ordered {
  readonly id: ExtensionId
  readonly name: string
  readonly namespace?: NamespaceId
  readonly version: string
  readonly comment: string
}

export interface ViewColumn extends Ordered {
  readonly id: ColumnId
  readonly name: string
  readonly type: ColumnType
  readonly comment: string
}

export interface View extends NamedObject {
  readonly id: ViewId
  readonly materialized: boolean
  /** The query alone: what stands behind AS. */
  readonly query: SqlText
  /** The dialect that the query is written in. */
  readonly dialect: DialectId
  readonly columns: readonly ViewColumn[]
  /** True when the column names were written out: CREATE VIEW v (a, b) AS … */
  readonly namesColumns?: true
  readonly indexes: readonly Index[]
  readonly options: readonly DialectOption[]
}

export interface Routine extends NamedObject {
  readonly id: RoutineId
  readonly routine: 'function' | 'procedure' | 'aggregate' | 'package'
  /** The arguments as the database tells overloads apart: "integer, text". */
  readonly signature: string
  /** The whole CREATE statement, its own name included. */
  readonly definition: SqlText
  readonly dialect: DialectId
}

export interface Trigger extends Ordered {
  readonly id: TriggerId
  readonly name: string
  readonly on: TableId | ViewId
  /** The whole CREATE TRIGGER statement. */
  readonly definition: SqlText
  readonly dialect: DialectId
  readonly disabled?: true
  readonly comment: string
}

export interface Role extends Ordered {
  readonly id: RoleId
  readonly name: string
  /** As written behind CREATE ROLE name: LOGIN, NOINHERIT… */
  readonly attributes: readonly string[]
  readonly memberOf: readonly RoleId[]
  readonly dialect: DialectId
  readonly comment: string
}

export type Grantable =
  TableId | ViewId | SequenceId | NamespaceId | RoutineId | EnumId | DomainId | CompositeId

export interface Grant extends Ordered {
  readonly id: GrantId
  readonly privileges: readonly string[]
  readonly on: Grantable
  /** Only these columns of the table or view; empty for all. */
  readonly columns: readonly ColumnId[]
  /** A role of this document, or a name that it does not hold (PUBLIC). */
  readonly to: { readonly role: RoleId } | { readonly name: string }
  readonly withGrantOption?: true
  readonly dialect: DialectId
}

export type SampleValue = string | number | boolean | null | { readonly expression: string }

/** Example rows of a table. */
export interface Sample extends Ordered {
  readonly id: SampleId
  readonly table: TableId
  readonly columns: readonly ColumnId[]
  readonly rows: readonly (readonly SampleValue[])[]
  /** Shown in documents, never exported as data. */
  readonly example?: true
}

export interface LineageEdge {
  readonly from: RelationEnd
  readonly to: RelationEnd
}

/** Which columns are computed from which (DBML's Dep). */
export interface Lineage extends Ordered {
  readonly id: LineageId
  readonly name: string
  readonly edges: readonly LineageEdge[]
  readonly comment: string
  readonly color: string
  readonly properties: readonly Property[]
}

/** Columns that several tables share by copying (DBML's TablePartial). */
export interface TablePartial extends Ordered {
  readonly id: PartialId
  readonly name: string
  readonly columns: readonly Column[]
  readonly indexes: readonly Index[]
  readonly checks: readonly Check[]
  readonly comment: string
  readonly color: string
}

/** A statement that the model does not know, word for word; it goes out again to its own dialect. */
export interface Verbatim extends Ordered {
  readonly id: VerbatimId
  readonly dialect: DialectId
  readonly text: SqlText
  /** What it stood behind; absent: at the start of the script. */
  readonly after?:
    TableId | ViewId | RoutineId | TriggerId | EnumId | DomainId | CompositeId | SequenceId | NamespaceId
  readonly comment: string
}

/** A file as its author wrote it. The model alone is the truth; this keeps comments, order and spacing. */
export interface Source extends Ordered {
  readonly id: SourceId
  readonly name: string
  readonly format: 'dbml' | 'sql' | 'prisma' | 'rails'
  readonly text: string
}
