// CREATE TABLE with all that stands inside it, then what belongs to it outside.
import type { Table } from '../../model/records'
import { tableStep, type BodyLine } from './clauses'
import type { Pen } from './pen'
import type { ForeignKeyPlan, TablePlan } from './plan'
import type { Answer, Step } from './rules'

function body(plan: TablePlan, pen: Pen): readonly BodyLine[] {
  const { clauses } = pen.rules
  const inline = clauses.inlineIndex
  const lines: BodyLine[] = plan.columns.map((column) => ({
    part: column.id,
    sql: clauses.column(column, plan, pen),
  }))
  for (const key of plan.keys) lines.push({ part: key.id, sql: clauses.key(key, plan, pen) })
  for (const { id, sql } of plan.exclusions) lines.push({ part: id, sql })
  for (const check of plan.checks) {
    lines.push({ ...(check.id === undefined ? {} : { part: check.id }), sql: clauses.check(check, pen) })
  }
  if (inline && standInside(pen)) {
    for (const index of plan.indexes) lines.push({ part: index.id, sql: inline(index, pen) })
  }
  for (const key of plan.foreignKeys) lines.push({ part: key.id, sql: clauses.foreignKey(key, pen) })
  // An empty clause says that the dialect wrote the part elsewhere.
  return lines.filter(({ sql }) => sql !== '')
}

/** MySQL makes no index IF NOT EXISTS; inside a table that is there already it is passed over with the table. */
const standInside = ({ options }: Pen): boolean => options.indexes === 'inline' || options.ifNotExists

function indexSteps(plan: TablePlan, pen: Pen): readonly Step[] {
  const { clauses } = pen.rules
  if (clauses.inlineIndex && standInside(pen)) return []
  return plan.indexes.map((index) => ({ sql: clauses.index(index, pen), lines: new Map([[index.id, 0]]) }))
}

export function writeTable(table: Table, pen: Pen): Answer {
  const plan = pen.plan(table)
  if (plan.columns.length === 0 && pen.rules.id !== 'postgres' && pen.rules.id !== 'aurora-postgres') {
    const message = `${pen.rules.label} has no tables without columns: ${plan.name} is left out.`
    return { notSupported: { level: 'loss', code: 'emptyTable', message, remedy: 'Give it a column.' } }
  }
  const { clauses } = pen.rules
  const tail = clauses.tail(plan, pen).map((word) => (word.startsWith('\n') ? word : ` ${word}`))
  const opening = clauses.opening?.(plan, pen) ?? []
  const create = tableStep({
    head: clauses.head(plan, pen),
    opening,
    body: body(plan, pen),
    tail: tail.join(''),
  })
  return [create, ...indexSteps(plan, pen), ...clauses.after(plan, pen)]
}

/** A foreign key that has to wait until both its tables are there. */
export const lateForeignKey = (key: ForeignKeyPlan, pen: Pen): Step => ({
  sql: `ALTER TABLE ${key.child} ADD ${pen.rules.clauses.foreignKey(key, pen)}`,
})
