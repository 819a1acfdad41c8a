// The writers of DDL, apart from the rest of the dialects: names and types are needed at once, these only in a worker
// or on the command line.
import type { DialectId } from '../model/target'
import type { DdlWriter } from './dialect'
import { mysqlRules } from './mysql/ddl'
import { auroraMysqlRules } from './mysql/aurora'
import { mariadbRules } from './mysql/mariadb'
import { mariadbSmart, mysqlSmart } from './mysql/smart'
import { oracleRules } from './oracle/ddl'
import { oracleSmart } from './oracle/smart'
import { auroraPostgresRules } from './postgres/aurora'
import { postgresRules } from './postgres/ddl'
import { redshiftRules } from './postgres/redshift'
import { postgresSmart, redshiftSmart } from './postgres/smart'
import { sqliteRules } from './sqlite/ddl'
import { sqliteSmart } from './sqlite/smart'
import { sqlserverRules } from './sqlserver/ddl'
import { sqlserverSmart } from './sqlserver/smart'
import { makeWriter } from './writer'

export const ddlWriters: Readonly<Record<DialectId, DdlWriter>> = {
  postgres: makeWriter(() => postgresRules, postgresSmart),
  mysql: makeWriter(() => mysqlRules, mysqlSmart),
  mariadb: makeWriter(() => mariadbRules, mariadbSmart),
  sqlite: makeWriter(() => sqliteRules, sqliteSmart),
  sqlserver: makeWriter(() => sqlserverRules, sqlserverSmart),
  oracle: makeWriter(oracleRules, oracleSmart),
  'aurora-postgres': makeWriter(() => auroraPostgresRules, postgresSmart),
  'aurora-mysql': makeWriter(() => auroraMysqlRules, mysqlSmart),
  redshift: makeWriter(() => redshiftRules, redshiftSmart),
}
