// What a page can do that keeps nothing and has no documents: look around, search, go from diagram to diagram.
import type { Action } from '../state/action'
import { diagramActions } from './diagram'
import { goActions } from './go'
import { viewActions } from './view'

/** Their panels stand in pages that have one. */
const elsewhere: ReadonlySet<string> = new Set(['view.leftDock', 'view.minimap', 'help.settings'])

/** What arranges is an edit: it is never reached here. */
const never = () => Promise.resolve()

export const lookingActions: readonly Action[] = [
  ...viewActions,
  ...diagramActions(never),
  ...goActions,
].filter(({ id }) => !elsewhere.has(id))
