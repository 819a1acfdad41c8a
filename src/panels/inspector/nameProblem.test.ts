import { describe, expect, test } from 'vitest'
import { plainDialect } from '../../core/commands/testing/plainDialect'
import { emptySchema } from '../../core/model/schema'
import { makeColumn, makeTable, makeView } from '../../core/model/factory'
import { problemLines } from './columns/Problems'
import { objectNameProblem, partNameProblems, typeProblems } from './nameProblem'

const { names } = plainDialect
let count = 0
const newId = () => String(++count)

describe('what is wrong with a name', () => {
  test('parts without a name and parts of the same name are told, others are not', () => {
    const parts = [
      { id: 'a', name: 'id' },
      { id: 'b', name: '' },
      { id: 'c', name: 'email' },
      { id: 'd', name: 'email' },
      { id: 'e', name: 'x'.repeat(64) },
    ]
    const problems = partNameProblems(parts, { names, what: 'column' })
    expect([...problems.keys()]).toEqual(['b', 'c', 'd', 'e'])
    expect(problems.get('b')).toBe('This column has no name yet')
    expect(problems.get('c')).toBe('Another column has this name')
    expect(problems.get('e')).toBe('Longer than the 63 characters that this database takes')
  })

  test('tables and views of one namespace share one room', () => {
    const table = makeTable(newId, { name: 'orders' })
    const view = makeView(newId, { name: 'orders', dialect: 'postgres' })
    const schema = { ...emptySchema, table: new Map([[table.id, table]]), view: new Map([[view.id, view]]) }
    expect(objectNameProblem(schema, table, names)).toBe('Another view has this name')
    expect(objectNameProblem(schema, { ...table, namespace: 'ns_1' }, names)).toBeUndefined()
    expect(objectNameProblem(schema, { ...table, name: ' ' }, names)).toBe('No name yet')
  })
})

test('a column whose own type was deleted says so', () => {
  const lost = makeColumn(newId, { name: 'status', type: { raw: 'order_status', base: 'user' } })
  const known = makeColumn(newId, { name: 'state', type: { raw: 'order_status', base: 'user', of: 'en_1' } })
  expect([...typeProblems([lost, known])]).toEqual([[lost.id, 'The type order_status is no longer there']])
  expect(problemLines([lost], [typeProblems([lost])])).toEqual([
    'status: the type order_status is no longer there.',
  ])
})
