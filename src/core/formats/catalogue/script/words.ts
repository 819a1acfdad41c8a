// Small words that scripts are put together of.
export const quoted =
  (mark: '"' | '`') =>
  (name: string): string =>
    mark + name.replaceAll(mark, mark + mark) + mark

export const string = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Pieces with blanks between them; what is empty or not there leaves none. */
export const words = (...pieces: readonly (string | undefined | false)[]): string =>
  pieces.filter((piece) => piece !== undefined && piece !== false && piece !== '').join(' ')

export const block = (items: readonly string[]): string =>
  items.length === 0 ? '()' : `(\n  ${items.join(',\n  ')}\n)`

/** What a script is made of, and what its query did not bring along. */
export interface Rebuilt {
  readonly statements: readonly string[]
  readonly unread: readonly string[]
}
