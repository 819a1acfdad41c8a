// The colour of a line in the diagram in view.
import { ok, type Cx, type Done } from '../../../core/commands/context'
import { makeLine } from '../../../core/model/factory'
import type { RelationId } from '../../../core/model/id'
import { lineOf } from '../../../core/model/query'
import type { Color } from '../../../core/model/records'
import { without } from '../../../core/model/transact'

/** `none` gives the line back its quiet colour; a line record that says nothing any more goes. */
export function setLineColor(cx: Cx, relation: RelationId, color: Color): Done {
  const known = lineOf(cx.tx.now(), cx.diagram, relation)
  if (color !== 'none') {
    const line = known ?? makeLine(cx.newId, { diagram: cx.diagram, relation })
    cx.tx.put('line', { ...line, color })
  } else if (known && known.bends.length === 0) cx.tx.remove('line', known.id)
  else if (known) cx.tx.put('line', without(known, 'color'))
  return ok(undefined)
}
