// The panes beside the canvas. Their edges lie over the canvas, within the main landmark.
import { lazy, Suspense } from 'react'
import { settings, useSettings } from '../state/settings'
import { useView } from '../state/view'
import { ErrorBoundary, Spinner, Splitter } from '../ui'
import { LeftDock } from './LeftDock'

const Inspector = lazy(() => import('../panels/inspector').then((module) => ({ default: module.Inspector })))

const limits = { min: 200, max: 720 }

function useLeftWidth() {
  const { isOpen, tab, ...widths } = useSettings((state) => state.leftDock)
  // Lines of code are longer than names: code has a width of its own.
  const side = tab === 'sql' ? ('codeWidth' as const) : ('width' as const)
  return { isOpen, side, width: widths[side] }
}

/** There when something is selected, gone when nothing is: the diagram is the loudest thing on the screen. */
function useRight() {
  const { isOpen, width } = useSettings((state) => state.rightDock)
  const isAnythingSelected = useView((state) => state.selection.items.size > 0)
  return { isOpen: isOpen && isAnythingSelected, width }
}

export function LeftPane() {
  const { isOpen, width } = useLeftWidth()
  if (!isOpen) return null
  return (
    <aside
      id="left-dock"
      aria-label="Outline, diagrams, SQL and history"
      className="flex min-h-0 shrink-0 max-md:hidden"
      style={{ width }}
    >
      <ErrorBoundary region="The left dock">
        <LeftDock />
      </ErrorBoundary>
    </aside>
  )
}

export function RightPane() {
  const { isOpen, width } = useRight()
  if (!isOpen) return null
  return (
    // The inspector itself is the landmark.
    <div id="right-dock" className="min-h-0 shrink-0 max-md:hidden" style={{ width }}>
      <ErrorBoundary region="The inspector">
        <Suspense fallback={<Spinner label="Opening the inspector" className="m-auto" />}>
          <Inspector />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

export function DockEdges() {
  const left = useLeftWidth()
  const right = useRight()
  return (
    <>
      {left.isOpen && (
        <div className="absolute inset-y-0 left-0 z-10 flex max-md:hidden">
          <Splitter
            label="Width of the left dock"
            controls="left-dock"
            value={left.width}
            {...limits}
            onChange={(next) => {
              settings.setState(({ leftDock }) => ({ leftDock: { ...leftDock, [left.side]: next } }))
            }}
          />
        </div>
      )}
      {right.isOpen && (
        <div className="absolute inset-y-0 right-0 z-10 flex max-md:hidden">
          <Splitter
            label="Width of the inspector"
            controls="right-dock"
            pane="after"
            value={right.width}
            {...limits}
            onChange={(next) => {
              settings.setState(({ rightDock }) => ({ rightDock: { ...rightDock, width: next } }))
            }}
          />
        </div>
      )}
    </>
  )
}
