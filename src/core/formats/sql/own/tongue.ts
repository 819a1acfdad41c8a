// What a dialect gives to be read: its traits, how it names things, and a reader for each of its words. The shared
// grammar has readers for what all have in common; a dialect takes those and adds or replaces its own.
import { dialects } from '../../../dialects'
import type { DialectId } from '../../../model/target'
import type { Reading } from '../reader'
import type { AlterAction, ObjectName, Remark, Said, Spot, Statement } from '../statement'
import type { Cursor, Naming } from './cursor'
import type { ColumnDraft, EnforcedDraft, IndexDraft, KeyDraft, TableDraft } from './draft'
import type { Piece } from './splitter'
import type { Traits } from './traits'

export interface Context {
  readonly tongue: Tongue
  readonly reading: Reading
  readonly piece: Piece
  tell(remark: Remark): void
  /** A clause that nobody understood is left out, and says so. */
  leftOut(what: string, text: string, at: Spot): void
}

/** What a statement says; several for one that says several things, undefined for one that is to be kept. */
export type Read = Said | readonly Said[] | undefined

/** Called with the cursor at the statement's first word. */
export type StatementReader = (c: Cursor, ctx: Context) => Read

/** The words between CREATE and the kind of object. */
export interface CreateHead {
  readonly orReplace: boolean
  /** All of them, in capitals: TEMPORARY, UNIQUE, FULLTEXT… */
  readonly words: ReadonlySet<string>
  /** They themselves, for what is more than a word (DEFINER = …). */
  readonly between: Cursor
}

/** Called with the cursor behind the kind. */
export type CreateReader = (c: Cursor, head: CreateHead, ctx: Context) => Read

/** Called with the cursor at the clause's first word: takes the clause and says so, or takes nothing. */
export type ColumnClause = (c: Cursor, column: ColumnDraft, ctx: Context) => boolean

/** A line of a table that is no column; false leaves it to be read as one. */
export type ElementReader = (c: Cursor, table: TableDraft, ctx: Context) => boolean

export interface AlterHead {
  readonly name: ObjectName
  readonly ctx: Context
}

/** Called with the cursor at the action's first word; undefined: kept as a statement of its own. */
export type AlterReader = (c: Cursor, head: AlterHead) => AlterAction | readonly AlterAction[] | undefined

/** A clause behind a constraint; takes what it knows. */
export type ConstraintTail = (c: Cursor, constraint: EnforcedDraft, ctx: Context) => boolean

/** Where a key stands: behind its column, or on a line of its own. */
export interface KeyPlace {
  readonly ctx: Context
  readonly column?: ColumnDraft
}

export interface Grammar {
  readonly statements: ReadonlyMap<string, StatementReader>
  /** By the kind of object: TABLE, INDEX… */
  readonly creates: ReadonlyMap<string, CreateReader>
  readonly alters: ReadonlyMap<string, CreateReader>
  readonly drops: ReadonlyMap<string, CreateReader>
  readonly columnClauses: ReadonlyMap<string, ColumnClause>
  readonly elements: ReadonlyMap<string, ElementReader>
  readonly alterActions: ReadonlyMap<string, AlterReader>
  readonly constraintTails: ReadonlyMap<string, ConstraintTail>
  /** A type as the dialect's own writers spell it: [int] is int. */
  readonly spellType?: (raw: string) => string
  /** Words that go on with a type behind its first; absent: every word that begins no clause. */
  readonly typeTail?: ReadonlySet<string>
  /** Words that are a type where a type may stand, though they begin clauses elsewhere: MySQL's BINARY. */
  readonly typeHeads?: ReadonlySet<string>
  /** What may stand before and behind the columns of PRIMARY KEY or UNIQUE. */
  readonly keyTail: (c: Cursor, key: KeyDraft, place: KeyPlace) => void
  /** Behind the closing parenthesis of CREATE TABLE. */
  readonly tableTail: (c: Cursor, table: TableDraft, ctx: Context) => void
  /** For actions that begin with no word of `alterActions`. */
  readonly alterOther?: AlterReader
  /** Where several actions of one ALTER TABLE part; the standard's comma when absent. */
  readonly alterItems?: (c: Cursor) => readonly Cursor[]
  /** Behind the parts of an index. */
  readonly indexTail: (c: Cursor, index: IndexDraft, ctx: Context) => void
  /** `name (10)` in an index is a column's beginning, not a call. */
  readonly prefixLengths: boolean
  /** A type that says more than a type: MySQL's SERIAL, PostgreSQL's like. */
  readonly unfoldType?: (column: ColumnDraft, c: Cursor) => void
}

export interface Tongue {
  readonly dialect: DialectId
  readonly traits: Traits
  readonly naming: Naming
  readonly grammar: Grammar
  /** A last look at everything that was read. */
  readonly finish?: (statements: readonly Statement[]) => readonly Statement[]
}

/** The last two parts of a dotted name: what stands before them is a database or a server. */
export const schemaAndName = (parts: readonly string[]): ObjectName => {
  const schema = parts.at(-2)
  const name = parts.at(-1) ?? ''
  return schema === undefined || schema === '' ? { name } : { schema, name }
}

export const namingOf = (
  dialect: DialectId,
  object: (parts: readonly string[]) => ObjectName = schemaAndName,
): Naming => ({
  names: dialects[dialect].names,
  backslashEscapes: dialects[dialect].lexis.backslashEscapes,
  object,
})
