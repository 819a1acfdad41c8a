import type { ReactNode } from 'react'
import { cx } from './classes'
import { useRoving } from './roving'

export interface ToolbarProps {
  readonly label: string
  readonly orientation?: 'horizontal' | 'vertical'
  /** A toolbar that lies over the canvas, with a ground of its own. */
  readonly isFloating?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Toolbar({
  label,
  orientation = 'horizontal',
  isFloating,
  className,
  children,
}: ToolbarProps) {
  const { ref, onKeyDown, onFocus } = useRoving<HTMLDivElement>(orientation)
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      className={cx(
        'flex items-center gap-hairline',
        orientation === 'vertical' && 'flex-col',
        isFloating && 'rounded-card border border-border bg-raised p-1',
        className,
      )}
    >
      {children}
    </div>
  )
}

export function ToolbarSeparator({
  orientation = 'vertical',
}: {
  readonly orientation?: 'horizontal' | 'vertical'
}) {
  return (
    <div
      role="separator"
      aria-orientation={orientation}
      className={cx('shrink-0 bg-border', orientation === 'vertical' ? 'mx-1 h-4 w-px' : 'my-1 h-px w-4')}
    />
  )
}
