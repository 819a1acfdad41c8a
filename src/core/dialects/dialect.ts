// What every target answers for. Readers, commands and writers ask this contract; nobody asks which dialect it is.
import type { NewId } from '../model/id'
import type { Lexis, Names } from '../model/lexis'
import type { Column } from '../model/records'
import type { AnyId, Schema } from '../model/schema'
import type { DialectId, Target } from '../model/target'
import type { ColumnType } from '../model/type'

export type { Lexis, Names, Speech } from '../model/lexis'

export interface TypeSuggestion {
  /** As one would write it: "varchar(255)". */
  readonly raw: string
  /** "Numbers", "Text", "Date and time"… */
  readonly group: string
  readonly hint: string
}

export interface Types {
  /** Never fails: what the dialect does not know becomes `other` with its raw spelling. */
  parse(raw: string): ColumnType
  readonly suggestions: readonly TypeSuggestion[]
}

/** The columns that a practitioner of this dialect would have written. */
export interface SmartColumns {
  /** The surrogate key: bigint GENERATED … in PostgreSQL, AUTO_INCREMENT in MySQL, INTEGER in SQLite… */
  id(newId: NewId): Column
  /** What a name alone suggests: `created_at` a timestamp with its default, `is_open` a boolean, `price` a decimal… */
  forName(name: string): Pick<Column, 'type'> & Partial<Pick<Column, 'nullable' | 'default'>>
  /** A type that can hold references to a column: serial becomes integer, identity falls away. */
  forReferenceTo(column: Column): ColumnType
}

export interface Notice {
  readonly level: 'info' | 'warning' | 'loss'
  /** A short stable word for filters and tests: "partialIndex", "nameShortened". */
  readonly code: string
  /** The object that it speaks of. */
  readonly about?: AnyId
  /** The part of that object: a column, a key. */
  readonly part?: string
  /** What happened and where, in a sentence. */
  readonly message: string
  /** What to do by hand, when something is. */
  readonly remedy?: string
  /** Line of the output, from 1. */
  readonly line?: number
}

export interface DdlOptions {
  readonly scope: 'all' | ReadonlySet<AnyId>
  readonly ifNotExists: boolean
  readonly dropFirst: boolean
  readonly qualifiedNames: boolean
  /** Foreign keys inside CREATE TABLE where possible, or all of them as ALTER at the end. */
  readonly foreignKeys: 'inline' | 'separate'
  readonly indexes: 'inline' | 'separate'
  readonly comments: boolean
  readonly transaction: boolean
}

/** A statement knows which object it makes, so that text and canvas can follow each other. */
export interface Statement {
  readonly sql: string
  readonly about?: AnyId
}

export interface Ddl {
  readonly text: string
  readonly statements: readonly (Statement & { readonly from: number; readonly to: number })[]
  readonly notices: readonly Notice[]
}

/** How sure we are that the output runs. */
export type Proof =
  /** `of`: the engines are those of the database that this one descends from and promises to be like. */
  | { readonly kind: 'engine'; readonly engines: readonly string[]; readonly of?: string }
  | { readonly kind: 'parser'; readonly parser: string }

export interface Dialect {
  readonly id: DialectId
  readonly label: string
  /** Oldest to newest; the last is the default of a new document. */
  readonly versions: readonly string[]
  readonly proof: Proof
  readonly lexis: Lexis
  readonly names: Names
  readonly types: Types
  readonly smart: SmartColumns
}

/** Each target has one (writers.ts); apart from the rest because only a worker and the command line load it. */
export type DdlWriter = (schema: Schema, target: Target, options: DdlOptions) => Ddl
