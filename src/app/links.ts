// What stands behind the # of the address: a document to be opened, or what the system's own menu asked for.
import { linkIn, partsOf } from '../core/file/link/address'
import { document as openDocument } from '../state/document'
import type { Action } from '../state/action'
import { screens } from '../state/screens'
import { isViewing, openLink } from '../state/viewing'
import type { Workspace } from '../state/workspace'
import { lookIn } from './look'

const clearFragment = (): void => {
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
}

/** A link that copies is only shown inside of another page: nobody there asked for a document. */
const isFramed = (): boolean => window.top !== window.self

function follow(workspace: Workspace): void {
  const link = linkIn(location.hash)
  if (!link) return
  const shown = 'way' in link && isFramed() ? { ...link, way: 'view' as const } : link
  void openLink(shown, { look: lookIn(partsOf(location.hash)), workspace }).then(() => {
    // What became a document of one's own must not become a second one when the page is loaded again.
    if (!isViewing() && screens.getState().screen === 'editor') clearFragment()
  })
}

/** Entries of the menu that the system shows for an installed Relata. */
const wishes: Readonly<Record<string, string>> = { '#new': 'file.new', '#import': 'file.import' }

function grant(actions: ReadonlyMap<string, Action>): void {
  const wish = Object.hasOwn(wishes, location.hash) ? wishes[location.hash] : undefined
  const action = wish === undefined ? undefined : actions.get(wish)
  if (!action) return
  clearFragment()
  void action.run()
}

export function followLinks(workspace: Workspace, actions: ReadonlyMap<string, Action>): void {
  follow(workspace)
  grant(actions)
  window.addEventListener('hashchange', () => {
    follow(workspace)
    grant(actions)
  })
  // The address names what is being looked at, for as long as it is.
  let wasViewing = isViewing()
  const look = () => {
    const isNow = isViewing()
    if (wasViewing && !isNow) clearFragment()
    wasViewing = isNow
  }
  openDocument.subscribe(look)
  screens.subscribe(look)
}
