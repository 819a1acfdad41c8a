import { useEffect, useId, useRef, type ReactNode } from 'react'
import { cx } from './classes'
import { disabledLook } from './Button'
import { tip } from './tip'

interface CheckProps {
  readonly label: ReactNode
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly hint?: string | undefined
  readonly disabledReason?: string | undefined
  readonly className?: string
}

export interface CheckboxProps extends CheckProps {
  /** Some of what it stands for, not all. */
  readonly isMixed?: boolean
}

interface LineProps {
  readonly id: string
  readonly control: ReactNode
  readonly props: CheckProps
}

function CheckLine({ id, control, props: { label, hint, className, disabledReason } }: LineProps) {
  return (
    <div
      className={cx(
        'flex min-w-0 items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
      {...(disabledReason ? tip(disabledReason) : {})}
    >
      <span className="flex h-5 items-center">{control}</span>
      <div className="min-w-0">
        <label htmlFor={id} className="text-ui select-none pointer-coarse:inline-block pointer-coarse:py-3">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

function inputProps({ isChecked, onChange, hint, disabledReason }: CheckProps, id: string) {
  return {
    id,
    type: 'checkbox',
    checked: isChecked,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    'aria-disabled': disabledReason ? true : undefined,
    'aria-description': disabledReason,
    onChange: () => {
      if (!disabledReason) onChange(!isChecked)
    },
  } as const
}

export function Checkbox(props: CheckboxProps) {
  const { isMixed = false, isChecked } = props
  const id = useId()
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed
  }, [isMixed])

  const control = (
    <span className="relative inline-flex size-4">
      <input
        {...inputProps(props, id)}
        ref={box}
        className={cx(
          'size-4 appearance-none rounded-small border border-control bg-surface transition-colors',
          'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
          disabledLook,
        )}
      />
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 fill-none stroke-on-accent stroke-2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {isMixed ? <path d="M4.5 8h7" /> : isChecked && <path d="m4 8.5 2.5 2.5L12 5.5" />}
      </svg>
    </span>
  )
  return <CheckLine {...{ id, control, props }} />
}

export function Switch(props: CheckProps) {
  const id = useId()
  const control = (
    <input
      {...inputProps(props, id)}
      role="switch"
      aria-checked={props.isChecked}
      className={cx(
        'relative h-4 w-7 shrink-0 appearance-none rounded-full bg-control transition-colors checked:bg-accent',
        'before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-full before:bg-on-accent before:transition-transform checked:before:translate-x-3',
        disabledLook,
      )}
    />
  )
  return <CheckLine {...{ id, control, props }} />
}

export type SwitchProps = CheckProps
