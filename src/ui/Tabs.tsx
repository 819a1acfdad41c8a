import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from './classes'
import { rovingTarget } from './roving'

export interface TabItem<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: ReactNode
  readonly count?: number | undefined
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly TabItem<T>[]
  readonly value: T
  readonly onChange: (id: T) => void
  /** Buttons at the end of the row of tabs. */
  readonly actions?: ReactNode
  readonly className?: string
  /** The panel of the chosen tab. */
  readonly children: ReactNode
}

export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, tabs, value, onChange, actions, className, children } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = Math.max(
    tabs.findIndex((tab) => tab.id === value),
    0,
  )

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = rovingTarget(event.key, { at: chosen, count: tabs.length, orientation: 'horizontal' })
    const tab = next === undefined ? undefined : tabs[next]
    if (next === undefined || !tab) return
    event.preventDefault()
    onChange(tab.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <div className={cx('flex min-h-0 flex-col', className)}>
      <div className="flex shrink-0 items-center border-b border-border px-2">
        <div ref={list} role="tablist" aria-label={label} className="-mb-px flex min-w-0 flex-1">
          {tabs.map((tab, index) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-${tab.id}`}
              aria-selected={index === chosen}
              aria-controls={index === chosen ? `${id}-panel` : undefined}
              tabIndex={index === chosen ? 0 : -1}
              onClick={() => {
                onChange(tab.id)
              }}
              onKeyDown={handleKeyDown}
              className="inline-flex h-9 min-w-0 justify-center pointer-coarse:min-w-11 pointer-coarse:h-11 items-center gap-1 border-b-2 border-transparent px-1.5 text-ui text-muted transition-colors select-none -outline-offset-2 enabled-hover:text-text aria-selected:border-accent aria-selected:font-medium aria-selected:text-text [&_svg]:size-4"
            >
              {tab.icon}
              <span className="truncate">{tab.label}</span>
              {tab.count !== undefined && (
                <span className="text-small font-normal text-faint">{tab.count}</span>
              )}
            </button>
          ))}
        </div>
        {actions}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tabs[chosen]?.id ?? ''}`}
        className="flex min-h-0 flex-1 flex-col overflow-auto"
      >
        {children}
      </div>
    </div>
  )
}
