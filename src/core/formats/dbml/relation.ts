// Relations and lineage: what leads from columns to columns.
import { cardinalityOf, type EndCardinality } from '../../model/cardinality'
import { endsOf, lineOf } from '../../model/query'
import type { Lineage, Relation, RelationEnd, ReferentialAction } from '../../model/records'
import type { ColumnId } from '../../model/id'
import { said, settingsText, type Said } from './shape'
import { braces, identifier, isBlockKey, string } from './spell'
import { isExactNumber } from './table'
import type { DbmlWriter } from './writer'

const actions: Readonly<Record<ReferentialAction, string>> = {
  noAction: 'no action',
  restrict: 'restrict',
  cascade: 'cascade',
  setNull: 'set null',
  setDefault: 'set default',
}

/** The operator between two ends: crow's foot towards the many, a question mark where none is allowed. */
function operator(left: EndCardinality, right: EndCardinality, isLeftMinSaid: boolean): string {
  const isLeftMany = left.max === 'many'
  const isRightMany = right.max === 'many'
  const body = isLeftMany ? (isRightMany ? '<>' : '>') : isRightMany ? '<' : '-'
  return `${isLeftMinSaid && left.min === 0 ? '?' : ''}${body}${right.min === 0 ? '?' : ''}`
}

function operatorOf(w: DbmlWriter, relation: Relation): string {
  const { child, parent } = cardinalityOf(w.schema, relation)
  if (relation.kind === 'logical') return operator(child, parent, true)
  const { declared, childMin } = relation
  const said = { ...parent, min: declared?.parentMin ?? parent.min }
  return operator({ ...child, max: declared?.childMax ?? child.max }, said, childMin === 0)
}

/** DBML ties columns, always: a sketch without any is tied by its keys. */
function columnsOf(w: DbmlWriter, end: RelationEnd, count: number): readonly ColumnId[] {
  if (end.columns.length > 0) return end.columns
  const table = w.schema.table.get(end.table)
  const key = table?.primaryKey?.parts.map(({ column }) => column) ?? []
  const fallback = key.length === count ? key : (table?.columns.slice(0, count).map(({ id }) => id) ?? [])
  return fallback.length === count ? fallback : []
}

const endText = (w: DbmlWriter, table: RelationEnd['table'], columns: readonly ColumnId[]): string => {
  const names = columns.map((column) => w.names.column(column))
  return `${w.names.object(table)}.${names.length === 1 ? names.join('') : `(${names.join(', ')})`}`
}

function endTexts(w: DbmlWriter, relation: Relation): readonly [string, string] | undefined {
  const [left, right] = endsOf(relation)
  const count = Math.max(left.columns.length, right.columns.length, 1)
  const [from, to] = [columnsOf(w, left, count), columnsOf(w, right, count)]
  if (from.length === 0 || from.length !== to.length) return undefined
  if (left.columns.length === 0 || right.columns.length === 0) {
    w.report({
      level: 'warning',
      code: 'columnsChosen',
      about: relation.id,
      message: 'DBML ties columns: this sketch is written between keys',
    })
  }
  return [endText(w, left.table, from), endText(w, right.table, to)]
}

const lostForeignKeyFields = ['match', 'period', 'deferrable', 'state'] as const

function tellLostOfRelation(w: DbmlWriter, relation: Relation): void {
  const place = { about: relation.id }
  const { childToParent, parentToChild } = relation.verbs
  if (relation.comment !== '') w.lost(place, `DBML has no comment on a relation: ${relation.comment}`)
  if (childToParent !== '' || parentToChild !== '') w.lost(place, 'DBML has no verbs on a relation')
  if (relation.properties.length > 0) w.lost(place, 'DBML has no properties on a relation')
  if (relation.kind === 'logical') return
  const isLossy =
    lostForeignKeyFields.some((field) => relation[field] !== undefined) || relation.options.length > 0
  if (isLossy || relation.onDeleteColumns.length > 0) w.lost(place, 'DBML cannot say all of a foreign key')
  if (relation.childMin === 1) w.lost(place, 'DBML cannot say that every parent has a child')
}

function settingsOf(w: DbmlWriter, relation: Relation): readonly Said[] {
  const line = w.diagram && lineOf(w.schema, w.diagram.id, relation.id)
  const color = w.color(line?.color)
  const foreignKey = relation.kind === 'foreignKey' ? relation : undefined
  return [
    ...(foreignKey?.onDelete ? [said('delete', `delete: ${actions[foreignKey.onDelete]}`)] : []),
    ...(foreignKey?.onUpdate ? [said('update', `update: ${actions[foreignKey.onUpdate]}`)] : []),
    ...(color === undefined ? [] : [said('color', `color: ${color}`)]),
    ...(relation.inactive ? [said('inactive')] : []),
  ]
}

/** Endpoints that DBML takes for the same, whichever way round. */
const pairOf = (ends: readonly string[]): string => [...ends].sort().join(' ')

const isKeyOf = (w: DbmlWriter, { table, columns }: RelationEnd): boolean => {
  const parts = w.schema.table.get(table)?.primaryKey?.parts ?? []
  return parts.length === columns.length && parts.every(({ column }) => columns.includes(column))
}

/** Of one to one the side that is no key comes first: readers take the key for the parent. */
const isBackwards = (w: DbmlWriter, relation: Relation, operator: string): boolean => {
  const [left, right] = endsOf(relation)
  return /^\??-\??$/.test(operator) && isKeyOf(w, left) && !isKeyOf(w, right)
}

/** One relation as DBML says it. */
export interface RefShape {
  readonly id: Relation['id']
  readonly name: string
  readonly left: string
  readonly operator: string
  readonly right: string
  readonly settings: readonly Said[]
}

export function relationShapes(w: DbmlWriter, relations: readonly Relation[]): readonly RefShape[] {
  const seen = new Set<string>()
  return relations.flatMap((relation) => {
    const place = { about: relation.id }
    const ends = endTexts(w, relation)
    if (!ends) {
      w.lost(place, 'A relation without columns has no place in DBML')
      return []
    }
    if (ends[0] === ends[1] || seen.has(pairOf(ends))) {
      w.lost(place, `DBML takes one relation between the same columns: ${ends.join(' and ')}`)
      return []
    }
    seen.add(pairOf(ends))
    tellLostOfRelation(w, relation)
    const settings = settingsOf(w, relation)
    const operator = operatorOf(w, relation)
    const isTurned = isBackwards(w, relation, operator)
    const [left, right] = isTurned ? [ends[1], ends[0]] : ends
    const shown = isTurned ? [...operator].reverse().join('') : operator
    return [{ id: relation.id, name: relation.name, left, operator: shown, right, settings }]
  })
}

export function refText({ name, left, operator, right, settings }: RefShape): string {
  return `Ref${name === '' ? '' : ` ${identifier(name)}`}: ${left} ${operator} ${right}${settingsText(settings)}`
}

/** Edges between single columns or whole tables; several columns at one end become several edges. */
function edgeTexts(w: DbmlWriter, lineage: Lineage): readonly string[] {
  const ends = (end: RelationEnd): readonly string[] =>
    end.columns.length === 0
      ? [w.names.object(end.table)]
      : end.columns.map((column) => endText(w, end.table, [column]))
  return lineage.edges.flatMap(({ from, to }) => {
    const isMixed = (from.columns.length === 0) !== (to.columns.length === 0)
    const left = isMixed ? [w.names.object(from.table)] : ends(from)
    const right = isMixed ? [w.names.object(to.table)] : ends(to)
    if (isMixed) w.lost({ about: lineage.id }, 'DBML leads from columns to columns or from table to table')
    return left.flatMap((a) => right.filter((b) => a !== b).map((b) => `${a} -> ${b}`))
  })
}

/** Numbers of a Dep are numbers. */
const valuesOf = (w: DbmlWriter, { id, properties }: Lineage): readonly Said[] => {
  const kept = w.properties(properties, { about: id }, isBlockKey)
  const values = new Map(properties.map(({ key, value }) => [key, value]))
  return kept.map((one) => {
    const value = values.get(one.key) ?? ''
    return isExactNumber(value)
      ? said(one.key, `${one.key}: ${value}`)
      : said(one.key, `${one.key}: ${string(value)}`)
  })
}

const isOfColumns = (w: DbmlWriter, edge: string): boolean =>
  [...w.schema.table.values()].every(({ id }) => !edge.startsWith(`${w.names.object(id)} -> `))

function lineageParts(w: DbmlWriter, lineage: Lineage, seen: Set<string>): readonly string[] {
  const edges = [...new Set(edgeTexts(w, lineage))].filter((edge) => !seen.has(edge))
  for (const edge of edges) seen.add(edge)
  // One block speaks of columns or of tables, not of both.
  const kinds = [edges.filter((edge) => isOfColumns(w, edge)), edges.filter((edge) => !isOfColumns(w, edge))]
  if (edges.length === 0) w.lost({ about: lineage.id }, 'This lineage says nothing that DBML takes')
  const color = w.color(lineage.color)
  const head = `Dep${lineage.name === '' ? '' : ` ${identifier(lineage.name)}`}${settingsText(color === undefined ? [] : [said('color', `color: ${color}`)])}`
  const extras = [...w.note(lineage.comment), ...valuesOf(w, lineage)].map(({ text }) => text)
  return kinds.filter((lines) => lines.length > 0).map((lines) => braces(head, [...lines, ...extras]))
}

/** One lineage by itself. */
export const lineageTextOf = (w: DbmlWriter, lineage: Lineage): string =>
  lineageParts(w, lineage, new Set()).join('\n\n')

export function lineageTexts(w: DbmlWriter, lineages: readonly Lineage[]): readonly string[] {
  const seen = new Set<string>()
  return lineages.flatMap((lineage) => lineageParts(w, lineage, seen))
}
