// A column's type: what it means on every database, and how its author spelled it.
import type { CompositeId, DomainId, EnumId } from './id'

/** The portable meaning. `other` is known to one dialect only: its raw spelling is all there is. */
export const baseTypes = [
  'boolean',
  'int8',
  'int16',
  'int24',
  'int32',
  'int64',
  'decimal',
  'float32',
  'float64',
  'money',
  'char',
  'varchar',
  'nchar',
  'nvarchar',
  'text',
  'ntext',
  'binary',
  'varbinary',
  'blob',
  'bit',
  'varbit',
  'date',
  'time',
  'datetime',
  'interval',
  'year',
  'uuid',
  'json',
  'jsonb',
  'xml',
  'inet',
  'cidr',
  'macaddr',
  'tsvector',
  'tsquery',
  'point',
  'line',
  'polygon',
  'geometry',
  'geography',
  'hstore',
  'citext',
  'vector',
  'range',
  'rowversion',
  'enum',
  'set',
  'user',
  'other',
] as const

export type BaseType = (typeof baseTypes)[number]

export interface ColumnType {
  /** As spelled for the document's target; empty while undecided. The array brackets are part of it. */
  readonly raw: string
  readonly base: BaseType
  /** Characters, bytes or bits; `max` for SQL Server's (n)varchar(max). */
  readonly length?: number | 'max'
  /** Digits of a decimal; fraction digits of a time. */
  readonly precision?: number
  readonly scale?: number
  readonly unsigned?: true
  readonly zerofill?: true
  /** A time or datetime that knows its zone (`timestamptz`). `local`: Oracle's LOCAL TIME ZONE, MySQL's TIMESTAMP. */
  readonly zone?: 'with' | 'local'
  /** Dimensions of an array; absent when it is none. */
  readonly array?: number
  /** Size hint of text and blob families as MySQL knows them. */
  readonly size?: 'tiny' | 'medium' | 'long'
  /** The values of an inline ENUM(…) or SET(…) that has no name of its own. */
  readonly values?: readonly string[]
  /** The user-defined type this names; base is then `user`. */
  readonly of?: EnumId | DomainId | CompositeId
}

export const undecidedType: ColumnType = { raw: '', base: 'other' }

export const userType = (of: EnumId | DomainId | CompositeId, raw: string): ColumnType => ({
  raw,
  base: 'user',
  of,
})
