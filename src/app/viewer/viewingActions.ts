// What remains of the registry where one only looks: no menu, key or search leads to an edit there.
import type { Action } from '../../state/action'

const alsoViewing: ReadonlySet<string> = new Set([
  'file.start',
  'file.take',
  'file.export',
  'file.share',
  'edit.selectAll',
  'edit.selectNone',
  'edit.copy',
  'relation.follow',
  'relation.next',
  'relation.previous',
  'diagram.next',
  'diagram.previous',
  'help.shortcuts',
  'help.settings',
  'help.update',
  'help.install',
])

/** These show what a view has not: steps that one took, places that one moves things to. */
const notViewing: ReadonlySet<string> = new Set(['view.history', 'view.snapGrid', 'view.snapGuides'])

export const isForViewing = ({ id, group }: Action): boolean =>
  alsoViewing.has(id) || ((group === 'view' || group === 'go') && !notViewing.has(id))

export const viewingActions = (actions: ReadonlyMap<string, Action>): ReadonlyMap<string, Action> =>
  new Map([...actions].filter(([, action]) => isForViewing(action)))
