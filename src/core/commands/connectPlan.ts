// What a new relation would be, without making it: which side is which, which columns it takes and which it makes,
// or why it cannot be. The screen asks this at every step of a drag.
import type { Dialect } from '../dialects/dialect'
import { ok, type Result } from '../lib/result'
import type { ColumnId, RelationId } from '../model/id'
import { isIdOf } from '../model/id'
import { columnOf, foreignKeysOf } from '../model/query'
import type { Column, Placeable, Table } from '../model/records'
import type { Schema } from '../model/schema'
import type { ColumnType } from '../model/type'
import {
  decideSides,
  isKey,
  isSameSet,
  keySets,
  type ConnectEnd,
  type Connection,
  type Side,
  type Sides,
} from './connectSides'
import { foreignKeyNames } from './connectNames'
import { freeName } from './name'
import { isForeignKeyColumn } from './suggest'
import { isUndecided, typesAgree } from './type'

/** A column of the foreign key: one that is there, or one to be made. */
export type PlannedColumn =
  | {
      readonly kind: 'existing'
      readonly column: ColumnId
      readonly name: string
      readonly type?: ColumnType
    }
  | { readonly kind: 'new'; readonly name: string; readonly type: ColumnType }

export interface PlannedPair {
  readonly child: PlannedColumn
  readonly parent: ColumnId
}

export interface Plan {
  readonly child: Table
  readonly parent: Table
  readonly pairs: readonly PlannedPair[]
  readonly isSelf: boolean
  readonly isOneToOne: boolean
}

/** Why there can be no such relation; `connectFixes` knows what would help. */
export type Obstacle =
  | { readonly kind: 'gone' }
  | { readonly kind: 'viewEnd'; readonly name: string; readonly what: 'view' | 'enum' }
  | { readonly kind: 'sameColumn'; readonly table: Table }
  | { readonly kind: 'columnCounts' }
  | { readonly kind: 'noKey'; readonly sides: Sides }
  | { readonly kind: 'targetNotUnique'; readonly sides: Sides; readonly columns: readonly ColumnId[] }
  | { readonly kind: 'partOfCompositeKey'; readonly sides: Sides; readonly key: readonly ColumnId[] }
  | { readonly kind: 'typesDiffer'; readonly sides: Sides; readonly child: Column; readonly parent: Column }
  | { readonly kind: 'sameRelation'; readonly sides: Sides; readonly relation: RelationId }

export interface Ground {
  readonly schema: Schema
  readonly dialect: Dialect
}

type Planned = Result<Plan, Obstacle>
const stop = (error: Obstacle): Result<never, Obstacle> => ({ ok: false, error })

function lookUp(schema: Schema, end: ConnectEnd): Result<Side, Obstacle> {
  const id: Placeable = end.table
  if (isIdOf('view', id))
    return stop({ kind: 'viewEnd', name: schema.view.get(id)?.name ?? '', what: 'view' })
  if (isIdOf('enum', id))
    return stop({ kind: 'viewEnd', name: schema.enum.get(id)?.name ?? '', what: 'enum' })
  const table = schema.table.get(id)
  if (!table) return stop({ kind: 'gone' })
  const columns = end.columns && end.columns.length > 0 ? end.columns : undefined
  if (columns?.some((column) => !columnOf(table, column))) return stop({ kind: 'gone' })
  return ok({ table, columns })
}

/** The columns that the foreign key points at. */
function target(sides: Sides): Result<readonly ColumnId[], Obstacle> {
  const { table, columns } = sides.parent
  if (!columns) {
    const count = sides.child.columns?.length
    const fitting =
      keySets(table).find((key) => count === undefined || key.length === count) ?? keySets(table)[0]
    return fitting ? ok(fitting) : stop({ kind: 'noKey', sides })
  }
  if (isKey(table, columns)) return ok(columns)
  const key = keySets(table).find((set) => columns.every((column) => set.includes(column)))
  return stop(key ? { kind: 'partOfCompositeKey', sides, key } : { kind: 'targetNotUnique', sides, columns })
}

function existing(
  { dialect }: Ground,
  sides: Sides,
  { id, parent }: { id: ColumnId; parent: Column },
): Result<PlannedColumn, Obstacle> {
  const child = columnOf(sides.child.table, id)
  if (!child) return stop({ kind: 'gone' })
  const type = dialect.smart.forReferenceTo(parent)
  const column = { kind: 'existing', column: id, name: child.name } as const
  if (isUndecided(child.type)) return ok({ ...column, type })
  return typesAgree(child.type, type) ? ok(column) : stop({ kind: 'typesDiffer', sides, child, parent })
}

/** New columns take the names that a free column of the right type already has. */
function makeColumns(ground: Ground, sides: Sides, parents: readonly Column[]): readonly PlannedColumn[] {
  const { dialect, schema } = ground
  const child = sides.child.table
  const wanted = foreignKeyNames(child, sides.parent.table, parents)
  const found = wanted.map((name, i) => {
    const column = child.columns.find((one) => dialect.names.isSame(one.name, name))
    const parent = parents[i]
    if (!column || !parent || column.id === parent.id || isForeignKeyColumn(schema, child.id, column.id))
      return undefined
    return typesAgree(column.type, dialect.smart.forReferenceTo(parent)) ? column : undefined
  })
  if (found.every((column) => column !== undefined)) {
    return found.map(({ id, name }) => ({ kind: 'existing', column: id, name }))
  }
  const taken = child.columns.map((column) => column.name)
  return parents.map((parent, i) => {
    const name = freeName(wanted[i] ?? parent.name, taken, dialect.names)
    taken.push(name)
    return { kind: 'new', name, type: dialect.smart.forReferenceTo(parent) }
  })
}

function pairUp(
  ground: Ground,
  sides: Sides,
  parents: readonly Column[],
): Result<readonly PlannedPair[], Obstacle> {
  const given = sides.child.columns
  if (given && given.length !== parents.length) {
    if (given.length > parents.length) return stop({ kind: 'columnCounts' })
  }
  const pairs: PlannedPair[] = []
  const rest = given ? parents.slice(given.length) : parents
  for (const [i, id] of (given ?? []).entries()) {
    const parent = parents[i]
    if (!parent) return stop({ kind: 'columnCounts' })
    const child = existing(ground, sides, { id, parent })
    if (!child.ok) return child
    pairs.push({ child: child.value, parent: parent.id })
  }
  const made = rest.length > 0 ? makeColumns(ground, sides, rest) : []
  for (const [i, parent] of rest.entries()) {
    const child = made[i]
    if (child) pairs.push({ child, parent: parent.id })
  }
  return ok(pairs)
}

/** The foreign key that already says this. */
function twin({ schema }: Ground, sides: Sides, pairs: readonly PlannedPair[]): RelationId | undefined {
  const children = pairs.flatMap(({ child }) => (child.kind === 'existing' ? [child.column] : []))
  if (children.length < pairs.length) return undefined
  const parents = pairs.map((pair) => pair.parent)
  return foreignKeysOf(schema, sides.child.table.id).find(
    ({ child, parent }) =>
      parent.table === sides.parent.table.id &&
      isSameSet(child.columns, children) &&
      isSameSet(parent.columns, parents),
  )?.id
}

export function planSides(ground: Ground, sides: Sides, isOneToOne: boolean): Planned {
  const parents = target(sides)
  if (!parents.ok) return parents
  const columns = parents.value.flatMap((id) => columnOf(sides.parent.table, id) ?? [])
  const pairs = pairUp(ground, sides, columns)
  if (!pairs.ok) return pairs
  const relation = twin(ground, sides, pairs.value)
  if (relation) return stop({ kind: 'sameRelation', sides, relation })
  const [child, parent] = [sides.child.table, sides.parent.table]
  return ok({ child, parent, pairs: pairs.value, isSelf: child.id === parent.id, isOneToOne })
}

export function planConnection(ground: Ground, connection: Connection): Planned {
  const from = lookUp(ground.schema, connection.from)
  const to = lookUp(ground.schema, connection.to)
  if (!from.ok) return from
  if (!to.ok) return to
  const [a, b] = [from.value, to.value]
  if (
    a.table.id === b.table.id &&
    a.columns &&
    b.columns &&
    a.columns.some((column) => b.columns?.includes(column))
  ) {
    return stop({ kind: 'sameColumn', table: a.table })
  }
  return planSides(ground, decideSides(a, b, connection.as), connection.as === 'oneToOne')
}
