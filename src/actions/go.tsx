import { Keyboard, Route, Search, SlidersHorizontal } from 'lucide-react'
import { document } from '../state/document'
import { openDialog, screens } from '../state/screens'
import type { Action } from '../state/action'
import { always, selectedTables } from './when'

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
    id: 'go.way',
    label: 'Find the way between two tables…',
    group: 'go',
    icon: <Route />,
    shortcuts: ['J'],
    scope: 'canvas',
    words: ['path', 'join', 'route', 'connection', 'sql'],
    when: () => document.getState().schema.table.size > 1 || 'Two tables are needed',
    run: () => {
      const [from, to] = selectedTables()
      openDialog({ kind: 'way', ...(from && { from }), ...(to && { to }) })
    },
  },
  {
    id: 'help.settings',
    label: 'Settings…',
    group: 'help',
    icon: <SlidersHorizontal />,
    shortcuts: ['Mod+,'],
    scope: 'everywhere',
    words: ['preferences', 'options', 'theme', 'dark', 'density'],
    when: always,
    run: () => {
      openDialog({ kind: 'settings' })
    },
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts…',
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
