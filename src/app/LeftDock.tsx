import { Suspense, useState } from 'react'
import type { Point } from '../core/model/records'
import { settings, useSettings, type Settings } from '../state/settings'
import { useViewing } from '../state/viewing'
import { ContextMenu, Spinner, Tabs, type MenuEntry } from '../ui'
import { useActions, useContent } from './AppContext'
import { outlineAddEntries, outlineEntries, viewingContextEntries } from './contextEntries'
import { piece } from './piece'

const Outline = piece(() => import('../panels/outline').then((module) => module.Outline))
const Diagrams = piece(() => import('../panels/diagrams').then((module) => module.Diagrams))
const History = piece(() => import('../panels/history').then((module) => module.History))
const DbmlPanel = piece(() => import('../panels/dbml').then((module) => module.DbmlPanel))
const SqlPanel = piece(() => import('../panels/sql').then((module) => module.SqlPanel))

interface OpenMenu {
  readonly at: Point
  readonly entries: readonly MenuEntry[]
}

type Tab = Settings['leftDock']['tab']

const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'outline', label: 'Outline' },
  { id: 'diagrams', label: 'Diagrams' },
  { id: 'dbml', label: 'DBML' },
  { id: 'sql', label: 'SQL' },
  { id: 'history', label: 'History' },
]

/** Whoever only looks took no steps. */
const viewingTabs = tabs.filter(({ id }) => id !== 'history')

const setTab = (tab: Tab) => {
  settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, tab } }))
}

/** The menu of a row is the menu of its object on the canvas. */
function OutlineWithMenu() {
  const actions = useActions()
  const isViewing = useViewing()
  const [menu, setMenu] = useState<OpenMenu>()
  return (
    <>
      <Outline
        addEntries={() => outlineAddEntries(actions)}
        onDelete={() => {
          const action = actions.get('edit.delete')
          if (action?.when() === true) void action.run()
        }}
        onContextMenu={(at, object) => {
          const entries = isViewing ? viewingContextEntries(actions, object) : outlineEntries(actions, object)
          setMenu({ at, entries })
        }}
      />
      <ContextMenu
        label="Actions"
        at={menu?.at}
        entries={menu?.entries ?? []}
        onClose={() => {
          setMenu(undefined)
        }}
      />
    </>
  )
}

export function LeftDock() {
  const { files, clipboard } = useContent()
  const isViewing = useViewing()
  const chosen = useSettings((state) => state.leftDock.tab)
  const tab = isViewing && chosen === 'history' ? 'outline' : chosen
  return (
    <Tabs
      label="Left dock"
      tabs={isViewing ? viewingTabs : tabs}
      value={tab}
      onChange={setTab}
      className="min-w-0 grow"
    >
      <Suspense fallback={<Spinner label="Opening" className="m-auto" />}>
        {tab === 'outline' && <OutlineWithMenu />}
        {tab === 'diagrams' && <Diagrams />}
        {tab === 'history' && <History />}
        {tab === 'dbml' && <DbmlPanel files={files} />}
        {tab === 'sql' && <SqlPanel files={files} clipboard={clipboard} />}
      </Suspense>
    </Tabs>
  )
}
