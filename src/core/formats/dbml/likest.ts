// Tables that are probably the same under another name: nearly the same columns.
import type { Table } from '../../model/records'

const fewest = 2
const share = 0.6

/** Pairs of ids, the likest first, each table once. */
export function likest(
  fresh: readonly Table[],
  known: readonly Table[],
): readonly (readonly [string, string])[] {
  const names = (table: Table) => new Set(table.columns.map(({ name }) => name.toLowerCase()))
  const mine = known.map((table) => ({ id: table.id, names: names(table) }))
  const found = fresh.flatMap((table) => {
    const wanted = names(table)
    return mine.flatMap(({ id, names: other }) => {
      const shared = [...wanted].filter((name) => other.has(name)).length
      const all = wanted.size + other.size - shared
      return shared < fewest || shared < share * all ? [] : [{ from: table.id, to: id, like: shared / all }]
    })
  })
  const used = new Set<string>()
  return found
    .sort((a, b) => b.like - a.like)
    .flatMap(({ from, to }) => {
      if (used.has(from) || used.has(to)) return []
      used.add(from).add(to)
      return [[from, to] as const]
    })
}
