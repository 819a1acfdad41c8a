// A tab that is hidden may never come back: what is waiting is written now.
import { saveStatus } from '../state/save'
import type { Workspace } from '../state/workspace'

export function saveBeforeLeaving(workspace: Workspace): void {
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') void workspace.flush()
  })
  window.addEventListener('pagehide', () => void workspace.flush())
  // Only where work would really be lost does the browser ask.
  window.addEventListener('beforeunload', (event) => {
    const { kind } = saveStatus.getState().status
    if (kind === 'saving') void workspace.flush()
    if (kind === 'saving' || kind === 'failed') event.preventDefault()
  })
}
