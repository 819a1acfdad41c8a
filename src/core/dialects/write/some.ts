/** A field that is there only when it has a value. */
export function some<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  if (value === undefined) return {}
  // One computed key: the literal widens to an index signature.
  return { [key]: value } as Record<K, V>
}

/** One line of words; empty ones fall away. */
export const line = (...words: readonly (string | undefined)[]): string =>
  words.filter((word) => word).join(' ')
