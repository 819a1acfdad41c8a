// Everything goes at once and comes back as easily: nothing is asked, the message has the way back.
import { clearDocument } from '../core/commands/clear'
import { kinds } from '../core/model/schema'
import { positionOf } from '../core/model/history'
import { document, goToStep } from '../state/document'
import { tell } from '../state/feedback'
import { perform } from '../state/perform'
import { noSelection } from '../state/selection'
import type { When } from './when'

export function somethingToClear(): When {
  const { schema } = document.getState()
  const isFilled = kinds.some(
    (kind) => schema[kind].size > (kind === 'project' || kind === 'diagram' ? 1 : 0),
  )
  return isFilled || 'There is nothing in this document'
}

export function clearAll(): void {
  const before = positionOf(document.getState().history)
  const cleared = perform('Clear the document', clearDocument, { select: () => noSelection })
  if (!cleared.ok) return
  tell({
    tone: 'info',
    text: 'Everything in this document is cleared.',
    actions: [{ label: 'Undo', run: () => void goToStep(before) }],
  })
}
