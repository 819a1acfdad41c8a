// Tying two ends together: a foreign key in the child, with the columns that it lacks.
import { makeColumn, makeForeignKey } from '../model/factory'
import type { ColumnId, RelationId } from '../model/id'
import { isUniqueIn } from '../model/cardinality'
import type { Schema } from '../model/schema'
import type { Dialect } from '../dialects/dialect'
import { insertColumn } from './column'
import { updateColumn } from './columnAt'
import { explain } from './connectFixes'
import { planConnection, type Plan, type PlannedPair } from './connectPlan'
import type { Connection } from './connectSides'
import { fail, gone, ok, type Cx, type Done, type Refusal } from './context'
import { addUnique } from './key'
import { add } from './record'
import type { Result } from '../lib/result'

/** What `connect` would do, or why it would not: asked at every step of a drag, changes nothing. */
export function previewConnect(
  schema: Schema,
  dialect: Dialect,
  connection: Connection,
): Result<Plan, Refusal> {
  const plan = planConnection({ schema, dialect }, connection)
  return plan.ok ? plan : fail(explain(plan.error, connection, connect))
}

function childColumn(cx: Cx, plan: Plan, { child }: PlannedPair): Done<ColumnId> {
  const table = plan.child.id
  if (child.kind === 'new') {
    // Somebody has to be the first row of a self relation, so its columns may be empty.
    const column = makeColumn(cx.newId, { name: child.name, type: child.type, nullable: plan.isSelf })
    return insertColumn(cx, table, { column })
  }
  if (child.type) updateColumn(cx, { table, column: child.column }, { type: child.type })
  return ok(child.column)
}

/** Carries a plan out. */
export function makeRelation(cx: Cx, plan: Plan): Done<RelationId> {
  const columns: ColumnId[] = []
  for (const pair of plan.pairs) {
    const column = childColumn(cx, plan, pair)
    if (!column.ok) return column
    columns.push(column.value)
  }
  const relation = makeForeignKey(cx.newId, {
    child: { table: plan.child.id, columns },
    parent: { table: plan.parent.id, columns: plan.pairs.map((pair) => pair.parent) },
  })
  const id = add(cx, 'relation', relation)
  const child = cx.tx.get('table', plan.child.id)
  if (!child) return gone('table')
  if (plan.isOneToOne && !isUniqueIn(child, columns)) addUnique(cx, child.id, columns)
  return ok(id)
}

/** Makes a foreign key between two ends; which is the child is decided as `connectSides.ts` says. */
export function connect(cx: Cx, connection: Connection): Done<RelationId> {
  const plan = planConnection({ schema: cx.tx.now(), dialect: cx.dialect }, connection)
  return plan.ok ? makeRelation(cx, plan.value) : fail(explain(plan.error, connection, connect))
}
