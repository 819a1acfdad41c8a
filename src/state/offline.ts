// What the browser offers beside the page: a newer Relata that waits for a word, and Relata as a program of its own.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { followInstall, isInstalled } from '../platform/install'
import { startOffline, type Update } from '../platform/offline'
import { tell } from './feedback'
import { saveStatus } from './save'
import { isViewing } from './viewing'
import { screens } from './screens'
import { workspace, type Workspace } from './workspace'

interface OfflineState {
  readonly update: Update | undefined
  readonly install: (() => Promise<void>) | undefined
  /** While there is none. */
  readonly whyNoInstall: string
}

export const offline = createStore<OfflineState>(() => ({
  update: undefined,
  install: undefined,
  whyNoInstall: 'This browser does not offer it',
}))

export const useUpdate = (): Update | undefined => useStore(offline, (state) => state.update)

/** After the first picture and after what it fetches: the files of the other parts come when there is time. */
const quietMs = 3000

export function followOffline(): void {
  if (isInstalled()) offline.setState({ whyNoInstall: 'Relata is installed already' })
  else if (!window.isSecureContext) offline.setState({ whyNoInstall: 'Browsers install only over HTTPS' })
  followInstall((install) => {
    offline.setState({ install })
  })
  setTimeout(
    () =>
      void startOffline({
        onUpdate: (update) => {
          offline.setState({ update })
        },
      }),
    quietMs,
  )
}

export function canInstall(): true | string {
  const { install, whyNoInstall } = offline.getState()
  return install ? true : whyNoInstall
}

/** What is not safe on disk would be gone with the page. */
function unsavedWork(): string | undefined {
  if (screens.getState().screen !== 'editor' || isViewing()) return undefined
  const { status } = saveStatus.getState()
  if (status.kind === 'failed') return `the last changes could not be saved: ${status.why}`
  if (status.kind === 'saving') return 'the last changes are still being saved'
  return workspace.getState().isFleeting ? 'this window keeps nothing' : undefined
}

/** Never eats work: what waits is saved first, and what cannot be saved stops it. */
export async function applyUpdate(documents: Pick<Workspace, 'flush'>): Promise<void> {
  await documents.flush()
  const why = unsavedWork()
  if (why === undefined) offline.getState().update?.apply()
  else tell({ tone: 'warning', text: `Not updated, because ${why}. Save the document to a file first.` })
}
