import { useEffect, type ReactNode, type RefObject } from 'react'
import { fetchPopups, usePopups } from './popups/load'

export type DialogSize = 'small' | 'medium' | 'large' | 'wide' | 'full'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: ReactNode
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode
  readonly size?: DialogSize
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children?: ReactNode
}

/** For work that needs a place of its own. Not for "are you sure": destructive actions are undoable instead. */
export function Dialog(props: DialogProps) {
  const popups = usePopups()
  const { isOpen } = props
  useEffect(() => {
    if (isOpen) fetchPopups()
  }, [isOpen])
  return popups ? <popups.DialogView {...props} /> : null
}
