/* eslint-disable max-lines -- a table of types: one contract is read better in one place */
// What a schema script says, statement by statement, in the words of no dialect. Readers turn text into these; `apply`
// carries them out in order, as an engine would. Names are unquoted and folded already, SQL is the author's own text.
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
} from '../../model/records'

/** Characters of the source text: `from` the first one, `to` behind the last. */
export interface Spot {
  readonly from: number
  readonly to: number
}

/** `schema` only where the author wrote one (a database's name in MySQL and SQL Server is left out by the reader). */
export interface ObjectName {
  readonly schema?: string
  readonly name: string
}

/** SQL as its author wrote it, without the words around it. */
export type Raw = string

export interface SequenceFacts {
  readonly type?: string
  /** Whole numbers as text; `null` says NO MINVALUE and the like. */
  readonly start?: string | null
  readonly step?: string
  readonly min?: string | null
  readonly max?: string | null
  readonly cache?: string | null
  readonly cycle?: boolean
  readonly ownedBy?: { readonly table: ObjectName; readonly column: string } | null
  readonly options?: readonly DialectOption[]
}

export interface ColumnFacts {
  readonly name: string
  /** As written, arguments, UNSIGNED and array brackets included; empty where SQLite allows none. */
  readonly type: string
  /** Absent: nothing was said, the dialect's rule holds. */
  readonly nullable?: boolean
  readonly notNullName?: string
  readonly default?: Raw
  readonly defaultName?: string
  /** serial, AUTO_INCREMENT, IDENTITY(1,1)… are identities with their `style`; `type` is then the plain number type. */
  readonly identity?: Omit<Identity, 'sequence'> & { readonly sequence?: ObjectName }
  readonly generated?: { readonly expression: Raw; readonly storage: 'stored' | 'virtual' }
  readonly collation?: string
  readonly charset?: string
  readonly onUpdate?: Raw
  readonly invisible?: boolean
  readonly comment?: string
  readonly options?: readonly DialectOption[]
  /** What formats other than SQL say beside it (Prisma's own names, Rails' hints). */
  readonly properties?: readonly Property[]
  readonly at: Spot
}

export interface PartFacts {
  readonly on: { readonly column: string } | { readonly expression: Raw }
  readonly sort?: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
  readonly operatorClass?: string
  readonly collation?: string
  readonly length?: number
}

export interface IndexFacts {
  /** Empty: the engine would choose one. */
  readonly name: string
  readonly unique: boolean
  readonly method: string
  readonly parts: readonly PartFacts[]
  readonly include?: readonly string[]
  readonly where?: Raw
  readonly nullsNotDistinct?: boolean
  readonly invisible?: boolean
  readonly comment?: string
  readonly options?: readonly DialectOption[]
}

interface ConstraintBase extends Enforcement {
  readonly name: string
  readonly comment?: string
  readonly options?: readonly DialectOption[]
  readonly at: Spot
}

export interface KeyFacts extends ConstraintBase {
  readonly kind: 'primaryKey' | 'unique'
  readonly parts: readonly {
    readonly column: string
    readonly sort?: 'asc' | 'desc'
    readonly length?: number
  }[]
  readonly include?: readonly string[]
  readonly nullsNotDistinct?: boolean
  readonly withoutOverlaps?: boolean
  /** ADD CONSTRAINT … UNIQUE USING INDEX: the index becomes the key. */
  readonly usingIndex?: string
}

export interface CheckFacts extends ConstraintBase {
  readonly kind: 'check'
  readonly expression: Raw
  readonly noInherit?: boolean
}

export interface ForeignKeyFacts extends ConstraintBase {
  readonly kind: 'foreignKey'
  readonly columns: readonly string[]
  readonly parent: ObjectName
  /** Absent: the parent's primary key. */
  readonly parentColumns?: readonly string[]
  readonly onDelete?: ReferentialAction
  readonly onUpdate?: ReferentialAction
  readonly onDeleteColumns?: readonly string[]
  readonly match?: 'full' | 'partial' | 'simple'
  readonly period?: boolean
  /** Drawn but not in the database (Prisma's relationMode = "prisma"): a logical relation. */
  readonly isDrawnOnly?: boolean
  readonly properties?: readonly Property[]
}

export interface ExclusionFacts extends ConstraintBase {
  readonly kind: 'exclusion'
  readonly method: string
  readonly parts: readonly (PartFacts & { readonly operator: string })[]
  readonly where?: Raw
}

/** MySQL's KEY inside a table, SQL Server's INDEX. */
export interface InlineIndexFacts {
  readonly kind: 'index'
  readonly index: IndexFacts
  readonly at: Spot
}

/** Column constraints come as table constraints of their one column. */
export type ConstraintFacts = KeyFacts | CheckFacts | ForeignKeyFacts | ExclusionFacts | InlineIndexFacts

export interface PartitionFacts {
  readonly method: string
  readonly parts: readonly PartFacts[]
  /** The partitions where they are listed inline, word for word. */
  readonly definition?: Raw
}

export interface LikeFacts {
  readonly table: ObjectName
  /** What comes along beside names, types and NOT NULL. */
  readonly including: ReadonlySet<
    'comments' | 'constraints' | 'defaults' | 'generated' | 'identity' | 'indexes' | 'storage' | 'statistics'
  >
  /** How many columns stand before it. */
  readonly behind: number
}

export interface CreateTable {
  readonly kind: 'createTable'
  readonly name: ObjectName
  readonly ifNotExists?: boolean
  readonly orReplace?: boolean
  readonly columns: readonly ColumnFacts[]
  readonly constraints: readonly ConstraintFacts[]
  readonly comment?: string
  readonly persistence?: Table['persistence']
  readonly partitioning?: PartitionFacts
  readonly partitionOf?: { readonly parent: ObjectName; readonly bounds: Raw }
  readonly inherits?: readonly ObjectName[]
  readonly like?: readonly LikeFacts[]
  /** CREATE TABLE t OF type: the type's fields come first; listed columns (their type is empty) only add to them. */
  readonly ofType?: ObjectName
  readonly options?: readonly DialectOption[]
  readonly properties?: readonly Property[]
}

export type Position = 'first' | { readonly after: string }

/** One field of a column; what is not named stays. */
export type ColumnChange =
  | { readonly set: 'type'; readonly type: string; readonly collation?: string }
  | { readonly set: 'default'; readonly default: Raw | null; readonly name?: string }
  | { readonly set: 'nullable'; readonly nullable: boolean; readonly name?: string }
  | { readonly set: 'identity'; readonly identity: ColumnFacts['identity'] | null }
  | { readonly set: 'generated'; readonly generated: ColumnFacts['generated'] | null }
  | { readonly set: 'collation'; readonly collation: string }
  | { readonly set: 'comment'; readonly comment: string }
  | { readonly set: 'invisible'; readonly invisible: boolean }
  | { readonly set: 'options'; readonly options: readonly DialectOption[] }

export type AlterAction =
  | {
      readonly do: 'addColumn'
      readonly column: ColumnFacts
      readonly constraints: readonly ConstraintFacts[]
      readonly position?: Position
      readonly ifNotExists?: boolean
    }
  | { readonly do: 'dropColumn'; readonly column: string; readonly ifExists?: boolean }
  /** MySQL's CHANGE and MODIFY: the whole column is said anew (its keys stay); SQL Server's ALTER COLUMN likewise. */
  | {
      readonly do: 'redefineColumn'
      readonly column: string
      readonly to: ColumnFacts
      readonly constraints: readonly ConstraintFacts[]
      readonly position?: Position
      readonly ifExists?: boolean
      /** What is not said stays as it was (SQL Server, Oracle) instead of falling back to nothing (MySQL). */
      readonly keepsUnsaid?: boolean
    }
  | { readonly do: 'alterColumn'; readonly column: string; readonly change: ColumnChange }
  | { readonly do: 'renameColumn'; readonly column: string; readonly to: string }
  | { readonly do: 'rename'; readonly to: ObjectName }
  | { readonly do: 'setSchema'; readonly schema: string }
  | { readonly do: 'addConstraint'; readonly constraint: ConstraintFacts; readonly ifNotExists?: boolean }
  | {
      readonly do: 'dropConstraint'
      /** Empty for the primary key where it needs no name. */
      readonly name: string
      readonly what?: 'primaryKey' | 'foreignKey' | 'unique' | 'check' | 'index'
      readonly ifExists?: boolean
    }
  | { readonly do: 'renameConstraint'; readonly name: string; readonly to: string; readonly what?: 'index' }
  | { readonly do: 'alterConstraint'; readonly name: string; readonly enforcement: Enforcement }
  | { readonly do: 'alterIndex'; readonly name: string; readonly invisible: boolean }
  /** Rows are checked from now on: NOT VALID falls away. */
  | { readonly do: 'validateConstraint'; readonly name: string }
  | { readonly do: 'attachPartition'; readonly partition: ObjectName; readonly bounds: Raw }
  | { readonly do: 'detachPartition'; readonly partition: ObjectName }
  | { readonly do: 'partitionBy'; readonly partitioning: PartitionFacts | null }
  | { readonly do: 'inherit'; readonly parent: ObjectName; readonly isDropped?: boolean }
  | { readonly do: 'rowSecurity'; readonly to: 'enabled' | 'disabled' | 'forced' | 'notForced' }
  | { readonly do: 'persistence'; readonly to: Table['persistence'] | 'permanent' }
  /** Options of the same name are replaced; `value: null` takes one away. */
  | {
      readonly do: 'options'
      readonly options: readonly (Omit<DialectOption, 'value'> & { readonly value: string | null })[]
    }
  /** MySQL's CONVERT TO CHARACTER SET: of the table and of every text column in it. */
  | { readonly do: 'convertText'; readonly charset: string; readonly collation?: string }
  | { readonly do: 'comment'; readonly comment: string }
  /** `name` is `null` for all of them. */
  | { readonly do: 'trigger'; readonly name: string | null; readonly isDisabled: boolean }
  /** A part that we do not model: it is kept as a statement of its own. */
  | { readonly do: 'keep'; readonly text: Raw; readonly why: string; readonly at: Spot }
  /** Understood, and nothing of it belongs to a schema (OWNER TO, statistics targets, engine hints). */
  | { readonly do: 'nothing'; readonly what: string }

export type ObjectKind =
  | 'schema'
  | 'table'
  | 'view'
  | 'index'
  | 'enum'
  | 'domain'
  | 'composite'
  /** A type of which the statement does not say which: enum, domain or composite. */
  | 'type'
  | 'sequence'
  | 'routine'
  | 'trigger'
  | 'policy'
  | 'role'
  | 'extension'

/** What a COMMENT, a GRANT, a DROP or a RENAME speaks of. `on`: the table of a trigger, a policy, an index, a constraint. */
export type Subject =
  | {
      readonly kind: ObjectKind
      readonly name: ObjectName
      readonly on?: ObjectName
      readonly signature?: string
    }
  | { readonly kind: 'column'; readonly name: ObjectName; readonly column: string }
  | { readonly kind: 'constraint'; readonly name: ObjectName; readonly on: ObjectName }
  | { readonly kind: 'enumValue'; readonly name: ObjectName; readonly value: string }

export type Said =
  | { readonly kind: 'createSchema'; readonly name: string; readonly ifNotExists?: boolean }
  | CreateTable
  | {
      readonly kind: 'alterTable'
      readonly name: ObjectName
      readonly ifExists?: boolean
      readonly actions: readonly AlterAction[]
    }
  | {
      readonly kind: 'createIndex'
      readonly on: ObjectName
      readonly index: IndexFacts
      readonly ifNotExists?: boolean
    }
  /** ALTER INDEX parent ATTACH PARTITION child: the child's index or key is the parent's, and no longer its own. */
  | { readonly kind: 'attachIndex'; readonly name: ObjectName; readonly partition: ObjectName }
  | {
      readonly kind: 'createEnum'
      readonly name: ObjectName
      readonly ifNotExists?: boolean
      readonly values: readonly string[]
    }
  | {
      readonly kind: 'addEnumValue'
      readonly name: ObjectName
      readonly value: string
      readonly ifNotExists?: boolean
      readonly before?: string
      readonly after?: string
    }
  | {
      readonly kind: 'renameEnumValue'
      readonly name: ObjectName
      readonly value: string
      readonly to: string
    }
  | {
      readonly kind: 'createDomain'
      readonly name: ObjectName
      readonly ifNotExists?: boolean
      readonly type: string
      readonly nullable?: boolean
      readonly default?: Raw
      readonly collation?: string
      readonly checks: readonly CheckFacts[]
    }
  | {
      readonly kind: 'alterDomain'
      readonly name: ObjectName
      readonly change:
        | { readonly set: 'default'; readonly default: Raw | null }
        | { readonly set: 'nullable'; readonly nullable: boolean }
        | { readonly add: CheckFacts }
        | { readonly drop: string }
        | { readonly validate: string }
        | { readonly rename: string; readonly to: string }
    }
  | {
      readonly kind: 'createComposite'
      readonly name: ObjectName
      readonly ifNotExists?: boolean
      readonly fields: readonly {
        readonly name: string
        readonly type: string
        readonly collation?: string
      }[]
    }
  | {
      readonly kind: 'createSequence'
      readonly name: ObjectName
      readonly ifNotExists?: boolean
      readonly sequence: SequenceFacts
    }
  | { readonly kind: 'alterSequence'; readonly name: ObjectName; readonly sequence: SequenceFacts }
  | {
      readonly kind: 'createExtension'
      readonly name: string
      readonly schema?: string
      readonly version?: string
      readonly ifNotExists?: boolean
    }
  | {
      readonly kind: 'createView'
      readonly name: ObjectName
      readonly materialized: boolean
      readonly orReplace?: boolean
      readonly ifNotExists?: boolean
      readonly query: Raw
      /** Only where the author wrote them: CREATE VIEW v (a, b). */
      readonly columns?: readonly {
        readonly name: string
        readonly type?: string
        readonly comment?: string
      }[]
      readonly comment?: string
      readonly options?: readonly DialectOption[]
    }
  | {
      readonly kind: 'createRoutine'
      readonly name: ObjectName
      readonly routine: Routine['routine']
      readonly orReplace?: boolean
      readonly signature: string
      /** The whole statement; a DELIMITER or GO around it is left out. */
      readonly definition: Raw
      readonly comment?: string
    }
  | {
      readonly kind: 'createTrigger'
      readonly name: ObjectName
      readonly on: ObjectName
      readonly orReplace?: boolean
      readonly definition: Raw
    }
  | {
      readonly kind: 'createPolicy'
      readonly on: ObjectName
      readonly policy: Pick<Policy, 'name' | 'command' | 'permissive' | 'roles'> & {
        readonly using?: Raw
        readonly check?: Raw
      }
    }
  | {
      readonly kind: 'alterPolicy'
      readonly on: ObjectName
      readonly name: string
      readonly to?: string
      readonly roles?: readonly string[]
      readonly using?: Raw
      readonly check?: Raw
    }
  | { readonly kind: 'createRole'; readonly name: string; readonly attributes: Role['attributes'] }
  | { readonly kind: 'alterRole'; readonly name: string; readonly attributes: Role['attributes'] }
  | {
      readonly kind: 'grantRole'
      readonly roles: readonly string[]
      readonly to: readonly string[]
      readonly isRevoked?: boolean
    }
  | {
      readonly kind: 'grant'
      readonly privileges: readonly { readonly name: string; readonly columns?: readonly string[] }[]
      readonly on: readonly Subject[]
      readonly to: readonly string[]
      readonly withGrantOption?: boolean
      readonly isRevoked?: boolean
    }
  | { readonly kind: 'comment'; readonly on: Subject; readonly text: string }
  | {
      readonly kind: 'drop'
      readonly what: readonly Subject[]
      readonly ifExists?: boolean
      readonly cascade?: boolean
    }
  | { readonly kind: 'rename'; readonly what: Subject; readonly to: ObjectName }
  | { readonly kind: 'setSchema'; readonly what: Subject; readonly schema: string }
  /** USE, SET search_path: where unqualified names are made from here on; absent: the dialect's own. */
  | {
      readonly kind: 'useSchema'
      readonly schema?: string
      /** Where unqualified names are looked for after it (the rest of a search_path). */
      readonly also?: readonly string[]
    }
  | {
      readonly kind: 'data'
      readonly table: ObjectName
      /** How many rows, as far as they can be counted cheaply. */
      readonly count: number
      readonly columns?: readonly string[]
      /** Read only when samples are wanted, and no more of them than the limit. */
      readonly rows?: readonly (readonly SampleValue[])[]
    }
  /** Understood, and nothing of it belongs to a schema: SET, BEGIN, PRAGMA foreign_keys, OWNER TO, ANALYZE… */
  | { readonly kind: 'nothing'; readonly what: string }
  /** Not understood or not modelled: kept word for word. */
  | {
      readonly kind: 'keep'
      readonly why: string
      readonly about?: Subject
      /** No database takes it as it stands (a quote is never closed, it is of another tongue): written out as a comment. */
      readonly isAside?: true
    }

/**
 * `at` is the whole statement in its source, without the mark that ends it. `runs`: the statement as it runs, where
 * that is not what stands at `at` (MySQL's version comments are opened).
 */
export type Statement = Said & { readonly at: Spot; readonly runs?: Raw }

/** What a reader has to say beside its statements: a clause left aside, a piece that could not be read. */
export interface Remark {
  readonly level: 'info' | 'warning' | 'loss'
  /** A short stable word for filters and tests. */
  readonly code: string
  readonly message: string
  readonly remedy?: string
  readonly at: Spot
}

export interface Script {
  readonly statements: readonly Statement[]
  readonly remarks: readonly Remark[]
}
