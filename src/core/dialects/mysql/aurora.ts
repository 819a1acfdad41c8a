// Amazon Aurora MySQL version 3 is MySQL 8.0 in what it accepts.
import type { Dialect } from '../dialect'
import { makeWriter } from '../writer'
import { mysql } from '.'
import { mysqlRules } from './ddl'
import { mysqlSmart } from './smart'

const auroraRules = { ...mysqlRules, id: 'aurora-mysql', label: 'Aurora MySQL' } as const

export const auroraMysql: Dialect = {
  ...mysql,
  id: 'aurora-mysql',
  label: 'Amazon Aurora MySQL',
  versions: ['8.0'],
  write: makeWriter(() => auroraRules, mysqlSmart),
}
