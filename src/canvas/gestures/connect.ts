// A line drawn from a port, or from the first table of a relation that was taken from the palette.
import type { ColumnId, TableId } from '../../core/model/id'
import { isIdOf } from '../../core/model/id'
import type { Point } from '../../core/model/records'
import { setMode, view, type RelationKind } from '../../state/view'
import { live, type Rubber } from '../live'
import type { Gesture, PointerAt } from './gesture'
import { hitAt } from './hit'
import { carryOut, preview, type End, type Tie } from './relating'

export interface Aim {
  readonly table: TableId
  readonly column?: ColumnId
}

/** The table (and column) under a point, whatever else lies there. */
export function aimAt(at: Point): Aim | undefined {
  const hit = hitAt(at, { onlyTables: true })
  if (!('drawn' in hit) || !isIdOf('table', hit.drawn.id)) return undefined
  const table = hit.drawn.id
  return hit.kind === 'row' && isIdOf('column', hit.row.id) ? { table, column: hit.row.id } : { table }
}

const endOf = ({ table, column }: Aim): End => ({ table, columns: column ? [column] : [] })

interface Drawn {
  readonly from: Aim
  readonly kind?: RelationKind
}

const tieOf = ({ from, kind }: Drawn, over: Aim, isSketch: boolean): Tie => ({
  from: endOf(from),
  // A kind that was asked for by name speaks of tables; a drawn line of what it touches.
  over: endOf(over),
  ...(kind && { kind }),
  isSketch,
})

const free = { min: 1, max: 1 } as const

/** Back on the same row a line says nothing yet. */
const isStart = (from: Aim, over: Aim): boolean => from.table === over.table && from.column === over.column

export function showRubber(drawn: Drawn, at: PointerAt): void {
  const over = aimAt(at.canvas)
  const from: Rubber['from'] = endOf(drawn.from)
  if (!over || (isStart(drawn.from, over) && drawn.kind !== 'self')) {
    live.setState({
      rubber: { from, pointer: at.canvas, fromMark: free, overMark: free, isConceptual: false },
    })
    return
  }
  live.setState({ rubber: { from, pointer: at.canvas, over, ...preview(tieOf(drawn, over, at.alt)) } })
}

export const hideRubber = (): void => {
  if (live.getState().rubber) live.setState({ rubber: undefined })
}

/** Ties what the pointer is over; false where there is nothing to tie to. */
export function tieHere(drawn: Drawn, at: PointerAt): boolean {
  const over = aimAt(at.canvas)
  if (!over || (isStart(drawn.from, over) && drawn.kind !== 'self')) return false
  carryOut(tieOf(drawn, over, at.alt))
  return true
}

export function beginConnect(drawn: Drawn): Gesture {
  return {
    autopans: true,
    cursor: 'crosshair',
    move: (at) => showRubber(drawn, at),
    end(at) {
      hideRubber()
      tieHere(drawn, at)
      if (view.getState().mode.kind === 'relate') setMode({ kind: 'select' })
    },
    cancel: hideRubber,
  }
}
