// Two catalogues of one engine, entry by entry: what the one holds and the other does not.
import type { Catalogue } from '../engines/catalogue'
import type { Family } from '../engines/engine'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names tell the members of a list apart; without names their places do. */
function keyed(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const out = new Map<string, unknown>()
  for (const [i, item] of list.entries()) {
    const name =
      isRecord(item) && typeof item['name'] === 'string'
        ? `${typeof item['schema'] === 'string' ? item['schema'] : ''}.${item['name']}`
        : String(i)
    out.set(out.has(name) ? `${name}#${String(i)}` : name, item)
  }
  return out
}

const brief = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 160)

function walk(path: string, [a, b]: readonly [before: unknown, after: unknown], out: string[]): void {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [keyed(a), keyed(b)]
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      if (!right.has(key)) out.push(`${path} ${key}: lost`)
      else if (!left.has(key)) out.push(`${path} ${key}: added`)
      else walk(`${path} ${key}`, [left.get(key), right.get(key)], out)
    }
    return
  }
  if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      walk(`${path}.${key}`, [a[key], b[key]], out)
    return
  }
  if (JSON.stringify(a) !== JSON.stringify(b)) out.push(`${path}: ${brief(a)} -> ${brief(b)}`)
}

/** A script that makes a database of its own for MySQL: its objects are compared as the session's. */
function inOwnDatabase(catalogue: Catalogue): Catalogue {
  const [only, ...more] = catalogue.namespaces
  if (!only || more.length > 0 || catalogue.tables.some(({ schema }) => schema !== only.name))
    return catalogue
  const text = JSON.stringify({ ...catalogue, namespaces: [] })
  const named = JSON.stringify(only.name)
  // Plain data all through: what JSON holds of it is the whole of it.
  return JSON.parse(
    text
      .replaceAll(`"schema":${named}`, '"schema":""')
      .replaceAll(`"refSchema":${named}`, '"refSchema":""')
      .replaceAll(`\`${only.name}\`.`, ''),
  ) as Catalogue
}

export function unlike(a: Catalogue, b: Catalogue, family: Family): readonly string[] {
  const out: string[] = []
  walk('', [family === 'mysql' ? inOwnDatabase(a) : a, b], out)
  return out
}
