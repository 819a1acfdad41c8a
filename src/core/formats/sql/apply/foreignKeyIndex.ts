// MySQL and MariaDB index the columns of every foreign key that no index of the author's begins with (manual, 15.1.20.5):
// their dumps write it out, and so do we.
import type { Catalogue } from './catalogue'
import type { ForeignKeyDraft, IndexDraft, TableDraft } from './drafts'
import { engineNameOf } from './engineNames'

function isServed({ columns }: ForeignKeyDraft, table: TableDraft): boolean {
  const lists: readonly (readonly (object | undefined)[])[] = [
    ...(table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques).map(({ parts }) =>
      parts.map(({ column, length }) => (length === undefined ? column : undefined)),
    ),
    ...table.indexes
      .filter(({ method }) => !/fulltext|spatial/i.test(method))
      .map(({ parts }) =>
        parts.map(({ on, length }) => ('column' in on && length === undefined ? on.column : undefined)),
      ),
  ]
  return lists.some((list) => columns.every((column, i) => list[i] === column))
}

function indexFor(key: ForeignKeyDraft): IndexDraft {
  return {
    kind: 'index',
    name: key.name,
    engineName: '',
    comment: '',
    unique: false,
    method: '',
    parts: key.columns.map((column) => ({ on: { column } })),
    include: [],
    nullsNotDistinct: false,
    isInvisible: false,
    options: [],
    at: key.at,
  }
}

export function addForeignKeyIndexes(catalogue: Catalogue): void {
  if (!catalogue.isMysql) return
  for (const table of catalogue.tables.values()) {
    for (const key of table.foreignKeys) {
      if (key.parent === undefined || key.facts.isDrawnOnly || isServed(key, table)) continue
      const index = indexFor(key)
      index.engineName = engineNameOf(index, table, catalogue)
      table.indexes.push(index)
    }
  }
}
