// Ways from one table to another over relations: the shortest, and the next ones, since the shortest often leads over a
// table that everything refers to ("created by") and says little.
import { endsOf, relationsOf } from './query'
import type { RelationId, TableId } from './id'
import type { Relation } from './records'
import type { Schema } from './schema'

export interface Way {
  /** From the first table to the last. */
  readonly tables: readonly TableId[]
  /** One fewer: each leads from the table before it to the one after it. */
  readonly relations: readonly RelationId[]
}

/** A way may be this much longer than the shortest one. */
const longer = 2
/** A hub of thousands has more ways than anyone reads: looking ends after so many steps. */
const mostSteps = 50_000

const otherEnd = (relation: Relation, table: TableId): TableId => {
  const [a, b] = endsOf(relation)
  return a.table === table ? b.table : a.table
}

/** How far each table is from this one; what cannot be reached is absent. */
function distancesTo(schema: Schema, goal: TableId): ReadonlyMap<TableId, number> {
  const far = new Map<TableId, number>([[goal, 0]])
  // Grows while it is walked.
  const line = [goal]
  for (const table of line) {
    for (const relation of relationsOf(schema, table)) {
      const next = otherEnd(relation, table)
      if (far.has(next)) continue
      far.set(next, (far.get(table) ?? 0) + 1)
      line.push(next)
    }
  }
  return far
}

class Search {
  readonly found: Way[] = []
  private readonly far: ReadonlyMap<TableId, number>
  private readonly schema: Schema
  private readonly most: number
  private steps = 0

  constructor(schema: Schema, { to, most }: { readonly to: TableId; readonly most: number }) {
    this.schema = schema
    this.most = most
    this.far = distancesTo(schema, to)
  }

  shortest(from: TableId): number | undefined {
    return this.far.get(from)
  }

  /** Every way without a circle that has exactly this length. */
  ofLength(way: Way, left: number): void {
    const at = way.tables.at(-1)
    if (at === undefined || this.found.length >= this.most || this.steps++ > mostSteps) return
    const distance = this.far.get(at)
    if (distance === 0) {
      if (left === 0) this.found.push(way)
      return
    }
    if (distance === undefined || distance > left) return
    for (const relation of relationsOf(this.schema, at)) {
      const next = otherEnd(relation, at)
      if (way.tables.includes(next)) continue
      this.ofLength({ tables: [...way.tables, next], relations: [...way.relations, relation.id] }, left - 1)
    }
  }
}

/** At most `most` ways, the shortest first; none where the tables are not tied to each other, or are one. */
export function waysBetween(
  schema: Schema,
  { from, to, most = 6 }: { readonly from: TableId; readonly to: TableId; readonly most?: number },
): readonly Way[] {
  if (from === to) return []
  const search = new Search(schema, { to, most })
  const shortest = search.shortest(from)
  if (shortest === undefined) return []
  for (let length = shortest; length <= shortest + longer; length++)
    search.ofLength({ tables: [from], relations: [] }, length)
  return search.found
}
