// How the scripts of a dialect differ from those of another, as data: what its clients read, where statements end.
import type { Lexis } from '../../../model/lexis'

/** Where the text of a trigger or a routine ends. */
export type BodyEnd =
  /** At the semicolon behind the END that closes it. */
  | 'block'
  /** At the next GO. */
  | 'batch'
  /** At the next line that holds a slash only, else as `block`. */
  | 'slash'

export interface Traits {
  readonly lexis: Lexis
  /** `]]` stands for a bracket inside [a name]; SQLite ends the name at the first one. */
  readonly doublesBrackets: boolean
  /** Characters of names beside letters, digits and the underscore. */
  readonly nameMarks: string
  /** Names may begin with a digit: 2fa_tokens. */
  readonly digitsFirst: boolean
  /** `--` opens a comment only before a blank (MySQL). */
  readonly dashNeedsSpace: boolean
  /** `//` opens a comment (Snowflake). */
  readonly slashComments?: boolean
  /** Comments that an engine of this family carries out: which versions of them. */
  readonly versionComments?: 'mysql' | 'mariadb'
  /** Oracle's q'[…]'. */
  readonly qStrings: boolean
  /** The mysql client's DELIMITER. */
  readonly delimiterLines: boolean
  /** GO on a line of its own. */
  readonly goLines: boolean
  /** A slash on a line of its own. */
  readonly slashLines: boolean
  /** A line for the client program, at the start of a statement: sticky, and it matches to the end of the line. */
  readonly clientLine?: RegExp
  /** The first words of statements that hold data: their rows are counted, not kept. */
  readonly dataWords: ReadonlySet<string>
  readonly bodyEnd: BodyEnd
  /** What CREATE makes of a body: TRIGGER, PROCEDURE… */
  readonly bodyKinds: ReadonlySet<string>
  /** First words of statements that are bodies by themselves: DECLARE, BEGIN. */
  readonly bodyWords: ReadonlySet<string>
  /** Statements may follow each other without a mark between them: does this word, first on its line, begin one? */
  readonly beginsAnew?: (word: string, before: readonly string[], following: string) => boolean
}

export const plainTraits = {
  doublesBrackets: true,
  nameMarks: '$',
  digitsFirst: false,
  dashNeedsSpace: false,
  qStrings: false,
  delimiterLines: false,
  goLines: false,
  slashLines: false,
  dataWords: new Set(['INSERT', 'REPLACE']),
  bodyEnd: 'block',
  bodyKinds: new Set(['TRIGGER', 'PROCEDURE', 'FUNCTION']),
  bodyWords: new Set<string>(),
} as const satisfies Omit<Traits, 'lexis'>
