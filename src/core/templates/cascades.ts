// SQL Server lets a deletion reach a table on one way only (manual, "Primary and foreign key constraints", cascading
// referential integrity): of several ways a template keeps the first, and the others refuse.
interface Way {
  readonly parent: string
  readonly child: string
}

function reached(from: string, ways: readonly Way[], side: keyof Way): ReadonlySet<string> {
  const other = side === 'parent' ? 'child' : 'parent'
  const seen = new Set([from])
  for (const at of seen) for (const way of ways) if (way[side] === at) seen.add(way[other])
  return seen
}

/** Would the new way be a second one to any table, or lead back to itself? */
function isSecond(way: Way, ways: readonly Way[]): boolean {
  const below = reached(way.child, ways, 'parent')
  if (below.has(way.parent)) return true
  return [...reached(way.parent, ways, 'child')].some((above) =>
    [...reached(above, ways, 'parent')].some((table) => below.has(table)),
  )
}

/** Those that may stay, in the order in which they were given. */
export function oneWayOnly<W extends Way>(all: readonly W[]): ReadonlySet<W> {
  const kept: W[] = []
  for (const way of all) if (!isSecond(way, kept)) kept.push(way)
  return new Set(kept)
}
