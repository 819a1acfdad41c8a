// What one dialect says beside the standard: small answers, typed so that none can be forgotten.
import type { DialectOption, ReferentialAction } from '../../model/records'
import type { Kind, Rows } from '../../model/schema'
import type { DialectId, Target } from '../../model/target'
import type { BaseType, ColumnType } from '../../model/type'
import type { Lexis, Notice } from '../dialect'
import type { NameKit } from '../names'
import type { OptionPlace } from './dialectOptions'
import type { Features } from './features'
import type { KeyTypes } from './keyTypes'
import type { Pen } from './pen'
import type { Phrases } from './phrases'
import type { ColumnPlan, CheckPlan, ForeignKeyPlan, IndexPlan, KeyPlan, TablePlan } from './plan'
import type { Booleans } from './pieces'

export type { Features } from './features'

/** Kinds that are the drawing, or what people wrote beside it; the rest reaches a database. */
type DrawnKind =
  'project' | 'group' | 'partial' | 'lineage' | 'source' | 'diagram' | 'placement' | 'area' | 'note' | 'line'
/** Relations are written by `Clauses.foreignKey`, the logical ones as the tables that they stand for. */
export type WrittenKind = Exclude<Kind, DrawnKind | 'relation'>

/** A piece of the script: one statement, and where inside it each part of its object stands. */
export interface Step {
  readonly sql: string
  /** Lines from the statement's first, by part id. */
  readonly lines?: () => ReadonlyMap<string, number>
  /** Waits until all tables are there: a policy may ask any of them. */
  readonly late?: true
}

export type Loss = Omit<Notice, 'about' | 'part'>

/** What a dialect makes of an object: its statements, or a notice that it has no such thing. */
export type Answer = readonly Step[] | { readonly notSupported: Loss }

/** A new kind of object does not compile until every target answers for it here. */
export type ObjectWriters = { readonly [K in WrittenKind]: (row: Rows[K], pen: Pen) => Answer }

export interface Printed {
  readonly sql: string
  /** A condition that makes up for what the type lost: IN (…) for an enum. */
  readonly check?: (name: string) => string
  readonly notice?: Loss
  /** A default for the column in the form that the type asks for. */
  readonly value?: (sql: string) => string
}

export interface TypeUse {
  readonly pen: Pen
  /** Part of a key or an index, where long types may not stand. */
  readonly keyed: boolean
  /** It counts by itself: identity, serial, AUTO_INCREMENT. */
  readonly counts: boolean
}

/** The native spelling of each portable type. */
export type TypePrinters = {
  readonly [B in Exclude<BaseType, 'user' | 'other'>]: (type: ColumnType, use: TypeUse) => Printed | string
}

export type NameScope =
  'type' | 'relation' | 'constraint' | 'index' | 'tableConstraint' | 'tableIndex' | 'foreignKey'

/** Things that take names, and the name spaces in which each must be alone. */
export type Named =
  | 'table'
  | 'view'
  | 'sequence'
  | 'type'
  | 'primaryKey'
  | 'unique'
  | 'check'
  | 'exclusion'
  | 'foreignKey'
  | 'index'

/** How a name is made where none was given; `columns` are joined already. */
export type Conventions = Readonly<
  Record<Exclude<Named, 'table' | 'view' | 'sequence' | 'type'>, (table: string, columns: string) => string>
>

/** How each part of a table is written. */
export interface Clauses {
  readonly column: (column: ColumnPlan, plan: TablePlan, pen: Pen) => string
  readonly key: (key: KeyPlan, plan: TablePlan, pen: Pen) => string
  readonly check: (check: CheckPlan, pen: Pen) => string
  readonly foreignKey: (key: ForeignKeyPlan, pen: Pen) => string
  /** Statements behind a foreign key, wherever it stands: its comment. */
  readonly afterForeignKey?: (key: ForeignKeyPlan, pen: Pen) => readonly Step[]
  /** The whole CREATE INDEX. */
  readonly index: (index: IndexPlan, pen: Pen) => string
  /** The index inside CREATE TABLE, where that may be. */
  readonly inlineIndex?: (index: IndexPlan, pen: Pen) => string
  /** The words before the parenthesis and behind it. */
  readonly head: (plan: TablePlan, pen: Pen) => string
  /** Lines that stand first inside the parenthesis: comments that the database keeps with its statement. */
  readonly opening?: (plan: TablePlan, pen: Pen) => readonly string[]
  readonly tail: (plan: TablePlan, pen: Pen) => readonly string[]
  /** Statements behind the table that belong to it: comments, row security, policies. */
  readonly after: (plan: TablePlan, pen: Pen) => readonly Step[]
}

export type DropKind = 'table' | 'view' | 'materializedView' | 'sequence' | 'type' | 'domain' | 'namespace'

export interface DdlRules {
  readonly id: DialectId
  readonly label: string
  /** Dialects whose own spellings (types, expressions) run here as they are. */
  readonly family: readonly DialectId[]
  readonly lexis: Lexis
  readonly names: NameKit
  readonly scopes: Readonly<Record<Named, readonly NameScope[]>>
  readonly conventions: Conventions
  /** Column names that the database keeps for itself. */
  readonly systemColumns: ReadonlySet<string>
  /** The namespace that an unqualified name lands in; empty where there is none. */
  readonly home: string
  /**
   * Databases without namespaces make them part of the name: sales.orders -> sales_orders. `whole`: a namespace is a
   * database that cannot be left by an unqualified name, so it is kept only when every table of the document has one.
   */
  readonly namespaces: 'create' | 'flatten' | 'whole'
  readonly features: (target: Target) => Features
  readonly types: TypePrinters
  /** For what only another database knows, and for columns whose type is not decided yet. */
  readonly fallbackType: (use: TypeUse) => string
  /** A column needs no type at all (SQLite). */
  readonly typeless?: true
  /** Own spellings that this version does not know yet are printed by their meaning. */
  readonly takesRaw?: (type: ColumnType, use: TypeUse) => boolean
  readonly booleans: Booleans
  readonly phrases: Phrases
  readonly actions: {
    readonly delete: Readonly<Record<ReferentialAction, string | undefined>>
    readonly update: Readonly<Record<ReferentialAction, string | undefined>>
  }
  /** SET NULL is refused where a column of the foreign key is NOT NULL. */
  readonly setNullNeedsNullable: boolean
  readonly keyTypes: KeyTypes
  /** Is this option of the database's own written there? Those that are not are told of. */
  readonly takesOption: (place: OptionPlace, option: DialectOption, pen: Pen) => boolean
  /** Looks at all foreign keys together: SQL Server's cascade paths. */
  readonly mendForeignKeys?: (plans: readonly ForeignKeyPlan[], pen: Pen) => readonly ForeignKeyPlan[]
  readonly objects: ObjectWriters
  /** Changes a table's plan to what the database can hold: MySQL's prefixes, SQLite's INTEGER PRIMARY KEY… */
  readonly shape: (plan: TablePlan, pen: Pen) => TablePlan
  readonly clauses: Clauses
  /** Foreign keys can only stand inside CREATE TABLE. */
  readonly foreignKeysInside: boolean
  readonly ifNotExists: boolean
  /** The statement with its end; `next` is the one behind it. */
  readonly terminate: (sql: string, next: string | undefined) => string
  readonly before: (pen: Pen) => readonly string[]
  readonly after: (pen: Pen) => readonly string[]
  /** The statement that takes an object away, for the option that drops first. */
  readonly drop: (kind: DropKind, name: string, pen: Pen) => string | undefined
}
