// A way on the canvas: what of it the diagram lacks is brought in, the rest fades.
import type { TableId } from '../../core/model/id'
import type { Way } from '../../core/model/ways'
import { arrange } from '../../state/arrange'
import { lookAt } from '../../state/camera'
import { document } from '../../state/document'
import { presenceOf, showInDiagram } from '../../state/placing'
import { noSelection } from '../../state/selection'
import { view } from '../../state/view'

/** Tables of the way that are not to be seen in the diagram. */
export const missingOf = ({ tables }: Way): readonly TableId[] =>
  tables.filter((id) => presenceOf(id) !== 'shown')

export async function showWay(way: Way): Promise<void> {
  if (!document.getState().isReadOnly) {
    const hidden = way.tables.filter((id) => presenceOf(id) === 'hidden')
    if (hidden.length > 0) showInDiagram(hidden)
    const absent = way.tables.filter((id) => presenceOf(id) === 'absent')
    if (absent.length > 0) await arrange({ style: 'leftRight', scope: 'unplaced', only: absent })
  }
  const shown = way.tables.filter((id) => presenceOf(id) === 'shown')
  // Nothing is selected: the inspector would take the room that the way needs.
  view.setState({ selection: noSelection, focus: { on: new Set(shown), depth: 0 } })
  lookAt({ kind: 'fit', items: new Set(shown) })
}
