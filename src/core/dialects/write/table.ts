// CREATE TABLE with all that stands inside it, then what belongs to it outside.
import type { Table } from '../../model/records'
import { tableStep, type BodyLine } from './clauses'
import type { Pen } from './pen'
import type { ForeignKeyPlan, TablePlan } from './plan'
import type { Answer, Step } from './rules'

function body(plan: TablePlan, pen: Pen): readonly BodyLine[] {
  const { clauses } = pen.rules
  const inline = clauses.inlineIndex
  const lines: BodyLine[] = []
  // An empty clause says that the dialect wrote the part elsewhere.
  const put = (part: string | undefined, sql: string) => {
    if (sql !== '') lines.push({ part, sql })
  }
  for (const column of plan.columns) put(column.id, clauses.column(column, plan, pen))
  for (const key of plan.keys) put(key.id, clauses.key(key, plan, pen))
  for (const { id, sql } of plan.exclusions) put(id, sql)
  for (const check of plan.checks) put(check.id, clauses.check(check, pen))
  if (inline && standInside(pen)) for (const index of plan.indexes) put(index.id, inline(index, pen))
  for (const key of plan.foreignKeys) put(key.id, clauses.foreignKey(key, pen))
  return lines
}

/** MySQL makes no index IF NOT EXISTS; inside a table that is there already it is passed over with the table. */
const standInside = ({ options }: Pen): boolean => options.indexes === 'inline' || options.ifNotExists

function indexSteps(plan: TablePlan, pen: Pen): readonly Step[] {
  const { clauses } = pen.rules
  if (clauses.inlineIndex && standInside(pen)) return []
  return plan.indexes.map((index) => ({
    sql: clauses.index(index, pen),
    lines: () => new Map([[index.id, 0]]),
  }))
}

export function writeTable(table: Table, pen: Pen): Answer {
  const plan = pen.plan(table)
  if (plan.columns.length === 0 && pen.rules.id !== 'postgres' && pen.rules.id !== 'aurora-postgres') {
    const message = `${pen.rules.label} has no tables without columns: ${plan.name} is left out.`
    return { notSupported: { level: 'loss', code: 'emptyTable', message, remedy: 'Give it a column.' } }
  }
  const { clauses } = pen.rules
  let tail = ''
  for (const word of clauses.tail(plan, pen)) tail += word.startsWith('\n') ? word : ` ${word}`
  const opening = clauses.opening?.(plan, pen) ?? []
  const create = tableStep({ head: clauses.head(plan, pen), opening, body: body(plan, pen), tail })
  const steps = [create, ...indexSteps(plan, pen), ...clauses.after(plan, pen)]
  if (clauses.afterForeignKey)
    for (const key of plan.foreignKeys) steps.push(...clauses.afterForeignKey(key, pen))
  return steps
}

/** A foreign key that has to wait until both its tables are there. */
export function lateForeignKey(key: ForeignKeyPlan, pen: Pen): readonly Step[] {
  const { clauses } = pen.rules
  const sql = `ALTER TABLE ${key.child} ADD ${clauses.foreignKey(key, pen)}`
  return [{ sql }, ...(clauses.afterForeignKey?.(key, pen) ?? [])]
}
