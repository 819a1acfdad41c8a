// Names for new things: free in their place, in the manner of the names around them.
import type { Names } from '../model/lexis'
import type { NamespaceId } from '../model/id'
import type { Kind } from '../model/schema'
import type { Cx } from './context'

/** `base`, or `base_2`, `base_3`… when it is taken. */
export function freeName(base: string, taken: Iterable<string>, names: Names): string {
  const known = [...taken]
  // Cheap test first: only names that agree without case can collide in any database.
  const folds = new Set(known.map((name) => name.toLowerCase()))
  const isTaken = (name: string): boolean =>
    folds.has(name.toLowerCase()) && known.some((other) => names.isSame(other, name))
  if (!isTaken(base)) return base
  const [, stem = base, count] = /^(.*?)_(\d{1,6})$/s.exec(base) ?? []
  let n = count === undefined ? 2 : Number(count) + 1
  while (isTaken(`${stem}_${n}`)) n++
  return `${stem}_${n}`
}

/** Kinds whose names share one room in a namespace: two of them cannot have the same name. */
const rooms: readonly (readonly Kind[])[] = [
  ['table', 'view', 'sequence', 'composite', 'enum', 'domain'],
  ['routine'],
  ['namespace'],
  ['role'],
  ['extension'],
  ['group'],
  ['partial'],
  ['lineage'],
  ['diagram'],
  ['note'],
  ['source'],
]

interface Nameable {
  readonly name: string
  readonly namespace?: NamespaceId
}

/** The names that a new record of this kind must differ from. */
export function takenNames(cx: Cx, kind: Kind, namespace?: NamespaceId): string[] {
  const names: string[] = []
  for (const other of rooms.find((room) => room.includes(kind)) ?? [kind]) {
    for (const row of cx.tx.all(other)) {
      // Every kind in `rooms` has a name; those without namespaces all share one room.
      const { name, namespace: home } = row as Nameable
      if (home === namespace) names.push(name)
    }
  }
  return names
}

export const freeRecordName = (
  cx: Cx,
  kind: Kind,
  given: { readonly name: string; readonly namespace?: NamespaceId | undefined },
): string => freeName(given.name, takenNames(cx, kind, given.namespace), cx.dialect.names)

export const isCamelCase = (names: readonly string[]): boolean =>
  names.some((name) => /^[a-z]+[A-Z]/.test(name)) && !names.some((name) => name.includes('_'))

/** Joins words in the manner of their neighbours: `user_id` or `userId`. */
export function joinName(words: readonly string[], camel: boolean): string {
  if (!camel) return words.join('_')
  return words
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('')
}
