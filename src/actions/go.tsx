import { Keyboard, Search } from 'lucide-react'
import { openDialog, screens } from '../state/screens'
import type { Action } from '../state/action'
import { always } from './when'

export const goActions: readonly Action[] = [
  {
    id: 'go.search',
    label: 'Search tables, columns and actions',
    group: 'go',
    icon: <Search />,
    shortcuts: ['Mod+K', '/'],
    scope: 'everywhere',
    words: ['find', 'command', 'palette'],
    when: always,
    run: () => {
      screens.setState(({ isSearching }) => ({ isSearching: !isSearching }))
    },
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'help',
    icon: <Keyboard />,
    shortcuts: ['?'],
    scope: 'everywhere',
    words: ['keys', 'help'],
    when: always,
    run: () => {
      openDialog({ kind: 'shortcuts' })
    },
  },
]
