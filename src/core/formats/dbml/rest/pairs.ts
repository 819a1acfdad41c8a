// Which record of the document each element of its own text is: both were made in one order.
import { inOrder, projectOf, type Schema } from '../../../model/schema'
import { lineOf, placementOf } from '../../../model/query'
import type { Table, TablePartial } from '../../../model/records'
import { DbmlNames } from '../names'
import { lineageTextOf, relationShapes } from '../relation'
import { lineText, type Line } from '../shape'
import { partialShape, tableParts } from '../table'
import { DbmlWriter } from '../writer'

type Row = { readonly id: string }

class Pairs {
  readonly ids = new Map<string, string>()

  zip(said: readonly Row[], mine: readonly Row[]): void {
    for (const [i, { id }] of said.entries()) {
      const other = mine[i]
      if (other) this.ids.set(id, other.id)
    }
  }

  byText(said: readonly Line[], mine: readonly Line[]): void {
    const open = mine.map((line) => ({ id: line.id, text: lineText(line) }))
    for (const line of said) {
      const at = open.findIndex(({ text }) => text === lineText(line))
      const [found] = at >= 0 ? open.splice(at, 1) : []
      if (found) this.ids.set(line.id, found.id)
    }
  }
}

/** From the ids of what was read of a text to those of the document that it was written from. */
export function pairsOf(said: Schema, mine: Schema): ReadonlyMap<string, string> {
  const pairs = new Pairs()
  const silent = () => undefined
  const w = new DbmlWriter(mine, new DbmlNames(mine, silent))
  pairs.zip([projectOf(said)], [projectOf(mine)])
  const spaces = new Map(
    inOrder(mine.namespace)
      .map((row) => [row.name, row])
      .reverse() as [string, Row][],
  )
  for (const { id, name } of said.namespace.values()) pairs.zip([{ id }], [spaces.get(name) ?? { id }])
  const enums = inOrder(mine.enum).filter(({ values }) => values.length > 0)
  const tables = inOrder(mine.table).filter(({ columns }) => columns.length > 0)
  pairs.zip(inOrder(said.enum), enums)
  for (const [i, row] of inOrder(said.enum).entries()) pairs.zip(row.values, enums[i]?.values ?? [])
  pairs.zip(inOrder(said.partial), inOrder(mine.partial))
  pairs.zip(inOrder(said.table), tables)
  pairs.zip(inOrder(said.group), inOrder(mine.group))
  pairs.zip(inOrder(said.note), inOrder(mine.note))
  pairs.zip(inOrder(said.diagram), inOrder(mine.diagram))
  for (const [i, row] of inOrder(said.partial).entries())
    pairs.zip(row.columns, inOrder(mine.partial)[i]?.columns ?? [])
  for (const [i, row] of inOrder(said.table).entries()) pairs.zip(row.columns, tables[i]?.columns ?? [])
  pairParts(pairs, said, { mine, tables, w })
  const written = relationShapes(w, inOrder(mine.relation))
  pairs.zip(inOrder(said.relation), written)
  const seen = new Set<string>()
  const samples = inOrder(mine.sample).filter(({ table, columns }) => {
    const isFirst = columns.length > 0 && !seen.has(table)
    if (isFirst) seen.add(table)
    return isFirst
  })
  pairs.zip(inOrder(said.sample), samples)
  pairLineage(pairs, said, w)
  pairLooks(pairs, said, mine)
  return pairs.ids
}

/** Keys, indexes and checks: what reads the same is the same. */
function pairParts(
  pairs: Pairs,
  said: Schema,
  { mine, tables, w }: { readonly mine: Schema; readonly tables: readonly Table[]; readonly w: DbmlWriter },
): void {
  const names = new DbmlNames(said, () => undefined)
  const read = new DbmlWriter(said, names)
  for (const [i, table] of inOrder(said.table).entries()) {
    const other = tables[i]
    if (!other) continue
    pairs.byText(tableParts(read, table), tableParts(w, other))
    if (table.primaryKey && other.primaryKey) pairs.zip([table.primaryKey], [other.primaryKey])
  }
  const partials = inOrder(mine.partial)
  const parts = (writer: DbmlWriter, partial: TablePartial) => {
    const { indexes, checks } = partialShape(writer, partial)
    return [...indexes, ...checks]
  }
  for (const [i, partial] of inOrder(said.partial).entries()) {
    const other = partials[i]
    if (other) pairs.byText(parts(read, partial), parts(w, other))
  }
}

/** A lineage of columns and of tables is two blocks in the text: these are nobody's. */
function pairLineage(pairs: Pairs, said: Schema, w: DbmlWriter): void {
  const blocks = inOrder(w.schema.lineage).flatMap((row) => {
    const text = lineageTextOf(w, row)
    const count = text === '' ? 0 : text.split('\n\nDep').length
    return count === 1 ? [row] : Array.from({ length: count }, () => undefined)
  })
  for (const [i, { id }] of inOrder(said.lineage).entries()) {
    const row = blocks[i]
    if (row) pairs.zip([{ id }], [row])
  }
}

function pairLooks(pairs: Pairs, said: Schema, mine: Schema): void {
  const known = (id: string) => pairs.ids.get(id) ?? id
  for (const row of said.placement.values()) {
    // Only ids of a kind stand for ids of that kind.
    const other = placementOf(mine, known(row.diagram) as never, known(row.object) as never)
    if (other) pairs.zip([row], [other])
  }
  for (const row of said.line.values()) {
    const other = lineOf(mine, known(row.diagram) as never, known(row.relation) as never)
    if (other) pairs.zip([row], [other])
  }
}
