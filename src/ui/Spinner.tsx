import { cx } from './classes'

export interface SpinnerProps {
  /** Say what is going on, unless something beside the spinner already does. */
  readonly label?: string
  readonly className?: string
}

export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span role={label ? 'status' : undefined} className={cx('inline-flex items-center', className)}>
      <svg viewBox="0 0 16 16" className="size-4 animate-spin" fill="none" strokeWidth="2" aria-hidden="true">
        <circle cx="8" cy="8" r="6" className="stroke-current opacity-20" />
        <path d="M8 2a6 6 0 0 1 6 6" className="stroke-current" strokeLinecap="round" />
      </svg>
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
