import { Suspense, useState } from 'react'
import type { Point } from '../core/model/records'
import { settings, useSettings, type Settings } from '../state/settings'
import { ContextMenu, Spinner, Tabs, type MenuEntry } from '../ui'
import { useActions, useContent } from './AppContext'
import { outlineAddEntries, outlineEntries } from './contextEntries'
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

const setTab = (tab: Tab) => {
  settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, tab } }))
}

/** The menu of a row is the menu of its object on the canvas. */
function OutlineWithMenu() {
  const actions = useActions()
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
          setMenu({ at, entries: outlineEntries(actions, object) })
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
  const { files } = useContent()
  const tab = useSettings((state) => state.leftDock.tab)
  return (
    <Tabs label="Left dock" tabs={tabs} value={tab} onChange={setTab} className="min-w-0 grow">
      <Suspense fallback={<Spinner label="Opening" className="m-auto" />}>
        {tab === 'outline' && <OutlineWithMenu />}
        {tab === 'diagrams' && <Diagrams />}
        {tab === 'history' && <History />}
        {tab === 'dbml' && <DbmlPanel files={files} />}
        {tab === 'sql' && <SqlPanel files={files} />}
      </Suspense>
    </Tabs>
  )
}
