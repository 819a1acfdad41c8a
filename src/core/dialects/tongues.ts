// How each dialect's own SQL is read, for expressions that one of them has to say in another's words.
import type { DialectId } from '../model/target'
import { mariadbNames, mysqlLexis, mysqlNames } from './mysql/names'
import { mariadbTypes, mysqlTypes } from './mysql/types'
import { oracleLexis, oracleNames } from './oracle/names'
import { oracleTypes } from './oracle/types'
import { postgresLexis, postgresNames, redshiftNames } from './postgres/names'
import { postgresTypes, redshiftTypes } from './postgres/types'
import { sqliteLexis, sqliteNames } from './sqlite/names'
import { sqliteTypes } from './sqlite/types'
import { sqlserverLexis, sqlserverNames } from './sqlserver/names'
import { sqlserverTypes } from './sqlserver/types'
import type { Tongue } from './write/pieces'

const postgres: Tongue = { lexis: postgresLexis, names: postgresNames, types: postgresTypes }
const mysql: Tongue = { lexis: mysqlLexis, names: mysqlNames, types: mysqlTypes }

export const tongues: Readonly<Record<DialectId, Tongue>> = {
  postgres,
  'aurora-postgres': postgres,
  redshift: { lexis: postgresLexis, names: redshiftNames, types: redshiftTypes },
  mysql,
  'aurora-mysql': mysql,
  mariadb: { lexis: mysqlLexis, names: mariadbNames, types: mariadbTypes },
  sqlite: { lexis: sqliteLexis, names: sqliteNames, types: sqliteTypes },
  sqlserver: { lexis: sqlserverLexis, names: sqlserverNames, types: sqlserverTypes },
  oracle: { lexis: oracleLexis, names: oracleNames, types: oracleTypes },
}
