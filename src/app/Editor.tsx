import { lazy, Suspense, useState } from 'react'
import { Canvas } from '../canvas'
import type { Point } from '../core/model/records'
import { canvasPort } from '../state/camera'
import { useDocument } from '../state/document'
import type { Selectable } from '../state/selection'
import { settings, useSettings } from '../state/settings'
import { useView } from '../state/view'
import { ContextMenu, ErrorBoundary, Spinner, Splitter, type MenuEntry } from '../ui'
import { useActions } from './AppContext'
import { contextEntries } from './contextEntries'
import { dropHandlers } from './dropObjects'
import { router } from './router'
import { LeftDock } from './LeftDock'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'

const dockLimits = { min: 200, max: 720 }

function Left() {
  const { isOpen, tab, ...widths } = useSettings((state) => state.leftDock)
  if (!isOpen) return null
  // Lines of code are longer than names: code has a width of its own.
  const side = tab === 'sql' ? 'codeWidth' : 'width'
  const width = widths[side]
  const setWidth = (next: number) => {
    settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, [side]: next } }))
  }
  return (
    <>
      <aside
        id="left-dock"
        aria-label="Outline, diagrams and SQL"
        className="flex min-h-0 shrink-0 max-md:hidden"
        style={{ width }}
      >
        <ErrorBoundary region="The outline">
          <LeftDock />
        </ErrorBoundary>
      </aside>
      <Splitter
        label="Width of the left dock"
        controls="left-dock"
        value={width}
        {...dockLimits}
        onChange={setWidth}
      />
    </>
  )
}

const Inspector = lazy(() => import('../panels/inspector').then((module) => ({ default: module.Inspector })))

/** There when something is selected, gone when nothing is: the diagram is the loudest thing on the screen. */
function Right() {
  const { isOpen, width } = useSettings((state) => state.rightDock)
  const isAnythingSelected = useView((state) => state.selection.items.size > 0)
  if (!isOpen || !isAnythingSelected) return null
  const setWidth = (next: number) => {
    settings.setState(({ rightDock }) => ({ rightDock: { ...rightDock, width: next } }))
  }
  return (
    <>
      <Splitter
        label="Width of the inspector"
        controls="right-dock"
        pane="after"
        value={width}
        {...dockLimits}
        onChange={setWidth}
      />
      {/* The inspector itself is the landmark. */}
      <div id="right-dock" className="min-h-0 shrink-0 max-md:hidden" style={{ width }}>
        <ErrorBoundary region="The inspector">
          <Suspense fallback={<Spinner label="Opening the inspector" className="m-auto" />}>
            <Inspector />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  )
}

interface OpenMenu {
  readonly at: Point
  readonly entries: readonly MenuEntry[]
}

export function Editor() {
  const actions = useActions()
  const documentId = useDocument((state) => state.id)
  const [menu, setMenu] = useState<OpenMenu>()
  const handleContextMenu = (at: Point, target: Selectable | undefined) => {
    setMenu({ at, entries: contextEntries(actions, target, canvasPort.getState().port?.toCanvas(at)) })
  }
  return (
    <div className="flex h-dvh flex-col">
      <TopBar />
      <div className="flex min-h-0 grow">
        <Left />
        <main className="relative min-w-0 grow" aria-label="Diagram" {...dropHandlers}>
          <ErrorBoundary region="The canvas" resetKey={documentId}>
            <Canvas key={documentId} onContextMenu={handleContextMenu} router={router} />
          </ErrorBoundary>
        </main>
        <Right />
      </div>
      <StatusBar />
      <ContextMenu
        label="Actions"
        at={menu?.at}
        entries={menu?.entries ?? []}
        onClose={() => {
          setMenu(undefined)
        }}
      />
    </div>
  )
}
