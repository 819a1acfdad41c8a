// The page that stands inside of others. It shows what its link carries, keeps nothing and knows of no documents.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { lookingActions } from '../actions/looking'
import { linkIn, partsOf } from '../core/file/link/address'
import { registerActions } from '../state/keymap'
import { settings } from '../state/settings'
import { openLink } from '../state/viewing'
import { EmbedApp } from './viewer/EmbedApp'
import { embedLookIn } from './viewer/embedLook'
import { viewingActions } from './viewer/viewingActions'
import { lookIn } from './look'
import { followRoom } from './room'
import { followTheme } from './theme'
import '../ui/ui.css'

const root = window.document.getElementById('root')
if (!root) throw new Error('embed.html has no element with the id "root"')

const parts = partsOf(location.hash)
const look = embedLookIn(parts)
const actions = viewingActions(new Map(lookingActions.map((action) => [action.id, action])))

settings.setState({ theme: look.theme, showsMinimap: false })
registerActions(actions)
followTheme()
followRoom()

const show = () => {
  const link = linkIn(location.hash) ?? ({ kind: 'damaged' } as const)
  void openLink(link, { look: lookIn(partsOf(location.hash)) })
}
show()
window.addEventListener('hashchange', show)

createRoot(root).render(
  <StrictMode>
    <EmbedApp actions={actions} look={look} />
  </StrictMode>,
)
