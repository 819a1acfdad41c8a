// One line as the picture draws it, kept for as long as its way and its meaning stay.
import type { DiagramLine } from '../../core/layout/lines'
import type { Path } from '../../core/layout/route/path'
import { notationIn } from '../../core/layout/geometry'
import { lineGroup } from '../../core/picture/lineGroup'
import { notations } from '../../core/picture/notation'
import type { Notation } from '../../core/picture/notation/notation'
import { verbOf } from '../../core/picture/scene'
import type { Group } from '../../core/picture/shapes'
import type { DiagramId } from '../../core/model/id'
import { displayName } from '../../core/model/query'
import type { Schema } from '../../core/model/schema'
import type { Drawing } from '../project'
import { describeRelation } from '../nodes/describe'

interface Known {
  readonly path: Path
  readonly notation: Notation
  readonly title: string
  readonly verb: string
  readonly group: Group
}

const known = new WeakMap<DiagramLine, Known>()

/** In what notation a diagram's lines are drawn. */
export const notationOf = (schema: Schema, diagram: DiagramId | undefined): Notation =>
  diagram ? notations[notationIn(schema, diagram)] : notations.crowsFoot

export function drawLine(
  { schema, diagram }: Pick<Drawing, 'schema' | 'diagram'>,
  line: DiagramLine,
  path: Path,
) {
  const relation = schema.relation.get(line.id)
  if (!relation) return undefined
  const notation = notationOf(schema, diagram)
  const title = line.junction
    ? `${displayName(schema, line.from.object)} relates to ${displayName(schema, line.to.object)}`
    : describeRelation(schema, relation)
  const verb = notation.hasDiamond ? verbOf(schema, line) : ''
  const before = known.get(line)
  if (before?.path === path && before.title === title && before.notation === notation && before.verb === verb)
    return before.group
  const { meaning, color } = line
  const group = lineGroup({ id: line.id, title, path, meaning, notation, verb, ...(color && { color }) })
  known.set(line, { path, notation, title, verb, group })
  return group
}
