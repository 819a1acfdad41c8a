// What is selected on the canvas and in the lists beside it. One set for all of them.
import type {
  AreaId,
  ColumnId,
  CompositeId,
  DomainId,
  EnumId,
  EnumValueId,
  ExtensionId,
  GrantId,
  NamespaceId,
  NoteId,
  RelationId,
  RoleId,
  SequenceId,
  TableId,
  ViewId,
} from '../core/model/id'
import type { Schema } from '../core/model/schema'
import { isIdOf } from '../core/model/id'

/** What a diagram shows. */
export type Drawable = TableId | ViewId | EnumId | NoteId | AreaId | RelationId

/** What a database holds and no diagram shows: listed in the outline, changed in the inspector. */
export type DatabaseObject =
  NamespaceId | DomainId | CompositeId | SequenceId | ExtensionId | RoleId | GrantId

export type Selectable = Drawable | DatabaseObject

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

export const databaseKinds = [
  'namespace',
  'domain',
  'composite',
  'sequence',
  'extension',
  'role',
  'grant',
] as const
export type DatabaseKind = (typeof databaseKinds)[number]

export const isDatabaseObject = (id: Selectable): id is DatabaseObject =>
  databaseKinds.some((kind) => isIdOf(kind, id))

export function kindOfDatabaseObject(id: DatabaseObject): DatabaseKind {
  const kind = databaseKinds.find((one) => isIdOf(one, id))
  if (!kind) throw new Error('An id of a database object begins with the prefix of its kind')
  return kind
}

export const isDrawable = (id: Selectable): id is Drawable => !isDatabaseObject(id)

const selectable = ['table', 'view', 'enum', 'note', 'area', 'relation', ...databaseKinds] as const

function exists(schema: Schema, id: Selectable): boolean {
  const kind = selectable.find((one) => isIdOf(one, id))
  // Ids are looked up in the map of their own kind.
  const rows: ReadonlyMap<string, unknown> | undefined = kind && schema[kind]
  return rows?.has(id) ?? false
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
