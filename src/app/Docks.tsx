// The panes beside the canvas. Their edges lie over the canvas, within the main landmark. Where there is no room beside
// it, the left dock is a drawer over it, and on a phone the inspector a sheet from below.
import { Suspense, useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { camera } from '../state/camera'
import { setLeft, setSheet, useDocks } from '../state/docks'
import { settings, useSettings } from '../state/settings'
import { useView } from '../state/view'
import { BottomSheet, Drawer, ErrorBoundary, Spinner, Splitter } from '../ui'
import { LeftDock } from './LeftDock'
import { forgetFailures, piece } from './piece'

const Inspector = piece(() => import('../panels/inspector').then((module) => module.Inspector))

const leftLabel = 'Outline, diagrams, DBML, SQL and history'

const limits = { min: 200, max: 720 }
/** However wide a dock was drawn in a larger window, most of this one is the canvas's. */
const share = { left: '34vw', right: '40vw' }

function useLeft() {
  const { isOpen, tab, ...widths } = useSettings((state) => state.leftDock)
  const isBeside = useDocks(({ room }) => room === 'desk')
  // Lines of code are longer than names: code has a width of its own.
  const side = tab === 'sql' || tab === 'dbml' ? ('codeWidth' as const) : ('width' as const)
  return { isOpen: isOpen && isBeside, tab, side, width: widths[side] }
}

const useAnySelected = () => useView((state) => state.selection.items.size > 0)

/** There when something is selected, gone when nothing is: the diagram is the loudest thing on the screen. */
function useRight() {
  const { isOpen, width } = useSettings((state) => state.rightDock)
  const isBeside = useDocks(({ room }) => room !== 'phone')
  const isAnythingSelected = useAnySelected()
  return { isOpen: isOpen && isBeside && isAnythingSelected, width }
}

function Left({ tab }: { readonly tab: string }) {
  return (
    <ErrorBoundary onError={forgetFailures} region="This panel" resetKey={tab}>
      <LeftDock />
    </ErrorBoundary>
  )
}

const closeDrawer = () => {
  setLeft({ isOpen: false })
}

/** What one flies to lies behind the drawer. */
function useCloseOnFlight(isOpen: boolean) {
  useEffect(() => {
    if (!isOpen) return
    return camera.subscribe(({ request }) => {
      if (request?.kind === 'flyTo') closeDrawer()
    })
  }, [isOpen])
}

export function LeftPane() {
  const { isOpen, tab, width } = useLeft()
  const isBeside = useDocks(({ room }) => room === 'desk')
  const isDrawerOpen = useDocks((state) => state.isDrawerOpen)
  const isAside = useDocks((state) => state.isDrawerAside)
  useCloseOnFlight(isDrawerOpen)
  if (!isBeside) {
    return (
      <Drawer label={leftLabel} isOpen={isDrawerOpen} isAside={isAside} onClose={closeDrawer}>
        <Left tab={tab} />
      </Drawer>
    )
  }
  if (!isOpen) return null
  return (
    <aside
      id="left-dock"
      aria-label={leftLabel}
      className="flex min-h-0 shrink-0"
      style={{ width, maxWidth: share.left }}
    >
      <Left tab={tab} />
    </aside>
  )
}

function Right({ edge }: { readonly edge?: ReactNode }) {
  const selection = useView((state) => state.selection.items)
  return (
    <ErrorBoundary onError={forgetFailures} region="The inspector" resetKey={selection}>
      <Suspense
        fallback={<Spinner label="Opening the inspector" className="mx-auto my-4 flex justify-center" />}
      >
        <Inspector edge={edge} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Escape leaves one level: from a field that has nothing to take back to the canvas. */
function leaveToCanvas(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  window.document.querySelector<HTMLElement>('[data-canvas]')?.focus()
}

export function RightPane() {
  const { isOpen, width } = useRight()
  if (!isOpen) return null
  return (
    // The inspector itself is the landmark.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      id="right-dock"
      onKeyDown={leaveToCanvas}
      className="min-h-0 shrink-0"
      style={{ width, maxWidth: share.right }}
    >
      <Right />
    </div>
  )
}

/** The inspector on a phone. */
export function RightSheet() {
  const isPhone = useDocks(({ room }) => room === 'phone')
  const stop = useDocks(({ sheet }) => sheet)
  const isAnythingSelected = useAnySelected()
  if (!isPhone || !isAnythingSelected) return null
  return (
    <BottomSheet label="Inspector" stop={stop} onStop={setSheet}>
      {(edge) => <Right edge={edge} />}
    </BottomSheet>
  )
}

export function DockEdges() {
  const left = useLeft()
  const right = useRight()
  return (
    <>
      {left.isOpen && (
        <div className="absolute inset-y-0 left-0 z-10 flex">
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
        <div className="absolute inset-y-0 right-0 z-10 flex">
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
