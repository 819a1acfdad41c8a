import { useEffect, type ReactNode } from 'react'
import { fetchPopups, usePopups } from './popups/load'

export interface PaletteItem {
  readonly kind: 'item'
  readonly id: string
  readonly label: string
  /** The parts of the label that fit the query: [start, end) in code units. */
  readonly ranges?: readonly (readonly [start: number, end: number])[]
  /** Where it is or what it is, at the end of the row. */
  readonly detail?: string
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly disabledReason?: string | undefined
}

export interface PaletteGroup {
  readonly kind: 'group'
  readonly id: string
  readonly label: string
}

export type PaletteRow = PaletteItem | PaletteGroup

export interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly query: string
  readonly onQueryChange: (query: string) => void
  /** What fits the query, already in order; tens of thousands are welcome. */
  readonly rows: readonly PaletteRow[]
  /** The palette closes first, so that focus is back where it was. */
  readonly onRun: (item: PaletteItem) => void
  /** Called as one moves along the rows: to show a preview. */
  readonly onActiveChange?: (item: PaletteItem | undefined) => void
  readonly isBusy?: boolean
  readonly placeholder?: string
  readonly emptyText?: string
}

/** A search over everything: it draws and moves; what fits and in which order is the caller's. */
export function CommandPalette(props: CommandPaletteProps) {
  const popups = usePopups()
  const { isOpen } = props
  useEffect(() => {
    if (isOpen) fetchPopups()
  }, [isOpen])
  return popups ? <popups.CommandPaletteView {...props} /> : null
}
