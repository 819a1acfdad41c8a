import { GripVertical } from 'lucide-react'
import { memo } from 'react'
import { cx } from '../../../ui'
import type { RowProps } from './Cell'
import { useGrid } from './grid'
import { DetailsCell, KeyCell, NullCell } from './markCells'
import { useRowDrag } from './rowDrag'
import { NameCell, TypeCell } from './textCells'

export const ColumnRow = memo(function ColumnRow(props: RowProps) {
  const { grid, column, index, facts } = props
  const isActive = useGrid(grid, ({ spot, isLit }) => isLit && spot.row === column.id)
  const isChosen = useGrid(grid, ({ chosen }) => chosen.has(column.id))
  const { handleProps, mark } = useRowDrag(grid, column.id)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-column={column.id}
      aria-selected={isChosen}
      className={cx(
        'group/row relative flex h-row items-center rounded-small text-row enabled-hover:bg-hover',
        isActive && 'bg-hover',
        isChosen && 'bg-accent-soft',
        mark === 'before' && 'shadow-[inset_0_2px_0_var(--focus)]',
        mark === 'after' && 'shadow-[inset_0_-2px_0_var(--focus)]',
      )}
    >
      {!facts.isReadOnly && (
        // For the pointer; on the keyboard it is Alt with the arrows.
        <span
          aria-hidden="true"
          {...handleProps}
          className="absolute inset-y-0 -left-2.5 flex w-3 cursor-grab touch-none items-center text-faint opacity-0 group-hover/row:opacity-100"
        >
          <GripVertical className="size-3" />
        </span>
      )}
      <NameCell {...props} />
      <TypeCell {...props} />
      <KeyCell {...props} />
      <NullCell {...props} />
      <DetailsCell {...props} />
    </div>
  )
})
