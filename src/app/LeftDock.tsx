import { Suspense, lazy } from 'react'
import { settings, useSettings, type Settings } from '../state/settings'
import { Spinner, Tabs } from '../ui'

const Outline = lazy(() => import('../panels/outline').then((module) => ({ default: module.Outline })))
const Diagrams = lazy(() => import('../panels/diagrams').then((module) => ({ default: module.Diagrams })))

type Tab = Settings['leftDock']['tab']

const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'outline', label: 'Outline' },
  { id: 'diagrams', label: 'Diagrams' },
]

const setTab = (tab: Tab) => {
  settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, tab } }))
}

export function LeftDock() {
  const tab = useSettings((state) => state.leftDock.tab)
  return (
    <Tabs label="Left dock" tabs={tabs} value={tab} onChange={setTab} className="grow">
      <Suspense fallback={<Spinner label="Opening" className="m-auto" />}>
        {tab === 'outline' ? <Outline /> : <Diagrams />}
      </Suspense>
    </Tabs>
  )
}
