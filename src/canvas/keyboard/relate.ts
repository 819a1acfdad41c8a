// Relating without a mouse: R, walk to the other table with the arrow keys, Enter.
import { isIdOf, type TableId } from '../../core/model/id'
import { setMode, view } from '../../state/view'
import { centreOf } from '../box'
import { hideRubber, showRubber, tieHere } from '../gestures/connect'
import type { PointerAt } from '../gestures/gesture'
import { live } from '../live'
import { boxNow, drawnOf, stage } from '../stage'
import { toScreen } from '../camera/viewport'

const forgetAfterMs = 900
let typed = ''
let typedAt = 0

function chosenTable(): TableId | undefined {
  const [id] = view.getState().selection.items
  return id && isIdOf('table', id) ? id : undefined
}

/** As if the pointer stood on the chosen table's head. */
function pointerOn(table: TableId): PointerAt | undefined {
  const drawn = drawnOf(table)
  if (!drawn) return undefined
  const box = boxNow(drawn)
  const canvas = { x: centreOf(box).x, y: box.y + 20 }
  return { canvas, screen: toScreen(live.getState().viewport, canvas), shift: false, mod: false, alt: false }
}

export function showKeyRubber(): void {
  const { mode } = view.getState()
  const table = chosenTable()
  const at = table && pointerOn(table)
  if (mode.kind === 'relate' && mode.from && at) showRubber({ from: mode.from, kind: mode.relation }, at)
}

/** Enter takes the first table, then ties it to the second. */
export function relateByKey(): boolean {
  const { mode, selection } = view.getState()
  const table = chosenTable()
  if (mode.kind !== 'relate' || !table) return false
  typed = ''
  const column =
    selection.part && 'column' in selection.part && selection.part.owner === table
      ? selection.part.column
      : undefined
  const at = pointerOn(table)
  if (mode.relation === 'self' && at) {
    tieHere({ from: { table }, kind: 'self' }, at)
    setMode({ kind: 'select' })
  } else if (!mode.from) setMode({ ...mode, from: column ? { table, column } : { table } })
  else if (at) {
    hideRubber()
    if (tieHere({ from: mode.from, kind: mode.relation }, at)) setMode({ kind: 'select' })
  }
  return true
}

/** Letters typed while relating choose the table whose name begins with them. */
export function chooseByName(key: string): TableId | undefined {
  const { mode } = view.getState()
  if (mode.kind !== 'relate' || key.length !== 1) return undefined
  const now = performance.now()
  typed = now - typedAt > forgetAfterMs ? key : typed + key
  typedAt = now
  const wanted = typed.toLowerCase()
  const { drawing } = stage.getState()
  for (const { id, name } of drawing.schema.table.values()) {
    if (drawing.placed.has(id) && name.toLowerCase().startsWith(wanted)) return id
  }
  return undefined
}
