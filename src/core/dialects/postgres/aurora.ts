// Amazon Aurora PostgreSQL: PostgreSQL itself, in the versions that Aurora offers.
import type { Dialect } from '../dialect'
import { postgres } from '.'

export const auroraPostgres: Dialect = {
  ...postgres,
  id: 'aurora-postgres',
  label: 'Amazon Aurora PostgreSQL',
  versions: ['14', '15', '16', '17'],
}
