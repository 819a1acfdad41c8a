import { Select } from '@base-ui/react/select'
import { Check } from 'lucide-react'
import { cx } from '../classes'
import type { FieldControl } from '../Field'
import { flatOptions, SelectFace, selectLook, type SelectOption, type SelectProps } from '../Select'
import { popupLook, portalProps, rowLook } from './look'

function OptionRow<T extends string>({ value, label, icon, detail, disabledReason }: SelectOption<T>) {
  const second = disabledReason ?? detail
  return (
    <Select.Item value={value} label={label} disabled={disabledReason !== undefined} className={rowLook}>
      {icon && <span className="shrink-0 text-muted">{icon}</span>}
      <span className="min-w-0 flex-1">
        <Select.ItemText className="block truncate">{label}</Select.ItemText>
        {second && <span className="block text-small text-faint">{second}</span>}
      </span>
      <span className="size-4 shrink-0">
        <Select.ItemIndicator>
          <Check />
        </Select.ItemIndicator>
      </span>
    </Select.Item>
  )
}

export interface SelectViewProps<T extends string> extends SelectProps<T> {
  readonly control: FieldControl
  readonly isOpenAtFirst: boolean
}

export function SelectView<T extends string>(props: SelectViewProps<T>) {
  const {
    control,
    label,
    value,
    options,
    onChange,
    placeholder = 'Choose',
    disabled,
    isQuiet = false,
  } = props
  const flat = flatOptions(options)
  const chosen = flat.find((option) => option.value === value)
  return (
    <Select.Root
      value={value ?? null}
      defaultOpen={props.isOpenAtFirst}
      disabled={disabled}
      items={flat}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
    >
      <Select.Trigger
        {...control}
        aria-label={`${label}: ${chosen?.label ?? placeholder}`}
        className={selectLook(isQuiet)}
      >
        <SelectFace option={chosen} placeholder={placeholder} />
      </Select.Trigger>
      <Select.Portal {...portalProps}>
        <Select.Positioner
          className="z-50 outline-none"
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <Select.Popup className={cx(popupLook, 'max-w-90 min-w-(--anchor-width)')}>
            <Select.List className="max-h-(--available-height) overflow-y-auto p-1">
              {options.map((entry) =>
                'options' in entry ? (
                  <Select.Group key={entry.label}>
                    <Select.GroupLabel className="px-2 pt-2 pb-0.5 text-small font-medium text-faint select-none">
                      {entry.label}
                    </Select.GroupLabel>
                    {entry.options.map((option) => (
                      <OptionRow key={option.value} {...option} />
                    ))}
                  </Select.Group>
                ) : (
                  <OptionRow key={entry.value} {...entry} />
                ),
              )}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
