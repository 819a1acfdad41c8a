import { MariaSQL, MSSQL, MySQL, PLSQL, PostgreSQL, SQLite, type SQLDialect } from '@codemirror/lang-sql'
import type { DialectId } from '../../core/model/target'

export type CodeLanguage = DialectId | 'plain'

/** Which words are keywords; forks read as what they come from. */
export const sqlDialects: Readonly<Record<DialectId, SQLDialect>> = {
  postgres: PostgreSQL,
  mysql: MySQL,
  mariadb: MariaSQL,
  sqlite: SQLite,
  sqlserver: MSSQL,
  oracle: PLSQL,
  'aurora-postgres': PostgreSQL,
  'aurora-mysql': MySQL,
  redshift: PostgreSQL,
}
