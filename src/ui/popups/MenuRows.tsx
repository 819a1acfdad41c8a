import { Menu } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { cx } from '../classes'
import { Kbd } from '../Kbd'
import { ariaShortcut } from '../shortcut'
import type { MenuAction, MenuCheck, MenuChoice, MenuEntry, MenuSubmenu } from '../menuEntries'
import { popupLook, rowLook } from './look'

interface RowProps {
  readonly icon?: ReactNode
  readonly label: string
  readonly reason?: string | undefined
  readonly end?: ReactNode
}

/** The same columns in every row: mark, name (and under it the reason why not), shortcut. */
function Row({ icon, label, reason, end }: RowProps) {
  return (
    <>
      <span className="flex size-4 shrink-0 items-center justify-center text-muted">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {reason && <span className="block text-small text-faint">{reason}</span>}
      </span>
      {end}
    </>
  )
}

function ActionRow({ label, icon, shortcut, isDanger, disabledReason, onSelect }: MenuAction) {
  return (
    <Menu.Item
      label={label}
      disabled={disabledReason !== undefined}
      onClick={onSelect}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      className={cx(rowLook, isDanger && 'text-danger-text data-highlighted:bg-danger-soft')}
    >
      <Row
        {...{ icon, label }}
        reason={disabledReason}
        end={shortcut && <Kbd shortcut={shortcut} className="pl-4" />}
      />
    </Menu.Item>
  )
}

function CheckRow({ label, shortcut, isChecked, onChange, disabledReason }: MenuCheck) {
  return (
    <Menu.CheckboxItem
      label={label}
      checked={isChecked}
      closeOnClick
      onCheckedChange={onChange}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      disabled={disabledReason !== undefined}
      className={rowLook}
    >
      <Row
        icon={isChecked && <Check />}
        label={label}
        reason={disabledReason}
        end={shortcut && <Kbd shortcut={shortcut} className="pl-4" />}
      />
    </Menu.CheckboxItem>
  )
}

const headingLook = 'px-2 pt-1 pb-0.5 text-small font-medium text-faint select-none'

function ChoiceRows({ label, value, options, onChange }: MenuChoice) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={headingLook}>{label}</Menu.GroupLabel>
      <Menu.RadioGroup
        value={value}
        onValueChange={(next: unknown) => {
          if (typeof next === 'string') onChange(next)
        }}
      >
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            label={option.label}
            closeOnClick
            disabled={option.disabledReason !== undefined}
            className={rowLook}
          >
            <Row
              icon={option.value === value && <Check />}
              label={option.label}
              reason={option.disabledReason}
              end={option.icon}
            />
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  )
}

function SubmenuRow({ label, icon, entries, disabledReason }: MenuSubmenu) {
  return (
    <Menu.SubmenuRoot disabled={disabledReason !== undefined}>
      <Menu.SubmenuTrigger label={label} className={cx(rowLook, 'data-popup-open:bg-hover')}>
        <Row
          {...{ icon, label }}
          reason={disabledReason}
          end={<ChevronRight className="text-faint" aria-hidden="true" />}
        />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className="z-50 outline-none" sideOffset={2} alignOffset={-5} collisionPadding={8}>
          <Menu.Popup tabIndex={0} className={cx(popupLook, menuLook)}>
            <MenuRows entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

export const menuLook = 'max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto p-1'

function EntryRow({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'action':
      return <ActionRow {...entry} />
    case 'check':
      return <CheckRow {...entry} />
    case 'choice':
      return <ChoiceRows {...entry} />
    case 'submenu':
      return <SubmenuRow {...entry} />
    case 'separator':
      return <Menu.Separator className="mx-2 my-1 h-px bg-border" />
    case 'heading':
      return <div className={headingLook}>{entry.label}</div>
  }
}

export function MenuRows({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => (
    // Entries have no identity of their own; an open menu does not reorder.
    <Fragment key={'label' in entry ? `${entry.kind} ${entry.label} ${index}` : index}>
      <EntryRow entry={entry} />
    </Fragment>
  ))
}
