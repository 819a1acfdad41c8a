import { describe, expect, it } from 'vitest'
import { aForeignKey, aSchema, aTable, countingIds } from './testing/factories'
import { waysBetween } from './ways'

const newId = countingIds('w')
const called = (name: string) => aTable({ name, columns: ['id int', 'a int', 'b int'], key: ['id'] }, newId)

function shop() {
  const users = called('users')
  const orders = called('orders')
  const items = called('items')
  const products = called('products')
  const alone = called('alone')
  const relations = [
    aForeignKey({ child: [orders, 'a'], parent: [users, 'id'] }, newId),
    aForeignKey({ child: [items, 'a'], parent: [orders, 'id'] }, newId),
    aForeignKey({ child: [items, 'b'], parent: [products, 'id'] }, newId),
    aForeignKey({ child: [products, 'a'], parent: [users, 'id'] }, newId),
  ]
  const schema = aSchema([users, orders, items, products, alone, ...relations], newId)
  return { schema, users, orders, products, alone }
}

describe('the ways between two tables', () => {
  it('are told from the first to the last, the shortest first, the longer ones after it', () => {
    const { schema, users, orders, products } = shop()
    const ways = waysBetween(schema, { from: orders.id, to: products.id })
    const names = ways.map(({ tables }) => tables.map((id) => schema.table.get(id)?.name))
    expect(names).toEqual([
      ['orders', 'users', 'products'],
      ['orders', 'items', 'products'],
    ])
    expect(ways.every(({ tables, relations }) => relations.length === tables.length - 1)).toBe(true)
    const direct = waysBetween(schema, { from: users.id, to: orders.id })
    expect(direct.map(({ tables }) => tables.length)).toEqual([2, 4])
  })

  it('are none between tables that nothing ties, and none from a table to itself', () => {
    const { schema, users, alone } = shop()
    expect(waysBetween(schema, { from: users.id, to: alone.id })).toEqual([])
    expect(waysBetween(schema, { from: users.id, to: users.id })).toEqual([])
  })

  it('are as many as there are keys between the same two tables', () => {
    const ids = countingIds('p')
    const people = aTable({ name: 'people', columns: ['id int'], key: ['id'] }, ids)
    const flights = aTable(
      { name: 'flights', columns: ['id int', 'pilot int', 'copilot int'], key: ['id'] },
      ids,
    )
    const keys = ['pilot', 'copilot'].map((column) =>
      aForeignKey({ child: [flights, column], parent: [people, 'id'] }, ids),
    )
    const ways = waysBetween(aSchema([people, flights, ...keys], ids), { from: people.id, to: flights.id })
    expect(ways.map(({ relations }) => relations)).toEqual(keys.map(({ id }) => [id]))
  })

  it('end their search among thousands that all refer to two hubs', () => {
    const ids = countingIds('h')
    const hubs = ['one', 'two'].map((name) => aTable({ name, columns: ['id int'], key: ['id'] }, ids))
    const [one, two] = hubs
    if (!one || !two) throw new Error('two hubs were made')
    const spokes = Array.from({ length: 2000 }, (_, i) =>
      aTable({ name: `t${String(i)}`, columns: ['id int', 'a int', 'b int'], key: ['id'] }, ids),
    )
    const keys = spokes.flatMap((spoke) => [
      aForeignKey({ child: [spoke, 'a'], parent: [one, 'id'] }, ids),
      aForeignKey({ child: [spoke, 'b'], parent: [two, 'id'] }, ids),
    ])
    const schema = aSchema([one, two, ...spokes, ...keys], ids)
    expect(waysBetween(schema, { from: one.id, to: two.id })).toHaveLength(6)
  })
})
