// The keys of the grid while nothing is being typed.
import type { KeyboardEvent } from 'react'
import type { ColumnId } from '../../../core/model/id'
import type { Grid } from './grid'
import { moveSpot, newRow } from './spot'

const isPrintable = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

/** Enter, F2 or the space bar on a cell. */
function act(grid: Grid, key: string): boolean {
  const { spot } = grid.store.getState()
  const isText = spot.field === 'name' || spot.field === 'type'
  if (key === ' ' && isText) return false
  if (spot.row === newRow || isText) grid.edit()
  else if (spot.field === 'key') grid.toggleKey(spot.row)
  else if (spot.field === 'nullable') grid.toggleNullable(spot.row)
  else grid.toggleDetails(spot.row)
  return true
}

function reorder(grid: Grid, row: ColumnId, key: string): boolean {
  const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
  if (by === 0) return false
  grid.move(row, grid.columns().indexOf(row) + by, { mergeKey: `move ${row}` })
  return true
}

/** Several columns: Shift with the arrows, Ctrl with the space bar for single ones, Ctrl+A for all. */
function choose(grid: Grid, event: KeyboardEvent): boolean {
  const { spot, chosen } = grid.store.getState()
  const isMeta = event.ctrlKey || event.metaKey
  const { key } = event
  if (isMeta && key.toLowerCase() === 'a') grid.chooseAll()
  else if (isMeta && key === ' ' && spot.row !== newRow) grid.toggleChosen(spot.row)
  else if (event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const to = moveSpot(grid.columns(), spot, { key, isMeta: false })
    if (to && to.row !== newRow) grid.chooseTo(to.row)
  } else if (key === 'Escape' && chosen.size > 0) grid.chooseNone()
  else return false
  return true
}

/** True when the key was the grid's, and its usual effect is not wanted. */
export function handleGridKey(grid: Grid, event: KeyboardEvent, isReadOnly: boolean): boolean {
  const { spot, isEditing } = grid.store.getState()
  if (isEditing) return false
  const { key } = event
  const isMeta = event.ctrlKey || event.metaKey
  if (event.altKey) return !isReadOnly && spot.row !== newRow && reorder(grid, spot.row, key)
  if (choose(grid, event)) return true
  const to = event.shiftKey ? undefined : moveSpot(grid.columns(), spot, { key, isMeta })
  if (to) {
    grid.standOn(to)
    return true
  }
  const isDetails = spot.field === 'details' && spot.row !== newRow
  if (isReadOnly && !isDetails) return false
  if (key === 'Insert') {
    grid.standOn({ row: newRow, field: 'name' }, { isEditing: true })
    return true
  }
  if (key === 'Enter' || key === 'F2' || key === ' ') return act(grid, key)
  if ((key === 'Delete' || key === 'Backspace') && spot.row !== newRow && !isMeta) {
    grid.removeChosen(spot.row)
    return true
  }
  // The key itself goes on to the field that takes the focus now, so that compositions begin there as well.
  if (isPrintable(event) && (spot.row === newRow || spot.field === 'name' || spot.field === 'type')) {
    grid.edit()
    event.stopPropagation()
  }
  return false
}
