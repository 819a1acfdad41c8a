import type { ComponentProps, ReactNode } from 'react'
import { blockedProps, disabledLook } from './Button'
import { cx } from './classes'
import { tip, type TipOptions } from './tip'

type Size = 'small' | 'medium'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label'> {
  /** The name, for a screen reader and in the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly size?: Size
  readonly shortcut?: string | undefined
  readonly tipSide?: TipOptions['side']
  /** For a button that stays in: bold, italic, snap to grid. */
  readonly isPressed?: boolean | undefined
  readonly disabledReason?: string | undefined
}

const sizes: Readonly<Record<Size, string>> = {
  small: 'size-6 pointer-coarse:size-11',
  medium: 'size-control',
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    size = 'medium',
    shortcut,
    tipSide,
    isPressed,
    disabledReason,
    className,
    ...rest
  } = props
  return (
    <button
      {...tip(label, { shortcut, side: tipSide })}
      aria-pressed={isPressed}
      {...rest}
      {...blockedProps(disabledReason)}
      {...(disabledReason ? { 'data-tip': `${label}: ${disabledReason}` } : {})}
      type="button"
      aria-label={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors select-none enabled-hover:bg-hover enabled-hover:text-text [&_svg]:size-4',
        'aria-expanded:bg-hover aria-expanded:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent-text',
        disabledLook,
        sizes[size],
        className,
      )}
    >
      {icon}
    </button>
  )
}
