import { cloneElement, useEffect, type ReactElement, type ReactNode } from 'react'
import { fetchPopups, usePopups } from './popups/load'
import { useStandIn } from './popups/standIn'

export type PopupAnchor = Element | { readonly getBoundingClientRect: () => DOMRect }

interface Shared {
  readonly label: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

/** Opened by its trigger… */
interface Triggered extends Shared {
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly anchor?: undefined
}

/** …or by whoever renders it, beside any element or place. */
interface Anchored extends Shared {
  readonly anchor: PopupAnchor | undefined
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly trigger?: undefined
}

export type PopoverProps = Triggered | Anchored

export function Popover(props: PopoverProps) {
  const loaded = usePopups()
  const { popups, isWanted, standInProps } = useStandIn()
  const isOpen = props.isOpen === true
  useEffect(() => {
    if (isOpen) fetchPopups()
  }, [isOpen])
  if (props.trigger === undefined || isOpen)
    return loaded ? <loaded.PopoverView {...props} isOpenAtFirst={false} /> : null
  if (popups) return <popups.PopoverView {...props} isOpenAtFirst={isWanted} />
  return cloneElement(props.trigger, { 'aria-haspopup': 'dialog', ...standInProps })
}
