// Foreign keys meet their parent when both are there: at once, later, or never.
import { looseKey } from './nameMap'
import { nameOf, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import type { ColumnDraft, ForeignKeyDraft, TableDraft } from './drafts'

/** The parent's columns by name; undefined as long as one of them is not there. */
function parentColumnsOf(
  key: ForeignKeyDraft,
  parent: TableDraft,
  catalogue: Catalogue,
): readonly ColumnDraft[] | undefined {
  const columns = key.facts.parentColumns?.map((name) => columnNamed(parent, name, catalogue))
  if (!columns || columns.some((column) => column === undefined)) return undefined
  return columns.filter((column) => column !== undefined)
}

export function bindForeignKey(key: ForeignKeyDraft, catalogue: Catalogue): void {
  const isOwn = key.parentName.schema === undefined && catalogue.isSame(key.table.name, key.parentName.name)
  const parent = catalogue.table(key.parentName) ?? (isOwn ? key.table : undefined)
  if (!parent) {
    wait(key, catalogue)
    return
  }
  key.parent = parent
  key.parentColumns = parentColumnsOf(key, parent, catalogue)
}

function wait(key: ForeignKeyDraft, catalogue: Catalogue): void {
  const loose = looseKey(key.parentName.name)
  const waiting = catalogue.pending.get(loose)
  if (waiting) waiting.add(key)
  else catalogue.pending.set(loose, new Set([key]))
}

/** A table has come, or taken another name: those who waited for it have it. */
export function bindPending(table: TableDraft, catalogue: Catalogue): void {
  const loose = looseKey(table.name)
  const waiting = catalogue.pending.get(loose)
  if (!waiting) return
  catalogue.pending.delete(loose)
  for (const key of waiting) bindForeignKey(key, catalogue)
}

/** Its parent is gone: it waits for another of the same name, as where foreign keys are not checked meanwhile. */
export function unbindForeignKey(key: ForeignKeyDraft, catalogue: Catalogue): void {
  if (!key.parent) return
  key.parentName = nameOf(key.parent)
  key.parent = undefined
  key.parentColumns = undefined
  wait(key, catalogue)
}

/** Every foreign key that refers to the table. */
export const foreignKeysTo = (table: TableDraft, catalogue: Catalogue): readonly ForeignKeyDraft[] =>
  [...catalogue.tables.values()].flatMap((other) =>
    other.foreignKeys.filter(({ parent }) => parent === table),
  )
