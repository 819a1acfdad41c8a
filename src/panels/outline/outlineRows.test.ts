import { describe, expect, it } from 'vitest'
import {
  makeColumn,
  makeEnum,
  makeNamespace,
  makePlacement,
  makeTable,
  newSchema,
} from '../../core/model/factory'
import { firstDiagram, type Schema } from '../../core/model/schema'
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
  return { schema, view: { diagram, filter: '', opened: new Set(), closedHeadings: new Set() } }
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
})
