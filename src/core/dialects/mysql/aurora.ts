// Amazon Aurora MySQL version 3 is MySQL 8.0 in what it accepts.
import type { Dialect } from '../dialect'
import { mysql } from '.'

export const auroraMysql: Dialect = {
  ...mysql,
  id: 'aurora-mysql',
  label: 'Amazon Aurora MySQL',
  versions: ['8.0'],
}
