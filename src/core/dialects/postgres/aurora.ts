// Amazon Aurora PostgreSQL: PostgreSQL itself, in the versions that Aurora offers.
import type { Dialect } from '../dialect'
import { makeWriter } from '../writer'
import { postgres } from '.'
import { postgresRules } from './ddl'
import { postgresSmart } from './smart'

const auroraRules = { ...postgresRules, id: 'aurora-postgres', label: 'Aurora PostgreSQL' } as const

export const auroraPostgres: Dialect = {
  ...postgres,
  id: 'aurora-postgres',
  label: 'Amazon Aurora PostgreSQL',
  versions: ['14', '15', '16', '17'],
  write: makeWriter(() => auroraRules, postgresSmart),
}
