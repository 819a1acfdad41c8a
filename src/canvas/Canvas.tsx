// The drawing table. It shows one diagram of the open document and turns gestures into commands.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import '@xyflow/react/dist/base.css'
import './canvas.css'
import type { Point } from '../core/model/records'
import type { Selectable } from '../state/selection'
import { useKeysOf } from '../state/keymap'
import { useView } from '../state/view'
import { followCamera } from './camera/requests'
import { Lens } from './camera/lens'
import { followRoutes, type Router } from './edges/routes'
import { Flow } from './Flow'
import { followForward } from './forward'
import { followGlides } from './glide'
import { Controller } from './gestures/Controller'
import { listenToDrops } from './gestures/dropObjects'
import { LineEndMenu } from './edges/LineEndMenu'
import { RubberTip } from './gestures/RubberTip'
import { listenToKeys } from './keyboard/keys'
import { LiveRegion } from './keyboard/LiveRegion'
import { live, useLive } from './live'
import { followView, useNearView } from './nearView'
import { Minimap } from './overview/Minimap'
import { Dots } from './overview/Dots'
import { Ground } from './overview/Ground'
import { Overlay } from './overview/Overlay'
import { Palette } from './palette/Palette'
import { EmptyCanvas } from './EmptyCanvas'
import { followDocument, useStage } from './stage'
import { followTheme } from './theme'
import { ZoomBar } from './overview/ZoomBar'

export interface CanvasProps {
  /** Right-click, long press or the menu key, in window coordinates; the target is selected by then. */
  readonly onContextMenu?: (at: Point, target: Selectable | undefined) => void
  /** Asks for the full routes of lines; without it lines know their own two tables only. */
  readonly router?: Router | undefined
  /** What else a person may do while nothing is there: open an example, import a script. */
  readonly emptyActions?: ReactNode
  /** Without the buttons that float over it: wheel, fingers and keys move the view all the same. */
  readonly isBare?: boolean
}

const noMenu = () => undefined

function useCanvas(root: HTMLElement | null, { onContextMenu = noMenu, router }: CanvasProps): void {
  const openMenu = useRef(onContextMenu)
  useLayoutEffect(() => {
    openMenu.current = onContextMenu
  })
  useEffect(() => {
    if (!root) return
    // Whoever comes from another screen has left the focus there: here it begins at the canvas.
    if (window.document.activeElement === window.document.body) root.focus({ preventScroll: true })
    const lens = new Lens()
    const measure = () => lens.resize({ width: root.clientWidth, height: root.clientHeight })
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(root)
    const controller = new Controller(root, lens, {
      onContextMenu: (at, target) => openMenu.current(at, target),
    })
    const stops = [
      followTheme(),
      followGlides(root),
      followDocument(),
      followRoutes(router),
      followForward(),
      followView(),
      followCamera(lens, root),
      live.subscribe(({ isTravelling }, then) => {
        if (isTravelling !== then.isTravelling) root.toggleAttribute('data-travelling', isTravelling)
      }),
      listenToKeys(root, { lens, controller, openMenu: (at, target) => openMenu.current(at, target) }),
      listenToDrops(root),
      () => controller.end(),
      () => lens.end(),
      () => sizes.disconnect(),
    ]
    return () => {
      for (const stop of stops.toReversed()) stop()
      live.setState({
        pointed: {},
        dragging: undefined,
        rubber: undefined,
        marquee: undefined,
        placing: undefined,
      })
    }
  }, [root, router])
}

/** The element of what is selected, where there is one: far away and out of view there is none to be named. */
function useActiveDescendant(): string | undefined {
  const { items, part } = useView(({ selection }) => selection)
  const [first] = items
  const isThere = useNearView(
    ({ nodes, lines }) =>
      items.size === 1 && (lines.some((id) => id === first) || nodes.some(({ id }) => id === first)),
  )
  if (!isThere || first === undefined) return undefined
  return part ? `part-${'column' in part ? part.column : part.value}` : `item-${first}`
}

export function Canvas(props: CanvasProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useCanvas(root, props)
  const active = useActiveDescendant()
  const tier = useLive((state) => state.tier)
  const relations = useKeysOf('relation.next') ?? 'The Go menu'
  const isEmpty = useStage(({ drawing }) => drawing.items.size === 0)
  const mode = useView((state) => state.mode.kind)
  // What is selected shows by its own outline where the keyboard stands.
  const hasSelection = useView(({ selection }) => selection.items.size > 0)
  return (
    <section
      aria-label="Canvas"
      data-region="canvas"
      className="relative size-full overflow-hidden bg-ground"
    >
      {/* One stop for the keyboard: inside it the arrow keys walk, and the selection says where one is. */}
      <div
        ref={setRoot}
        role="application"
        aria-label="Diagram canvas"
        aria-describedby="canvas-help"
        aria-activedescendant={tier === 'near' ? active : undefined}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application takes the focus
        tabIndex={0}
        data-canvas
        data-tier={tier}
        data-mode={mode}
        className="group/canvas absolute inset-0 touch-none overflow-hidden outline-none select-none"
      >
        <Dots />
        <Ground />
        <Flow />
        <Overlay />
        {!hasSelection && (
          <div className="pointer-events-none absolute inset-0 hidden outline-2 -outline-offset-2 outline-focus group-data-keyboard/canvas:group-focus/canvas:block" />
        )}
        <RubberTip />
      </div>
      <p id="canvas-help" className="sr-only">
        Tab and Alt with the arrow keys walk from table to table. {relations} goes through the relations of
        the selected one, and the arrow keys lead from a relation to the tables at its ends. Enter goes into
        its columns, Escape leaves. The menu key opens what can be done.
      </p>
      {isEmpty && <EmptyCanvas actions={props.emptyActions} />}
      <Palette />
      {props.isBare !== true && <Minimap />}
      {props.isBare !== true && <ZoomBar />}
      <LineEndMenu />
      <LiveRegion />
    </section>
  )
}
