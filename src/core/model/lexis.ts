// How a database cuts its SQL into words and spells a name: enough to find and write names without knowing SQL.

/** How a dialect's SQL is cut into tokens. */
export interface Lexis {
  /** Opening and closing marks of quoted identifiers. */
  readonly identifierQuotes: readonly (readonly [open: string, close: string])[]
  /** MySQL and MariaDB: '…' and "…" with backslash escapes. */
  readonly backslashEscapes: boolean
  readonly doubleQuotedStrings: boolean
  /** PostgreSQL's $tag$ … $tag$. */
  readonly dollarQuotes: boolean
  /** MySQL's `#` to the end of the line. */
  readonly hashComments: boolean
  readonly nestedComments: boolean
  /** The folding of unquoted names: two spellings name the same thing when their folds are equal. */
  readonly fold: 'lower' | 'upper' | 'ignoreCase'
}

export interface Names {
  /** In bytes for PostgreSQL and Oracle, characters elsewhere. */
  readonly maxLength: number
  /** The name as SQL, quoted only when it must be. */
  spell(name: string): string
  /** Always quoted. */
  quote(name: string): string
  /** The name that a spelling stands for: unquoted and folded. */
  read(spelling: string): string
  /** Do two stored names collide in this database? */
  isSame(a: string, b: string): boolean
}

/** What reading and writing names in SQL needs of a dialect; every `Dialect` is one. */
export interface Speech {
  readonly lexis: Lexis
  readonly names: Names
}
