import type { ReactNode } from 'react'
import { Button } from './Button'
import { cx } from './classes'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly text?: ReactNode
  readonly action?: {
    readonly label: string
    readonly onAction: () => void
    readonly icon?: ReactNode
    readonly shortcut?: string
  }
  /** A real example, or quieter ways on, under the one primary action. */
  readonly children?: ReactNode
  readonly className?: string
}

/** Teaches the next step. */
export function EmptyState({ icon, title, text, action, children, className }: EmptyStateProps) {
  return (
    <div className={cx('mx-auto flex max-w-90 flex-col items-center gap-1 p-6 text-center', className)}>
      {icon && <div className="mb-2 text-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]">{icon}</div>}
      <h2 className="text-title font-semibold text-balance">{title}</h2>
      {text && <p className="text-pretty text-muted">{text}</p>}
      {action && (
        <Button
          variant="primary"
          icon={action.icon}
          shortcut={action.shortcut}
          onClick={action.onAction}
          className="mt-3"
        >
          {action.label}
        </Button>
      )}
      {children && <div className="mt-3">{children}</div>}
    </div>
  )
}
