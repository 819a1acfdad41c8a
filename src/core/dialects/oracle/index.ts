import type { Dialect } from '../dialect'
import { oracleLexis, oracleNames } from './names'
import { oracleSmart } from './smart'
import { oracleTypes } from './types'

export const oracle: Dialect = {
  id: 'oracle',
  label: 'Oracle',
  versions: ['19c', '21c', '23ai'],
  proof: { kind: 'parser', parser: '@griffithswaite/ts-plsql-parser' },
  lexis: oracleLexis,
  names: oracleNames,
  types: oracleTypes,
  smart: oracleSmart,
}
