// The conditions that many actions share, in the words that a person reads beside a greyed-out entry.
import { isIdOf, kindOfId, type RelationId, type TableId } from '../core/model/id'
import type { Placeable } from '../core/model/records'
import { document } from '../state/document'
import { screens } from '../state/screens'
import { isDrawable, type Selectable } from '../state/selection'
import { view } from '../state/view'

export type When = true | string

export const always = (): When => true

export const inEditor = (): When => screens.getState().screen === 'editor' || 'Open a document first'

export const isEditable = (): When =>
  !document.getState().isReadOnly || 'This document is open for reading only'

export const selectedItems = (): readonly Selectable[] => [...view.getState().selection.items]

export const selectedTables = (): readonly TableId[] =>
  selectedItems().filter((id): id is TableId => isIdOf('table', id))

export const selectedRelations = (): readonly RelationId[] =>
  selectedItems().filter((id): id is RelationId => isIdOf('relation', id))

export const isPlaceable = (id: Selectable): id is Placeable =>
  ['table', 'view', 'enum'].includes(kindOfId(id) ?? '')

export const selectedPlaceables = (): readonly Placeable[] => selectedItems().filter(isPlaceable)

/** The first reason that stands in the way. */
export function all(...conditions: readonly (() => When)[]): () => When {
  return () => {
    for (const condition of conditions) {
      const when = condition()
      if (when !== true) return when
    }
    return true
  }
}

export const somethingSelected = (): When => selectedItems().length > 0 || 'Select something first'
/** What lies in the diagram can be copied and moved; a role or a sequence cannot. */
export const drawableSelected = (): When =>
  selectedItems().some(isDrawable) || 'Select something in the diagram first'
export const objectsSelected = (): When =>
  selectedPlaceables().length > 0 || 'Select a table, view or enum first'
export const oneTableSelected = (): When => selectedTables().length === 1 || 'Select one table first'
export const oneRelationSelected = (): When => selectedRelations().length === 1 || 'Select one relation first'
export const severalSelected = (least: number) => (): When =>
  selectedPlaceables().length >= least || `Select at least ${String(least)} tables first`
