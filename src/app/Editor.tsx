import { useState } from 'react'
import { Canvas } from '../canvas'
import type { Point } from '../core/model/records'
import { canvasPort } from '../state/camera'
import { useDocument } from '../state/document'
import type { Selectable } from '../state/selection'
import { ContextMenu, ErrorBoundary, type MenuEntry } from '../ui'
import { useActions } from './AppContext'
import { useViewing } from '../state/viewing'
import { contextEntries, viewingContextEntries } from './contextEntries'
import { router } from './router'
import { DockEdges, LeftPane, RightPane, RightSheet } from './Docks'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'
import { ViewerBar } from './viewer/ViewerBar'

interface OpenMenu {
  readonly at: Point
  readonly entries: readonly MenuEntry[]
}

export function Editor() {
  const actions = useActions()
  const documentId = useDocument((state) => state.id)
  const isViewing = useViewing()
  const [menu, setMenu] = useState<OpenMenu>()
  const handleContextMenu = (at: Point, target: Selectable | undefined) => {
    const entries = isViewing
      ? viewingContextEntries(actions, target)
      : contextEntries(actions, target, canvasPort.getState().port?.toCanvas(at))
    setMenu({ at, entries })
  }
  return (
    <div className="flex h-dvh flex-col">
      <ErrorBoundary region="The top bar" look="line">
        {isViewing ? <ViewerBar /> : <TopBar />}
      </ErrorBoundary>
      <div className="flex min-h-0 grow">
        <LeftPane />
        <main className="relative min-w-0 grow" aria-label="Diagram">
          <ErrorBoundary region="The canvas" resetKey={documentId}>
            <Canvas key={documentId} onContextMenu={handleContextMenu} router={router} />
          </ErrorBoundary>
          <DockEdges />
        </main>
        <RightPane />
      </div>
      <RightSheet />
      <ErrorBoundary region="The status line" look="line">
        <StatusBar />
      </ErrorBoundary>
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
