// Deleting acts on the whole selection, at once: the row that the keyboard stands in, else everything selected.
import { removeSelection, type Selected } from '../core/commands/remove'
import { perform } from '../state/perform'
import { select } from '../state/selection'
import { view } from '../state/view'
import { said } from './say'
import { selectedItems } from './when'

export function removeSelected(): void {
  const { part } = view.getState().selection
  const items = selectedItems()
  if (part && items.length === 1) {
    const selected: Selected = { id: part.owner, part: 'value' in part ? part.value : part.column }
    perform('Delete a row', (cx) => removeSelection(cx, [selected]), { select: () => select(part.owner) })
    return
  }
  perform(`Delete ${said(items)}`, (cx) =>
    removeSelection(
      cx,
      items.map((id) => ({ id })),
    ),
  )
}
