// One line as the picture draws it, kept for as long as its way and its meaning stay.
import type { DiagramLine } from '../../core/layout/lines'
import type { Path } from '../../core/layout/route/path'
import { cardinalityOf, type Cardinality } from '../../core/model/cardinality'
import { lineGroup } from '../../core/picture/lineGroup'
import { crowsFoot } from '../../core/picture/notation/crowsFoot'
import type { Group } from '../../core/picture/shapes'
import type { Schema } from '../../core/model/schema'
import { describeRelation } from '../nodes/describe'

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

const known = new WeakMap<DiagramLine, Known>()

export function drawLine(schema: Schema, line: DiagramLine, path: Path): Group | undefined {
  const relation = schema.relation.get(line.id)
  if (!relation) return undefined
  const cardinality = cardinalityOf(schema, relation)
  const title = describeRelation(schema, relation)
  const before = known.get(line)
  if (before?.path === path && before.title === title && same(before.cardinality, cardinality))
    return before.group
  const group = lineGroup({
    id: line.id,
    title,
    path,
    cardinality,
    notation: crowsFoot,
    isDashed: relation.kind === 'logical' || relation.inactive === true,
    ...(line.color && { color: line.color }),
  })
  known.set(line, { path, cardinality, title, group })
  return group
}
