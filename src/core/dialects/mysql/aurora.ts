// Amazon Aurora MySQL version 3 is MySQL 8.0 in what it accepts.
import { mysqlRules } from './ddl'

export const auroraMysqlRules = { ...mysqlRules, id: 'aurora-mysql', label: 'Aurora MySQL' } as const
