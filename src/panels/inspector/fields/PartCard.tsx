// One key, index, check… of a list: a line that opens to its fields.
import { ChevronRight, Trash2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { cx, IconButton, tip } from '../../../ui'
import { useReadOnly } from '../current'

export interface PartCardProps {
  /** What kind of thing it is: "index". */
  readonly what: string
  readonly title: string
  /** What it holds, in short. */
  readonly summary?: string
  readonly isOpenAtFirst?: boolean
  /** Absent where it cannot be taken away. */
  readonly onRemove?: () => void
  readonly children: ReactNode
}

export function PartCard({ what, title, summary, isOpenAtFirst = false, onRemove, children }: PartCardProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const isReadOnly = useReadOnly()
  const id = useId()
  return (
    <li className="rounded-control border border-border">
      <div className="group/part flex h-row items-center pr-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            setOpen(!isOpen)
          }}
          {...tip(summary ? `${title} ${summary}` : title, { whenCut: true })}
          className="flex h-full min-w-0 flex-1 items-center gap-1 rounded-control pl-1 text-row"
        >
          <ChevronRight
            aria-hidden="true"
            className={cx('size-3 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span className={cx('truncate', summary ? 'max-w-1/2 shrink-0' : 'min-w-0')}>{title}</span>
          {summary && <span className="min-w-0 truncate font-mono text-small text-faint">{summary}</span>}
        </button>
        {onRemove && !isReadOnly && (
          <IconButton
            size="small"
            label={`Delete ${what} ${title}`}
            icon={<Trash2 />}
            onClick={onRemove}
            className="opacity-0 group-focus-within/part:opacity-100 group-hover/part:opacity-100"
          />
        )}
      </div>
      {isOpen && (
        <div id={id} className="flex flex-col gap-2 border-t border-border p-2">
          {children}
        </div>
      )}
    </li>
  )
}

export function PartList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1 empty:hidden">
      {children}
    </ul>
  )
}
