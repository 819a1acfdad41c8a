import { expect, test } from 'vitest'
import { aTable } from '../../core/model/testing/factories'
import { sharedColumns } from './SharedColumns'

test('columns that all tables have are those that can be changed together, in the order of the first', () => {
  const one = aTable({ name: 'one', columns: ['id bigint', 'note text', 'price numeric'] })
  const two = aTable({ name: 'two', columns: ['price money', 'id uuid'] })
  const shared = sharedColumns([one, two])
  expect(shared.map(({ name }) => name)).toEqual(['id', 'price'])
  expect(shared[1]?.columns.map(({ column }) => column.type.raw)).toEqual(['numeric', 'money'])
})
