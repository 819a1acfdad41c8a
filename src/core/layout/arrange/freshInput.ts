// What automatic layout is asked when objects come in that have no place yet: they move, all that stands stays.
import type { Box } from '../box'
import { boxOf } from '../geometry'
import type { DiagramId } from '../../model/id'
import { endsOf, placementsIn } from '../../model/query'
import type { Placeable, Placement } from '../../model/records'
import { inOrder, type Schema } from '../../model/schema'
import type { ArrangeInput } from './arrange'

export function freshInput(schema: Schema, diagram: DiagramId, fresh: readonly Placeable[]): ArrangeInput {
  const boxes = new Map<string, Box>()
  const measure = (placement: Placement) => {
    const box = boxOf(schema, placement)
    if (box) boxes.set(placement.object, box)
  }
  for (const placement of placementsIn(schema, diagram).values()) if (!placement.hidden) measure(placement)
  for (const object of fresh) if (!boxes.has(object)) measure({ id: 'pl_', diagram, object, x: 0, y: 0 })
  const links = inOrder(schema.relation).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    return boxes.has(from.table) && boxes.has(to.table) ? [{ from: from.table, to: to.table }] : []
  })
  return { boxes, links, movable: new Set(fresh) }
}
