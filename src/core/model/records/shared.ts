// Pieces that several kinds of record are made of.
import type { DialectId } from '../target'
import type { SqlText } from '../sqlText'
import type { CheckId, ColumnId, IndexId } from '../id'
import type { Ordered } from '../order'

/** What only one database knows: ENGINE=InnoDB, WITHOUT ROWID, fillfactor, DISTKEY… */
export interface DialectOption {
  readonly dialect: DialectId
  readonly name: string
  /** Empty for a bare word such as STRICT. */
  readonly value: string
}

/** Free properties that people attach (DBML's custom properties). Pairs, so that no key is ever special. */
export interface Property {
  readonly key: string
  readonly value: string
}

/** A database may be told to check at commit, to trust old rows, or not to check at all (Redshift). */
export interface Enforcement {
  readonly deferrable?: 'initiallyImmediate' | 'initiallyDeferred'
  readonly state?: 'notValidated' | 'notEnforced'
}

export interface Check extends Ordered, Enforcement {
  readonly id: CheckId
  /** Empty while nobody named it: writers then name it by convention. */
  readonly name: string
  readonly expression: SqlText
  readonly noInherit?: true
  readonly comment: string
}

/** One part of an index: a column or an expression, with its order. */
export interface IndexPart {
  readonly on: { readonly column: ColumnId } | { readonly expression: SqlText }
  readonly sort?: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
  readonly operatorClass?: string
  readonly collation?: string
  /** MySQL's prefix length. */
  readonly length?: number
}

export interface Index extends Ordered {
  readonly id: IndexId
  readonly name: string
  readonly unique: boolean
  /** btree, hash, gin, gist, brin, spgist, fulltext, spatial, clustered, columnstore, bitmap…; empty: the default. */
  readonly method: string
  readonly parts: readonly IndexPart[]
  readonly include: readonly ColumnId[]
  readonly where?: SqlText
  readonly nullsNotDistinct?: true
  readonly invisible?: true
  readonly comment: string
  readonly options: readonly DialectOption[]
}
