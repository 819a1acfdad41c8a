import { describe, expect, it } from 'vitest'
import { applyEdits, diffSchemas, invert, squash } from './edit'
import { makeColumn, makeForeignKey, makeKey, makePlacement, makeTable, newSchema } from './factory'
import { firstDiagram } from './schema'
import { transact } from './transact'
import type { NewId } from './id'

const counter = (): NewId => {
  let n = 0
  return () => String(++n)
}

function twoTables() {
  const newId = counter()
  const start = newSchema(newId, 'shop', { dialect: 'postgres', version: '18' })
  const id = makeColumn(newId, { name: 'id', nullable: false })
  const users = makeTable(newId, {
    name: 'users',
    columns: [id],
    primaryKey: makeKey(newId, { parts: [{ column: id.id }] }),
  })
  const userId = makeColumn(newId, { name: 'user_id' })
  const orders = makeTable(newId, { name: 'orders', columns: [userId] })
  const relation = makeForeignKey(newId, {
    child: { table: orders.id, columns: [userId.id] },
    parent: { table: users.id, columns: [id.id] },
  })
  const diagram = firstDiagram(start)
  if (!diagram) throw new Error('a new schema has a diagram')
  const { edits } = transact(start, (tx) => {
    tx.put('placement', makePlacement(newId, { diagram, object: users.id, x: 0, y: 0 }))
    tx.put('relation', relation)
    tx.put('table', users)
    tx.put('table', orders)
  })
  return { start, schema: applyEdits(start, edits), edits, users, orders, id, userId, relation }
}

describe('a transaction', () => {
  it('keeps a relation whose tables were written after it', () => {
    const { schema } = twoTables()
    expect([schema.table.size, schema.relation.size, schema.placement.size]).toEqual([2, 1, 1])
  })

  it('takes relations and placements away with their table', () => {
    const { schema, users } = twoTables()
    const { edits } = transact(schema, (tx) => {
      tx.remove('table', users.id)
    })
    const after = applyEdits(schema, edits)
    expect([after.table.size, after.relation.size, after.placement.size]).toEqual([1, 0, 0])
    expect(diffSchemas(applyEdits(after, invert(edits)), schema)).toEqual([])
  })

  it('drops a key and a relation with the last of their columns', () => {
    const { schema, users } = twoTables()
    const { edits } = transact(schema, (tx) => {
      tx.update('table', users.id, (table) => ({ ...table, columns: [] }))
    })
    const after = applyEdits(schema, edits)
    expect(after.table.get(users.id)?.primaryKey).toBeUndefined()
    expect(after.relation.size).toBe(0)
  })

  it('names the smallest part that changed', () => {
    const { schema, users, id } = twoTables()
    const { edits } = transact(schema, (tx) => {
      tx.update('table', users.id, (table) => ({
        ...table,
        columns: table.columns.map((c) => ({ ...c, name: 'key' })),
      }))
    })
    expect(edits).toEqual([
      {
        kind: 'table',
        id: users.id,
        part: { list: 'columns', id: id.id },
        field: 'name',
        before: 'id',
        after: 'key',
      },
    ])
  })

  it('squashes making, changing and removing into nothing', () => {
    const { start, schema, edits, users, orders } = twoTables()
    const gone = transact(schema, (tx) => {
      tx.remove('table', users.id)
      tx.remove('table', orders.id)
    }).edits
    expect(squash(edits, gone)).toEqual([])
    expect(diffSchemas(applyEdits(start, squash(edits, gone)), start)).toEqual([])
  })
})
