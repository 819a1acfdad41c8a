import { smartColumns } from '../smart'
import { sqlserverTypes } from './types'

export const sqlserverSmart = smartColumns(sqlserverTypes, {
  id: 'bigint',
  identity: { mode: 'always', style: 'identity' },
  moment: 'datetime2',
  now: 'sysutcdatetime()',
  boolean: 'bit',
  no: '0',
  date: 'date',
  time: 'time',
  money: 'decimal(12,2)',
  count: 'int',
  ratio: 'float',
  coordinate: 'float',
  shortText: 'nvarchar(255)',
  longText: 'nvarchar(max)',
  code: (length) => `nchar(${length})`,
  uuid: 'uniqueidentifier',
  json: 'nvarchar(max)',
  bytes: 'varbinary(max)',
})
