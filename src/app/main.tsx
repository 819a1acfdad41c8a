import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createActions, createClipboard } from '../actions'
import { browserPlatform } from '../platform'
import { followLaunches } from '../platform/launches'
import { browserPreferences } from '../platform/preferences'
import { arrange } from '../state/arrange'
import { keepDbml } from '../state/dbml/keep'
import { Disk } from '../state/disk/disk'
import { registerActions } from '../state/keymap'
import { followOffline } from '../state/offline'
import { VersionDesk } from '../state/versions/desk'
import { createWorkspace } from '../state/workspace'
import { App } from './App'
import { followClipboard } from './clipboardEvents'
import { isInForeignPage } from './foreign'
import { followLinks } from './links'
import { followSettings } from './keepSettings'
import { followRoom } from './room'
import { takeFiles } from './takeFiles'
import { followTheme } from './theme'
import { lookWhenBack } from './lookWhenBack'
import { saveBeforeLeaving } from './saveBeforeLeaving'
import '../ui/ui.css'

const root = window.document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
// Hosts that send no headers cannot keep others from laying this page under theirs: it does so itself.
if (isInForeignPage()) {
  root.textContent = 'Relata opens on a page of its own; embed.html is made to stand inside of others.'
  throw new Error('Relata does not run inside of a page of another origin')
}

const platform = browserPlatform()
const workspace = createWorkspace(platform)
const disk = new Disk(platform, workspace)
const services = { workspace, disk, arrange, files: platform.files, clipboard: platform.clipboard }
const clipboard = createClipboard(services)
const actions = createActions(services, clipboard)

registerActions(actions)
followSettings(browserPreferences())
followTheme()
followRoom()
followClipboard(clipboard, platform.clipboard)
saveBeforeLeaving(workspace)
keepDbml()
lookWhenBack(disk)
followLinks(workspace, actions)
followOffline()
followLaunches((files) => {
  void takeFiles(files, disk)
})

createRoot(root).render(
  <StrictMode>
    <App
      content={{
        actions,
        workspace,
        versions: new VersionDesk(platform, workspace),
        files: platform.files,
        clipboard: platform.clipboard,
        clock: platform.clock,
        sourceFiles: platform.sourceFiles,
        disk,
      }}
    />
  </StrictMode>,
)
