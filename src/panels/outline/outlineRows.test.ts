import { describe, expect, it } from 'vitest'
import {
  makeColumn,
  makeEnum,
  makeGroup,
  makeNamespace,
  makePlacement,
  makeRoutine,
  makeTable,
  makeVerbatim,
  newSchema,
} from '../../core/model/factory'
import { firstDiagram, type Schema } from '../../core/model/schema'
import { sqlText } from '../../core/model/sqlText'
import { outlineRows, type OutlineView } from './outlineRows'

const counter = () => {
  let n = 0
  return () => String(++n)
}

function sample(): { schema: Schema; view: OutlineView } {
  const newId = counter()
  const start = newSchema(newId, 'shop', { dialect: 'postgres', version: '18' })
  const diagram = firstDiagram(start)
  if (!diagram) throw new Error('a new schema has a diagram')
  const sales = makeNamespace(newId, { name: 'sales' })
  const orders = makeTable(newId, {
    name: 'orders',
    namespace: sales.id,
    columns: [makeColumn(newId, { name: 'total' })],
  })
  const users = makeTable(newId, {
    name: 'users',
    order: 'a1',
    columns: [makeColumn(newId, { name: 'email' })],
  })
  const status = makeEnum(newId, { name: 'status' })
  const placement = makePlacement(newId, { diagram, object: orders.id, x: 0, y: 0 })
  const schema: Schema = {
    ...start,
    namespace: new Map([[sales.id, sales]]),
    table: new Map([orders, users].map((table) => [table.id, table])),
    enum: new Map([[status.id, status]]),
    placement: new Map([[placement.id, placement]]),
  }
  const view: OutlineView = {
    diagram,
    filter: '',
    groupBy: 'namespace',
    shows: 'all',
    opened: new Set(),
    closedHeadings: new Set(),
  }
  return { schema, view }
}

const labels = (schema: Schema, view: OutlineView) =>
  outlineRows(schema, view).map((row) => `${'  '.repeat(row.level - 1)}${row.label}`)

describe('outlineRows', () => {
  it('heads each namespace, the default one first', () => {
    const { schema, view } = sample()
    expect(labels(schema, view)).toEqual(['Default schema', '  users', '  status', 'sales', '  orders'])
  })

  it('opens what fits a filter only by its columns', () => {
    const { schema, view } = sample()
    expect(labels(schema, { ...view, filter: 'TOT' })).toEqual(['sales', '  orders', '    total'])
  })

  it('says what is not in the diagram', () => {
    const { schema, view } = sample()
    const presence = outlineRows(schema, view).flatMap((row) =>
      row.kind === 'object' ? [[row.label, row.presence]] : [],
    )
    expect(presence).toEqual([
      ['users', 'absent'],
      ['status', 'absent'],
      ['orders', 'shown'],
    ])
  })

  it('lists only what the diagram does not show, when asked', () => {
    const { schema, view } = sample()
    expect(labels(schema, { ...view, shows: 'elsewhere' })).toEqual(['Default schema', '  users', '  status'])
    expect(labels(schema, { ...view, shows: 'here' })).toEqual(['sales', '  orders'])
  })

  it('heads subject areas instead of namespaces', () => {
    const { schema, view } = sample()
    const newId = counter()
    const people = makeGroup(newId, { name: 'People' })
    const table = new Map(
      [...schema.table].map(([id, row]) => [id, row.name === 'users' ? { ...row, group: people.id } : row]),
    )
    const grouped: Schema = { ...schema, table, group: new Map([[people.id, people]]) }
    expect(labels(grouped, { ...view, groupBy: 'area' })).toEqual([
      'In no subject area',
      '  orders',
      '  status',
      'People',
      '  users',
      'Namespaces',
      '  sales',
    ])
  })

  it('lists routines and statements that stand in no diagram', () => {
    const { schema, view } = sample()
    const newId = counter()
    const routine = makeRoutine(newId, {
      name: 'touch',
      routine: 'function',
      definition: sqlText('CREATE FUNCTION touch() …'),
      dialect: 'postgres',
    })
    const statement = makeVerbatim(newId, { text: sqlText('VACUUM\n  users'), dialect: 'postgres' })
    const full: Schema = {
      ...schema,
      routine: new Map([[routine.id, routine]]),
      verbatim: new Map([[statement.id, statement]]),
    }
    expect(labels(full, view).slice(-4)).toEqual(['Routines', '  touch', 'Other SQL', '  VACUUM users'])
  })
})
