import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { cx } from '../classes'
import type { DialogProps, DialogSize } from '../Dialog'
import { IconButton } from '../IconButton'

const sizes: Readonly<Record<DialogSize, string>> = {
  small: 'max-w-100',
  medium: 'max-w-140',
  large: 'max-w-220',
  // As tall as it may get: what it holds comes and goes, the frame stays.
  wide: 'h-full max-h-200 max-w-300',
  full: 'h-full max-w-400',
}

export const backdropLook =
  'fixed inset-0 z-40 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0'

export function DialogView(props: DialogProps) {
  const { isOpen, onClose, title, description, footer, size = 'medium', children } = props
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropLook} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-center justify-center p-4">
          <Dialog.Popup
            {...(props.initialFocus ? { initialFocus: props.initialFocus } : {})}
            className={cx(
              'relative flex max-h-full w-full flex-col rounded-dialog border border-border bg-raised shadow-dialog outline-none transition-[opacity,transform] data-starting-style:translate-y-1 data-starting-style:opacity-0 data-ending-style:opacity-0',
              sizes[size],
            )}
          >
            <header className="pt-3.5 pr-12 pb-2 pl-4">
              <Dialog.Title className="truncate text-title font-semibold">{title}</Dialog.Title>
              {description && <Dialog.Description className="text-muted">{description}</Dialog.Description>}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-4 py-1">{children}</div>
            <footer className="flex flex-wrap justify-end gap-2 px-4 pt-3 pb-4 empty:pt-0">{footer}</footer>
            {/* Last in order, so that the focus begins at the first thing to fill in or to press. */}
            <Dialog.Close
              render={
                <IconButton label="Close" icon={<X />} shortcut="Escape" className="absolute top-3 right-3" />
              }
            />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
