// MariaDB's JSON is a LONGTEXT with a check that it is JSON, and its dumps say so: read as what its author wrote.
import type { ColumnFacts, ConstraintFacts, CreateTable } from '../../statement'
import type { Context } from '../tongue'

const call = /^json_valid\s*\(\s*([^()]+?)\s*\)$/i

function jsonColumn(constraint: ConstraintFacts, table: CreateTable, ctx: Context): ColumnFacts | undefined {
  if (constraint.kind !== 'check') return undefined
  const name = call.exec(constraint.expression)?.[1]
  if (name === undefined) return undefined
  const { names } = ctx.tongue.naming
  const column = table.columns.find((one) => names.isSame(one.name, names.read(name)))
  const isLong = column && /^longtext$/i.test(column.type) && /^utf8mb4_bin$/i.test(column.collation ?? '')
  const isAlias = isLong || /^json$/i.test(column?.type ?? '')
  return column && isAlias && constraint.name === column.name ? column : undefined
}

export function asJson(table: CreateTable, ctx: Context): CreateTable {
  if (ctx.tongue.dialect !== 'mariadb') return table
  const columns = new Map<ConstraintFacts, ColumnFacts>()
  for (const constraint of table.constraints) {
    const column = jsonColumn(constraint, table, ctx)
    if (column) columns.set(constraint, column)
  }
  if (columns.size === 0) return table
  const found = new Set(columns.values())
  return {
    ...table,
    columns: table.columns.map((column) => {
      if (!found.has(column)) return column
      const { charset: _charset, collation: _collation, ...rest } = column
      return { ...rest, type: 'json' }
    }),
    constraints: table.constraints.filter((constraint) => !columns.has(constraint)),
  }
}
