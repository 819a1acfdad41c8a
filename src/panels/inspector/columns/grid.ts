// The grid of a table's columns: where it stands, what is being typed, and what each key does to the model.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import {
  moveColumn,
  nameNewColumn,
  removeColumn,
  setColumnType,
  setNullable,
  addColumn,
} from '../../../core/commands/column'
import { addColumnsFromText, parseColumnLines } from '../../../core/commands/addMany'
import { togglePrimaryKey } from '../../../core/commands/key'
import { each, ok } from '../../../core/commands/context'
import { rename } from '../../../core/commands/rename'
import type { ColumnId, TableId } from '../../../core/model/id'
import { columnOf, isNullable } from '../../../core/model/query'
import type { Column, Table } from '../../../core/model/records'
import { document } from '../../../state/document'
import { perform } from '../../../state/perform'
import { setSelection, view } from '../../../state/view'
import type { CommitKey } from '../../../ui'
import { called } from '../current'
import { tellUndecided } from '../renameTo'
import { newRow, rowAfter, rowInstead, type GridRow, type Spot } from './spot'

export interface GridState {
  readonly spot: Spot
  readonly isEditing: boolean
  /** The row is shown as the chosen one: from the first time that somebody stood in the grid. */
  readonly isLit: boolean
  readonly expanded: ReadonlySet<ColumnId>
  /** Columns that are edited together; empty while it is one alone. */
  readonly chosen: ReadonlySet<ColumnId>
  /** Where a choice of several began. */
  readonly anchor: GridRow
  /** Grows whenever the spot shall have the focus. */
  readonly focusCount: number
  /** Grows with every column made in the last row, so that its field starts anew. */
  readonly madeCount: number
}

export type Grid = ReturnType<typeof createGrid>

const tableOf = (id: TableId): Table | undefined => document.getState().schema.table.get(id)

export function createGrid(table: TableId) {
  const columns = () => tableOf(table)?.columns.map(({ id }) => id) ?? []
  const columnAt = (id: ColumnId): Column | undefined => {
    const row = tableOf(table)
    return row && columnOf(row, id)
  }
  const store = createStore<GridState>(() => ({
    spot: { row: partOf(table) ?? columns()[0] ?? newRow, field: 'name' },
    isEditing: false,
    isLit: partOf(table) !== undefined,
    expanded: new Set(),
    chosen: new Set(),
    anchor: newRow,
    focusCount: 0,
    madeCount: 0,
  }))

  const tellPart = (row: GridRow) => {
    const { selection } = view.getState()
    const { items } = selection
    if (row === newRow) {
      if (selection.part) setSelection({ items })
    } else if (partOf(table) !== row) setSelection({ items, part: { owner: table, column: row } })
  }

  const standOn = (spot: Spot, { isEditing = false, isFocused = true, isChoosing = false } = {}) => {
    store.setState((state) => ({
      spot,
      ...(!isChoosing && { anchor: spot.row, ...(state.chosen.size > 0 && { chosen: new Set<ColumnId>() }) }),
      isEditing,
      isLit: true,
      focusCount: isFocused ? state.focusCount + 1 : state.focusCount,
    }))
    tellPart(spot.row)
  }

  /** After a name or a type: where the key that ended it leads. */
  const goOn = ({ row, field }: Spot, by: CommitKey) => {
    const next = rowAfter(columns(), row)
    if (by === 'blur') store.setState({ isEditing: false })
    else if (by === 'tab' && field === 'name') standOn({ row, field: 'type' }, { isEditing: true })
    else if (by === 'tab') standOn({ row: next, field: 'name' }, { isEditing: true })
    else if (by === 'shift-tab' && field === 'type') standOn({ row, field: 'name' }, { isEditing: true })
    else if (by === 'shift-tab') standOn({ row, field: 'name' })
    else standOn({ row: next, field: field === 'type' ? 'name' : field }, { isEditing: next === newRow })
  }

  return {
    store,
    table,
    columns,
    standOn,
    /** From where the choice began to here. */
    chooseTo: (row: ColumnId) => {
      const all = columns()
      const { anchor, spot } = store.getState()
      const from = all.findIndex((id) => id === (anchor === newRow ? spot.row : anchor))
      const to = all.indexOf(row)
      const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
      store.setState({ chosen: new Set(all.slice(first, last + 1)), anchor: all[from] ?? row })
      standOn({ row, field: spot.field }, { isChoosing: true })
    },
    /** One more, or one less. */
    toggleChosen: (row: ColumnId) => {
      const { chosen, spot } = store.getState()
      const next = new Set(chosen.size === 0 && spot.row !== newRow ? [spot.row] : chosen)
      if (!next.delete(row) || (chosen.size === 0 && spot.row === row)) next.add(row)
      store.setState({ chosen: next, anchor: row })
      standOn({ row, field: spot.field }, { isChoosing: true })
    },
    chooseAll: () => store.setState({ chosen: new Set(columns()) }),
    chooseNone: () => {
      store.setState({ chosen: new Set() })
      standOn(store.getState().spot)
    },

    edit: () => store.setState({ isEditing: true }),
    cancel: () => standOn(store.getState().spot),

    /** Follows what was selected elsewhere, without taking the focus. */
    follow: (row: ColumnId) => {
      const { spot } = store.getState()
      if (spot.row !== row)
        store.setState({ spot: { row, field: spot.field }, isEditing: false, isLit: true })
    },

    commitName: (id: ColumnId, text: string, by: CommitKey) => {
      const before = columnAt(id)
      const name = text.trim()
      if (before && name !== before.name) {
        const renamed = perform(`Rename column ${called(before.name)} to ${called(name)}`, (cx) => {
          nameNewColumn(cx, { table, column: id }, name)
          return rename(cx, { id: table, part: id }, name)
        })
        if (renamed.ok) tellUndecided(renamed.value.undecided.length, before.name)
      }
      goOn({ row: id, field: 'name' }, by)
    },

    commitType: (id: ColumnId, text: string, by: CommitKey) => {
      const before = columnAt(id)
      const raw = text.trim()
      if (before && raw !== before.type.raw) {
        perform(`Change type of ${called(before.name)} to ${called(raw, 'undecided')}`, (cx) =>
          setColumnType(cx, { table, column: id }, raw),
        )
      }
      goOn({ row: id, field: 'type' }, by)
    },

    /** The last row: a name makes a column, and an empty one ends the adding. */
    commitNew: (text: string, by: CommitKey) => {
      const name = text.trim()
      if (name === '') {
        if (by === 'blur') store.setState({ isEditing: false })
        else if (by === 'shift-tab') standOn({ row: columns().at(-1) ?? newRow, field: 'type' })
        else standOn({ row: newRow, field: 'name' })
        return
      }
      const made = perform(`Add column ${name}`, (cx) => addColumn(cx, table, { name }))
      if (!made.ok) return
      store.setState((state) => ({ madeCount: state.madeCount + 1 }))
      if (by === 'blur') store.setState({ isEditing: false })
      else if (by === 'enter') standOn({ row: newRow, field: 'name' }, { isEditing: true })
      else standOn({ row: made.value, field: by === 'tab' ? 'type' : 'name' }, { isEditing: true })
    },

    paste: (text: string) => {
      const { spot } = store.getState()
      const all = columns()
      const at = spot.row === newRow ? -1 : all.indexOf(spot.row)
      const given = at < 0 ? { text } : { text, index: at + 1 }
      const lines = parseColumnLines(text)
      const label = lines.length === 1 ? `Add column ${lines[0]?.name ?? ''}` : `Add ${lines.length} columns`
      const added = perform(label, (cx) => addColumnsFromText(cx, table, given))
      const last = added.ok ? added.value.at(-1) : undefined
      store.setState((state) => ({ madeCount: state.madeCount + 1 }))
      if (spot.row === newRow) standOn(spot, { isEditing: true })
      else if (last !== undefined) standOn({ row: last, field: 'name' })
    },

    toggleKey: (id: ColumnId) => {
      const row = tableOf(table)
      const isKey = row?.primaryKey?.parts.some(({ column }) => column === id)
      const name = called(columnAt(id)?.name)
      perform(isKey ? `Take ${name} out of the primary key` : `Put ${name} into the primary key`, (cx) =>
        togglePrimaryKey(cx, { table, column: id }),
      )
    },

    toggleNullable: (id: ColumnId) => {
      const [row, column] = [tableOf(table), columnAt(id)]
      if (!row || !column) return
      const nullable = !isNullable(row, column)
      const label = `${nullable ? 'Allow' : 'Forbid'} empty values in ${called(column.name)}`
      perform(label, (cx) => setNullable(cx, { table, column: id }, nullable))
    },

    toggleDetails: (id: ColumnId) =>
      store.setState(({ expanded }) => ({
        expanded: expanded.has(id)
          ? new Set([...expanded].filter((other) => other !== id))
          : new Set([...expanded, id]),
      })),

    /** `to` is counted among the other columns. */
    move: (id: ColumnId, to: number, given: { readonly mergeKey?: string } = {}) => {
      if (to < 0 || to >= columns().length) return
      perform(
        `Move column ${called(columnAt(id)?.name)}`,
        (cx) => moveColumn(cx, { table, column: id }, to),
        given,
      )
      standOn({ ...store.getState().spot, row: id })
    },

    /** The chosen ones together, or the one where one stands. */
    removeChosen: (id: ColumnId) => {
      const { chosen, spot } = store.getState()
      const gone = chosen.has(id) ? columns().filter((one) => chosen.has(one)) : [id]
      const rest = columns().filter((one) => one === gone.at(-1) || !gone.includes(one))
      const after = rowInstead(rest, gone.at(-1) ?? id)
      const words = gone.length === 1 ? `column ${called(columnAt(id)?.name)}` : `${gone.length} columns`
      const removed = perform(`Delete ${words}`, (cx) => {
        const done = each(gone, (one) => removeColumn(cx, { table, column: one }))
        return done.ok ? ok(undefined) : done
      })
      if (removed.ok) standOn({ row: after, field: after === newRow ? 'name' : spot.field })
    },
  }
}

export function partOf(table: TableId): ColumnId | undefined {
  const { part } = view.getState().selection
  return part && 'column' in part && part.owner === table ? part.column : undefined
}

export const useGrid = <T>(grid: Grid, selector: (state: GridState) => T): T => useStore(grid.store, selector)
