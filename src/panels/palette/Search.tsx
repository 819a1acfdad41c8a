import { Columns3, Database, Eye, LayoutDashboard, List, StickyNote, Table2, Zap } from 'lucide-react'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { shortcutsOf, type Action } from '../../state/action'
import { emptySchema } from '../../core/model/schema'
import { lookAt } from '../../state/camera'
import { openRight } from '../../state/docks'
import { useDocument } from '../../state/document'
import { reveal } from '../../state/reveal'
import { keymap } from '../../state/keymap'
import { openDialog, useScreens } from '../../state/screens'
import { isDatabaseObject } from '../../state/selection'
import { CommandPalette, type PaletteItem } from '../../ui'
import { actionCandidates, objectCandidates, type Candidate, type Group, type Target } from './candidates'
import { rowsFor } from './find'

export interface SearchProps {
  readonly actions: readonly Action[]
  readonly onClose: () => void
}

const icons: Readonly<Record<Group, ReactNode>> = {
  tables: <Table2 />,
  columns: <Columns3 />,
  views: <Eye />,
  enums: <List />,
  database: <Database />,
  notes: <StickyNote />,
  diagrams: <LayoutDashboard />,
  actions: <Zap />,
}

function decorate({ group, target }: Candidate): Partial<PaletteItem> {
  if (target.kind !== 'action') return { icon: icons[group] }
  const { action } = target
  const when = action.when()
  return {
    icon: action.icon ?? icons.actions,
    shortcut: shortcutsOf(action, keymap())[0],
    disabledReason: when === true ? undefined : when,
  }
}

function go(target: Target): void {
  if (target.kind === 'action') void target.action.run()
  else if (target.kind === 'diagram') reveal.diagram(target.diagram)
  else if (target.kind === 'statement') openDialog({ kind: 'statement', id: target.id })
  else {
    reveal.object(target.object, target.part)
    if (isDatabaseObject(target.object)) openRight()
    lookAt({ kind: 'flyTo', object: target.object, ...(target.part !== undefined && { part: target.part }) })
  }
}

/** One search over everything that can be done and everything that can be found; Enter does it or flies there. */
export function Search({ actions, onClose }: SearchProps) {
  const [query, setQuery] = useState('')
  const settled = useDeferredValue(query)
  const open = useDocument((state) => state.schema)
  // On the start page the document that was open before is none to look in.
  const schema = useScreens(({ screen }) => (screen === 'editor' ? open : emptySchema))
  const all = useMemo(() => [...actionCandidates(actions), ...objectCandidates(schema)], [actions, schema])
  const rows = useMemo(() => {
    // Before anything is typed the actions come first: the list teaches what can be done.
    const shown = settled.trim() === '' ? all.filter(({ group }) => group !== 'columns') : all
    return rowsFor(shown, settled, decorate)
  }, [all, settled])
  return (
    <CommandPalette
      isOpen
      onClose={onClose}
      query={query}
      onQueryChange={setQuery}
      rows={rows}
      onRun={({ id }) => {
        const found = all.find((candidate) => candidate.id === id)
        if (found) go(found.target)
      }}
      placeholder="Search tables, columns and actions"
      emptyText="Nothing is called that"
    />
  )
}
