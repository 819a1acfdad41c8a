// One of many and many of one, for names and for sentences.

const irregular: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['criteria', 'criterion'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['matrices', 'matrix'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['leaves', 'leaf'],
  ['lives', 'life'],
  ['shelves', 'shelf'],
  ['knives', 'knife'],
])

const invariable = new Set([
  'news',
  'series',
  'species',
  'data',
  'status',
  'equipment',
  'staff',
  'media',
  'gas',
  'canvas',
  'lens',
  'bus',
  'plus',
])

function singularWord(word: string): string {
  const lower = word.toLowerCase()
  const known = irregular.get(lower)
  if (known !== undefined) return word.charAt(0) + known.slice(1)
  if (invariable.has(lower) || lower.length < 3) return word
  if (/(ss|us|is)$/.test(lower)) return word
  if (/ies$/.test(lower)) return `${word.slice(0, -3)}${word.endsWith('S') ? 'Y' : 'y'}`
  if (
    /(s|x|z|ch|sh)es$/.test(lower) &&
    !/(cases|bases|houses|courses|purchases|databases|releases|licenses|expenses|responses|phases|leases|sizes|prizes|caches|axes|invoices)$/.test(
      lower,
    )
  ) {
    return word.slice(0, -2)
  }
  return lower.endsWith('s') ? word.slice(0, -1) : word
}

/** "order_items" → "order_item": only the last word of a name is made singular. */
export function singular(name: string): string {
  const [, head = '', last = name] = /^(.*?)([A-Za-z][a-z]*|[A-Z]+)$/s.exec(name) ?? []
  return head + singularWord(last)
}

const irregularPlurals = new Map(Array.from(irregular, ([many, one]) => [one, many]))

function pluralWord(word: string): string {
  const lower = word.toLowerCase()
  const known = irregularPlurals.get(lower)
  if (known !== undefined) return word.charAt(0) + known.slice(1)
  // What is one already in the plural, or has none.
  if (invariable.has(lower) || singularWord(word) !== word) return word
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(lower) ? `${word}es` : `${word}s`
}

/** "order item" → "order items"; what is a plural stays one. */
export function plural(name: string): string {
  const [, head = '', last = name] = /^(.*?)([A-Za-z][a-z]*|[A-Z]+)$/s.exec(name) ?? []
  return head + pluralWord(last)
}
