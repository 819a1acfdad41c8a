// One object per verb: menus, context menus, the palette, the shortcuts sheet and the keyboard all read it.
import type { ReactNode } from 'react'

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

/** The keys of an action: those that the person chose, else ours. An empty choice takes the shortcut away. */
export function shortcutsOf(action: Action, chosen: Readonly<Record<string, string>>): readonly Shortcut[] {
  const own = chosen[action.id]
  if (own === undefined) return action.shortcuts
  return own === '' ? [] : [own]
}
