// The registry: every verb once, by its id.
import type { Action } from '../state/action'
import { addActions } from './add'
import { arrangeActions } from './arrange'
import type { Clipboard } from './clipboard'
import { databaseActions } from './database'
import { diagramActions } from './diagram'
import { diagramLookActions } from './diagramLook'
import { editActions } from './edit'
import { fileActions } from './file'
import { goActions } from './go'
import { importActions } from './import'
import { offlineActions } from './offline'
import { partActions } from './parts'
import { relationActions } from './relation'
import { resizeActions } from './resize'
import type { Services } from './services'
import { tableActions } from './table'
import { viewActions } from './view'
import { all, inEditor } from './when'

export { createClipboard, type Clipboard } from './clipboard'
export type { Services } from './services'

/** What acts on the canvas needs one: on the start page there is none, whatever document was open before. */
const needingCanvas = (action: Action): Action =>
  action.scope === 'canvas' ? { ...action, when: all(inEditor, action.when) } : action

export function createActions(services: Services, clipboard: Clipboard): ReadonlyMap<string, Action> {
  const actions = [
    ...fileActions(services),
    ...importActions,
    ...editActions(clipboard),
    ...addActions,
    ...databaseActions,
    ...tableActions,
    ...partActions,
    ...relationActions,
    ...arrangeActions(services.arrange),
    ...resizeActions,
    ...viewActions,
    ...diagramActions(services.arrange),
    ...diagramLookActions,
    ...goActions,
    ...offlineActions(services),
  ]
  const byId = new Map(actions.map((action) => [action.id, needingCanvas(action)]))
  if (byId.size < actions.length) throw new Error('Two actions have the same id')
  return byId
}
