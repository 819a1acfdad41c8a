// What is known of PostgreSQL's kin before anything is written: their names, types and habits.
import type { Dialect } from '../dialect'
import { postgres } from '.'
import { postgresLexis, redshiftNames } from './names'
import { redshiftSmart } from './smart'
import { redshiftTypes } from './types'

export const auroraPostgres: Dialect = {
  ...postgres,
  id: 'aurora-postgres',
  label: 'Amazon Aurora PostgreSQL',
  versions: ['14', '15', '16', '17'],
  proof: { kind: 'engine', engines: ['PostgreSQL 14', 'PostgreSQL 18'], of: 'PostgreSQL' },
}

export const redshift: Dialect = {
  id: 'redshift',
  label: 'Amazon Redshift',
  versions: ['current'],
  proof: { kind: 'parser', parser: '@polyglot-sql/sdk' },
  lexis: postgresLexis,
  names: redshiftNames,
  types: redshiftTypes,
  smart: redshiftSmart,
}
