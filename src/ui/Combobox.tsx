import type { ReactNode, Ref } from 'react'
import { cx } from './classes'
import { Field, fieldLook, type FieldControl, type FieldTexts } from './Field'
import { useStandIn } from './popups/standIn'
import type { CommitKey } from './InlineEdit'

export interface ComboboxOption {
  readonly value: string
  /** What is shown; the value itself if left out. */
  readonly label?: string
  readonly detail?: string
  readonly icon?: ReactNode
}

export interface ComboboxGroup {
  readonly label: string
  readonly options: readonly ComboboxOption[]
}

export interface ComboboxProps extends FieldTexts {
  /** The text that counts now. Any text may be typed; the list only helps. */
  readonly value: string
  readonly onCommit: (value: string, by: CommitKey) => void
  readonly onCancel?: () => void
  /** The whole list, or what fits a query; a promise for what must be fetched or computed elsewhere. */
  readonly options: ComboboxSource
  readonly placeholder?: string
  readonly isMono?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Opens the list as soon as it has the focus. */
  readonly isOpenAtFocus?: boolean
  /** No box: for editing inside a row. */
  readonly isBare?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
}

export type ComboboxSource =
  | readonly ComboboxGroup[]
  | ((query: string) => readonly ComboboxGroup[] | Promise<readonly ComboboxGroup[]>)

export function comboboxLook({ isBare = false, isMono = false }: Pick<ComboboxProps, 'isBare' | 'isMono'>): string {
  return isBare
    ? cx('w-full min-w-0 rounded-small bg-surface p-0 text-inherit outline-2 outline-offset-2 outline-focus', isMono && 'font-mono')
    : cx(fieldLook, 'h-control pr-7', isMono && 'font-mono')
}

/** Before the list is here: the same field, taking any text. */
function PlainInput({ props, control }: { readonly props: ComboboxProps; readonly control: FieldControl }) {
  const { value, onCommit, onCancel, placeholder, disabled, autoFocus } = props
  return (
    <input
      {...control}
      ref={props.inputRef}
      defaultValue={value}
      placeholder={placeholder}
      disabled={disabled}
      // The caller asks for it where an edit begins: focus was there already.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => {
        if (event.target.value !== value) onCommit(event.target.value, 'blur')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onCommit(event.currentTarget.value, 'enter')
        if (event.key === 'Escape') onCancel?.()
      }}
      className={comboboxLook(props)}
    />
  )
}

export function Combobox(props: ComboboxProps) {
  const { label, isLabelHidden = false, hint, error, className } = props
  const { popups } = useStandIn()
  return (
    <Field {...{ label, isLabelHidden, hint, error, className }}>
      {(control) =>
        popups ? <popups.ComboboxView {...props} control={control} /> : <PlainInput props={props} control={control} />
      }
    </Field>
  )
}
