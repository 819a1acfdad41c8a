import { cloneElement, useEffect, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import type { MenuEntry } from './menuEntries'
import { fetchPopups, usePopups } from './popups/load'
import { useStandIn } from './popups/standIn'

export interface MenuProps {
  /** A Button or IconButton; it gets the menu's attributes and handlers. */
  readonly trigger: ReactElement<Record<string, unknown>>
  /** A function is asked only when the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
}

export function Menu(props: MenuProps) {
  const { popups, isWanted, standInProps } = useStandIn()
  if (popups) return <popups.MenuView {...props} isOpenAtFirst={isWanted} />
  return cloneElement(props.trigger, { 'aria-haspopup': 'menu', ...standInProps })
}

export interface MenuPoint {
  readonly x: number
  readonly y: number
}

export interface PointMenuProps {
  readonly label: string
  /** In window coordinates; undefined: closed. */
  readonly at: MenuPoint | undefined
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
}

/** A menu at a point, opened by whoever renders it. Focus goes back to where it was. */
export function ContextMenu(props: PointMenuProps) {
  const popups = usePopups()
  const isWanted = props.at !== undefined
  useEffect(() => {
    if (isWanted) fetchPopups()
  }, [isWanted])
  return popups ? <popups.PointMenuView {...props} /> : null
}

export interface ContextMenuAreaProps {
  readonly label: string
  /** What is offered here; asked when the menu opens. */
  readonly entriesAt: (event: MouseEvent) => readonly MenuEntry[]
  readonly className?: string
  readonly children: ReactNode
}

/** Right-click, long press, or the menu key anywhere inside. */
export function ContextMenuArea({ label, entriesAt, className, children }: ContextMenuAreaProps) {
  const [open, setOpen] = useState<{ readonly at: MenuPoint; readonly entries: readonly MenuEntry[] }>()
  const handleContextMenu = (event: MouseEvent) => {
    const entries = entriesAt(event)
    if (entries.length === 0) return
    event.preventDefault()
    setOpen({ at: { x: event.clientX, y: event.clientY }, entries })
  }
  return (
    // The menu key and Shift+F10 raise the same event on whatever has the focus inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={className} onContextMenu={handleContextMenu}>
      {children}
      <ContextMenu
        label={label}
        at={open?.at}
        entries={open?.entries ?? []}
        onClose={() => {
          setOpen(undefined)
        }}
      />
    </div>
  )
}
