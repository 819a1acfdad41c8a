// Menus made of the registry: one verb, one label, one shortcut, wherever it shows.
import { actionGroups, groupLabels, shortcutsOf, type Action } from '../state/action'
import { keymap } from '../state/keymap'
import type { MenuEntry } from '../ui'

export function entryOf(action: Action): MenuEntry {
  const when = action.when()
  const shortcut = shortcutsOf(action, keymap())[0]
  const shared = {
    label: action.label,
    icon: action.icon,
    shortcut,
    disabledReason: when === true ? undefined : when,
  }
  const run = () => void action.run()
  if (action.isOn) return { kind: 'check', ...shared, isChecked: action.isOn(), onChange: run }
  return { kind: 'action', ...shared, onSelect: run, isDanger: action.isDanger ?? false }
}

/** Neighbours that share a submenu stand in it together. */
function entriesOf(actions: readonly (Action | '-')[]): readonly MenuEntry[] {
  const entries: MenuEntry[] = []
  let open: { readonly label: string; readonly entries: MenuEntry[] } | undefined
  for (const action of actions) {
    if (action === '-') entries.push({ kind: 'separator' })
    else if (action.submenu === undefined) entries.push(entryOf(action))
    else if (open?.label === action.submenu) open.entries.push(entryOf(action))
    else {
      open = { label: action.submenu, entries: [entryOf(action)] }
      entries.push({ kind: 'submenu', ...open })
    }
  }
  return entries
}

/** Entries for action ids; `-` is a separator. An id that is not in the registry is a bug. */
export const entriesFor = (
  actions: ReadonlyMap<string, Action>,
  ids: readonly string[],
): readonly MenuEntry[] =>
  entriesOf(
    ids.map((id) => {
      const action = id === '-' ? '-' : actions.get(id)
      if (!action) throw new Error(`No action is called ${id}`)
      return action
    }),
  )

/** The whole registry as one menu with a submenu per group: nothing is out of the mouse's reach. */
export const mainMenu = (actions: readonly Action[]): readonly MenuEntry[] =>
  actionGroups.flatMap((group): MenuEntry[] => {
    const members = actions.filter((action) => action.group === group)
    return members.length === 0
      ? []
      : [{ kind: 'submenu', label: groupLabels[group], entries: entriesOf(members) }]
  })
