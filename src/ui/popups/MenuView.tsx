import { Menu } from '@base-ui/react/menu'
import type { MenuProps, PointMenuProps } from '../Menu'
import { cx } from '../classes'
import { popupLook, portalProps } from './look'
import { menuLook, MenuRows } from './MenuRows'

/** Mounted with the open menu, so that entries are asked as it opens and not when its trigger was last drawn. */
function AskedRows({ entries }: Pick<MenuProps, 'entries'>) {
  return <MenuRows entries={typeof entries === 'function' ? entries() : entries} />
}

export function MenuView({
  trigger,
  entries,
  side,
  align,
  isOpenAtFirst,
}: MenuProps & { readonly isOpenAtFirst: boolean }) {
  return (
    <Menu.Root defaultOpen={isOpenAtFirst}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal {...portalProps}>
        <Menu.Positioner
          className="z-50 outline-none"
          side={side ?? 'bottom'}
          align={align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup tabIndex={0} className={cx(popupLook, menuLook)}>
            <AskedRows entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

export function PointMenuView({ label, at, entries, onClose }: PointMenuProps) {
  const anchor = at && { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }
  return (
    <Menu.Root
      open={at !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Menu.Portal {...portalProps}>
        <Menu.Positioner
          className="z-50 outline-none"
          anchor={anchor ?? null}
          positionMethod="fixed"
          side="bottom"
          align="start"
          sideOffset={2}
          collisionPadding={8}
        >
          <Menu.Popup tabIndex={0} aria-label={label} className={cx(popupLook, menuLook)}>
            <MenuRows entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
