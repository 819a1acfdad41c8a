// Subject areas that a large schema has without saying so: by the first words of names, by the schema that a table
// lies in, or by who refers to whom. Tables that a person put into an area stay in it.
import type { TableId } from '../../model/id'
import { endsOf } from '../../model/query'
import type { Table } from '../../model/records'
import { inOrder, type Schema } from '../../model/schema'
import { communitiesOf, neighboursIn, type Link } from './clusters'

export const groupings = ['prefix', 'namespace', 'community'] as const
export type Grouping = (typeof groupings)[number]

/** Fewer are no area. */
const fewest = 3
/** A prefix with more tables than this is looked at word by word. */
const crowd = 40
/** A word that nearly all names begin with says nothing: `wp_`. */
const nearlyAll = 0.7
const communitySize = 24

export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())

/** `orders` stands with `order_items`. */
const stem = (word: string): string =>
  word.length > 3 && !word.endsWith('ss') ? word.replace(/s$/, '') : word

const titled = (words: readonly string[]): string => {
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

interface Named {
  readonly id: TableId
  readonly words: readonly string[]
}

function byWordAt(tables: readonly Named[], depth: number): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>()
  for (const table of tables) {
    const word = stem(table.words[depth] ?? '')
    const list = found.get(word)
    if (list) list.push(table)
    else found.set(word, [table])
  }
  return found
}

function prefixes(tables: readonly Named[], path: readonly string[], out: Map<TableId, string>): void {
  for (const [word, members] of byWordAt(tables, path.length)) {
    if (word === '' || members.length < fewest) continue
    const here = [...path, word]
    const inner = [...byWordAt(members, here.length)].filter(
      ([next, list]) => next !== '' && list.length >= fewest,
    )
    const isCommon = members.length > tables.length * nearlyAll && path.length === 0
    if (inner.length > 1 && (isCommon || members.length > crowd)) prefixes(members, here, out)
    // What is in no narrower one belongs to this one, unless it is everybody's.
    if (isCommon && inner.length > 1) continue
    for (const { id } of members) if (!out.has(id)) out.set(id, titled(here))
  }
}

function byPrefix(tables: readonly Table[]): ReadonlyMap<TableId, string> {
  const out = new Map<TableId, string>()
  prefixes(
    tables.map(({ id, name }) => ({ id, words: wordsOf(name) })),
    [],
    out,
  )
  return out
}

function byNamespace(tables: readonly Table[], schema: Schema): ReadonlyMap<TableId, string> {
  return new Map(
    tables.flatMap(({ id, namespace }) => {
      const name = namespace === undefined ? undefined : schema.namespace.get(namespace)?.name
      return name ? [[id, name] as const] : []
    }),
  )
}

function linksAmong(tables: readonly Table[], schema: Schema): readonly Link[] {
  const known = new Set<string>(tables.map(({ id }) => id))
  return inOrder(schema.relation).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    return known.has(from.table) && known.has(to.table) ? [{ from: from.table, to: to.table }] : []
  })
}

/** A name for tables that hang together: the word that most begin with, else the one that most refer to. */
function nameOf(members: readonly Table[], degree: (id: TableId) => number): string {
  const counts = new Map<string, number>()
  for (const { name } of members) {
    const word = stem(wordsOf(name)[0] ?? '')
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const [word = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  if (word !== '' && count >= members.length * 0.6) return titled([word])
  const hub = members.reduce((best, one) => (degree(one.id) > degree(best.id) ? one : best))
  return `Around ${wordsOf(hub.name).join(' ')}`
}

function byCommunity(tables: readonly Table[], schema: Schema): ReadonlyMap<TableId, string> {
  const byId = new Map<string, Table>(tables.map((table) => [table.id, table]))
  const neighbours = neighboursIn(new Set(byId.keys()), linksAmong(tables, schema))
  const out = new Map<TableId, string>()
  const taken = new Set<string>()
  for (const ids of communitiesOf([...byId.keys()], neighbours, communitySize)) {
    if (ids.length < fewest) continue
    const members = ids.flatMap((id) => byId.get(id) ?? [])
    const wish = nameOf(members, (id) => neighbours.get(id)?.length ?? 0)
    let name = wish
    for (let n = 2; taken.has(name); n++) name = `${wish} ${String(n)}`
    taken.add(name)
    for (const { id } of members) out.set(id, name)
  }
  return out
}

const ways: Readonly<
  Record<Grouping, (tables: readonly Table[], schema: Schema) => ReadonlyMap<TableId, string>>
> = { prefix: byPrefix, namespace: byNamespace, community: byCommunity }

/** The name of the area of each table that would have one; those that are in one already are left out. */
export const groupedBy = (
  schema: Schema,
  grouping: Grouping,
  tables: ReadonlySet<string>,
): ReadonlyMap<TableId, string> =>
  ways[grouping](
    inOrder(schema.table).filter(({ id, group }) => group === undefined && tables.has(id)),
    schema,
  )
