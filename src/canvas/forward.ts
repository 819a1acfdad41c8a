// What steps forward: the lines of what is selected or pointed at, and the columns at their ends. The rest steps back.
// Kept by id beside the nodes, so that a moving pointer redraws only what it concerns.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { isIdOf, type ColumnId, type RelationId, type TableId } from '../core/model/id'
import { endsOf } from '../core/model/query'
import type { Relation } from '../core/model/records'
import { view, type ViewState } from '../state/view'
import { live, type Live } from './live'
import { linesAt } from './project'
import { stage } from './stage'

export interface Forward {
  readonly lines: ReadonlySet<RelationId>
  readonly columns: ReadonlyMap<TableId, ReadonlySet<ColumnId>>
}

const none: Forward = { lines: new Set(), columns: new Map() }

export const forward = createStore<Forward>(() => none)
export const useForward = <T>(selector: (state: Forward) => T): T => useStore(forward, selector)

function relationsAt(object: string, column?: ColumnId): readonly Relation[] {
  const { drawing } = stage.getState()
  if (isIdOf('relation', object)) {
    const relation = drawing.lines.has(object) ? drawing.schema.relation.get(object) : undefined
    return relation ? [relation] : []
  }
  if (!isIdOf('table', object)) return []
  const all = linesAt(drawing, object).flatMap((id) => {
    const relation = drawing.lines.has(id) ? drawing.schema.relation.get(id) : undefined
    return relation ? [relation] : []
  })
  if (!column) return all
  return all.filter((relation) =>
    endsOf(relation).some((end) => end.table === object && end.columns.includes(column)),
  )
}

function wanted({ selection }: ViewState, { pointed, dragging, rubber }: Live): readonly Relation[] {
  if (rubber) return []
  // While a thing is dragged its lines show where they go; the pointer itself points at nothing else.
  if (pointed.object && !dragging) {
    const pointedAt = relationsAt(pointed.object, pointed.column)
    if (pointedAt.length > 0 && (pointed.column !== undefined || isIdOf('relation', pointed.object)))
      return pointedAt
  }
  const relations = new Set<Relation>()
  // Beyond a handful a selection is a lump: everything would step forward, which says nothing.
  if (selection.items.size <= 12) {
    for (const id of selection.items) {
      const column =
        selection.part && 'column' in selection.part && selection.part.owner === id
          ? selection.part.column
          : undefined
      const atColumn = column ? relationsAt(id, column) : []
      for (const relation of atColumn.length > 0 ? atColumn : relationsAt(id)) relations.add(relation)
    }
  }
  return [...relations]
}

function columnsOf(relations: readonly Relation[]): Forward['columns'] {
  const columns = new Map<TableId, Set<ColumnId>>()
  for (const relation of relations) {
    for (const end of endsOf(relation)) {
      const known = columns.get(end.table) ?? new Set<ColumnId>()
      columns.set(end.table, known)
      for (const column of end.columns) known.add(column)
    }
  }
  return columns
}

const isSameSet = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): boolean =>
  a?.size === b.size && [...b].every((value) => a.has(value))

function update(): void {
  const relations = wanted(view.getState(), live.getState())
  const before = forward.getState()
  const lines = new Set(relations.map(({ id }) => id))
  const columns = columnsOf(relations)
  // Sets that say the same stay the same: the rows that read them need not be drawn again.
  const kept = new Map(
    [...columns].map(([table, set]) => {
      const known = before.columns.get(table)
      return [table, known && isSameSet(known, set) ? known : set] as const
    }),
  )
  const isSame =
    isSameSet(before.lines, lines) &&
    before.columns.size === kept.size &&
    [...kept].every(([table, set]) => before.columns.get(table) === set)
  if (!isSame) forward.setState({ lines, columns: kept })
}

/** Keeps it in step with selection, pointer and drawing until the result is called. */
export function followForward(): () => void {
  update()
  const stops = [
    view.subscribe((now, then) => {
      if (now.selection !== then.selection) update()
    }),
    live.subscribe((now, then) => {
      if (now.pointed !== then.pointed || now.dragging !== then.dragging || now.rubber !== then.rubber)
        update()
    }),
    stage.subscribe(update),
  ]
  return () => stops.forEach((stop) => stop())
}
