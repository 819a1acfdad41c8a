// SQL Server's words for the parts of a table (manual, CREATE TABLE and CREATE INDEX in Transact-SQL).
import { indexParts, keyColumns, standardCheck, standardForeignKey, wrapped } from '../write/clauses'
import type { DialectOption } from '../../model/records'
import { step } from '../write/objects'
import type { Pen } from '../write/pen'
import type { ColumnPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import type { Clauses, DdlRules, Step } from '../write/rules'
import { line } from '../write/some'

const whole = (value: string | undefined): string =>
  value !== undefined && /^-?\d+$/.test(value) ? value : '1'

function writeColumn(column: ColumnPlan, plan: TablePlan, pen: Pen): string {
  const { generated, identity } = column
  if (generated) {
    const persisted =
      generated.storage === 'stored' ? `PERSISTED${column.nullable ? '' : ' NOT NULL'}` : undefined
    return line(column.sql, `AS ${wrapped(generated.sql)}`, persisted)
  }
  const collate = /^[A-Za-z0-9_]+$/.test(column.collation) ? `COLLATE ${column.collation}` : undefined
  return line(
    column.sql,
    column.type,
    collate,
    identity && `IDENTITY(${whole(identity.start)},${whole(identity.step)})`,
    column.nullable ? 'NULL' : 'NOT NULL',
    column.default === undefined
      ? undefined
      : `CONSTRAINT ${pen.spell(defaultName(column, plan, pen))} DEFAULT ${wrapped(column.default)}`,
  )
}

const defaultName = (column: ColumnPlan, plan: TablePlan, pen: Pen): string => {
  const wanted = column.column.defaultName ?? `DF_${plan.name}_${column.name}`
  return pen.naming.invent('check', wanted, {
    space: pen.home(plan.table.namespace) ?? '',
    table: plan.table.id,
  })
}

const has = (key: KeyPlan, word: string): boolean =>
  key.key.options.some(({ dialect, name }) => dialect === 'sqlserver' && name.toLowerCase() === word)

function writeKey(key: KeyPlan, plan: TablePlan, pen: Pen): string {
  const clusteredIndex = plan.indexes.some(
    ({ method }) => method === 'clustered' || method === 'clustered columnstore',
  )
  const clustering =
    has(key, 'nonclustered') || (key.isPrimary && clusteredIndex)
      ? 'NONCLUSTERED'
      : has(key, 'clustered')
        ? 'CLUSTERED'
        : undefined
  return line(
    `CONSTRAINT ${pen.spell(key.name)}`,
    key.isPrimary ? 'PRIMARY KEY' : 'UNIQUE',
    clustering,
    `(${keyColumns(key)})`,
  )
}

function writeIndex(index: IndexPlan, pen: Pen): string {
  const columnstore = index.method.includes('columnstore')
  const kind = columnstore
    ? `${index.method.startsWith('clustered') ? 'CLUSTERED' : 'NONCLUSTERED'} COLUMNSTORE`
    : index.method === 'clustered'
      ? 'CLUSTERED'
      : ''
  const parts = columnstore && kind.startsWith('CLUSTERED') ? '' : `(${indexParts(index)})`
  const sql = line(
    'CREATE',
    index.unique ? 'UNIQUE' : undefined,
    kind,
    'INDEX',
    pen.spell(index.name),
    `ON ${index.on}`,
    parts,
    index.include.length > 0 ? `INCLUDE (${index.include.join(', ')})` : undefined,
    index.where && `WHERE ${index.where}`,
    withOptions(index.index.options),
  )
  if (!pen.options.ifNotExists) return sql
  return `IF INDEXPROPERTY(OBJECT_ID(${pen.string(index.on)}), ${pen.string(index.name)}, 'IndexID') IS NULL\n${sql}`
}

const clean = /^[A-Za-z_]+$/

const withOptions = (options: IndexPlan['index']['options']): string | undefined => {
  const words = options.filter(isParameter).map(({ name, value }) => `${name} = ${value}`)
  return words.length > 0 ? `WITH (${words.join(', ')})` : undefined
}

const isParameter = ({ dialect, name, value }: DialectOption): boolean =>
  dialect === 'sqlserver' && clean.test(name) && /^[A-Za-z0-9_]+$/.test(value)

export const sqlserverTakesOption: DdlRules['takesOption'] = (place, option) => {
  if (place === 'key') return option.dialect === 'sqlserver' && /^(?:non)?clustered$/i.test(option.name)
  return (place === 'table' || place === 'index') && isParameter(option)
}

/** Comments are extended properties (manual, sp_addextendedproperty): 7,500 bytes at most. */
export function propertySteps(
  text: string,
  levels: readonly (readonly [type: string, name: string])[],
  pen: Pen,
): readonly Step[] {
  if (text === '' || !pen.options.comments) return []
  const value = pen.string([...text].slice(0, 3700).join(''))
  const where = levels.map(
    ([type, name], i) => `@level${i}type = N'${type}', @level${i}name = ${pen.string(name)}`,
  )
  return [
    step(`EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = ${value}, ${where.join(', ')}`),
  ]
}

function after(plan: TablePlan, pen: Pen): readonly Step[] {
  const { table } = plan
  const home = ['SCHEMA', pen.home(table.namespace) ?? 'dbo'] as const
  const on = ['TABLE', plan.name] as const
  const steps: Step[] = []
  const put = (text: string, type: string, name: string) => {
    if (text !== '') steps.push(...propertySteps(text, [home, on, [type, name]], pen))
  }
  steps.push(...propertySteps(table.comment, [home, on], pen))
  for (const { comment, name } of plan.columns) put(comment, 'COLUMN', name)
  for (const { key, name } of plan.keys) put(key.comment, 'CONSTRAINT', name)
  for (const { check, name } of plan.checks) put(check?.comment ?? '', 'CONSTRAINT', name)
  for (const { index, name } of plan.indexes) put(index.comment, 'INDEX', name)
  return steps
}

export const sqlserverClauses: Clauses = {
  column: writeColumn,
  key: writeKey,
  check: standardCheck,
  foreignKey: standardForeignKey,
  afterForeignKey: ({ relation, name, childTable }, pen) =>
    propertySteps(
      relation.comment,
      [
        ['SCHEMA', pen.home(childTable.namespace) ?? 'dbo'],
        ['TABLE', pen.naming.of(childTable.id) ?? childTable.name],
        ['CONSTRAINT', name],
      ],
      pen,
    ),
  index: writeIndex,
  head: (plan, pen) =>
    pen.options.ifNotExists
      ? `IF OBJECT_ID(${pen.string(plan.sql)}, N'U') IS NULL\nCREATE TABLE ${plan.sql}`
      : `CREATE TABLE ${plan.sql}`,
  tail: (plan) => {
    const options = withOptions(plan.table.options)
    return options === undefined ? [] : [options]
  },
  after,
}
