// Deleting: everything selected at once, and what goes with a column.
import { isIdOf, type ColumnId, type TableId } from '../model/id'
import { relationsOf } from '../model/query'
import { isSqlRef, type SqlText } from '../model/sqlText'
import { textKinds, textsOf, type TextPlace } from '../model/resolve'
import type { AnyId, Kind, Schema } from '../model/schema'
import { removeArea } from './annotation'
import { removeColumn } from './column'
import type { ColumnAt } from './columnAt'
import { refuse, type Cx, type Done } from './context'
import { removeDiagram } from './diagram'
import { recordKind, type PartId } from './rename'
import { removePart } from './part'

export interface Selected {
  readonly id: AnyId
  readonly part?: PartId | undefined
}

const partLists = [
  ['column', 'columns'],
  ['key', 'uniques'],
  ['check', 'checks'],
  ['exclusion', 'exclusions'],
  ['index', 'indexes'],
  ['policy', 'policies'],
] as const

function removeOnePart(
  cx: Cx,
  { id, part }: { readonly id: AnyId; readonly part: PartId },
): Done | undefined {
  if (isIdOf('column', part) && (isIdOf('table', id) || isIdOf('partial', id)))
    return removeColumn(cx, { table: id, column: part })
  if (isIdOf('enum', id) && isIdOf('enumValue', part))
    return removePart(cx, { kind: 'enum', id, list: 'values', part })
  if (isIdOf('composite', id) && isIdOf('field', part))
    return removePart(cx, { kind: 'composite', id, list: 'fields', part })
  if (!isIdOf('table', id)) return undefined
  const table = cx.tx.get('table', id)
  if (table?.primaryKey?.id === part) {
    const { primaryKey: _gone, ...rest } = table
    cx.tx.put('table', rest)
    return undefined
  }
  for (const [kind, list] of partLists) {
    // The prefix of the id says which list it is in.
    if (isIdOf(kind, part)) return removePart(cx, { kind: 'table', id, list, part: part })
  }
  return undefined
}

/** Takes everything away that is selected, and what cannot live without it. What is gone already is no obstacle. */
export function removeSelection(cx: Cx, selected: Iterable<Selected>): Done {
  const all = [...selected]
  if (all.length === 0) return refuse('nothingSelected', 'Nothing is selected.')
  for (const { id, part } of all) if (part !== undefined) removeOnePart(cx, { id, part })
  for (const { id, part } of all) {
    const kind = recordKind(id)
    if (part !== undefined || kind === undefined || kind === 'project') continue
    if (isIdOf('diagram', id)) {
      const removed = removeDiagram(cx, id)
      if (!removed.ok) return removed
    } else if (isIdOf('area', id)) removeArea(cx, id)
    else cx.tx.remove<Kind>(kind, id)
  }
  return { ok: true, value: undefined }
}

export interface Consequences {
  /** Keys that lose the column; those that consist of it alone go away. */
  readonly keys: readonly string[]
  readonly indexes: readonly string[]
  readonly relations: readonly AnyId[]
  /** Texts that name the column and will keep the bare word. */
  readonly texts: readonly TextPlace[]
}

const names = (text: SqlText, column: ColumnId): boolean =>
  text.parts.some((part) => isSqlRef(part) && part.to === column)

/** Every text that holds a reference to this object. */
export function textsNaming(schema: Schema, to: string): readonly TextPlace[] {
  const places: TextPlace[] = []
  for (const kind of textKinds) {
    for (const row of schema[kind].values()) {
      for (const { text, at } of textsOf(kind, row))
        if (names(text, to as ColumnId)) places.push({ ...at, kind, id: row.id })
    }
  }
  return places
}

/** What removing a column takes along, told before it happens. */
export function whatGoesWith(schema: Schema, { table: id, column }: ColumnAt): Consequences {
  const table = isIdOf('table', id) ? schema.table.get(id) : undefined
  if (!table) return { keys: [], indexes: [], relations: [], texts: [] }
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques]
  const isEnd = (end: { readonly table: TableId; readonly columns: readonly ColumnId[] }) =>
    end.table === id && end.columns.includes(column)
  return {
    keys: keys.filter((key) => key.parts.some((part) => part.column === column)).map((key) => key.id),
    indexes: table.indexes
      .filter((index) => index.parts.some((part) => 'column' in part.on && part.on.column === column))
      .map((index) => index.id),
    relations: relationsOf(schema, table.id)
      .filter((relation) =>
        (relation.kind === 'foreignKey'
          ? [relation.child, relation.parent]
          : [relation.from, relation.to]
        ).some(isEnd),
      )
      .map((relation) => relation.id),
    texts: textsNaming(schema, column),
  }
}
