import { Plus } from 'lucide-react'
import type { Table } from '../../../core/model/records'
import { cx, InlineEdit } from '../../../ui'
import { useGrid, type Grid } from './grid'
import { newRow } from './spot'

/** The last row: typing here makes a column. */
export function NewColumnRow({ grid, table }: { readonly grid: Grid; readonly table: Table }) {
  const isStop = useGrid(grid, ({ spot }) => spot.row === newRow)
  const isEditing = useGrid(grid, (state) => state.isEditing && state.spot.row === newRow)
  const madeCount = useGrid(grid, (state) => state.madeCount)
  const look = 'flex h-full min-w-0 flex-1 items-center gap-1 rounded-small px-1'
  return (
    <div role="row" aria-rowindex={table.columns.length + 2} className="flex h-row items-center text-row">
      {isEditing ? (
        <div role="gridcell" className={look}>
          <InlineEdit
            key={madeCount}
            label="New column name"
            value=""
            placeholder="Name, or paste lines of name and type"
            onCommit={grid.commitNew}
            onCancel={grid.cancel}
          />
        </div>
      ) : (
        // The grid has the keys for all of its cells.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          role="gridcell"
          tabIndex={isStop ? 0 : -1}
          data-spot={`${newRow}:name`}
          aria-label="Add column"
          onClick={() => {
            grid.standOn({ row: newRow, field: 'name' }, { isEditing: true })
          }}
          className={cx(
            look,
            'cursor-text text-faint outline-none enabled-hover:bg-hover enabled-hover:text-text focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus',
          )}
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Add column
        </div>
      )}
    </div>
  )
}
