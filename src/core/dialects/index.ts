// Every target, by id. Adding one is a folder and a line here.
import type { DialectId } from '../model/target'
import type { Dialect } from './dialect'
import { mysql } from './mysql'
import { auroraMysql, mariadb } from './mysql/forks'
import { oracle } from './oracle'
import { postgres } from './postgres'
import { auroraPostgres, redshift } from './postgres/forks'
import { sqlite } from './sqlite'
import { sqlserver } from './sqlserver'

export const dialects: Readonly<Record<DialectId, Dialect>> = {
  postgres,
  mysql,
  mariadb,
  sqlite,
  sqlserver,
  oracle,
  'aurora-postgres': auroraPostgres,
  'aurora-mysql': auroraMysql,
  redshift,
}
