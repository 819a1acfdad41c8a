// A table as it will be written: names given, types printed, expressions in the target's words. Dialects change the
// plan; only then does it become text.
import type {
  Check,
  Column,
  Exclusion,
  ForeignKey,
  Identity,
  Index,
  IndexPart,
  Key,
  Table,
  UniqueKey,
  View,
} from '../../model/records'
import type { ColumnType } from '../../model/type'

export interface ColumnPlan {
  readonly column: Column
  readonly id: string
  readonly name: string
  /** The name as SQL. */
  readonly sql: string
  readonly type: string
  /** What is stored in the end: enums resolved, arrays become JSON. */
  readonly stored: ColumnType
  readonly nullable: boolean
  readonly default?: string
  readonly identity?: Identity
  readonly generated?: { readonly sql: string; readonly storage: 'stored' | 'virtual' }
  readonly onUpdate?: string
  readonly collation: string
  readonly charset: string
  readonly comment: string
}

export interface KeyPlan {
  readonly key: Key | UniqueKey
  readonly id: string
  readonly isPrimary: boolean
  readonly name: string
  readonly parts: readonly {
    readonly column: ColumnPlan
    readonly sort?: 'asc' | 'desc'
    readonly length?: number
  }[]
  readonly include: readonly ColumnPlan[]
  readonly nullsNotDistinct: boolean
  readonly withoutOverlaps: boolean
  readonly deferrable?: Key['deferrable']
}

export interface CheckPlan {
  readonly check?: Check
  readonly id?: string
  readonly name: string
  readonly sql: string
  /** Columns that the condition names, as far as is known. */
  readonly columns: readonly string[]
  readonly state?: Check['state']
  readonly noInherit: boolean
}

export interface IndexPartPlan {
  readonly part: IndexPart
  /** The column's name, or the expression without its parentheses. */
  readonly sql: string
  readonly column?: ColumnPlan
  readonly sort?: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
  readonly operatorClass?: string
  readonly collation?: string
  readonly length?: number
}

export interface IndexPlan {
  readonly index: Index
  readonly id: string
  /** Unquoted. */
  readonly name: string
  readonly owner: Table['id'] | View['id']
  /** The table's or view's full name as SQL. */
  readonly on: string
  readonly home: string | undefined
  readonly unique: boolean
  readonly method: string
  readonly parts: readonly IndexPartPlan[]
  readonly include: readonly string[]
  readonly where?: string
  readonly nullsNotDistinct: boolean
  readonly invisible: boolean
}

export interface ExclusionPlan {
  readonly exclusion: Exclusion
  readonly id: string
  readonly sql: string
}

export interface ForeignKeyPlan {
  readonly relation: ForeignKey
  readonly id: string
  readonly name: string
  readonly child: string
  readonly parent: string
  readonly childTable: Table
  readonly parentTable: Table
  readonly childColumns: readonly string[]
  readonly parentColumns: readonly string[]
  readonly onDelete: string
  readonly onUpdate: string
  readonly match: string
  readonly deferrable?: ForeignKey['deferrable']
  readonly state?: ForeignKey['state']
}

export interface TablePlan {
  readonly table: Table
  /** Unquoted, and the full name as SQL. */
  readonly name: string
  readonly sql: string
  readonly columns: readonly ColumnPlan[]
  readonly keys: readonly KeyPlan[]
  readonly checks: readonly CheckPlan[]
  readonly exclusions: readonly ExclusionPlan[]
  readonly indexes: readonly IndexPlan[]
  /** Those that stand inside CREATE TABLE. */
  readonly foreignKeys: readonly ForeignKeyPlan[]
}
