// Where the keyboard stands in the grid of columns, and where a key leads from there.
import type { ColumnId } from '../../../core/model/id'

export const gridFields = ['name', 'type', 'key', 'nullable', 'details'] as const
export type GridField = (typeof gridFields)[number]

/** The last row takes a new column. */
export const newRow = 'new'
export type GridRow = ColumnId | typeof newRow

export interface Spot {
  readonly row: GridRow
  readonly field: GridField
}

interface Press {
  readonly key: string
  readonly isMeta: boolean
}

const rowSteps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
const fieldSteps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))

/** Undefined for a key that does not move. */
export function moveSpot(columns: readonly ColumnId[], spot: Spot, { key, isMeta }: Press): Spot | undefined {
  const rows: readonly GridRow[] = [...columns, newRow]
  const at = rows.indexOf(spot.row)
  const fieldAt = gridFields.indexOf(spot.field)
  const edge = key === 'Home' ? 0 : key === 'End' ? 1 : undefined
  const step = rowSteps[key]
  const fieldStep = fieldSteps[key]
  if (step !== undefined) {
    const to = isMeta ? (step < 0 ? 0 : rows.length - 1) : within(at + step, rows.length)
    return { row: rows[to] ?? newRow, field: spot.field }
  }
  if (edge !== undefined && isMeta)
    return { row: rows[edge * (rows.length - 1)] ?? newRow, field: spot.field }
  if (spot.row === newRow) return fieldStep === undefined && edge === undefined ? undefined : spot
  if (fieldStep !== undefined)
    return { row: spot.row, field: gridFields[within(fieldAt + fieldStep, gridFields.length)] ?? spot.field }
  if (edge !== undefined) return { row: spot.row, field: edge === 0 ? 'name' : 'details' }
  return undefined
}

/** The row below, or the one for a new column. */
export function rowAfter(columns: readonly ColumnId[], row: GridRow): GridRow {
  const at = row === newRow ? -1 : columns.indexOf(row)
  return at < 0 ? newRow : (columns[at + 1] ?? newRow)
}

/** Where to stand when a row goes: the one below, else the one above. */
export function rowInstead(columns: readonly ColumnId[], row: ColumnId): GridRow {
  const at = columns.indexOf(row)
  return columns[at + 1] ?? columns[at - 1] ?? newRow
}
