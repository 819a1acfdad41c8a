// The canvas alone, with as many tables as the address asks for: ?n=300&theme=dark&zoom=0.5
import { createRoot } from 'react-dom/client'
import { Canvas } from '../../../src/canvas'
import { camera, canvasPort, lookAt } from '../../../src/state/camera'
import {
  document as openDocument,
  openDocument as open,
  redoStep,
  undoStep,
} from '../../../src/state/document'
import { feedback } from '../../../src/state/feedback'
import { perform } from '../../../src/state/perform'
import { view } from '../../../src/state/view'
import { router } from './router'
import { UiProvider } from '../../../src/ui'
import { sampleFor } from './samples'
import './canvas.css'

const address = new URLSearchParams(location.search)
window.document.documentElement.dataset['theme'] = address.get('theme') ?? 'light'

const { schema, diagram } = sampleFor(address.get('sample') ?? '', Number(address.get('n') ?? '0'))
open({ id: 'harness', schema })
view.setState({ diagram })

// The specs and measurements of the harness reach the stores by this; the product has no such door.
Object.assign(window, { relata: { openDocument, view, camera, canvasPort, lookAt, perform, feedback } })

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
  if (event.shiftKey) redoStep()
  else undoStep()
})

const root = window.document.getElementById('root')
if (root) {
  createRoot(root).render(
    <UiProvider>
      <Canvas router={router} />
    </UiProvider>,
  )
}
