// The columns of a table as a grid: arrows walk, Enter or typing edits, Tab goes on to the type and the next column.
import { KeyRound } from 'lucide-react'
import { useContext, useEffect, useMemo, useRef, useState, type ClipboardEvent, type RefObject } from 'react'
import { parseColumnLines } from '../../../core/commands/addMany'
import type { ColumnId } from '../../../core/model/id'
import { foreignKeysOf } from '../../../core/model/query'
import type { Table } from '../../../core/model/records'
import { document, useDocument } from '../../../state/document'
import { view } from '../../../state/view'
import { tip, VirtualRows, VisuallyHidden } from '../../../ui'
import { called, useDialect, useReadOnly } from '../current'
import { partNameProblems, typeProblems } from '../nameProblem'
import { ScrollerContext } from '../scroller'
import { ColumnDetails } from './ColumnDetails'
import type { RowFacts } from './Cell'
import { ColumnRow } from './ColumnRow'
import { createGrid, partOf, useGrid, type Grid } from './grid'
import { handleGridKey } from './gridKeys'
import { ManyColumns } from './ManyColumns'
import { NewColumnRow } from './NewColumnRow'
import { Problems } from './Problems'
import { runsOf } from './runs'
import { useTypeSource } from './typeSource'

/** Below this every row exists; beyond it only those in view. */
const MANY = 100

function useFacts(table: Table): RowFacts {
  const names = useDialect().names
  const relations = useDocument(({ schema }) => schema.relation)
  const types = useTypeSource()
  return useMemo(() => {
    const { schema } = document.getState()
    const foreign = foreignKeysOf({ ...schema, relation: relations }, table.id)
    return {
      types,
      isReadOnly: false,
      problems: partNameProblems(table.columns, { names, what: 'column' }),
      typeProblems: typeProblems(table.columns),
      keys: new Set(table.primaryKey?.parts.map(({ column }) => column)),
      foreign: new Set(foreign.flatMap(({ child }) => child.columns)),
      unique: new Set(
        table.uniques.flatMap(({ parts }) => (parts.length === 1 ? parts.map(({ column }) => column) : [])),
      ),
    }
  }, [names, relations, table, types])
}

/** The canvas and the outline may name a column as well; the grid goes along. */
function useFollow(grid: Grid) {
  useEffect(
    () =>
      view.subscribe(() => {
        const part = partOf(grid.table)
        if (part) grid.follow(part)
      }),
    [grid],
  )
}

function Heads() {
  const head = 'flex items-center text-small font-medium text-faint'
  return (
    <div role="row" aria-rowindex={1} className="flex h-6 items-center select-none">
      <span role="columnheader" className={`${head} min-w-0 flex-5 px-1`}>
        Name
      </span>
      <span role="columnheader" className={`${head} min-w-0 flex-4 px-1`}>
        Type
      </span>
      <span
        role="columnheader"
        className={`${head} w-6 justify-center pointer-coarse:w-11`}
        {...tip('Primary key')}
      >
        <KeyRound aria-hidden="true" className="size-3" />
        <VisuallyHidden>Primary key</VisuallyHidden>
      </span>
      <span
        role="columnheader"
        className={`${head} w-7 justify-center pointer-coarse:w-11`}
        {...tip('May be empty (NULL)')}
      >
        Null
      </span>
      <span role="columnheader" className="w-5 pointer-coarse:w-11">
        <VisuallyHidden>Details</VisuallyHidden>
      </span>
    </div>
  )
}

interface RowsProps {
  readonly grid: Grid
  readonly table: Table
  readonly facts: RowFacts
  readonly first: number
  readonly count: number
}

function Rows({ grid, table, facts, first, count }: RowsProps) {
  const scroller = useContext(ScrollerContext)
  const active = useGrid(grid, ({ spot }) => table.columns.findIndex(({ id }) => id === spot.row))
  const row = (index: number) => {
    const column = table.columns[first + index]
    return (
      column && <ColumnRow key={column.id} grid={grid} column={column} index={first + index} facts={facts} />
    )
  }
  if (table.columns.length <= MANY) return Array.from({ length: count }, (_, index) => row(index))
  return (
    <VirtualRows
      scroller={scroller}
      count={count}
      activeIndex={active - first}
      keyOf={(index) => table.columns[first + index]?.id ?? String(index)}
    >
      {row}
    </VirtualRows>
  )
}

function useFocusedSpot(grid: Grid, box: RefObject<HTMLDivElement | null>) {
  const focusCount = useGrid(grid, (state) => state.focusCount)
  useEffect(() => {
    if (focusCount === 0) return
    const { spot } = grid.store.getState()
    const cell = box.current?.querySelector<HTMLElement>(`[data-spot="${spot.row}:${spot.field}"]`)
    if (!cell || cell.contains(window.document.activeElement)) return
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest' })
  }, [grid, box, focusCount])
}

function RowsAndDetails({ grid, table, facts }: Omit<RowsProps, 'first' | 'count'>) {
  const expanded = useGrid(grid, (state) => state.expanded)
  const ids: readonly ColumnId[] = useMemo(() => table.columns.map(({ id }) => id), [table.columns])
  const runs = useMemo(() => runsOf(ids, expanded), [ids, expanded])
  return runs.map((run) =>
    run.kind === 'rows' ? (
      <Rows key={`rows-${run.first}`} {...{ grid, table, facts }} first={run.first} count={run.count} />
    ) : (
      <div key={`details-${run.id}`} role="row" data-details>
        <div role="gridcell" aria-label="Details">
          <ColumnDetails table={table} id={run.id} />
        </div>
      </div>
    ),
  )
}

/** Several lines, or one that gives a type as well, become columns; anything else is pasted into the field. */
function pasteInto(grid: Grid, event: ClipboardEvent): void {
  const { target } = event
  if (target instanceof Element && target.closest('[data-details]')) return
  const text = event.clipboardData.getData('text')
  const lines = parseColumnLines(text)
  const isTyping = target instanceof HTMLInputElement && target.value !== ''
  if (lines.length === 0 || (lines.length === 1 && (isTyping || lines[0]?.type === ''))) return
  event.preventDefault()
  event.stopPropagation()
  grid.paste(text)
}

export function ColumnGrid({ table }: { readonly table: Table }) {
  const [grid] = useState(() => createGrid(table.id))
  const isReadOnly = useReadOnly()
  const given = useFacts(table)
  const facts = useMemo(() => ({ ...given, isReadOnly }), [given, isReadOnly])
  const box = useRef<HTMLDivElement>(null)
  useFollow(grid)
  useFocusedSpot(grid, box)

  return (
    <>
      <div
        ref={box}
        role="grid"
        aria-label={`Columns of ${called(table.name)}`}
        aria-rowcount={table.columns.length + 2}
        aria-readonly={isReadOnly}
        aria-multiselectable
        tabIndex={-1}
        onPaste={(event) => {
          if (!isReadOnly) pasteInto(grid, event)
        }}
        onKeyDown={(event) => {
          const isCell = event.target instanceof Element && event.target.hasAttribute('data-spot')
          if (!isCell || !handleGridKey(grid, event, isReadOnly)) return
          event.preventDefault()
          event.stopPropagation()
        }}
        className="-mx-1 outline-none"
      >
        <Heads />
        <RowsAndDetails {...{ grid, table, facts }} />
        {!isReadOnly && <NewColumnRow grid={grid} table={table} />}
      </div>
      <ManyColumns grid={grid} table={table} />
      <Problems table={table} problems={[facts.problems, facts.typeProblems]} />
    </>
  )
}
