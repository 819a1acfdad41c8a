// Amazon Redshift: an old PostgreSQL by descent, with informational keys and its own storage.
import type { Dialect } from '../dialect'
import { postgresLexis, redshiftNames } from './names'
import { redshiftSmart } from './smart'
import { redshiftTypes } from './types'

export const redshift: Dialect = {
  id: 'redshift',
  label: 'Amazon Redshift',
  versions: ['current'],
  proof: { kind: 'parser', parser: '@polyglot-sql/sdk' },
  lexis: postgresLexis,
  names: redshiftNames,
  types: redshiftTypes,
  smart: redshiftSmart,
  write: () => ({ text: '', statements: [], notices: [] }),
}
