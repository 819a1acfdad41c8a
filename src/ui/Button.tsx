import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cx } from './classes'
import { Spinner } from './Spinner'
import { tip } from './tip'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Size = 'small' | 'medium'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly variant?: Variant
  readonly size?: Size
  readonly icon?: ReactNode
  readonly type?: 'button' | 'submit'
  readonly shortcut?: string | undefined
  /** Something is under way: the button keeps its width and does nothing. */
  readonly isBusy?: boolean
  /** Why it cannot be pressed now. It stays focusable, so that the reason can be found. */
  readonly disabledReason?: string | undefined
}

const variants: Readonly<Record<Variant, string>> = {
  primary: 'border-transparent bg-accent text-on-accent enabled-hover:bg-accent-hover',
  secondary: 'border-border-strong bg-raised text-text enabled-hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-text enabled-hover:bg-hover',
  danger: 'border-transparent bg-danger text-on-danger enabled-hover:bg-danger-hover',
}

const sizes: Readonly<Record<Size, string>> = {
  small: 'h-6 gap-1 px-2 text-row pointer-coarse:h-11 pointer-coarse:px-3',
  medium: 'h-control gap-2 px-3 text-ui',
}

export const disabledLook = 'disabled:opacity-50 aria-disabled:opacity-50'

function swallow(event: MouseEvent) {
  event.preventDefault()
  event.stopPropagation()
}

/** What a button needs to be found, but not pressed, with the reason at hand. */
export function blockedProps(reason: string | undefined, isBusy = false) {
  if (reason === undefined && !isBusy) return {}
  return {
    'aria-disabled': true,
    onClick: swallow,
    ...(reason ? { ...tip(reason), 'aria-description': reason } : {}),
  } as const
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, type = 'button', isBusy = false, ...more } = props
  const { shortcut, disabledReason, className, children, ...rest } = more
  return (
    <button
      {...(shortcut ? tip(typeof children === 'string' ? children : '', { shortcut }) : {})}
      {...rest}
      {...blockedProps(disabledReason, isBusy)}
      type={type}
      aria-busy={isBusy || undefined}
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center rounded-control border font-medium whitespace-nowrap select-none transition-colors [&_svg]:size-4 [&_svg]:shrink-0',
        disabledLook,
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {icon}
      <span className={cx('min-w-0 truncate', isBusy && 'invisible')}>{children}</span>
      {isBusy && <Spinner label="Working" className="absolute" />}
    </button>
  )
}
