// ?select=table&theme=dark&width=240&columns=500&tables=5000&readonly
import { createRoot } from 'react-dom/client'
import { Inspector } from '../../../src/panels/inspector'
import {
  document as openDocument,
  openDocument as open,
  redoStep,
  undoStep,
} from '../../../src/state/document'
import { feedback } from '../../../src/state/feedback'
import { perform } from '../../../src/state/perform'
import { select } from '../../../src/state/selection'
import { view } from '../../../src/state/view'
import { firstDiagram } from '../../../src/core/model/schema'
import { UiProvider } from '../../../src/ui'
import { inspectorSample } from './sample'
import './inspector.css'

const address = new URLSearchParams(location.search)
window.document.documentElement.dataset['theme'] = address.get('theme') ?? 'light'
const { schema, things } = inspectorSample(
  Number(address.get('columns') ?? '20'),
  Number(address.get('tables') ?? '0'),
)
open({ id: 'harness', schema, isReadOnly: address.has('readonly') })
view.setState({
  diagram: firstDiagram(schema),
  selection: select(...(things[address.get('select') ?? 'table'] ?? [])),
})

// The specs of this page reach the stores by this; the product has no such door.
Object.assign(window, { relata: { openDocument, view, perform, feedback, things, undoStep, redoStep } })

const root = window.document.getElementById('root')
if (root) {
  createRoot(root).render(
    <UiProvider>
      <main className="flex h-full justify-end bg-ground">
        <div
          className="h-full border-l border-border"
          style={{ width: Number(address.get('width') ?? '320') }}
        >
          <Inspector />
        </div>
      </main>
    </UiProvider>,
  )
}
