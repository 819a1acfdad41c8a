import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from './classes'
import { rovingTarget } from './roving'
import { tip } from './tip'

export interface ToggleOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string
}

export interface ToggleGroupProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly ToggleOption<T>[]
  readonly onChange: (value: T) => void
  /** Draw the icons alone; the labels become tooltips. */
  readonly isIconOnly?: boolean
  readonly className?: string
}

/** One of a few, side by side. */
export function ToggleGroup<T extends string>(props: ToggleGroupProps<T>) {
  const { label, value, options, onChange, isIconOnly = false, className } = props
  const group = useRef<HTMLDivElement>(null)
  const chosen = options.findIndex((option) => option.value === value)

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = rovingTarget(event.key, {
      at: Math.max(chosen, 0),
      count: options.length,
      orientation: 'both',
    })
    const option = next === undefined ? undefined : options[next]
    if (next === undefined || !option) return
    event.preventDefault()
    event.stopPropagation()
    onChange(option.value)
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      className={cx('inline-flex h-control rounded-control bg-sunken p-0.5', className)}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          onClick={() => {
            onChange(option.value)
          }}
          onKeyDown={handleKeyDown}
          {...(isIconOnly ? { 'aria-label': option.label } : {})}
          {...(isIconOnly || option.shortcut ? tip(option.label, { shortcut: option.shortcut }) : {})}
          className={cx(
            'inline-flex min-w-6 flex-auto items-center justify-center gap-1 rounded-small px-2 text-row font-medium whitespace-nowrap text-muted transition-colors select-none [&_svg]:size-4',
            'enabled-hover:text-text aria-checked:bg-raised aria-checked:text-text aria-checked:ring-1 aria-checked:ring-border-strong dark:aria-checked:bg-active',
          )}
        >
          {option.icon}
          {!isIconOnly && option.label}
        </button>
      ))}
    </div>
  )
}
