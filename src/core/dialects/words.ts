/** A word list as one writes it: separated by blanks. */
export const words = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((word) => word !== ''))
