// Many to many: a junction table with the keys of both sides, or a sketch that waits to become one.
import { cardinalityOf } from '../model/cardinality'
import {
  makeColumn,
  makeForeignKey,
  makeKey,
  makeLogicalRelation,
  makePlacement,
  makeTable,
} from '../model/factory'
import type { RelationId, TableId } from '../model/id'
import { orders } from '../model/order'
import { columnOf, placementsIn } from '../model/query'
import { union, type Box } from '../layout/box'
import { boxOf } from '../layout/geometry'
import { onGrid } from '../layout/sizes'
import type { Column, LogicalRelation, Point, Table } from '../model/records'
import { singular } from '../model/plural'
import { standApart } from './apart'
import { connect, makeRelation } from './connect'
import { addIdKey, explain } from './connectFixes'
import { foreignKeyNames, relatedName } from './connectNames'
import { planSides } from './connectPlan'
import { keySets } from './connectSides'
import { fail, gone, ok, refuse, type Cx, type Done } from './context'
import { freeName, freeRecordName, isCamelCase } from './name'
import { add, remove } from './record'
import { removeRelation } from './relation'

/** A line between two tables that stays a sketch: many to many until somebody says otherwise. */
export function sketchRelation(
  cx: Cx,
  tables: { readonly from: TableId; readonly to: TableId },
  maxima: { readonly from: 1 | 'many'; readonly to: 1 | 'many' } = { from: 'many', to: 'many' },
): Done<RelationId> {
  if (!cx.tx.has('table', tables.from) || !cx.tx.has('table', tables.to)) return gone('table')
  const relation = makeLogicalRelation(cx.newId, {
    from: { table: tables.from, columns: [], min: 0, max: maxima.from },
    to: { table: tables.to, columns: [], min: 0, max: maxima.to },
  })
  return ok(add(cx, 'relation', relation))
}

/** The columns of a key, in its order: the primary one first. */
const keyColumns = (table: Table): readonly Column[] =>
  (keySets(table)[0] ?? []).flatMap((id) => columnOf(table, id) ?? [])

function junctionName(a: Table, b: Table): string {
  const camel = isCamelCase([a.name, b.name]) || /^[A-Z][a-z]/.test(a.name)
  const head = singular(a.name)
  return camel ? head + b.name.charAt(0).toUpperCase() + b.name.slice(1) : `${head}_${b.name}`
}

interface SidePlan {
  readonly parent: Table
  readonly columns: readonly Column[]
  readonly keys: readonly Column[]
}

/** The columns that the junction holds for one side, named apart from those it has. */
function sideOf(
  cx: Cx,
  junction: Table,
  { parent, taken, isSecond }: { parent: Table; taken: string[]; isSecond: boolean },
): SidePlan {
  const keys = keyColumns(parent)
  const names = foreignKeyNames(junction, parent, keys)
  const camel = isCamelCase(keys.map((key) => key.name))
  const columns = keys.map((key, i) => {
    const plain = names[i] ?? key.name
    const wanted = isSecond && taken.includes(plain) ? relatedName(plain, camel) : plain
    const name = freeName(wanted, taken, cx.dialect.names)
    taken.push(name)
    return makeColumn(cx.newId, { name, type: cx.dialect.smart.forReferenceTo(key), nullable: false })
  })
  return { parent, columns, keys }
}

/** About what a junction of two keys covers. */
const size = { width: 240, height: 112 }

/** Between the two, or below the one that is related to itself. */
function middle(cx: Cx, a: TableId, b: TableId): Point | undefined {
  const places = placementsIn(cx.tx.now(), cx.diagram)
  const boxOfTable = (table: TableId): Box | undefined => {
    const place = places.get(table)
    return place && boxOf(cx.tx.now(), place)
  }
  const [one, other] = [boxOfTable(a), boxOfTable(b)]
  if (!one || !other) return undefined
  if (a === b) return { x: one.x, y: one.y + one.height + 96 }
  const { x, y, width, height } = union([one, other])
  return { x: onGrid(x + width / 2 - size.width / 2), y: onGrid(y + height / 2 - size.height / 2) }
}

function addJunctionRelation(cx: Cx, junction: Table, { parent, columns, keys }: SidePlan): RelationId {
  const relation = makeForeignKey(cx.newId, {
    child: { table: junction.id, columns: columns.map((column) => column.id) },
    parent: { table: parent.id, columns: keys.map((key) => key.id) },
    // A row of a junction means nothing without both of its sides.
    onDelete: 'cascade',
  })
  return add(cx, 'relation', relation)
}

export interface Junction {
  readonly table: TableId
  readonly relations: readonly [RelationId, RelationId]
}

export interface JunctionEnds {
  readonly from: TableId
  readonly to: TableId
  readonly name?: string
}

function withoutKey(cx: Cx, ends: JunctionEnds): Done<never> | undefined {
  for (const id of [ends.from, ends.to]) {
    const table = cx.tx.get('table', id)
    if (!table) return gone('table')
    if (keyColumns(table).length > 0) continue
    return refuse('noKey', `${table.name} has no key to point at.`, [
      {
        label: `Give ${table.name} an id`,
        apply: (again) => {
          const added = addIdKey(again, table)
          return added.ok ? makeJunction(again, ends) : added
        },
      },
    ])
  }
  return undefined
}

/** Makes the table in between, its key made of the keys of both sides. */
export function makeJunction(cx: Cx, ends: JunctionEnds): Done<Junction> {
  const refusal = withoutKey(cx, ends)
  const [from, to] = [cx.tx.get('table', ends.from), cx.tx.get('table', ends.to)]
  if (refusal || !from || !to) return refusal ?? gone('table')
  const { namespace, group } = from
  const name = freeRecordName(cx, 'table', { name: ends.name ?? junctionName(from, to), namespace })
  const bare = makeTable(cx.newId, {
    name,
    ...(namespace && { namespace }),
    ...(group && group === to.group && { group }),
  })
  const taken: string[] = []
  const one = sideOf(cx, bare, { parent: from, taken, isSecond: false })
  const other = sideOf(cx, bare, { parent: to, taken, isSecond: true })
  const columns = inOrder([...one.columns, ...other.columns])
  const primaryKey = makeKey(cx.newId, { parts: columns.map((column) => ({ column: column.id })) })
  const junction: Table = { ...bare, columns, primaryKey }
  add(cx, 'table', junction)
  const at = middle(cx, from.id, to.id)
  if (at) {
    const placement = makePlacement(cx.newId, { diagram: cx.diagram, object: junction.id, ...at })
    cx.tx.put('placement', placement)
    standApart(cx, placement)
  }
  return ok({
    table: junction.id,
    relations: [addJunctionRelation(cx, junction, one), addJunctionRelation(cx, junction, other)],
  })
}

const inOrder = (columns: readonly Column[]): readonly Column[] => {
  const keys = orders(columns.length)
  return columns.map((column, i) => ({ ...column, order: keys[i] ?? column.order }))
}

/** A sketch becomes real: a junction for many to many, a foreign key otherwise. */
export function resolveLogical(cx: Cx, id: RelationId): Done<readonly RelationId[]> {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  if (relation.kind !== 'logical') return refuse('notLogical', 'This relation is a foreign key already.')
  return relation.from.max === 'many' && relation.to.max === 'many'
    ? resolveToJunction(cx, relation)
    : resolveToForeignKey(cx, relation)
}

function resolveToJunction(cx: Cx, { id, from, to, name }: LogicalRelation): Done<readonly RelationId[]> {
  const made = makeJunction(cx, { from: from.table, to: to.table, ...(name !== '' && { name }) })
  if (!made.ok) return made
  const [one, other] = made.value.relations
  // How few rows the far side must have lives on in the promise of each foreign key.
  if (to.min === 1) cx.tx.update('relation', one, (row) => ({ ...row, childMin: 1 }))
  if (from.min === 1) cx.tx.update('relation', other, (row) => ({ ...row, childMin: 1 }))
  remove(cx, { kind: 'relation', id })
  return ok(made.value.relations)
}

/** The end with many rows is the child; between two ends of one row, the one that may be missing. */
function resolveToForeignKey(cx: Cx, relation: LogicalRelation): Done<readonly RelationId[]> {
  const { from, to, id } = relation
  const isFromChild = from.max === 'many' || (to.max === 1 && (from.min === 0 || to.min === 1))
  const [child, parent] = isFromChild ? [from, to] : [to, from]
  const [childTable, parentTable] = [cx.tx.get('table', child.table), cx.tx.get('table', parent.table)]
  if (!childTable || !parentTable) return gone('table')
  const sides = {
    child: { table: childTable, columns: child.columns.length > 0 ? child.columns : undefined },
    parent: { table: parentTable, columns: parent.columns.length > 0 ? parent.columns : undefined },
  }
  const isOneToOne = child.max === 1
  const plan = planSides({ schema: cx.tx.now(), dialect: cx.dialect }, sides, isOneToOne)
  if (!plan.ok) {
    const ends = {
      from: { table: child.table, columns: child.columns },
      to: { table: parent.table, columns: parent.columns },
    }
    return fail(
      explain(plan.error, { ...ends, as: isOneToOne ? 'oneToOne' : 'manyToOne' }, (again, connection) => {
        const connected = connect(again, connection)
        if (connected.ok) remove(again, { kind: 'relation', id })
        return connected
      }),
    )
  }
  const made = makeRelation(cx, plan.value)
  if (!made.ok) return made
  takeOver(cx, relation, { made: made.value, isFromChild })
  return ok([id])
}

/** The foreign key takes the sketch's id, so that its line, its place in lists and the selection stay. */
function takeOver(
  cx: Cx,
  sketch: LogicalRelation,
  { made, isFromChild }: { made: RelationId; isFromChild: boolean },
): void {
  const foreignKey = cx.tx.get('relation', made)
  if (foreignKey?.kind !== 'foreignKey') return
  const [child, parent] = isFromChild ? [sketch.from, sketch.to] : [sketch.to, sketch.from]
  const { name, comment, properties, order } = sketch
  const verbs = isFromChild
    ? sketch.verbs
    : { childToParent: sketch.verbs.parentToChild, parentToChild: sketch.verbs.childToParent }
  cx.tx.remove('relation', made)
  cx.tx.put('relation', {
    ...foreignKey,
    id: sketch.id,
    name,
    comment,
    properties,
    order,
    verbs,
    ...(child.min === 1 && { childMin: 1 }),
    ...(sketch.inactive && { inactive: true }),
  })
  cx.tx.update('table', foreignKey.child.table, (table) => {
    const isFree = (column: Column): boolean =>
      foreignKey.child.columns.includes(column.id) &&
      !table.primaryKey?.parts.some((part) => part.column === column.id)
    const columns = table.columns.map((column) =>
      isFree(column) ? { ...column, nullable: parent.min === 0 } : column,
    )
    return { ...table, columns }
  })
}

/** A foreign key becomes many to many: a junction, and the columns that it had go. */
export function toManyToMany(cx: Cx, id: RelationId): Done<Junction> {
  const relation = cx.tx.get('relation', id)
  if (relation?.kind !== 'foreignKey') return gone('relation')
  const made = makeJunction(cx, { from: relation.child.table, to: relation.parent.table })
  if (made.ok) removeRelation(cx, id, { withColumns: true })
  return made
}

/** A foreign key becomes a sketch again; its columns stay. */
export function toLogical(cx: Cx, id: RelationId): Done {
  const relation = cx.tx.get('relation', id)
  if (relation?.kind !== 'foreignKey') return gone('relation')
  const { child, parent } = cardinalityOf(cx.tx.now(), relation)
  const { name, comment, verbs, properties, order } = relation
  const sketch = makeLogicalRelation(cx.newId, {
    id,
    name,
    comment,
    verbs,
    properties,
    order,
    from: { ...relation.child, ...child },
    to: { ...relation.parent, ...parent },
    ...(relation.inactive && { inactive: true }),
  })
  cx.tx.put('relation', sketch)
  return ok(undefined)
}
