// How tables belong together. A foreign key stores what the database stores; its cardinality is derived, never kept.
import type { ColumnId, RelationId, TableId } from '../id'
import type { Ordered } from '../order'
import type { DialectOption, Enforcement, Property } from './shared'

export const referentialActions = ['noAction', 'restrict', 'cascade', 'setNull', 'setDefault'] as const
export type ReferentialAction = (typeof referentialActions)[number]

export interface RelationEnd {
  readonly table: TableId
  readonly columns: readonly ColumnId[]
}

interface RelationBase extends Ordered {
  readonly id: RelationId
  readonly name: string
  readonly comment: string
  /** The verbs that read the line aloud from either side: "is placed by", "places". */
  readonly verbs: { readonly childToParent: string; readonly parentToChild: string }
  readonly properties: readonly Property[]
}

export interface ForeignKey extends RelationBase, Enforcement {
  readonly kind: 'foreignKey'
  /** The table that holds the columns, and the columns in the order of the parent's. */
  readonly child: RelationEnd
  readonly parent: RelationEnd
  readonly onDelete?: ReferentialAction
  readonly onUpdate?: ReferentialAction
  /** PostgreSQL 15: ON DELETE SET NULL (these). */
  readonly onDeleteColumns: readonly ColumnId[]
  readonly match?: 'full' | 'partial' | 'simple'
  /** PostgreSQL 18: the last column pair is a PERIOD. */
  readonly period?: true
  /** What no engine can enforce: must every parent have a child? */
  readonly childMin?: 0 | 1
  /** What the author declared (as DBML's `?>`), where it may disagree with NULL and UNIQUE. */
  readonly declared?: { readonly parentMin?: 0 | 1; readonly childMax?: 1 | 'many' }
  readonly inactive?: true
  readonly options: readonly DialectOption[]
}

export interface LogicalEnd extends RelationEnd {
  /** How many rows of this end one row of the other end may have. */
  readonly min: 0 | 1
  readonly max: 1 | 'many'
}

/** A sketch: many-to-many, or a line whose columns are not known yet. Nothing of it reaches a database by itself. */
export interface LogicalRelation extends RelationBase {
  readonly kind: 'logical'
  readonly from: LogicalEnd
  readonly to: LogicalEnd
  readonly inactive?: true
}

export type Relation = ForeignKey | LogicalRelation
