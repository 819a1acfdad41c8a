// Splits what shall be arranged into parts that an engine can take: connected components, and communities of those that
// are too large.
export interface Link {
  readonly from: string
  readonly to: string
}

export type Neighbours = ReadonlyMap<string, readonly string[]>

/** Both directions, without loops, every neighbour once. */
export function neighboursIn(ids: ReadonlySet<string>, links: Iterable<Link>): Neighbours {
  const sets = new Map<string, Set<string>>()
  for (const id of ids) sets.set(id, new Set())
  for (const { from, to } of links) {
    if (from === to || !ids.has(from) || !ids.has(to)) continue
    sets.get(from)?.add(to)
    sets.get(to)?.add(from)
  }
  return new Map(Array.from(sets, ([id, set]) => [id, [...set]]))
}

/** Connected components in the order of their first members. */
export function componentsOf(neighbours: Neighbours): readonly (readonly string[])[] {
  const seen = new Set<string>()
  const components: string[][] = []
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const component = [start]
    for (const id of component) {
      for (const next of neighbours.get(id) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        component.push(next)
      }
    }
    components.push(component)
  }
  return components
}

interface Merge {
  readonly a: number
  readonly b: number
  readonly worth: number
}

/** Where each cluster went after being merged. */
class Clusters {
  private readonly into: number[]
  readonly size: number[]

  constructor(count: number) {
    this.into = Array.from({ length: count }, (_, i) => i)
    this.size = new Array<number>(count).fill(1)
  }

  root(i: number): number {
    let at = i
    while (this.into[at] !== at) {
      this.into[at] = this.into[this.into[at] ?? at] ?? at
      at = this.into[at] ?? at
    }
    return at
  }

  merge(a: number, b: number): void {
    this.into[b] = a
    this.size[a] = (this.size[a] ?? 0) + (this.size[b] ?? 0)
  }
}

/** All pairs of clusters that are linked, best first: many links between small clusters. */
function merges(clusters: Clusters, edges: readonly (readonly [number, number])[], most: number): Merge[] {
  const weights = new Map<number, number>()
  const count = clusters.size.length
  for (const [p, q] of edges) {
    const [a, b] = [clusters.root(p), clusters.root(q)]
    if (a === b) continue
    const key = Math.min(a, b) * count + Math.max(a, b)
    weights.set(key, (weights.get(key) ?? 0) + 1)
  }
  const found: Merge[] = []
  for (const [key, weight] of weights) {
    const [a, b] = [Math.floor(key / count), key % count]
    const [p, q] = [clusters.size[a] ?? 1, clusters.size[b] ?? 1]
    if (p + q <= most) found.push({ a, b, worth: weight / Math.sqrt(p * q) })
  }
  return found.sort((x, y) => y.worth - x.worth || x.a - y.a || x.b - y.b)
}

/** Communities of at most `most` members: neighbours join as long as they are tied closely and remain small. */
export function communitiesOf(
  members: readonly string[],
  neighbours: Neighbours,
  most: number,
): readonly (readonly string[])[] {
  const position = new Map(members.map((id, i) => [id, i]))
  const edges: (readonly [number, number])[] = []
  members.forEach((id, i) => {
    for (const next of neighbours.get(id) ?? []) {
      const j = position.get(next)
      if (j !== undefined && i < j) edges.push([i, j])
    }
  })
  const clusters = new Clusters(members.length)
  for (;;) {
    const round = new Set<number>()
    for (const { a, b } of merges(clusters, edges, most)) {
      // Each cluster once per round, so that all grow evenly.
      if (round.has(a) || round.has(b)) continue
      round.add(a).add(b)
      clusters.merge(a, b)
    }
    if (round.size === 0) break
  }
  const groups = new Map<number, string[]>()
  members.forEach((id, i) => {
    const root = clusters.root(i)
    const group = groups.get(root)
    if (group) group.push(id)
    else groups.set(root, [id])
  })
  return [...groups.values()]
}
