// The registry: every verb once, by its id.
import type { Action } from '../state/action'
import { addActions } from './add'
import { arrangeActions } from './arrange'
import type { Clipboard } from './clipboard'
import { diagramActions } from './diagram'
import { editActions } from './edit'
import { fileActions } from './file'
import { goActions } from './go'
import { relationActions } from './relation'
import type { Services } from './services'
import { tableActions } from './table'
import { viewActions } from './view'

export { createClipboard, type Clipboard } from './clipboard'
export type { Services } from './services'

export function createActions(services: Services, clipboard: Clipboard): ReadonlyMap<string, Action> {
  const actions = [
    ...fileActions(services),
    ...editActions(clipboard),
    ...addActions,
    ...tableActions,
    ...relationActions,
    ...arrangeActions(services.arrange),
    ...viewActions,
    ...diagramActions,
    ...goActions,
  ]
  return new Map(actions.map((action) => [action.id, action]))
}
