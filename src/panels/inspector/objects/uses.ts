import { useMemo } from 'react'
import type { ColumnId, CompositeId, DomainId, EnumId, TableId } from '../../../core/model/id'
import { inOrder, type Schema } from '../../../core/model/schema'
import { useDocument } from '../../../state/document'
import { called } from '../current'

export interface Use {
  readonly table: TableId
  readonly column: ColumnId
  readonly words: string
}

export type OwnType = EnumId | DomainId | CompositeId

/** The columns whose type this is. */
export const usesOf = (tables: Schema['table'], id: OwnType): readonly Use[] =>
  inOrder(tables).flatMap((table) =>
    table.columns
      .filter(({ type }) => type.of === id)
      .map((column) => ({
        table: table.id,
        column: column.id,
        words: `${called(table.name)}.${called(column.name)}`,
      })),
  )

export function useUses(id: OwnType): readonly Use[] {
  const tables = useDocument(({ schema }) => schema.table)
  return useMemo(() => usesOf(tables, id), [tables, id])
}
