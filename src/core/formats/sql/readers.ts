// Which reader understands which dialect; each comes when it is asked for.
import type { DialectId } from '../../model/target'
import type { ScriptReader } from './reader'

export const readers: Readonly<Partial<Record<DialectId, () => Promise<ScriptReader>>>> = {
  postgres: async () => (await import('./postgres/read')).readPostgres,
  'aurora-postgres': async () => (await import('./postgres/read')).readPostgres,
  redshift: async () => (await import('./postgres/read')).readPostgres,
  mysql: async () => (await import('./own/mysql')).readMysql,
  mariadb: async () => (await import('./own/mysql')).readMysql,
  'aurora-mysql': async () => (await import('./own/mysql')).readMysql,
  oracle: async () => (await import('./own/oracle')).readOracle,
  sqlserver: async () => (await import('./own/sqlserver')).readSqlServer,
  sqlite: async () => (await import('./own/sqlite')).readSqlite,
}
