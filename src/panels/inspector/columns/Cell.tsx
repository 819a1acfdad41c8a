// One cell of the grid. The grid has the keys for all of them.
import { useRef, type ReactNode } from 'react'
import type { ColumnId } from '../../../core/model/id'
import type { Column } from '../../../core/model/records'
import { cx, tip } from '../../../ui'
import { useGrid, type Grid } from './grid'
import type { GridField } from './spot'
import type { TypeSource } from './typeSource'

/** What the rows need to know of their table and document; one object for all of them. */
export interface RowFacts {
  readonly types: TypeSource
  readonly isReadOnly: boolean
  readonly problems: ReadonlyMap<string, string>
  readonly typeProblems: ReadonlyMap<string, string>
  readonly keys: ReadonlySet<ColumnId>
  readonly foreign: ReadonlySet<ColumnId>
  readonly unique: ReadonlySet<ColumnId>
}

export interface RowProps {
  readonly grid: Grid
  readonly column: Column
  readonly index: number
  readonly facts: RowFacts
}

interface CellProps {
  readonly grid: Grid
  readonly column: Column
  readonly field: GridField
  readonly label: string
  readonly hint?: string | undefined
  readonly className?: string
  readonly isInvalid?: boolean
  readonly isExpanded?: boolean
  readonly onPress?: () => void
  readonly children: ReactNode
}

const cellLook =
  'flex h-full min-w-0 items-center rounded-small outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus'

export function Cell({
  grid,
  column,
  field,
  label,
  hint,
  className,
  isInvalid,
  isExpanded,
  onPress,
  children,
}: CellProps) {
  const isStop = useGrid(grid, ({ spot }) => spot.row === column.id && spot.field === field)
  const isText = field === 'name' || field === 'type'
  const wasFocused = useRef(false)
  return (
    // The grid has the keys for all of its cells.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      data-spot={`${column.id}:${field}`}
      aria-label={label}
      aria-invalid={isInvalid ?? undefined}
      aria-expanded={isExpanded}
      {...(hint ? tip(hint) : {})}
      onPointerDown={(event) => {
        wasFocused.current = window.document.activeElement === event.currentTarget
      }}
      onClick={(event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) {
          if (event.shiftKey) grid.chooseTo(column.id)
          else grid.toggleChosen(column.id)
          return
        }
        grid.standOn({ row: column.id, field })
        // The first press on a text stands there, the next one edits.
        if (!isText || wasFocused.current) onPress?.()
      }}
      className={cx(cellLook, className)}
    >
      {children}
    </div>
  )
}
