// Amazon Aurora PostgreSQL: PostgreSQL itself, in the versions that Aurora offers.
import { postgresRules } from './ddl'

export const auroraPostgresRules = {
  ...postgresRules,
  id: 'aurora-postgres',
  label: 'Aurora PostgreSQL',
} as const
