import { useId, type ReactNode } from 'react'
import { cx } from './classes'

export interface FieldTexts {
  readonly label: string
  /** The label is said, not shown: where a heading or the place itself names the field. */
  readonly isLabelHidden?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps extends FieldTexts {
  readonly className?: string | undefined
  readonly children: (control: FieldControl) => ReactNode
}

export const fieldLook = cx(
  'w-full min-w-0 rounded-control border border-control bg-surface px-2 text-ui text-text transition-colors pointer-coarse:text-touch',
  'enabled-hover:border-muted focus-visible:border-transparent focus-visible:-outline-offset-1',
  'disabled:opacity-50 aria-invalid:border-danger-text',
)

/** Label above, control, and below it what is wrong or what would help. */
export function Field({ label, isLabelHidden, hint, error, className, children }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-row font-medium text-muted'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={cx('text-small', error ? 'text-danger-text' : 'text-faint')}>
          {note}
        </p>
      )}
    </div>
  )
}
