import type { Row } from '../engine'

export function text(row: Row, column: string): string {
  return textOrNull(row, column) ?? ''
}

/** Drivers give text as text, as bytes, or as numbers. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column]
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  return Buffer.isBuffer(value) ? value.toString('utf8') : null
}

/** Groups parts under the object that they name as their owner, which is then taken off them. */
export function byOwner<T extends { readonly of: string }>(
  parts: readonly T[],
): ReadonlyMap<string, readonly Omit<T, 'of'>[]> {
  const groups = new Map<string, Omit<T, 'of'>[]>()
  for (const { of, ...part } of parts) {
    const group = groups.get(of)
    if (group === undefined) groups.set(of, [part])
    else group.push(part)
  }
  return groups
}

export function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  // Object.fromEntries loses which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
