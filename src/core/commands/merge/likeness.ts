// Tables that may be the same under another name: nearly the same columns. Only ever a question, never done by itself.
import type { TableId } from '../../model/id'
import type { Table } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { Pairing } from './pairing'

export interface Likeness {
  /** In the source. */
  readonly from: TableId
  /** Here. */
  readonly to: TableId
  readonly fromName: string
  readonly toName: string
  /** Columns that both have, of all that either has. */
  readonly shared: number
  readonly all: number
}

const fewest = 2
const share = 0.6

const columnNames = (table: Table): ReadonlySet<string> =>
  new Set(table.columns.map(({ name }) => name.toLowerCase()))

export function likenessesOf(mine: Schema, theirs: Schema, pairing: Pairing): readonly Likeness[] {
  const open = [...mine.table.values()].filter(({ id }) => !pairing.isTaken(id))
  const known = new Map(open.map((table) => [table.id, columnNames(table)]))
  const found: Likeness[] = []
  for (const table of theirs.table.values()) {
    if (mine.table.has((pairing.ids.get(table.id) ?? table.id) as TableId)) continue
    const names = columnNames(table)
    for (const other of open) {
      const columns = known.get(other.id) ?? new Set<string>()
      const shared = [...names].filter((name) => columns.has(name)).length
      const all = names.size + columns.size - shared
      if (shared < fewest || shared < share * all) continue
      found.push({ from: table.id, to: other.id, fromName: table.name, toName: other.name, shared, all })
    }
  }
  return bestFirst(found)
}

/** Each table once, with the one that it is most like. */
function bestFirst(found: readonly Likeness[]): readonly Likeness[] {
  const used = new Set<TableId>()
  return [...found]
    .sort((a, b) => b.shared / b.all - a.shared / a.all || b.shared - a.shared)
    .filter(({ from, to }) => {
      if (used.has(from) || used.has(to)) return false
      used.add(from).add(to)
      return true
    })
}
