// What is selected on the canvas and in the lists beside it. One set for all of them.
import type {
  AreaId,
  ColumnId,
  EnumId,
  EnumValueId,
  NoteId,
  RelationId,
  TableId,
  ViewId,
} from '../core/model/id'
import type { Schema } from '../core/model/schema'
import { kindOfId } from '../core/model/id'

export type Selectable = TableId | ViewId | EnumId | NoteId | AreaId | RelationId

/** A row inside a selected object: where the keyboard stands. */
export type PartSelection =
  | { readonly owner: TableId | ViewId; readonly column: ColumnId }
  | { readonly owner: EnumId; readonly value: EnumValueId }

export interface Selection {
  readonly items: ReadonlySet<Selectable>
  readonly part?: PartSelection
}

export const noSelection: Selection = { items: new Set() }

export const select = (...items: readonly Selectable[]): Selection => ({ items: new Set(items) })

const maps = {
  table: 'table',
  view: 'view',
  enum: 'enum',
  note: 'note',
  area: 'area',
  relation: 'relation',
} as const

function exists(schema: Schema, id: Selectable): boolean {
  const kind = kindOfId(id)
  if (!kind || !(kind in maps)) return false
  // Narrowed by the line above; ids are looked up in the map of their own kind.
  const rows: ReadonlyMap<string, unknown> = schema[maps[kind as keyof typeof maps]]
  return rows.has(id)
}

function partExists(schema: Schema, part: PartSelection): boolean {
  if ('value' in part) return schema.enum.get(part.owner)?.values.some(({ id }) => id === part.value) ?? false
  const rows =
    schema.table.get(part.owner as TableId)?.columns ?? schema.view.get(part.owner as ViewId)?.columns
  return rows?.some(({ id }) => id === part.column) ?? false
}

/** The selection without what is gone; the same object when nothing is. */
export function livingSelection(schema: Schema, selection: Selection): Selection {
  const isWhole =
    [...selection.items].every((id) => exists(schema, id)) &&
    (!selection.part || partExists(schema, selection.part))
  if (isWhole) return selection
  const items = new Set([...selection.items].filter((id) => exists(schema, id)))
  return selection.part && partExists(schema, selection.part) ? { items, part: selection.part } : { items }
}
