// What a screen reader says of things on the canvas.
import type { FaceRow } from '../../core/layout/face'
import { isIdOf } from '../../core/model/id'
import { cardinalityOf } from '../../core/model/cardinality'
import { displayName, endsOf, placementOf, relationsOf } from '../../core/model/query'
import { endWords } from '../../core/picture/notation/notation'
import type { Placeable, Relation } from '../../core/model/records'
import type { Schema } from '../../core/model/schema'
import { cameFrom, placeAmong } from '../../state/graphWalk'
import { currentDiagram } from '../../state/perform'
import { databaseFaces, databaseObjectName } from '../../state/databaseObjects'
import {
  isDatabaseObject,
  kindOfDatabaseObject,
  type Selectable,
  type Selection,
} from '../../state/selection'
import type { Drawn, DrawnTable } from '../project'
import { isFace } from '../project'

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const kinds: Readonly<Record<Drawn['kind'], string>> = {
  table: 'Table',
  view: 'View',
  enum: 'Enum',
  note: 'Note',
  area: 'Subject area',
}

const firstWords = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** How much of it can be seen, where that is not all. */
function shownWords({ placed: { face } }: DrawnTable): string {
  if (face.hiddenRows === 0) return ''
  return face.rows.length === 0 ? ', only the name shown' : `, only ${face.rows.length} shown`
}

/** "Table orders, 5 columns, 2 relations". */
export function describeItem(schema: Schema, drawn: Drawn): string {
  if (drawn.kind === 'note') return `Note ${firstWords(drawn.note.name || drawn.note.text) || 'without text'}`
  if (drawn.kind === 'area') return `Subject area ${drawn.group?.name ?? ''}`.trim()
  const name = displayName(schema, drawn.id) || 'without name'
  const parts = drawn.placed.face.rows.length + drawn.placed.face.hiddenRows
  const what = drawn.kind === 'enum' ? counted(parts, 'value') : counted(parts, 'column')
  const relations = isIdOf('table', drawn.id) ? relationsOf(schema, drawn.id).length : 0
  const tail = relations > 0 ? `, ${counted(relations, 'relation')}` : ''
  return `${kinds[drawn.kind]} ${name}, ${what}${tail}${shownWords(drawn)}${drawn.isLocked ? ', locked' : ''}`
}

const columnNames = (schema: Schema, { table, columns }: ReturnType<typeof endsOf>[number]): string => {
  const row = schema.table.get(table)
  return columns.map((id) => row?.columns.find((column) => column.id === id)?.name ?? '').join(', ')
}

/** "orders references users through user_id". */
export function describeRelation(schema: Schema, relation: Relation): string {
  const [from, to] = endsOf(relation)
  const [a, b] = [nameOf(schema, from.table), nameOf(schema, to.table)]
  if (relation.kind === 'logical') return `${a} relates to ${b}`
  const through = columnNames(schema, from)
  return `${a} references ${a === b ? 'itself' : b}${through ? ` through ${through}` : ''}`
}

/** With how many of each there may be, and which of how many relations it is. */
function describeLine(schema: Schema, relation: Relation): string {
  const { child, parent } = cardinalityOf(schema, relation)
  const many = `${endWords(child)} to ${endWords(parent)}`
  const { at, of } = placeAmong(schema, relation)
  const which = of > 1 && at > 0 ? `, relation ${at} of ${of} of ${nameOf(schema, cameFrom(relation))}` : ''
  return `${describeRelation(schema, relation)}, ${many}${which}`
}

const nameOf = (schema: Schema, id: Placeable): string => displayName(schema, id) || 'without name'

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Selected elsewhere, and not on this canvas. */
function describeAbsent(schema: Schema, id: Selectable): string {
  if (isIdOf('note', id) || isIdOf('area', id) || isIdOf('relation', id)) return ''
  if (isDatabaseObject(id))
    return `${sentence(databaseFaces[kindOfDatabaseObject(id)].one)} ${databaseObjectName(schema, id)}`
  const placement = placementOf(schema, currentDiagram(schema), id)
  return `${nameOf(schema, id)} is ${placement?.hidden ? 'hidden' : 'not'} in this diagram`
}

function referencesOf(schema: Schema, id: Selectable): string {
  if (!isIdOf('table', id)) return ''
  const [first, ...rest] = relationsOf(schema, id).filter((relation) => endsOf(relation)[0].table === id)
  if (!first) return ''
  const said = describeRelation(schema, first).slice(nameOf(schema, id).length + 1)
  return rest.length > 0 ? `, ${said} and ${counted(rest.length, 'more relation')}` : `, ${said}`
}

/** "email, text, may be null". */
export function describeRow(row: FaceRow): string {
  const facts = [
    row.fullType,
    row.isKey ? 'primary key' : '',
    row.isForeign ? 'foreign key' : '',
    row.nullable ? 'may be null' : '',
  ]
  return [row.fullName, ...facts.filter(Boolean)].join(', ')
}

export function describeSelection(
  schema: Schema,
  { items, part }: Selection,
  drawnOf: (id: string) => Drawn | undefined,
): string {
  const [first] = items
  if (!first) return 'Nothing selected'
  if (items.size > 1) return `${items.size} objects selected`
  if (isIdOf('relation', first)) {
    const relation = schema.relation.get(first)
    return relation ? describeLine(schema, relation) : ''
  }
  const drawn = drawnOf(first)
  if (!drawn) return describeAbsent(schema, first)
  if (part && isFace(drawn)) {
    const row = drawn.placed.face.rowById.get('column' in part ? part.column : part.value)
    if (row) return describeRow(row)
  }
  return describeItem(schema, drawn) + referencesOf(schema, first)
}
