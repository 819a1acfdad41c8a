import { useEffect, type ReactNode } from 'react'
import { fetchPopups, usePopups } from './popups/load'

export interface DrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Out of the way, while what it holds is dragged onto what lies behind it. */
  readonly isAside?: boolean
  /** Its name, which is not shown: what it holds has headings of its own. */
  readonly label: string
  readonly children?: ReactNode
}

/** A dock where there is no room beside the canvas: it lies over it and goes again. */
export function Drawer(props: DrawerProps) {
  const popups = usePopups()
  const { isOpen } = props
  useEffect(() => {
    if (isOpen) fetchPopups()
  }, [isOpen])
  return popups ? <popups.DrawerView {...props} /> : null
}
