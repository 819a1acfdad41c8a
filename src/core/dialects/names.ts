// The one machine for names. A dialect gives its rules; a name is quoted only when the parser would not read it back
// as itself.
import type { Lexis, Names } from './dialect'

export interface NameRules {
  readonly maxLength: number
  /** What `maxLength` counts. */
  readonly unit: 'bytes' | 'characters'
  /** Names that may stand without quotes. */
  readonly plain: RegExp
  /** Lower-case words that may not. */
  readonly reserved: ReadonlySet<string>
  readonly open: string
  readonly close: string
  readonly fold: Lexis['fold']
  /** What even a quoted name cannot hold, such as an emoji in MySQL: each match becomes an underscore. */
  readonly unholdable?: RegExp
  /** How two stored names are compared; the dialect's fold when absent. */
  readonly same?: (name: string) => string
}

export interface NameKit extends Names {
  /** Equal for names that collide. */
  key(name: string): string
  /** The name as the database can hold it: cleaned and, when too long, cut with a stable hash. */
  fit(name: string): string
}

const encoder = { bytes: (text: string) => utf8Length(text), characters: (text: string) => text.length }

/** Names repeat (id, name, created_at…); the bound keeps a long session from hoarding them. */
const mostNames = 50_000

/** A function of names that remembers its answers. */
function remembered(answer: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    if (known.size > mostNames) known.clear()
    const made = answer(name)
    known.set(name, made)
    return made
  }
}

/** Length in UTF-8 without a TextEncoder: core has no such global. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** FNV-1a: short, stable on every machine, and good enough to keep two long names apart. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(36).padStart(7, '0')
}

/** As much of the text as fits, never half a character. */
function cut(text: string, room: number, measure: (text: string) => number): string {
  let out = ''
  let used = 0
  for (const char of text) {
    used += measure(char)
    if (used > room) break
    out += char
  }
  return out
}

/** Cuts a name that is too long; two long names that begin alike stay apart and keep their names for ever. */
export function shorten(name: string, { maxLength, unit }: Pick<NameRules, 'maxLength' | 'unit'>): string {
  const measure = encoder[unit]
  if (measure(name) <= maxLength) return name
  return `${cut(name, maxLength - 8, measure)}_${hashOf(name)}`
}

const folds = {
  lower: (name: string) => name.toLowerCase(),
  upper: (name: string) => name.toUpperCase(),
  ignoreCase: (name: string) => name,
} as const

function unquote(spelling: string, open: string, close: string): string | undefined {
  if (spelling.length < 2 || !spelling.startsWith(open) || !spelling.endsWith(close)) return undefined
  return spelling.slice(1, -1).replaceAll(close + close, close)
}

export function makeNames(rules: NameRules, quotes: Lexis['identifierQuotes']): NameKit {
  const { open, close, fold, plain, reserved } = rules
  const quote = (name: string) => open + name.replaceAll(close, close + close) + close
  const spell = (name: string) => (plain.test(name) && !reserved.has(name.toLowerCase()) ? name : quote(name))
  const key =
    rules.same ?? (fold === 'ignoreCase' ? (name: string) => name.toLowerCase() : (name: string) => name)
  return {
    maxLength: rules.maxLength,
    quote,
    spell: remembered(spell),
    read(spelling) {
      for (const [from, to] of quotes) {
        const name = unquote(spelling, from, to)
        if (name !== undefined) return name
      }
      return folds[fold](spelling)
    },
    isSame: (a, b) => key(a) === key(b),
    key,
    fit: remembered((name) => {
      const held = name.replaceAll('\0', '')
      return shorten(rules.unholdable ? held.replace(rules.unholdable, '_') : held, rules)
    }),
  }
}
