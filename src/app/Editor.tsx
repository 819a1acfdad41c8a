import { useState } from 'react'
import { Canvas } from '../canvas'
import type { Point } from '../core/model/records'
import { canvasPort } from '../state/camera'
import { useDocument } from '../state/document'
import type { Selectable } from '../state/selection'
import { settings, useSettings } from '../state/settings'
import { ContextMenu, ErrorBoundary, Splitter, type MenuEntry } from '../ui'
import { useActions } from './AppContext'
import { contextEntries } from './contextEntries'
import { router } from './router'
import { LeftDock } from './LeftDock'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'

const dockLimits = { min: 200, max: 560 }

function Left() {
  const { isOpen, width } = useSettings((state) => state.leftDock)
  if (!isOpen) return null
  const setWidth = (next: number) => {
    settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, width: next } }))
  }
  return (
    <>
      <aside
        id="left-dock"
        aria-label="Outline and diagrams"
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
        <main className="relative min-w-0 grow" aria-label="Diagram">
          <ErrorBoundary region="The canvas" resetKey={documentId}>
            <Canvas key={documentId} onContextMenu={handleContextMenu} router={router} />
          </ErrorBoundary>
        </main>
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
