// SQL in a field: shown with the names that its objects bear now, and read again when it is committed.
import type { SqlText } from '../../../core/model/sqlText'
import { useSql } from '../current'
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

export function SqlProperty({ sql, rows = 1, ...given }: SqlPropertyProps) {
  const value = useSql(sql)
  return rows > 1 ? (
    <AreaProperty {...given} value={value} rows={rows} isMono />
  ) : (
    <TextProperty {...given} value={value} isMono />
  )
}
