// Labels of steps in the user's words: "Lock orders", "Lock 3 tables".
import { displayName } from '../core/model/query'
import { document } from '../state/document'
import { isPlaceable } from './when'
import type { Selectable } from '../state/selection'

/** The one object's name, or how many there are. */
export function said(items: readonly Selectable[]): string {
  const [only] = items
  if (items.length !== 1 || only === undefined) return `${String(items.length)} objects`
  return (isPlaceable(only) && displayName(document.getState().schema, only)) || 'the selection'
}
