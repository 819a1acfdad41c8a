// Which lines touch the view; asked again only when the view has moved on by a cell.
import { isIdOf, type RelationId } from '../../core/model/id'
import { live } from '../live'
import { linesAt } from '../project'
import { stage } from '../stage'
import type { Box } from '../box'
import { linesAcross } from './routes'

export function linesIn(area: Box): readonly RelationId[] {
  const found = linesAcross(area)
  const { dragging, resizing, bending } = live.getState()
  if (!dragging && !resizing && !bending) return [...found]
  // What moves may have come into view from outside.
  const all = new Set(found)
  const { drawing } = stage.getState()
  for (const item of [...(dragging?.items ?? []), ...(resizing ? [resizing.item] : [])]) {
    if (isIdOf('table', item)) for (const id of linesAt(drawing, item)) if (drawing.lines.has(id)) all.add(id)
  }
  return [...all]
}
