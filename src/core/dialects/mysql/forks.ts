// What is known of MySQL's kin before anything is written: their names, types and habits.
import type { Dialect } from '../dialect'
import { mysql } from '.'
import { mariadbNames, mysqlLexis } from './names'
import { mariadbSmart } from './smart'
import { mariadbTypes } from './types'

export const mariadb: Dialect = {
  id: 'mariadb',
  label: 'MariaDB',
  versions: ['10.6', '10.11', '11.4', '11.8'],
  proof: { kind: 'engine', engines: ['MariaDB 10.11'] },
  lexis: mysqlLexis,
  names: mariadbNames,
  types: mariadbTypes,
  smart: mariadbSmart,
}

export const auroraMysql: Dialect = {
  ...mysql,
  id: 'aurora-mysql',
  label: 'Amazon Aurora MySQL',
  versions: ['8.0'],
  proof: { kind: 'engine', engines: ['MySQL 9'], of: 'MySQL' },
}
