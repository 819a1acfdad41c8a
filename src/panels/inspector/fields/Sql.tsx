// SQL in a field: shown with the names that its objects bear now, and read again when it is committed.
import { useContext, useMemo } from 'react'
import type { SqlText } from '../../../core/model/sqlText'
import type { DialectId } from '../../../core/model/target'
import { ExpressionField } from '../../code/ExpressionField'
import { expressionProblem } from '../../code/expressionProblem'
import { SqlField } from '../../code/SqlField'
import { useDialect, useReadOnly, useSql } from '../current'
import { Property } from './Property'
import { SqlScope } from './sqlScope'

export interface SqlPropertyProps {
  readonly label: string
  readonly name?: string
  readonly sql: SqlText | undefined
  readonly onCommit: (text: string) => void
  readonly placeholder?: string
  readonly error?: string | undefined
  /** More than one: a field of its own below the label. */
  readonly rows?: number
  /** A default, a bound: what stands there names no column. */
  readonly isWithoutColumns?: boolean
}

/** Whole statements are written in an editor that knows their language. */
export function StatementProperty({
  label,
  name = label,
  sql,
  dialect,
  onCommit,
}: Pick<SqlPropertyProps, 'label' | 'name' | 'sql' | 'onCommit'> & { readonly dialect: DialectId }) {
  const value = useSql(sql)
  const isReadOnly = useReadOnly()
  return <SqlField label={name} language={dialect} {...{ value, isReadOnly, onCommit }} />
}

function useNames(isWithoutColumns: boolean) {
  const scope = useContext(SqlScope)
  const dialect = useDialect()
  return useMemo(() => {
    const columns = isWithoutColumns ? [] : scope
    return {
      dialect,
      columns: columns.map(({ name }) => name),
      offered: columns.map(({ name, type }) => ({ name: dialect.names.spell(name), detail: type.raw })),
    }
  }, [scope, dialect, isWithoutColumns])
}

export function SqlProperty({
  label,
  name = label,
  sql,
  rows = 1,
  error,
  isWithoutColumns = false,
  ...given
}: SqlPropertyProps) {
  const value = useSql(sql)
  const disabled = useReadOnly()
  const { dialect, columns, offered } = useNames(isWithoutColumns)
  const problem = useMemo(
    () => error ?? expressionProblem(value, { speech: dialect, columns }),
    [error, value, dialect, columns],
  )
  const shared = { value, disabled, language: dialect.id, names: offered, error: problem, rows, ...given }
  if (rows > 1) return <ExpressionField label={name} {...shared} />
  return (
    <Property label={label}>
      <ExpressionField label={name} isLabelHidden {...shared} />
    </Property>
  )
}
