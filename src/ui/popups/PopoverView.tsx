import { Popover } from '@base-ui/react/popover'
import { cx } from '../classes'
import type { PopoverProps } from '../Popover'
import { popupLook } from './look'

export function PopoverView(props: PopoverProps & { readonly isOpenAtFirst: boolean }) {
  const { label, trigger, anchor, isOpen, onOpenChange, side, align, isOpenAtFirst, className, children } =
    props
  return (
    <Popover.Root
      defaultOpen={isOpenAtFirst}
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger && <Popover.Trigger render={trigger} />}
      <Popover.Portal>
        <Popover.Positioner
          className="z-50 outline-none"
          {...(anchor ? { anchor } : {})}
          side={side ?? 'bottom'}
          align={align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          <Popover.Popup
            aria-label={label}
            className={cx(popupLook, 'max-h-(--available-height) overflow-auto p-3', className)}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
