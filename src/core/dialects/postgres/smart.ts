import { smartColumns, type SmartWords } from '../smart'
import { postgresTypes, redshiftTypes } from './types'

const serials: ReadonlyMap<string, string> = new Map([
  ['smallserial', 'smallint'],
  ['serial2', 'smallint'],
  ['serial', 'integer'],
  ['serial4', 'integer'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
])

const words: SmartWords = {
  id: 'bigint',
  identity: { mode: 'always', style: 'identity' },
  moment: 'timestamptz',
  now: 'now()',
  boolean: 'boolean',
  no: 'false',
  date: 'date',
  time: 'time',
  money: 'numeric(12,2)',
  count: 'integer',
  ratio: 'double precision',
  coordinate: 'double precision',
  shortText: 'text',
  longText: 'text',
  code: (length) => `char(${length})`,
  uuid: 'uuid',
  json: 'jsonb',
  bytes: 'bytea',
  withoutCounting: ({ raw }) => serials.get(raw.toLowerCase()),
}

export const postgresSmart = smartColumns(postgresTypes, words)

export const redshiftSmart = smartColumns(redshiftTypes, {
  ...words,
  identity: { mode: 'byDefault', style: 'identity' },
  now: 'getdate()',
  moment: 'timestamp',
  shortText: 'varchar(255)',
  longText: 'varchar(65535)',
  uuid: 'char(36)',
  json: 'super',
  bytes: 'varbyte(65535)',
})
