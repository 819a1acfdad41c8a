import type { Dialect } from '../dialect'
import { postgresLexis, postgresNames } from './names'
import { postgresSmart } from './smart'
import { postgresTypes } from './types'

export const postgres: Dialect = {
  id: 'postgres',
  label: 'PostgreSQL',
  versions: ['14', '15', '16', '17', '18'],
  proof: { kind: 'engine', engines: ['PostgreSQL 14', 'PostgreSQL 18'] },
  lexis: postgresLexis,
  names: postgresNames,
  types: postgresTypes,
  smart: postgresSmart,
}
