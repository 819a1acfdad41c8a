// One line as the picture draws it, kept for as long as its way and its meaning stay.
import type { DiagramLine } from '../../core/layout/lines'
import type { Path } from '../../core/layout/route/path'
import { cardinalityOf, type Cardinality } from '../../core/model/cardinality'
import type { RelationId } from '../../core/model/id'
import { lineGroup } from '../../core/picture/lineGroup'
import { crowsFoot } from '../../core/picture/notation/crowsFoot'
import type { Group } from '../../core/picture/shapes'
import type { Relation } from '../../core/model/records'
import type { Schema } from '../../core/model/schema'
import { describeRelation } from '../nodes/describe'

export interface LineFacts {
  readonly relation: Relation
  readonly cardinality: Cardinality
}

const same = (a: Cardinality, b: Cardinality): boolean =>
  a.child.min === b.child.min &&
  a.child.max === b.child.max &&
  a.parent.min === b.parent.min &&
  a.parent.max === b.parent.max

interface Known {
  readonly path: Path
  readonly cardinality: Cardinality
  readonly title: string
  readonly group: Group
}

const known = new Map<RelationId, Known>()

/** Only what is shown is remembered. */
export function forgetLinesBut(ids: ReadonlySet<RelationId>): void {
  if (known.size > ids.size + 2000) for (const id of known.keys()) if (!ids.has(id)) known.delete(id)
}

export function drawLine(schema: Schema, line: DiagramLine, path: Path): Group | undefined {
  const relation = schema.relation.get(line.id)
  if (!relation) return undefined
  const cardinality = cardinalityOf(schema, relation)
  const title = describeRelation(schema, relation)
  const before = known.get(line.id)
  if (before?.path === path && before.title === title && same(before.cardinality, cardinality))
    return before.group
  const group = lineGroup({
    id: line.id,
    title,
    path,
    cardinality,
    notation: crowsFoot,
    isDashed: relation.kind === 'logical',
    ...(line.color && { color: line.color }),
  })
  known.set(line.id, { path, cardinality, title, group })
  return group
}
