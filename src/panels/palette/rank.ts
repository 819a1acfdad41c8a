// How well a name fits what was typed. Few rules, in the order that people expect: the start of the name, the start
// of a word in it, anywhere in it, and last the letters in order ("cuid" finds customer_id).

export type Ranges = readonly (readonly [start: number, end: number])[]

export interface Fit {
  /** Higher is better. */
  readonly score: number
  readonly ranges: Ranges
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s._\-/:]/.test(text.charAt(at - 1))

function inOrder(text: string, query: string): Fit | undefined {
  const ranges: [number, number][] = []
  let from = 0
  for (const char of query) {
    const at = text.indexOf(char, from)
    if (at < 0) return undefined
    const last = ranges.at(-1)
    if (last?.[1] === at) last[1] = at + char.length
    else ranges.push([at, at + char.length])
    from = at + char.length
  }
  const start = ranges[0]?.[0] ?? 0
  // Every gap is doubt; letters strewn over the whole name are none at all.
  return ranges.length > 4
    ? undefined
    : { score: 100 - ranges.length * 10 - start - text.length / 100, ranges }
}

/** `query` is lower case and not empty. */
export function fit(name: string, query: string): Fit | undefined {
  const text = name.toLowerCase()
  // Lower-casing may change the length of a few letters; then places are unknown and only a hit counts.
  if (text.length !== name.length) return text.includes(query) ? { score: 200, ranges: [] } : undefined
  const at = text.indexOf(query)
  if (at < 0) return query.length > 1 ? inOrder(text, query) : undefined
  const base = text === query ? 500 : at === 0 ? 400 : isWordStart(text, at) ? 300 : 200
  return { score: base - text.length / 100 - at / 10, ranges: [[at, at + query.length]] }
}
