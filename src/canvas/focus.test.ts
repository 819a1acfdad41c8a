import { describe, expect, it } from 'vitest'
import { shopSample } from '../core/layout/samples.testing'
import type { TableId } from '../core/model/id'
import { nearTo } from './focus'

const { schema } = shopSample()
const idOf = (name: string): TableId => {
  const table = [...schema.table.values()].find((row) => row.name === name)
  if (!table) throw new Error(`The sample has no table ${name}`)
  return table.id
}
const names = (ids: ReadonlySet<string>) => [...ids].map((id) => schema.table.get(id as TableId)?.name).sort()

describe('what is near', () => {
  it('is the table alone at no distance', () => {
    expect(names(nearTo(schema, { on: new Set([idOf('order_lines')]), depth: 0 }))).toEqual(['order_lines'])
  })

  it('grows by relations in either direction', () => {
    expect(names(nearTo(schema, { on: new Set([idOf('order_lines')]), depth: 1 }))).toEqual([
      'order_lines',
      'orders',
      'products',
    ])
    expect(names(nearTo(schema, { on: new Set([idOf('order_lines')]), depth: 2 }))).toContain('customers')
  })
})
