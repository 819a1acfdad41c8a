// Walking the graph without a pointer: from a table through its relations, one after the other, and over one of them to
// the table at its other end. Whoever walks is remembered, so that "the next relation" means the same table's.
import { createStore } from 'zustand/vanilla'
import type { RelationId, TableId } from '../core/model/id'
import { endsOf, placementsIn, relationsOf } from '../core/model/query'
import type { Relation } from '../core/model/records'
import type { Schema } from '../core/model/schema'
import { currentDiagram } from './perform'

interface Walker {
  readonly from: TableId | undefined
  /** The relation that one walked onto. */
  readonly on: RelationId | undefined
}

const walker = createStore<Walker>(() => ({ from: undefined, on: undefined }))

export const isWalked = (relation: RelationId): boolean => walker.getState().on === relation

/** A table's relations whose both ends the diagram shows, in the order of the model. */
export function relationsShown(schema: Schema, table: TableId): readonly Relation[] {
  const placed = placementsIn(schema, currentDiagram(schema))
  const isShown = (id: TableId): boolean => placed.get(id)?.hidden === undefined && placed.has(id)
  return relationsOf(schema, table).filter((relation) => endsOf(relation).every((end) => isShown(end.table)))
}

/** The end that one came from; where one came otherwise, the table that holds the reference. */
export function cameFrom(relation: Relation): TableId {
  const { from } = walker.getState()
  const [first, second] = endsOf(relation)
  return from === second.table ? second.table : first.table
}

export function otherEnd(relation: Relation): TableId {
  const from = cameFrom(relation)
  const [first, second] = endsOf(relation)
  return first.table === from ? second.table : first.table
}

/** The relation of a table that comes after one of them, or its first; around at the end. */
export function stepRelation(
  schema: Schema,
  at: { readonly table: TableId; readonly relation?: RelationId | undefined },
  by: 1 | -1,
): RelationId | undefined {
  const all = relationsShown(schema, at.table)
  const now = all.findIndex(({ id }) => id === at.relation)
  const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length
  const on = all[next]?.id
  walker.setState({ from: at.table, on })
  return on
}

/** "2 of 3": which of the relations of the table that one came from. */
export function placeAmong(schema: Schema, relation: Relation): { readonly at: number; readonly of: number } {
  const all = relationsShown(schema, cameFrom(relation))
  return { at: all.findIndex(({ id }) => id === relation.id) + 1, of: all.length }
}
