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
  /** Other words that people search for. */
  readonly words?: readonly string[]
  /** True when it can be done now; else why not, in a few words. */
  readonly when: () => true | string
  /** For actions that are on or off. */
  readonly isOn?: () => boolean
  readonly run: () => void | Promise<void>
}
