import { smartColumns, type SmartWords } from '../smart'
import { mariadbTypes, mysqlTypes } from './types'

const words: SmartWords = {
  id: 'bigint unsigned',
  identity: { mode: 'byDefault', style: 'autoIncrement' },
  moment: 'datetime',
  now: 'CURRENT_TIMESTAMP',
  boolean: 'boolean',
  no: 'false',
  date: 'date',
  time: 'time',
  money: 'decimal(12,2)',
  count: 'int',
  ratio: 'double',
  coordinate: 'double',
  shortText: 'varchar(255)',
  longText: 'text',
  code: (length) => `char(${length})`,
  uuid: 'char(36)',
  json: 'json',
  bytes: 'longblob',
  withoutCounting: ({ raw }) => (raw.toLowerCase() === 'serial' ? 'bigint unsigned' : undefined),
}

export const mysqlSmart = smartColumns(mysqlTypes, words)
export const mariadbSmart = smartColumns(mariadbTypes, { ...words, uuid: 'uuid' })
