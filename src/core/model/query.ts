// Answers derived from a schema, cached per map: an edit of one table costs the next question about relations nothing.
import type { ColumnId, DiagramId, EnumId, GroupId, PlacementId, RelationId, TableId, ViewId } from './id'
import type { Column, ForeignKey, Placeable, Placement, Relation, Table } from './records'
import type { Schema } from './schema'

function cached<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(key)
    known.set(key, value)
    return value
  }
}

const none: readonly never[] = []

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The tables at both ends: child first for a foreign key. */
export const endsOf = (relation: Relation) =>
  relation.kind === 'foreignKey'
    ? ([relation.child, relation.parent] as const)
    : ([relation.from, relation.to] as const)

const relationsByTable = cached((relations: Schema['relation']) => {
  const byTable = new Map<TableId, Relation[]>()
  for (const relation of relations.values()) {
    const [a, b] = endsOf(relation)
    pushTo(byTable, a.table, relation)
    if (b.table !== a.table) pushTo(byTable, b.table, relation)
  }
  return byTable
})

/** Relations that start or end at a table; a self relation once. */
export const relationsOf = (schema: Schema, table: TableId): readonly Relation[] =>
  relationsByTable(schema.relation).get(table) ?? none

export const foreignKeysOf = (schema: Schema, child: TableId): readonly ForeignKey[] =>
  relationsOf(schema, child).filter(
    (relation): relation is ForeignKey => relation.kind === 'foreignKey' && relation.child.table === child,
  )

const columnsById = cached(
  (table: Pick<Table, 'columns'>) => new Map(table.columns.map((column) => [column.id, column])),
)

export const columnOf = (table: Pick<Table, 'columns'>, id: ColumnId): Column | undefined =>
  columnsById(table).get(id)

const placementIndex = cached((placements: Schema['placement']) => {
  const byDiagram = new Map<DiagramId, Map<Placeable, Placement>>()
  for (const placement of placements.values()) {
    let objects = byDiagram.get(placement.diagram)
    if (!objects) byDiagram.set(placement.diagram, (objects = new Map<Placeable, Placement>()))
    objects.set(placement.object, placement)
  }
  return byDiagram
})

const noPlacements: ReadonlyMap<Placeable, Placement> = new Map()

/** What stands where in one diagram. */
export const placementsIn = (schema: Schema, diagram: DiagramId): ReadonlyMap<Placeable, Placement> =>
  placementIndex(schema.placement).get(diagram) ?? noPlacements

export const placementOf = (schema: Schema, diagram: DiagramId, object: Placeable): Placement | undefined =>
  placementsIn(schema, diagram).get(object)

export const placementIdOf = (
  schema: Schema,
  diagram: DiagramId,
  object: Placeable,
): PlacementId | undefined => placementOf(schema, diagram, object)?.id

const tablesByGroup = cached((tables: Schema['table']) => {
  const byGroup = new Map<GroupId, TableId[]>()
  for (const table of tables.values()) if (table.group) pushTo(byGroup, table.group, table.id)
  return byGroup
})

export const tablesOfGroup = (schema: Schema, group: GroupId): readonly TableId[] =>
  tablesByGroup(schema.table).get(group) ?? none

const linesByRelation = cached(
  (lines: Schema['line']) =>
    new Map([...lines.values()].map((line) => [`${line.diagram}/${line.relation}`, line])),
)

export const lineOf = (schema: Schema, diagram: DiagramId, relation: RelationId) =>
  linesByRelation(schema.line).get(`${diagram}/${relation}`)

/** Is a NULL possible there: a primary key's columns never hold one. */
export const isNullable = (table: Table, column: Column): boolean =>
  column.nullable && !table.primaryKey?.parts.some((part) => part.column === column.id)

/** The name with its namespace, for people: not quoted, never for SQL. */
export function displayName(schema: Schema, object: Placeable): string {
  const row =
    schema.table.get(object as TableId) ??
    schema.view.get(object as ViewId) ??
    schema.enum.get(object as EnumId)
  if (!row) return ''
  const namespace = row.namespace && schema.namespace.get(row.namespace)?.name
  return namespace ? `${namespace}.${row.name}` : row.name
}
