import { expect, test } from 'vitest'
import type { Notice } from '../../core/dialects/dialect'
import { newSchema } from '../../core/model/factory'
import type { Schema } from '../../core/model/schema'
import { aTable, countingIds } from '../../core/model/testing/factories'
import { changeRows, groupsOf } from './changeRows'

const users = aTable({ name: 'users', columns: ['id bigint'] })
const orders = aTable({ name: 'orders', columns: ['id bigint'] })
const schema: Schema = {
  ...newSchema(countingIds(), 'shop', { dialect: 'postgres', version: '18' }),
  table: new Map([users, orders].map((table) => [table.id, table])),
}
const notices: readonly Notice[] = [
  { level: 'info', code: 'typeRespelled', about: orders.id, message: 'orders.id: bigint becomes int8.' },
  { level: 'info', code: 'typeRespelled', about: users.id, message: 'users.id: bigint becomes int8.' },
  { level: 'loss', code: 'policies', about: users.id, message: 'users: There are no policies.' },
  { level: 'info', code: 'notSupported', message: 'An extension is left out.' },
]
const all = { level: 'all', closed: new Set<string>() } as const
const labels = (view: Parameters<typeof changeRows>[1]) =>
  changeRows(groupsOf(schema, notices), view).map((row) => `${'  '.repeat(row.level - 1)}${row.label}`)

test('what is lost comes first, below its object and without its name again', () => {
  expect(labels(all)).toEqual([
    'users',
    '  There are no policies.',
    '  id: bigint becomes int8.',
    'orders',
    '  id: bigint becomes int8.',
    'The document as a whole',
    '  An extension is left out.',
  ])
})

test('one level alone leaves out the objects that have none of it, and a folded one its lines', () => {
  expect(labels({ ...all, level: 'loss' })).toEqual(['users', '  There are no policies.'])
  expect(labels({ ...all, closed: new Set([users.id]) })[1]).toBe('orders')
})
