/** A value while it is being put together: thousands of columns are, and a spread for each field would cost. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** One line of words; empty ones fall away. */
export function line(...words: readonly (string | undefined)[]): string {
  let out = ''
  for (const word of words) if (word) out = out === '' ? word : `${out} ${word}`
  return out
}
