// MariaDB: MySQL's sibling, apart where it hurts: no expression indexes, its own reserved words, UUID and sequences.
import type { Dialect } from '../dialect'
import { mariadbNames, mysqlLexis } from './names'
import { mariadbSmart } from './smart'
import { mariadbTypes } from './types'

export const mariadb: Dialect = {
  id: 'mariadb',
  label: 'MariaDB',
  versions: ['10.6', '10.11', '11.4', '11.8'],
  proof: { kind: 'engine', engines: ['MariaDB 10.11'] },
  lexis: mysqlLexis,
  names: mariadbNames,
  types: mariadbTypes,
  smart: mariadbSmart,
  write: () => ({ text: '', statements: [], notices: [] }),
}
