// How well a name fits what was typed. Few rules, in the order that people expect: the start of the name, the start
// of a word in it, anywhere in it, and last beginnings of words in order ("cuid" finds customer_id).

export type Ranges = readonly (readonly [start: number, end: number])[]

export interface Fit {
  /** Higher is better. */
  readonly score: number
  readonly ranges: Ranges
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s._\-/:]/.test(text.charAt(at - 1))

const wordStarts = (text: string): readonly number[] =>
  [...text].flatMap((_, at) => (isWordStart(text, at) ? [at] : []))

/** The query cut into beginnings of words, in their order: "cuid" is customer_id's cu and id. */
function acrossWords(text: string, query: string, starts: readonly number[]): Ranges | undefined {
  if (query === '') return []
  for (const [i, start] of starts.entries()) {
    let length = 0
    while (length < query.length && text[start + length] === query[length]) length++
    for (; length > 0; length--) {
      const rest = acrossWords(text, query.slice(length), starts.slice(i + 1))
      if (rest) return [[start, start + length], ...rest]
    }
  }
  return undefined
}

function inOrder(text: string, query: string): Fit | undefined {
  const ranges = acrossWords(text, query, wordStarts(text))
  return ranges && { score: 100 - ranges.length * 10 - text.length / 100, ranges }
}

/** `query` is lower case and not empty. */
export function fit(name: string, query: string): Fit | undefined {
  const text = name.toLowerCase()
  // Lower-casing may change the length of a few letters; then places are unknown and only a hit counts.
  if (text.length !== name.length) return text.includes(query) ? { score: 200, ranges: [] } : undefined
  const at = text.indexOf(query)
  if (at < 0) return query.length > 1 && query.length < 20 ? inOrder(text, query) : undefined
  const base = text === query ? 500 : at === 0 ? 400 : isWordStart(text, at) ? 300 : 200
  return { score: base - text.length / 100 - at / 10, ranges: [[at, at + query.length]] }
}
