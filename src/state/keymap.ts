// Which keys do what for this person: ours, unless others were chosen. The registry stands here so that everything that
// shows a shortcut shows the one that works.
import { createStore, useStore } from 'zustand'
import { shortcutsOf, type Action, type Keymap, type Shortcut } from './action'
import { isSameShortcut } from './keys'
import { settings, useSettings } from './settings'

const registry = createStore<{ readonly actions: ReadonlyMap<string, Action> }>(() => ({
  actions: new Map(),
}))

export const registerActions = (actions: ReadonlyMap<string, Action>): void => {
  registry.setState({ actions })
}

export const keymap = (): Keymap => settings.getState()

export function useKeymap(): Keymap {
  const shortcuts = useSettings((state) => state.shortcuts)
  const singleKeys = useSettings((state) => state.singleKeys)
  return { shortcuts, singleKeys }
}

/** The first of an action's keys, as it is shown beside its name; undefined where there is none. */
export function useKeysOf(id: string): Shortcut | undefined {
  const action = useStore(registry, ({ actions }) => actions.get(id))
  const map = useKeymap()
  return action && shortcutsOf(action, map)[0]
}

/** Does an action, from where actions themselves are not known; undefined where it cannot be done now. */
export function useRun(id: string): (() => void) | undefined {
  const action = useStore(registry, ({ actions }) => actions.get(id))
  return action?.when() === true ? () => void action.run() : undefined
}

/** Another action that has these keys. */
export function holderOf(
  actions: readonly Action[],
  shortcut: Shortcut,
  { except, map }: { readonly except: string; readonly map: Keymap },
): Action | undefined {
  return actions.find(
    (action) =>
      action.id !== except && shortcutsOf(action, map).some((keys) => isSameShortcut(keys, shortcut)),
  )
}

function choose(id: string, keys: readonly Shortcut[]): void {
  settings.setState(({ shortcuts }) => ({ shortcuts: { ...shortcuts, [id]: keys.join(' ') } }))
}

/** Gives an action these keys alone; whoever had them keeps its others. */
export function giveKeys(actions: readonly Action[], action: Action, shortcut: Shortcut): void {
  // Also from those that are switched off now: they would come back double.
  const map = { ...keymap(), singleKeys: true }
  for (const other of actions) {
    const keys = shortcutsOf(other, map)
    const left = keys.filter((own) => !isSameShortcut(own, shortcut))
    if (other.id !== action.id && left.length < keys.length) choose(other.id, left)
  }
  choose(action.id, [shortcut])
}

export const takeKeys = (action: Action): void => choose(action.id, [])

export const isRemapped = (action: Action, { shortcuts }: Keymap): boolean =>
  shortcuts[action.id] !== undefined

/** Back to ours, in so far as nobody else has them by now. */
export function resetKeys(actions: readonly Action[], action: Action): void {
  const { [action.id]: _own, ...shortcuts } = settings.getState().shortcuts
  const map = { ...keymap(), shortcuts, singleKeys: true }
  const free = action.shortcuts.filter((keys) => !holderOf(actions, keys, { except: action.id, map }))
  if (free.length === action.shortcuts.length) settings.setState({ shortcuts })
  else choose(action.id, free)
}

export const resetAllKeys = (): void => {
  settings.setState({ shortcuts: {} })
}
