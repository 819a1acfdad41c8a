// A table and all that lives inside it. Columns, keys and indexes are parts of the table's record.
import type {
  ColumnId,
  ExclusionId,
  GroupId,
  KeyId,
  NamespaceId,
  PartialId,
  PolicyId,
  SequenceId,
  TableId,
} from '../id'
import type { Ordered } from '../order'
import type { SqlText } from '../sqlText'
import type { DialectId } from '../target'
import type { ColumnType } from '../type'
import type { Check, DialectOption, Enforcement, Index, IndexPart, Property } from './shared'

export interface Identity {
  readonly mode: 'always' | 'byDefault'
  /** How the author's database spells it: serial and AUTO_INCREMENT read back as themselves. */
  readonly style?: 'identity' | 'serial' | 'autoIncrement' | 'autoincrement'
  /** Whole numbers as text: they may pass 2^53. */
  readonly start?: string
  readonly step?: string
  readonly min?: string
  readonly max?: string
  readonly cache?: string
  readonly cycle?: true
  readonly sequence?: SequenceId
}

export interface Generated {
  readonly expression: SqlText
  readonly storage: 'stored' | 'virtual'
}

export interface Column extends Ordered {
  readonly id: ColumnId
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
  readonly default?: SqlText
  /** SQL Server and Oracle name these constraints. */
  readonly defaultName?: string
  readonly notNullName?: string
  readonly identity?: Identity
  readonly generated?: Generated
  readonly collation: string
  readonly charset: string
  /** MySQL's ON UPDATE CURRENT_TIMESTAMP. */
  readonly onUpdate?: SqlText
  readonly invisible?: true
  readonly comment: string
  /** What the column holds, in the team's words: personal data, encrypted… */
  readonly tags: readonly string[]
  readonly options: readonly DialectOption[]
  readonly properties: readonly Property[]
  /** The column of a table partial that this one was copied from. */
  readonly fromPartial?: ColumnId
}

/** A column in a primary or unique key. */
export interface KeyPart {
  readonly column: ColumnId
  readonly sort?: 'asc' | 'desc'
  readonly length?: number
}

export interface Key extends Enforcement {
  readonly id: KeyId
  readonly name: string
  readonly parts: readonly KeyPart[]
  readonly include: readonly ColumnId[]
  readonly withoutOverlaps?: true
  readonly comment: string
  readonly options: readonly DialectOption[]
}

export interface UniqueKey extends Key, Ordered {
  readonly id: KeyId
  readonly nullsNotDistinct?: true
}

export interface Exclusion extends Ordered, Enforcement {
  readonly id: ExclusionId
  readonly name: string
  readonly method: string
  readonly parts: readonly (IndexPart & { readonly operator: string })[]
  readonly where?: SqlText
  readonly comment: string
}

export interface Policy extends Ordered {
  readonly id: PolicyId
  readonly name: string
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly permissive: boolean
  /** Role names as written; PUBLIC and CURRENT_USER are among them. */
  readonly roles: readonly string[]
  readonly using?: SqlText
  readonly check?: SqlText
  readonly comment: string
}

export interface Partitioning {
  readonly method: string
  readonly parts: readonly IndexPart[]
  /** The partitions themselves where the dialect lists them inline (MySQL, Oracle). */
  readonly definition?: SqlText
  readonly dialect: DialectId
}

export interface Table extends Ordered {
  readonly id: TableId
  readonly name: string
  readonly namespace?: NamespaceId
  readonly comment: string
  /** The subject area that the table belongs to. */
  readonly group?: GroupId
  readonly columns: readonly Column[]
  readonly primaryKey?: Key
  readonly uniques: readonly UniqueKey[]
  readonly checks: readonly Check[]
  readonly exclusions: readonly Exclusion[]
  readonly indexes: readonly Index[]
  readonly policies: readonly Policy[]
  readonly rowSecurity?: 'enabled' | 'forced'
  readonly partitioning?: Partitioning
  /** A partition of another table, with its bounds (`FOR VALUES …` or `DEFAULT`). */
  readonly partitionOf?: { readonly table: TableId; readonly bounds: SqlText }
  readonly inherits: readonly TableId[]
  readonly persistence?: 'unlogged' | 'temporary'
  /** Table partials whose columns this table took over, in order. */
  readonly partials: readonly PartialId[]
  readonly options: readonly DialectOption[]
  readonly tags: readonly string[]
  readonly properties: readonly Property[]
}
