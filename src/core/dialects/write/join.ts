// The query that walks a way of relations, in the names that the script of the same document gives.
import type { ColumnId, RelationId, TableId } from '../../model/id'
import { endsOf } from '../../model/query'
import type { Way } from '../../model/ways'
import type { Pen } from './pen'

/** `order_items` and `OrderItems` are known as `oi`. */
const initials = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .split(/[^\p{L}]+/u)
    .map((word) => word.slice(0, 1).toLowerCase())
    .join('')

/** Short names for the tables, all different, none a word of the language. */
function aliasesFor(pen: Pen, tables: readonly TableId[]): ReadonlyMap<TableId, string> {
  const taken = new Set<string>()
  return new Map(
    tables.map((id): [TableId, string] => {
      const found = initials(pen.schema.table.get(id)?.name ?? '')
      // What is not plain Latin is quoted by some databases and not by others.
      const wish = /^[a-z]+$/.test(found) ? found : 't'
      let alias = wish
      for (let n = 2; taken.has(alias) || pen.spell(alias) !== alias; n++) alias = `${wish}${String(n)}`
      taken.add(alias)
      return [id, alias]
    }),
  )
}

interface Step {
  readonly from: TableId
  readonly to: TableId
  readonly relation: RelationId
}

/** The pairs of columns that belong together, the new table's first. */
function pairsOf(pen: Pen, { relation: id, to }: Step): readonly (readonly [ColumnId, ColumnId])[] {
  const relation = pen.schema.relation.get(id)
  if (!relation) return []
  const [a, b] = endsOf(relation)
  const [here, there] = a.table === to ? [a, b] : [b, a]
  return here.columns.flatMap((column, i) => {
    const other = there.columns[i]
    return other === undefined ? [] : [[column, other] as const]
  })
}

/** `undefined` where a table of the way is gone. */
export function joinOf(pen: Pen, { tables, relations }: Way): string | undefined {
  const aliases = aliasesFor(pen, tables)
  const named = (id: TableId): string => {
    const table = pen.schema.table.get(id)
    return table ? `${pen.object(table)} ${aliases.get(id) ?? ''}` : ''
  }
  const [first] = tables
  if (first === undefined || tables.some((id) => !pen.schema.table.has(id))) return undefined
  const column = (table: TableId, id: ColumnId) => `${aliases.get(table) ?? ''}.${pen.part(id)}`
  const joins = relations.flatMap((relation, i) => {
    const [from, to] = [tables[i], tables[i + 1]]
    if (from === undefined || to === undefined) return []
    const pairs = pairsOf(pen, { from, to, relation })
    // A line that is only drawn ties no columns: the query says so and still runs.
    if (pairs.length === 0) return [`CROSS JOIN ${named(to)} -- drawn without columns`]
    const on = pairs.map(([here, there]) => `${column(to, here)} = ${column(from, there)}`)
    return [`JOIN ${named(to)} ON ${on.join(' AND ')}`]
  })
  return [`SELECT *`, `FROM ${named(first)}`, ...joins].join('\n') + ';'
}
