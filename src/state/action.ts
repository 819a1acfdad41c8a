// One object per verb: menus, context menus, the palette, the shortcuts sheet and the keyboard all read it.
import type { ReactNode } from 'react'
import { isSingleKey } from './keys'

/** "Mod+Shift+D", "T", "/", "Alt+ArrowUp": Mod is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut = string

export type ActionGroup =
  'file' | 'edit' | 'add' | 'table' | 'relation' | 'arrange' | 'view' | 'diagram' | 'go' | 'help'

/** Where a shortcut listens: a letter alone must not fire while one types. */
export type ShortcutScope = 'canvas' | 'everywhere'

export interface Action {
  readonly id: string
  readonly label: string
  readonly group: ActionGroup
  readonly icon?: ReactNode
  readonly shortcuts: readonly Shortcut[]
  readonly scope: ShortcutScope
  /** Actions that stand next to each other under one heading in menus: colours, themes. */
  readonly submenu?: string
  /** Other words that people search for. */
  readonly words?: readonly string[]
  /** True when it can be done now; else why not, in a few words. */
  readonly when: () => true | string
  /** For actions that are on or off. */
  readonly isOn?: () => boolean
  readonly isDanger?: boolean
  /** Its own keys reach the page as an event of the browser, which alone may touch the clipboard without asking. */
  readonly isBrowserEvent?: boolean
  readonly run: () => void | Promise<void>
}

export const groupLabels: Readonly<Record<ActionGroup, string>> = {
  file: 'File',
  edit: 'Edit',
  add: 'Add',
  table: 'Table',
  relation: 'Relation',
  arrange: 'Arrange',
  view: 'View',
  diagram: 'Diagram',
  go: 'Go',
  help: 'Help',
}

// The keys of a record that is exhaustive over the groups, in the order that menus show them.
export const actionGroups = Object.keys(groupLabels) as readonly ActionGroup[]

/** What a person changed: the keys of actions by their id, with a space between several; none takes them away. */
export interface Keymap {
  readonly shortcuts: Readonly<Record<string, string>>
  /** False: letters, digits and signs alone do nothing. */
  readonly singleKeys: boolean
}

/** The keys of an action: those that the person chose, else ours. */
export function shortcutsOf(action: Action, { shortcuts, singleKeys }: Keymap): readonly Shortcut[] {
  const own = Object.hasOwn(shortcuts, action.id) ? shortcuts[action.id] : undefined
  const keys = own === undefined ? action.shortcuts : own.split(' ').filter((key) => key !== '')
  return singleKeys ? keys : keys.filter((key) => !isSingleKey(key))
}
