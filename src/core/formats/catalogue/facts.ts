// Rows of an answer, read without trust: what is missing or of another kind is empty.
import { isRecord, type Facts } from './unwrap'

export type { Facts } from './unwrap'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function listOf(facts: Facts, key: string): readonly unknown[] {
  const value = facts[key]
  // Some servers and clients hand lists inside of texts.
  const list = typeof value === 'string' ? parsed(value) : value
  return Array.isArray(list) ? list : []
}

export const rowsOf = (facts: Facts, key: string): readonly Facts[] => listOf(facts, key).filter(isRecord)

export const textsOf = (facts: Facts, key: string): readonly string[] =>
  listOf(facts, key).filter((item) => typeof item === 'string')

export function partOf(facts: Facts, key: string): Facts | undefined {
  const value = facts[key]
  return isRecord(value) ? value : undefined
}

/** Numbers and booleans as their words; undefined for null and what is not there. */
export function maybe(facts: Facts, key: string): string | undefined {
  const value = facts[key]
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

export const textOf = (facts: Facts, key: string): string => maybe(facts, key) ?? ''

export const isOn = (facts: Facts, key: string): boolean => /^(?:true|1|yes|y)$/i.test(textOf(facts, key))

/** In the order of their `n`: not every server orders a list. */
export const inTurn = (rows: readonly Facts[], key = 'n'): readonly Facts[] =>
  [...rows].sort((a, b) => Number(textOf(a, key)) - Number(textOf(b, key)))

export const byName = (rows: readonly Facts[], key = 'name'): readonly Facts[] =>
  [...rows].sort((a, b) => (textOf(a, key) < textOf(b, key) ? -1 : 1))

/** Rows by what their key says. */
export function grouped(rows: readonly Facts[], key: string): ReadonlyMap<string, readonly Facts[]> {
  const out = new Map<string, Facts[]>()
  for (const row of rows) {
    const name = textOf(row, key)
    const known = out.get(name)
    if (known) known.push(row)
    else out.set(name, [row])
  }
  return out
}
