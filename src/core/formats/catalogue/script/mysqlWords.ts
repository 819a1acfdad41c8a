import { quoted } from './words'

export const id = quoted('`')

/** A text as MySQL reads it, whose strings have escapes. */
export const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '\\0')}'`

export interface Home {
  readonly database: string
  readonly isMariadb: boolean
  /** SQL without the name of the database before the names in it. */
  readonly clean: (sql: string) => string
}

export function homeOf(database: string, isMariadb: boolean): Home {
  const own = `${id(database)}.`
  const clean = (sql: string): string =>
    sql.replace(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|(?:`(?:[^`]|``)*`\.?)/gs, (piece) =>
      piece === own ? '' : piece,
    )
  return { database, isMariadb, clean }
}

/** MySQL shows expressions with their quotes escaped: _utf8mb4\'a\'. */
export const expression = (text: string, { isMariadb, clean }: Home): string =>
  clean(isMariadb ? text : text.replace(/\\(['\\])/g, '$1'))
