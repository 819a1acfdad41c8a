// SQL in a field: shown with the names that its objects bear now, and read again when it is committed.
import type { SqlText } from '../../../core/model/sqlText'
import type { DialectId } from '../../../core/model/target'
import { SqlField } from '../../code/SqlField'
import { useReadOnly, useSql } from '../current'
import { AreaProperty, TextProperty } from './fields'

export interface SqlPropertyProps {
  readonly label: string
  readonly name?: string
  readonly sql: SqlText | undefined
  readonly onCommit: (text: string) => void
  readonly placeholder?: string
  readonly error?: string | undefined
  /** More than one: a field of its own below the label. */
  readonly rows?: number
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

export function SqlProperty({ sql, rows = 1, ...given }: SqlPropertyProps) {
  const value = useSql(sql)
  return rows > 1 ? (
    <AreaProperty {...given} value={value} rows={rows} isMono />
  ) : (
    <TextProperty {...given} value={value} isMono />
  )
}
