// Files of a folder as migrations: in the order of their names, without those that take another one back.
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Files that take another one back: read after it, they would leave nothing. */
const backwards = /(?:[._-](?:down|rollback|undo)\.sql|(?:^|\/)down\.sql|(?:^|\/)U\d[^/]*__[^/]*\.sql)$/i

const isBackwards = (name: string): boolean => backwards.test(name)

const inNameOrder = <T extends { readonly name: string }>(files: readonly T[]): readonly T[] =>
  [...files].sort((a, b) => natural.compare(a.name, b.name))

export function forwardFiles<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  const forward = files.filter(({ name }) => !isBackwards(name))
  // A single file is what somebody wants, whatever it is called.
  return inNameOrder(forward.length === 0 ? files : forward)
}
