// The lines of a diagram: which relations are to be seen in it, between what, and at which rows they are tied.
import { cardinalityOf, type EndCardinality } from '../model/cardinality'
import type { ColumnId, DiagramId, RelationId } from '../model/id'
import { endsOf, lineOf } from '../model/query'
import type { Color, Placeable, Point, ReferentialAction, Relation } from '../model/records'
import type { Schema } from '../model/schema'
import { rowMiddle, type Placed } from './geometry'

export interface LineEnd {
  readonly object: Placeable
  /** The row's middle from the top of the box; absent for an end that belongs to the table as a whole. */
  readonly at?: number
  /** What the end says (fewest and most): ends that say the same may share a place. */
  readonly mark?: string
}

/** One relation as drawn in one diagram: child first. */
export interface DiagramLine {
  readonly id: RelationId
  readonly from: LineEnd
  readonly to: LineEnd
  readonly bends: readonly Point[]
  readonly color?: Color
  /** What the line says of itself: its referential actions, or its name. */
  readonly label?: string
}

export interface LineOptions {
  readonly labels?: 'actions' | 'names' | 'none'
}

const noBends: readonly Point[] = []

function endOf(placed: Placed, columns: readonly ColumnId[], { min, max }: EndCardinality): LineEnd {
  const { object } = placed.placement
  const mark = `${min}-${max}`
  const seen = columns.filter((column) => placed.face.rowById.has(column))
  const [first] = seen
  if (first !== undefined) return { object, at: rowMiddle(placed.face, first), mark }
  // A folded table is one line high: the middle of its side is as good as any other place of its outline.
  return { object, mark }
}

const actionWords: Readonly<Record<ReferentialAction, string>> = {
  noAction: '',
  restrict: 'restrict',
  cascade: 'cascade',
  setNull: 'set null',
  setDefault: 'set default',
}

/** "delete cascade, update set null": what happens to the children; nothing where the database's default holds. */
export function actionsText(relation: Relation): string {
  if (relation.kind !== 'foreignKey') return ''
  const onDelete = relation.onDelete ? actionWords[relation.onDelete] : ''
  const onUpdate = relation.onUpdate ? actionWords[relation.onUpdate] : ''
  if (onDelete === onUpdate) return onDelete === '' ? '' : `delete, update ${onDelete}`
  return [onDelete && `delete ${onDelete}`, onUpdate && `update ${onUpdate}`]
    .filter((part) => part !== '')
    .join(', ')
}

function labelOf(relation: Relation, labels: LineOptions['labels']): string {
  if (labels === 'none') return ''
  return labels === 'names' ? relation.name : actionsText(relation)
}

const sameEnd = (a: LineEnd, b: LineEnd): boolean =>
  a.object === b.object && a.at === b.at && a.mark === b.mark

const known = new WeakMap<Relation, DiagramLine>()

/** The same object as before while nothing of the line changed, so that readers can compare by identity. */
function kept(relation: Relation, line: DiagramLine): DiagramLine {
  const before = known.get(relation)
  const isSame =
    before &&
    sameEnd(before.from, line.from) &&
    sameEnd(before.to, line.to) &&
    before.bends === line.bends &&
    before.color === line.color &&
    before.label === line.label
  if (isSame) return before
  known.set(relation, line)
  return line
}

export interface LinePlace extends LineOptions {
  readonly diagram: DiagramId
  readonly placed: ReadonlyMap<Placeable, Placed>
}

export function lineIn(
  schema: Schema,
  { diagram, placed, labels }: LinePlace,
  relation: Relation,
): DiagramLine | undefined {
  const [child, parent] = endsOf(relation)
  const from = placed.get(child.table)
  const to = placed.get(parent.table)
  if (!from || !to) return undefined
  const meaning = cardinalityOf(schema, relation)
  const label = labelOf(relation, labels)
  const drawn = lineOf(schema, diagram, relation.id)
  return kept(relation, {
    id: relation.id,
    from: endOf(from, child.columns, meaning.child),
    to: endOf(to, parent.columns, meaning.parent),
    bends: drawn?.bends ?? noBends,
    ...(drawn?.color && { color: drawn.color }),
    ...(label !== '' && { label }),
  })
}

/** Every line of a diagram whose two ends are both to be seen. */
export function linesIn(schema: Schema, place: LinePlace): ReadonlyMap<RelationId, DiagramLine> {
  const lines = new Map<RelationId, DiagramLine>()
  for (const relation of schema.relation.values()) {
    const line = lineIn(schema, place, relation)
    if (line) lines.set(line.id, line)
  }
  return lines
}
