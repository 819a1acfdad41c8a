import type { ComponentProps, ReactNode, Ref } from 'react'
import { cx } from './classes'
import { useDraft } from './draft'
import { Field, fieldLook, type FieldTexts } from './Field'

type Shared<Tag extends 'input' | 'textarea'> = FieldTexts &
  Pick<
    ComponentProps<Tag>,
    | 'autoFocus'
    | 'disabled'
    | 'readOnly'
    | 'required'
    | 'maxLength'
    | 'placeholder'
    | 'name'
    | 'onFocus'
    | 'spellCheck'
  > & {
    readonly value: string
    /** Every keystroke. */
    readonly onChange?: (value: string) => void
    /** Once, on Enter or on leaving; Escape takes the typing back. */
    readonly onCommit?: (value: string) => void
    readonly isMono?: boolean
    readonly className?: string
  }

export interface TextFieldProps extends Shared<'input'> {
  readonly type?: 'text' | 'search' | 'url' | 'email' | 'password'
  readonly icon?: ReactNode
  /** Shown inside, at the end: a unit, a shortcut, a small button. */
  readonly end?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, hint, error, value, onChange, onCommit, ...more } = props
  const { isMono, icon, end, inputRef, className, type = 'text', ...rest } = more
  const draft = useDraft({ value, onChange, onCommit })
  return (
    <Field {...{ label, isLabelHidden, hint, error, className }}>
      {(control) => (
        <span className="relative flex items-center">
          {icon && (
            <span className="pointer-events-none absolute left-2 text-faint [&_svg]:size-4">{icon}</span>
          )}
          <input
            autoComplete="off"
            spellCheck={false}
            {...rest}
            {...control}
            {...draft}
            ref={inputRef}
            type={type}
            className={cx(
              fieldLook,
              'h-control read-only:bg-sunken',
              isMono && 'font-mono',
              !!icon && 'pl-8',
              !!end && 'pr-8',
            )}
          />
          {end && <span className="absolute right-1 flex items-center text-row text-faint">{end}</span>}
        </span>
      )}
    </Field>
  )
}

export interface TextAreaProps extends Shared<'textarea'> {
  readonly rows?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden = false, hint, error, value, onChange, onCommit, ...more } = props
  const { isMono, inputRef, className, rows = 3, ...rest } = more
  const draft = useDraft({ value, onChange, onCommit, isMultiline: true })
  return (
    <Field {...{ label, isLabelHidden, hint, error, className }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          {...draft}
          ref={inputRef}
          rows={rows}
          className={cx(fieldLook, 'resize-y py-1 read-only:bg-sunken', isMono && 'font-mono text-row')}
        />
      )}
    </Field>
  )
}
