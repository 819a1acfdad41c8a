// A column is carried to another place by its handle; a line shows where it would land.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { PointerEvent } from 'react'
import type { ColumnId } from '../../../core/model/id'
import type { Grid } from './grid'

interface Carried {
  readonly column: ColumnId
  readonly over: ColumnId | undefined
  readonly side: 'before' | 'after'
}

/** One pointer carries one column at a time. */
const carried = createStore<{ readonly now: Carried | undefined }>(() => ({ now: undefined }))

function rowAt(event: PointerEvent): Omit<Carried, 'column'> | undefined {
  const grid = event.currentTarget.closest('[role=grid]')
  for (const row of grid?.querySelectorAll<HTMLElement>('[data-column]') ?? []) {
    const box = row.getBoundingClientRect()
    if (event.clientY < box.top || event.clientY > box.bottom) continue
    const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after'
    // The attribute is written by ColumnRow, from a column's id.
    return { over: row.dataset['column'] as ColumnId | undefined, side }
  }
  return undefined
}

export function useRowDrag(grid: Grid, column: ColumnId) {
  const mark = useStore(carried, ({ now }) =>
    now?.over === column && now.column !== column ? now.side : undefined,
  )
  const end = () => {
    carried.setState({ now: undefined })
  }
  const handleProps = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      carried.setState({ now: { column, over: undefined, side: 'before' } })
    },
    onPointerMove: (event: PointerEvent) => {
      if (carried.getState().now?.column !== column) return
      const at = rowAt(event)
      if (at) carried.setState({ now: { column, ...at } })
    },
    onPointerUp: () => {
      const { now } = carried.getState()
      end()
      if (now?.column !== column || now.over === undefined || now.over === column) return
      const others = grid.columns().filter((id) => id !== column)
      const at = others.indexOf(now.over)
      grid.standOn({ row: column, field: 'name' }, { isFocused: false })
      grid.move(column, now.side === 'before' ? at : at + 1)
    },
    onPointerCancel: end,
  }
  return { handleProps, mark }
}
