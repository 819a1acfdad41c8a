// What the parts of the inspector ask of the document in view. Each answer is stable while nothing about it changes.
import type { Dialect } from '../../core/dialects/dialect'
import type { DiagramId } from '../../core/model/id'
import type { Placeable, Placement } from '../../core/model/records'
import { placementOf } from '../../core/model/query'
import { currentSql } from '../../core/model/resolve'
import type { SqlText } from '../../core/model/sqlText'
import type { Kind, RowId, Rows } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { currentDiagram, dialectOf } from '../../state/perform'
import { useView } from '../../state/view'

export const useReadOnly = (): boolean => useDocument(({ isReadOnly }) => isReadOnly)

export const readOnlyReason = 'This document is open for reading only'
/** For controls that say why they cannot be used. */
export const useBlocked = (): string | undefined => (useReadOnly() ? readOnlyReason : undefined)

export const useDialect = (): Dialect => useDocument(({ schema }) => dialectOf(schema))

export function useRow<K extends Kind>(kind: K, id: RowId<K> | undefined): Rows[K] | undefined {
  return useDocument(({ schema }) => {
    // Rows are kept under their own kind; the union of maps has forgotten it.
    const rows = schema[kind] as unknown as ReadonlyMap<string, Rows[K]>
    return id === undefined ? undefined : rows.get(id)
  })
}

export function useDiagram(): DiagramId {
  // Which diagram is in view is known to the view; the document answers when it is not yet.
  useView(({ diagram }) => diagram)
  return useDocument(({ schema }) => currentDiagram(schema))
}

export function usePlacement(object: Placeable): Placement | undefined {
  const diagram = useDiagram()
  return useDocument(({ schema }) => placementOf(schema, diagram, object))
}

/** Whether the diagram in view shows it: its name is then typed where it stands. */
export function useIsOnCanvas(object: Placeable): boolean {
  const placement = usePlacement(object)
  return placement !== undefined && placement.hidden !== true
}

/** SQL as it reads today. */
export const useSql = (text: SqlText | undefined): string =>
  useDocument(({ schema }) => (text ? currentSql(text, schema, dialectOf(schema).names) : ''))

/** For lists of texts: reads any of them as it stands today. */
export function useSqlReader(): (text: SqlText) => string {
  const schema = useDocument((state) => state.schema)
  return (text) => currentSql(text, schema, dialectOf(schema).names)
}

/** A name for sentences and labels. */
export const called = (name: string | undefined, fallback = 'unnamed'): string => {
  const trimmed = name?.trim() ?? ''
  return trimmed === '' ? fallback : trimmed
}
