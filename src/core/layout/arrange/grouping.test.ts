import { describe, expect, it } from 'vitest'
import { makeNamespace } from '../../model/factory'
import { aForeignKey, aSchema, aTable, countingIds } from '../../model/testing/factories'
import type { Schema } from '../../model/schema'
import { groupedBy, wordsOf, type Grouping } from './grouping'

const grouped = (schema: Schema, grouping: Grouping): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from(groupedBy(schema, grouping, new Set(schema.table.keys())), ([id, name]) => [
      schema.table.get(id)?.name ?? '?',
      name,
    ]),
  )

const called = (...names: readonly string[]) => {
  const newId = countingIds('n')
  return aSchema(
    names.map((name) => aTable({ name, columns: ['id int'] }, newId)),
    newId,
  )
}

describe('areas by the first words of names', () => {
  it('take three or more; plural and singular are one word, however names are written', () => {
    expect(grouped(called('orders', 'order_items', 'orderNotes', 'users', 'user_roles'), 'prefix')).toEqual({
      orders: 'Order',
      order_items: 'Order',
      orderNotes: 'Order',
    })
  })

  it('look behind a word that nearly all share', () => {
    const names = ['post', 'post_meta', 'post_links', 'user', 'user_meta', 'user_roles', 'options']
    const found = grouped(called(...names.map((name) => `wp_${name}`)), 'prefix')
    expect(found['wp_post_meta']).toBe('Wp post')
    expect(found['wp_user_roles']).toBe('Wp user')
    expect(found['wp_options']).toBeUndefined()
  })
})

describe('areas by namespace', () => {
  it('are called as it is', () => {
    const newId = countingIds('s')
    const sales = makeNamespace(newId, { name: 'sales' })
    const orders = { ...aTable({ name: 'orders', columns: ['id int'] }, newId), namespace: sales.id }
    const users = aTable({ name: 'users', columns: ['id int'] }, newId)
    expect(grouped(aSchema([sales, orders, users], newId), 'namespace')).toEqual({ orders: 'sales' })
  })
})

describe('areas by relations', () => {
  it('hold together what refers to each other, and are called after the middle of it', () => {
    const newId = countingIds('c')
    const star = (hub: string, leaves: readonly string[]) => {
      const middle = aTable({ name: hub, columns: ['id int'], key: ['id'] }, newId)
      const around = leaves.map((name) => aTable({ name, columns: ['id int', 'ref int'] }, newId))
      const keys = around.map((leaf) => aForeignKey({ child: [leaf, 'ref'], parent: [middle, 'id'] }, newId))
      return [middle, ...around, ...keys]
    }
    const rows = [
      ...star('users', ['logins', 'posts', 'likes']),
      ...star('products', ['prices', 'stock', 'photos']),
    ]
    const found = grouped(aSchema(rows, newId), 'community')
    expect(found['likes']).toBe('Around users')
    expect(found['stock']).toBe('Around products')
    expect(Object.keys(found)).toHaveLength(8)
  })
})

it('tables that have an area already are left in it', () => {
  const schema = called('order_a', 'order_b', 'order_c')
  expect(groupedBy(schema, 'prefix', new Set())).toEqual(new Map())
})

it('names are cut where people see words', () => {
  expect(wordsOf('OrderItems2Old_v2')).toEqual(['order', 'items2', 'old', 'v2'])
})
