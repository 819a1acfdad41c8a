// PostgreSQL's own parser, as the reader sees it. The engines room has the one that runs; tests may bring another.

/** One token or comment of a text; places are BYTES of its UTF-8 form. */
export interface PostgresToken {
  readonly start: number
  readonly end: number
  /** `SQL_COMMENT`, `C_COMMENT`, `IDENT`, `SCONST`, `ASCII_59`… */
  readonly kind: string
}

export type PostgresParsed =
  /** The statement's node as libpg-query prints it: `{ CreateStmt: {…} }`; locations in it are bytes of the text. */
  | { readonly ok: true; readonly node: Readonly<Record<string, unknown>> }
  /** `at`: the character (a code point) of the text where it went wrong. */
  | { readonly ok: false; readonly message: string; readonly at: number }

export interface PostgresParser {
  scan(text: string): readonly PostgresToken[]
  /** One statement, without its semicolon. */
  parse(statement: string): PostgresParsed
}
