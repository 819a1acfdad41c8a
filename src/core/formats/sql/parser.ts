// PostgreSQL's own parser, as the reader sees it. The engines room has the one that runs; tests may bring another.

export type PostgresParsed =
  /** The statement's node as libpg-query prints it: `{ CreateStmt: {…} }`; locations in it are bytes of the text. */
  | { readonly ok: true; readonly node: Readonly<Record<string, unknown>> }
  /** `at`: the character (a code point) of the text where it went wrong. */
  | { readonly ok: false; readonly message: string; readonly at: number }

export interface PostgresParser {
  /** One statement, without its semicolon. Never throws: what is too deep for the parser is not ok either. */
  parse(statement: string): PostgresParsed
}
