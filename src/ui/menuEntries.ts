import type { ReactNode } from 'react'

interface Named {
  readonly label: string
  readonly icon?: ReactNode
  /** Why it cannot be chosen now; said to everybody, shown under the name. */
  readonly disabledReason?: string | undefined
}

export interface MenuAction extends Named {
  readonly kind: 'action'
  readonly shortcut?: string | undefined
  readonly isDanger?: boolean
  readonly onSelect: () => void
}

export interface MenuCheck extends Named {
  readonly kind: 'check'
  readonly shortcut?: string | undefined
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

/** One of several; the label heads the group. */
export interface MenuChoice {
  readonly kind: 'choice'
  readonly label: string
  readonly value: string
  readonly options: readonly (Named & { readonly value: string })[]
  readonly onChange: (value: string) => void
}

export interface MenuSubmenu extends Named {
  readonly kind: 'submenu'
  readonly entries: readonly MenuEntry[]
}

export type MenuEntry =
  | MenuAction
  | MenuCheck
  | MenuChoice
  | MenuSubmenu
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string }
