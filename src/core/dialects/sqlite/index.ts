import type { Dialect } from '../dialect'
import { sqliteLexis, sqliteNames } from './names'
import { sqliteSmart } from './smart'
import { sqliteTypes } from './types'

export const sqlite: Dialect = {
  id: 'sqlite',
  label: 'SQLite',
  versions: ['3'],
  proof: { kind: 'engine', engines: ['SQLite 3.54'] },
  lexis: sqliteLexis,
  names: sqliteNames,
  types: sqliteTypes,
  smart: sqliteSmart,
}
