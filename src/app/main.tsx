import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createActions, createClipboard } from '../actions'
import { browserPlatform } from '../platform'
import { browserPreferences } from '../platform/preferences'
import { arrange } from '../state/arrange'
import { keepDbml } from '../state/dbml/keep'
import { Disk } from '../state/disk/disk'
import { registerActions } from '../state/keymap'
import { VersionDesk } from '../state/versions/desk'
import { createWorkspace } from '../state/workspace'
import { App } from './App'
import { followClipboard } from './clipboardEvents'
import { followSettings } from './keepSettings'
import { followRoom } from './room'
import { followTheme } from './theme'
import { lookWhenBack } from './lookWhenBack'
import { saveBeforeLeaving } from './saveBeforeLeaving'
import '../ui/ui.css'

const root = window.document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

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

createRoot(root).render(
  <StrictMode>
    <App
      content={{
        actions,
        workspace,
        versions: new VersionDesk(platform, workspace),
        files: platform.files,
        clock: platform.clock,
        sourceFiles: platform.sourceFiles,
        disk,
      }}
    />
  </StrictMode>,
)
