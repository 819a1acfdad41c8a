// The lines of a diagram: which relations are to be seen in it, between what, and at which rows they are tied.
import { cardinalityOf, isIdentifying, type Cardinality, type EndCardinality } from '../model/cardinality'
import type { ColumnId, DiagramId, RelationId, TableId } from '../model/id'
import { junctionOf, type Junction } from '../model/junction'
import { endsOf, lineOf, placementOf } from '../model/query'
import { plainTitle } from '../model/plainWords'
import type { Color, Notation, Placeable, Point, ReferentialAction, Relation } from '../model/records'
import type { Schema } from '../model/schema'
import { header } from './sizes'
import { levelIn, notationIn, rowMiddle, type LookOptions, type Placed } from './geometry'

export interface LineEnd {
  readonly object: Placeable
  /** The row's middle from the top of the box; absent for an end that belongs to the table as a whole. */
  readonly at?: number
  /** What the end says (fewest and most): ends that say the same may share a place. */
  readonly mark?: string
}

/** What a line says, whatever the notation. */
export interface LineMeaning {
  readonly cardinality: Cardinality
  /** The child has its parent's key in its own. */
  readonly isIdentifying: boolean
  /** A sketch, or a line that no database knows. */
  readonly isSketch: boolean
}

/** One relation as drawn in one diagram: child first. */
export interface DiagramLine {
  readonly id: RelationId
  readonly from: LineEnd
  readonly to: LineEnd
  readonly bends: readonly Point[]
  readonly meaning: LineMeaning
  /** A many-to-many relationship that this table stands for: the line goes from parent to parent. */
  readonly junction?: TableId
  readonly color?: Color
  /** What the line says of itself: its referential actions, or its name. */
  readonly label?: string
}

export interface LineOptions {
  readonly labels?: 'actions' | 'names' | 'verbs' | 'none'
}

const noBends: readonly Point[] = []

/** Begins the mark of an end that is written and not drawn: texts need more room than feet. */
export const textMark = 'text '

const wordOf = ({ min, max }: EndCardinality): string => `${min}-${max}`

/** The same text for ends that are drawn the same: crow's feet tell of their own end only, others of both. */
function marksOf({ cardinality, isIdentifying }: LineMeaning, notation: Notation): readonly [string, string] {
  const [child, parent] = [wordOf(cardinality.child), wordOf(cardinality.parent)]
  const rest = isIdentifying ? '!' : ''
  if (notation === 'crowsFoot') return [child, parent]
  // Only what stands at the other side is told, and nothing of identity.
  if (notation === 'minMax') return [textMark + parent, textMark + child]
  if (notation === 'barker') return [child + rest, parent]
  return [`${textMark}${child}/${parent}${rest}`, `${textMark}${parent}/${child}${rest}`]
}

function endOf(placed: Placed, columns: readonly ColumnId[], mark: string): LineEnd {
  const { object } = placed.placement
  // Ovals are no part of the box: a relationship ties the things, not what is said of them.
  if (placed.face.bodyHeight < placed.face.height) return { object, at: header.middle, mark }
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
  switch (labels) {
    case 'none':
      return ''
    case 'names':
      return relation.name
    case 'verbs':
      return relation.verbs.childToParent
    case 'actions':
    case undefined:
      return actionsText(relation)
  }
}

const sameEnd = (a: LineEnd, b: LineEnd): boolean =>
  a.object === b.object && a.at === b.at && a.mark === b.mark

const sameMeaning = (a: LineMeaning, b: LineMeaning): boolean =>
  a.isIdentifying === b.isIdentifying &&
  a.isSketch === b.isSketch &&
  wordOf(a.cardinality.child) === wordOf(b.cardinality.child) &&
  wordOf(a.cardinality.parent) === wordOf(b.cardinality.parent)

const known = new WeakMap<Relation, DiagramLine>()

/** The same object as before while nothing of the line changed, so that readers can compare by identity. */
function kept(relation: Relation, line: DiagramLine): DiagramLine {
  const before = known.get(relation)
  const isSame =
    before &&
    sameEnd(before.from, line.from) &&
    sameEnd(before.to, line.to) &&
    before.bends === line.bends &&
    before.junction === line.junction &&
    sameMeaning(before.meaning, line.meaning) &&
    before.color === line.color &&
    before.label === line.label
  if (isSame) return before
  known.set(relation, line)
  return line
}

export interface LinePlace extends LineOptions, Pick<LookOptions, 'level' | 'notation'> {
  readonly diagram: DiagramId
  readonly placed: ReadonlyMap<Placeable, Placed>
}

export const meaningOf = (schema: Schema, relation: Relation): LineMeaning => ({
  cardinality: cardinalityOf(schema, relation),
  isIdentifying: isIdentifying(schema, relation),
  isSketch: relation.kind === 'logical' || relation.inactive === true,
})

/** One line for both foreign keys of a junction, under the first one's name. */
function bridgeOf(
  schema: Schema,
  { ends: [a, b], table }: Junction,
  place: LinePlace,
): DiagramLine | undefined {
  const [from, to] = [place.placed.get(a.parent.table), place.placed.get(b.parent.table)]
  const own = placementOf(schema, place.diagram, table.id)
  if (!from || !to || !own || own.hidden) return undefined
  // Rows of the junction for one row of the other side.
  const meaning: LineMeaning = {
    cardinality: { child: cardinalityOf(schema, b).child, parent: cardinalityOf(schema, a).child },
    isIdentifying: false,
    isSketch: false,
  }
  const [fromMark, toMark] = marksOf(meaning, notationIn(schema, place.diagram, place))
  return {
    id: a.id,
    from: endOf(from, [], fromMark),
    to: endOf(to, [], toMark),
    bends: noBends,
    meaning,
    junction: table.id,
    ...(place.labels !== 'none' &&
      notationIn(schema, place.diagram, place) !== 'chen' && { label: plainTitle(table.name) }),
  }
}

function directLine(schema: Schema, place: LinePlace, relation: Relation): DiagramLine | undefined {
  const [child, parent] = endsOf(relation)
  const from = place.placed.get(child.table)
  const to = place.placed.get(parent.table)
  if (!from || !to) return undefined
  const meaning = meaningOf(schema, relation)
  const [fromMark, toMark] = marksOf(meaning, notationIn(schema, place.diagram, place))
  // A relationship's own words stand in its diamond.
  const isChen = notationIn(schema, place.diagram, place) === 'chen'
  // What happens on delete is nothing that a stakeholder asks for.
  const isPlain = levelIn(schema, place.diagram, place) === 'conceptual' && place.labels === undefined
  const label = labelOf(relation, isChen ? 'none' : isPlain ? 'verbs' : place.labels)
  const drawn = lineOf(schema, place.diagram, relation.id)
  return {
    id: relation.id,
    from: endOf(from, child.columns, fromMark),
    to: endOf(to, parent.columns, toMark),
    bends: drawn?.bends ?? noBends,
    meaning,
    ...(drawn?.color && { color: drawn.color }),
    ...(label !== '' && { label }),
  }
}

export function lineIn(schema: Schema, place: LinePlace, relation: Relation): DiagramLine | undefined {
  const isConceptual = levelIn(schema, place.diagram, place) === 'conceptual'
  const junction =
    isConceptual && relation.kind === 'foreignKey' ? junctionOf(schema, relation.child.table) : undefined
  const isBridged = junction?.ends.every(({ parent }) => place.placed.has(parent.table)) ?? false
  if (!junction || !isBridged) {
    const line = directLine(schema, place, relation)
    return line && kept(relation, line)
  }
  const line = junction.ends[0].id === relation.id ? bridgeOf(schema, junction, place) : undefined
  return line && kept(relation, line)
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
