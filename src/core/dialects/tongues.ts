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
import type { Tongue } from './write/translate'

const postgres: Tongue = { lexis: postgresLexis, names: postgresNames, parseType: postgresTypes.parse }
const mysql: Tongue = { lexis: mysqlLexis, names: mysqlNames, parseType: mysqlTypes.parse }

export const tongues: Readonly<Record<DialectId, Tongue>> = {
  postgres,
  'aurora-postgres': postgres,
  redshift: { lexis: postgresLexis, names: redshiftNames, parseType: redshiftTypes.parse },
  mysql,
  'aurora-mysql': mysql,
  mariadb: { lexis: mysqlLexis, names: mariadbNames, parseType: mariadbTypes.parse },
  sqlite: { lexis: sqliteLexis, names: sqliteNames, parseType: sqliteTypes.parse },
  sqlserver: { lexis: sqlserverLexis, names: sqlserverNames, parseType: sqlserverTypes.parse },
  oracle: { lexis: oracleLexis, names: oracleNames, parseType: oracleTypes.parse },
}
