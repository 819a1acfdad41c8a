import { smartColumns } from '../smart'
import { sqliteTypes } from './types'

export const sqliteSmart = smartColumns(sqliteTypes, {
  // INTEGER PRIMARY KEY is the rowid itself: it counts without AUTOINCREMENT (autoinc, section 1).
  id: 'INTEGER',
  identity: { mode: 'byDefault', style: 'identity' },
  moment: 'DATETIME',
  now: 'CURRENT_TIMESTAMP',
  boolean: 'BOOLEAN',
  no: '0',
  date: 'DATE',
  time: 'TIME',
  money: 'DECIMAL(12,2)',
  count: 'INTEGER',
  ratio: 'REAL',
  coordinate: 'REAL',
  shortText: 'TEXT',
  longText: 'TEXT',
  code: () => 'TEXT',
  uuid: 'TEXT',
  json: 'JSON',
  bytes: 'BLOB',
})
