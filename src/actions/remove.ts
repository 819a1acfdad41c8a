// Deleting acts on the whole selection, at once: the row that the keyboard stands in, else everything selected.
import { removeSelection, type Selected } from '../core/commands/remove'
import { isIdOf } from '../core/model/id'
import { document } from '../state/document'
import { perform } from '../state/perform'
import { select, type PartSelection } from '../state/selection'
import { view } from '../state/view'
import { said } from './say'
import { selectedItems } from './when'

/** "column email", "value paid". */
function rowWords(part: PartSelection): string {
  const { schema } = document.getState()
  if ('value' in part) {
    const value = schema.enum.get(part.owner)?.values.find(({ id }) => id === part.value)
    return `value ${value?.name.trim() || 'unnamed'}`
  }
  const owner = isIdOf('table', part.owner) ? schema.table.get(part.owner) : schema.view.get(part.owner)
  const rows: readonly { readonly id: string; readonly name: string }[] = owner?.columns ?? []
  return `column ${rows.find(({ id }) => id === part.column)?.name.trim() || 'unnamed'}`
}

export function removeSelected(): void {
  const { part } = view.getState().selection
  const items = selectedItems()
  if (part && items.length === 1) {
    const selected: Selected = { id: part.owner, part: 'value' in part ? part.value : part.column }
    perform(`Delete ${rowWords(part)}`, (cx) => removeSelection(cx, [selected]), {
      select: () => select(part.owner),
    })
    return
  }
  perform(`Delete ${said(items)}`, (cx) =>
    removeSelection(
      cx,
      items.map((id) => ({ id })),
    ),
  )
}
