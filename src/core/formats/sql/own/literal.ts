// What a string says.
const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
  ['b', '\b'],
  ['Z', '\x1a'],
  // Kept with their backslash: they only mean something to LIKE (MySQL manual, 11.1.1).
  ['%', '\\%'],
  ['_', '\\_'],
])

/** The text of 'it''s', N'…', _utf8mb4'…', "…", q'[…]' or $tag$…$tag$. */
export function stringValue(source: string, backslashEscapes: boolean): string {
  const dollar = /^\$[^$]*\$/.exec(source)?.[0]
  if (dollar) return source.slice(dollar.length, source.endsWith(dollar) ? -dollar.length : undefined)
  if (/^n?q'/i.test(source)) return source.slice(source.indexOf("'") + 2, -2)
  const open = source.search(/['"]/)
  const quote = source.charAt(open)
  const isEnded = source.length > open + 1 && source.endsWith(quote)
  const inner = source.slice(open + 1, isEnded ? -1 : undefined)
  const escaped = backslashEscapes || /^e'/i.test(source)
  if (!escaped || !inner.includes('\\')) return inner.replaceAll(quote + quote, quote)
  return inner.replace(/\\([\s\S])|''|""/g, (found, char: string | undefined) => {
    if (char !== undefined) return escapes.get(char) ?? char
    return found === quote + quote ? quote : found
  })
}
