import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { cx } from '../classes'
import type { DrawerProps } from '../Drawer'
import { IconButton } from '../IconButton'
import { backdropLook } from './DialogView'

export function DrawerView({ isOpen, isAside = false, onClose, label, children }: DrawerProps) {
  return (
    <Dialog.Root
      open={isOpen}
      modal={!isAside}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog.Portal>
        {!isAside && <Dialog.Backdrop className={backdropLook} />}
        <Dialog.Popup
          className={cx(
            'fixed inset-y-0 left-0 z-40 flex w-100 max-w-[88vw] flex-col border-r border-border bg-surface shadow-dialog outline-none transition-transform data-starting-style:-translate-x-full data-ending-style:-translate-x-full',
            isAside && 'pointer-events-none -translate-x-full',
          )}
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <div className="flex min-h-0 flex-1">{children}</div>
          {/* Last in order, so that the focus begins in what the drawer holds. */}
          <Dialog.Close
            render={
              <IconButton label="Close" icon={<X />} shortcut="Escape" className="absolute top-1 right-1" />
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
