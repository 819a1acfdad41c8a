// Puts a document before the eyes: the canvas shows its first diagram, and nothing of the one before is left.
import { firstDiagram } from '../core/model/schema'
import { openDocument } from './document'
import { screens } from './screens'
import { noSelection } from './selection'
import { view } from './view'

export function showDocument(given: Parameters<typeof openDocument>[0]): void {
  openDocument(given)
  view.setState({
    diagram: firstDiagram(given.schema),
    selection: noSelection,
    hovered: undefined,
    mode: { kind: 'select' },
    editing: undefined,
    focus: undefined,
  })
  screens.setState({ screen: 'editor', dialog: undefined, isSearching: false })
}
