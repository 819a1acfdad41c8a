import { ChevronRight, X } from 'lucide-react'
import { useId, useState, type ReactNode, type Ref } from 'react'
import { cx } from './classes'
import { IconButton } from './IconButton'

export interface SectionProps {
  readonly title: string
  readonly count?: number | undefined
  readonly actions?: ReactNode
  readonly isOpen?: boolean
  readonly isOpenAtFirst?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a panel that folds away. Uncontrolled unless `isOpen` is given. */
export function Section(props: SectionProps) {
  const { title, count, actions, isOpen, isOpenAtFirst = true, onOpenChange, className, children } = props
  const id = useId()
  const [ownOpen, setOwnOpen] = useState(isOpenAtFirst)
  const open = isOpen ?? ownOpen
  return (
    <section className={cx('border-b border-border last:border-b-0', className)}>
      <div className="flex h-9 items-center gap-1 pr-2 pl-1 pointer-coarse:h-11">
        <h3 className="flex min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => {
              setOwnOpen(!open)
              onOpenChange?.(!open)
            }}
            className="flex h-7 min-w-0 flex-1 pointer-coarse:h-11 items-center gap-1 rounded-control px-1 text-row font-semibold select-none"
          >
            <ChevronRight
              aria-hidden="true"
              className={cx('size-3 shrink-0 text-faint transition-transform', open && 'rotate-90')}
            />
            <span className="truncate">{title}</span>
            {count !== undefined && <span className="font-normal text-faint">{count}</span>}
          </button>
        </h3>
        {actions}
      </div>
      {open && (
        <div id={id} className="px-3 pb-3">
          {children}
        </div>
      )}
    </section>
  )
}

export interface SidePanelProps {
  readonly label: string
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly onClose?: () => void
  /** What stands above the header, inside the landmark: the edge that one draws a sheet by. */
  readonly edge?: ReactNode
  /** The element that scrolls: long lists inside draw only what is in its view. */
  readonly scrollRef?: Ref<HTMLDivElement>
  readonly className?: string
  readonly children: ReactNode
}

/** A docked column: a landmark with its own scroll. */
export function SidePanel(props: SidePanelProps) {
  const { label, title, actions, onClose, edge, scrollRef, className, children } = props
  return (
    <aside aria-label={label} className={cx('flex h-full min-h-0 flex-col bg-surface', className)}>
      {edge}
      {(title ?? actions ?? onClose) !== undefined && (
        <header className="flex h-10 shrink-0 items-center gap-1 border-b border-border pr-2 pl-3 pointer-coarse:h-14">
          {/* Only a plain title is cut here: a field in its place needs room for its focus ring. */}
          <h2 className={cx('min-w-0 flex-1 font-semibold', typeof title === 'string' && 'truncate')}>
            {title}
          </h2>
          {actions}
          {onClose && <IconButton size="small" label={`Close ${label}`} icon={<X />} onClick={onClose} />}
        </header>
      )}
      <div ref={scrollRef} className="min-h-0 flex-1 overflow-auto">
        {children}
      </div>
    </aside>
  )
}
