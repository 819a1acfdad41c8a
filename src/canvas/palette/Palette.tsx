// What one can put on the canvas: pressed and dragged, or chosen and then placed by a click.
import {
  Eye,
  List,
  MousePointer2,
  Plus,
  SquareDashed,
  StickyNote,
  Table2,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { canvasPort } from '../../state/camera'
import { useDocks } from '../../state/docks'
import { useDocument } from '../../state/document'
import { useKeysOf } from '../../state/keymap'
import { setMode, useView, view, type EntityKind, type Mode, type RelationKind } from '../../state/view'
import { IconButton, Toolbar, ToolbarSeparator } from '../../ui'
import { cornerFor, createAt, freshSize } from '../gestures/create'
import { aimAt } from '../gestures/connect'
import { live } from '../live'
import { RelationIcon } from './RelationIcon'

interface Entity {
  readonly kind: EntityKind
  readonly label: string
  readonly icon: LucideIcon
}

const entities: readonly Entity[] = [
  { kind: 'table', label: 'Table', icon: Table2 },
  { kind: 'view', label: 'View', icon: Eye },
  { kind: 'enum', label: 'Enum', icon: List },
  { kind: 'note', label: 'Sticky note', icon: StickyNote },
  { kind: 'area', label: 'Subject area', icon: SquareDashed },
]

const relations: readonly {
  readonly kind: RelationKind
  readonly label: string
}[] = [
  { kind: 'oneToMany', label: 'One to many' },
  { kind: 'oneToOne', label: 'One to one' },
  { kind: 'manyToMany', label: 'Many to many' },
  { kind: 'self', label: 'To itself' },
]

const dragFrom = 5

const toCanvas = (event: PointerEvent) =>
  canvasPort.getState().port?.toCanvas({ x: event.clientX, y: event.clientY })

/** Is the pointer still over the palette or another floating piece? Then nothing is put down. */
const isOverFloating = (event: PointerEvent): boolean =>
  window.document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-floating]') !== null

/** A press that moves on becomes a drag onto the canvas; a press alone stays a click of the button. */
function useDragOut(mode: Mode, drop: (event: PointerEvent) => void) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined)
  const isDragging = useRef(false)
  const stop = () => {
    start.current = undefined
    isDragging.current = false
    live.setState({ placing: undefined })
  }
  return {
    wasDragged: () => isDragging.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
        if (event.button !== 0) return
        start.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent) => {
        const from = start.current
        if (!from) return
        if (!isDragging.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) < dragFrom)
          return
        isDragging.current = true
        if (view.getState().mode !== mode) setMode(mode)
        const at = toCanvas(event)
        if (!at || mode.kind !== 'place') return
        live.setState({
          placing: isOverFloating(event)
            ? undefined
            : { box: { ...cornerFor(mode.entity, at), ...freshSize[mode.entity] } },
        })
      },
      onPointerUp: (event: PointerEvent) => {
        const wasDragging = isDragging.current
        start.current = undefined
        live.setState({ placing: undefined })
        if (!wasDragging) return
        setMode({ kind: 'select' })
        if (!isOverFloating(event)) drop(event)
        // The click that follows belongs to the drag.
        window.setTimeout(() => (isDragging.current = false))
      },
      onPointerCancel: stop,
      onLostPointerCapture: () => {
        start.current = undefined
      },
    },
  }
}

interface ToolProps {
  readonly label: string
  /** The action that does the same by keys. */
  readonly action: string
  readonly icon: ReactNode
  readonly mode: Mode
  readonly isOn: boolean
  readonly onDrop: (event: PointerEvent) => void
}

function Tool({ label, action, icon, mode, isOn, onDrop }: ToolProps) {
  const keys = useKeysOf(action)
  const { handlers, wasDragged } = useDragOut(mode, onDrop)
  return (
    <IconButton
      label={label}
      shortcut={keys}
      icon={icon}
      tipSide="right"
      isPressed={isOn}
      {...handlers}
      onClick={() => {
        if (!wasDragged()) setMode(isOn ? { kind: 'select' } : mode)
      }}
    />
  )
}

const place = (kind: EntityKind, event: PointerEvent): void => {
  const at = toCanvas(event)
  if (at) createAt(kind, at)
}

/** Dropped on its first table, a relation waits for the second. */
function beginRelation(relation: RelationKind, event: PointerEvent): void {
  const at = toCanvas(event)
  const aim = at && aimAt(at)
  setMode(aim ? { kind: 'relate', relation, from: { table: aim.table } } : { kind: 'relate', relation })
}

/** On a phone the tools would cover what one looks at: they unfold when one wants to draw, and fold with the choice. */
function useFolding() {
  const isPhone = useDocks(({ room }) => room === 'phone')
  const mode = useView((state) => state.mode)
  const [openIn, setOpenIn] = useState<Mode>()
  const isOpen = !isPhone || openIn === mode
  return { isPhone, isOpen, toggle: () => setOpenIn(isOpen ? undefined : mode) }
}

export function Palette() {
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const { isPhone, isOpen, toggle } = useFolding()
  if (isReadOnly) return null
  return (
    <div
      data-floating
      className="pointer-events-none absolute top-3 bottom-3 left-3 flex flex-col items-start gap-2"
    >
      {isPhone && (
        <IconButton
          label="Tools"
          icon={isOpen ? <X aria-hidden /> : <Plus aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
          className="pointer-events-auto border border-border bg-raised shadow-pop"
        />
      )}
      {isOpen && <Tools />}
    </div>
  )
}

function Tools() {
  const mode = useView((state) => state.mode)
  return (
    <Toolbar
      label="Palette"
      orientation="vertical"
      isFloating
      className="pointer-events-auto max-h-full min-h-0 overflow-y-auto shadow-pop"
    >
      <IconButton
        label="Select"
        tipSide="right"
        icon={<MousePointer2 aria-hidden />}
        isPressed={mode.kind === 'select'}
        onClick={() => setMode({ kind: 'select' })}
      />
      <ToolbarSeparator orientation="horizontal" />
      {entities.map(({ kind, label, icon: Icon }) => (
        <Tool
          key={kind}
          label={label}
          action={`add.${kind}`}
          icon={<Icon aria-hidden />}
          mode={{ kind: 'place', entity: kind }}
          isOn={mode.kind === 'place' && mode.entity === kind}
          onDrop={(event) => place(kind, event)}
        />
      ))}
      <ToolbarSeparator orientation="horizontal" />
      {relations.map(({ kind, label }) => (
        <Tool
          key={kind}
          label={label}
          action={kind === 'oneToMany' ? 'relation.begin' : `relation.${kind}`}
          icon={<RelationIcon kind={kind} />}
          mode={{ kind: 'relate', relation: kind }}
          isOn={mode.kind === 'relate' && mode.relation === kind}
          onDrop={(event) => beginRelation(kind, event)}
        />
      ))}
    </Toolbar>
  )
}
