// The writers of DDL, apart from the rest of the dialects: names and types are needed at once, these only in a worker
// or on the command line.
import type { DialectId } from '../model/target'
import type { Dialect } from './dialect'
import { dialects } from './index'

export type DdlWriter = Dialect['write']

export const ddlWriters: Readonly<Record<DialectId, DdlWriter>> = {
  postgres: dialects.postgres.write,
  mysql: dialects.mysql.write,
  mariadb: dialects.mariadb.write,
  sqlite: dialects.sqlite.write,
  sqlserver: dialects.sqlserver.write,
  oracle: dialects.oracle.write,
  'aurora-postgres': dialects['aurora-postgres'].write,
  'aurora-mysql': dialects['aurora-mysql'].write,
  redshift: dialects.redshift.write,
}
