import { Suspense, lazy } from 'react'
import { settings, useSettings, type Settings } from '../state/settings'
import { Spinner, Tabs } from '../ui'
import { useContent } from './AppContext'

const Outline = lazy(() => import('../panels/outline').then((module) => ({ default: module.Outline })))
const Diagrams = lazy(() => import('../panels/diagrams').then((module) => ({ default: module.Diagrams })))
const History = lazy(() => import('../panels/history').then((module) => ({ default: module.History })))
const SqlPanel = lazy(() => import('../panels/sql').then((module) => ({ default: module.SqlPanel })))

type Tab = Settings['leftDock']['tab']

const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'outline', label: 'Outline' },
  { id: 'diagrams', label: 'Diagrams' },
  { id: 'sql', label: 'SQL' },
  { id: 'history', label: 'History' },
]

const setTab = (tab: Tab) => {
  settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, tab } }))
}

export function LeftDock() {
  const { files } = useContent()
  const tab = useSettings((state) => state.leftDock.tab)
  return (
    <Tabs label="Left dock" tabs={tabs} value={tab} onChange={setTab} className="min-w-0 grow">
      <Suspense fallback={<Spinner label="Opening" className="m-auto" />}>
        {tab === 'outline' && <Outline />}
        {tab === 'diagrams' && <Diagrams />}
        {tab === 'history' && <History />}
        {tab === 'sql' && <SqlPanel files={files} />}
      </Suspense>
    </Tabs>
  )
}
