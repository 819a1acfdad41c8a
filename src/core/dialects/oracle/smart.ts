import { smartColumns } from '../smart'
import { oracleTypes } from './types'

export const oracleSmart = smartColumns(oracleTypes, {
  id: 'NUMBER(19)',
  identity: { mode: 'byDefault', style: 'identity' },
  moment: 'TIMESTAMP',
  now: 'SYSTIMESTAMP',
  boolean: 'NUMBER(1)',
  no: '0',
  date: 'DATE',
  time: 'VARCHAR2(8)',
  money: 'NUMBER(12,2)',
  count: 'NUMBER(10)',
  ratio: 'BINARY_DOUBLE',
  coordinate: 'BINARY_DOUBLE',
  shortText: 'VARCHAR2(255)',
  longText: 'CLOB',
  code: (length) => `CHAR(${length})`,
  uuid: 'RAW(16)',
  json: 'CLOB',
  bytes: 'BLOB',
})
