import type { Dialect } from '../dialect'
import { mysqlLexis, mysqlNames } from './names'
import { mysqlSmart } from './smart'
import { mysqlTypes } from './types'

export const mysql: Dialect = {
  id: 'mysql',
  label: 'MySQL',
  versions: ['8.0', '8.4', '9'],
  proof: { kind: 'engine', engines: ['MySQL 9'] },
  lexis: mysqlLexis,
  names: mysqlNames,
  types: mysqlTypes,
  smart: mysqlSmart,
}
