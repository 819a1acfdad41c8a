import type { Dialect } from '../dialect'
import { sqlserverLexis, sqlserverNames } from './names'
import { sqlserverSmart } from './smart'
import { sqlserverTypes } from './types'

export const sqlserver: Dialect = {
  id: 'sqlserver',
  label: 'SQL Server',
  versions: ['2017', '2019', '2022'],
  proof: { kind: 'parser', parser: '@dbml/core' },
  lexis: sqlserverLexis,
  names: sqlserverNames,
  types: sqlserverTypes,
  smart: sqlserverSmart,
}
