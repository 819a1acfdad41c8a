import { describe, expect, it } from 'vitest'
import { cardinalityOf } from '../model/cardinality'
import type { RelationId } from '../model/id'
import { setColumnType } from './column'
import { connect, previewConnect } from './connect'
import { addUnique } from './key'
import { Desk } from './testing/bench'
import { aTable, say } from './testing/tables'
import { plainDialect } from './testing/plainDialect'

describe('connecting two columns', () => {
  it('makes the keyed end the parent, whichever way the line was dragged', () => {
    for (const isBackwards of [false, true]) {
      const desk = new Desk()
      const users = aTable(desk, 'users', 'id*')
      const orders = aTable(desk, 'orders', 'id* user_id')
      const a = { table: orders.table, columns: [orders.column('user_id')] }
      const b = { table: users.table, columns: [users.column('id')] }
      const id = desk.do((cx) => connect(cx, isBackwards ? { from: b, to: a } : { from: a, to: b }))
      expect(say(desk, id)).toBe('orders(user_id) > users(id)')
    }
  })

  it('lets the name decide where both ends are keys', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const profiles = aTable(desk, 'profiles', 'user_id*')
    const id = desk.do((cx) =>
      connect(cx, {
        from: { table: users.table, columns: [users.column('id')] },
        to: { table: profiles.table, columns: [profiles.column('user_id')] },
      }),
    )
    expect(say(desk, id)).toBe('profiles(user_id) > users(id)')
    const relation = desk.schema.relation.get(id)
    expect(relation && cardinalityOf(desk.schema, relation).child.max).toBe(1)
  })

  it('refuses different types and offers to change the child', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id* user_id:uuid')
    const connection = {
      from: { table: orders.table, columns: [orders.column('user_id')] },
      to: { table: users.table, columns: [users.column('id')] },
    }
    const refusal = desk.refused((cx) => connect(cx, connection))
    expect(refusal.code).toBe('typesDiffer')
    expect(refusal.message).toBe('orders.user_id is uuid, users.id is bigint: they cannot be equal.')
    desk.do((cx) => refusal.fixes[0]?.apply(cx) ?? connect(cx, connection))
    expect(desk.schema.table.get(orders.table)?.columns[1]?.type.raw).toBe('bigint')
    expect(desk.schema.relation.size).toBe(1)
  })

  it('refuses a target that is not unique and offers to make it so', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id* code:text')
    const orders = aTable(desk, 'orders', 'id* user_code:text')
    const refusal = desk.refused((cx) =>
      connect(cx, {
        from: { table: orders.table, columns: [orders.column('user_code')] },
        to: { table: users.table, columns: [users.column('code')] },
      }),
    )
    expect(refusal.code).toBe('targetNotUnique')
    expect(refusal.fixes.map((fix) => fix.label)).toEqual(['Make users (code) unique'])
    const [fix] = refusal.fixes
    const id = fix && desk.do((cx) => fix.apply(cx))
    expect(say(desk, id as RelationId)).toBe('orders(user_code) > users(code)')
    expect(desk.schema.table.get(users.table)?.uniques).toHaveLength(1)
  })

  it('refuses a part of a composite key and offers the whole of it', () => {
    const desk = new Desk()
    const lines = aTable(desk, 'order_lines', 'order_id* line_no*:integer')
    const notes = aTable(desk, 'line_notes', 'id* line:integer')
    const refusal = desk.refused((cx) =>
      connect(cx, {
        from: { table: notes.table, columns: [notes.column('line')] },
        to: { table: lines.table, columns: [lines.column('line_no')] },
      }),
    )
    expect(refusal.code).toBe('partOfCompositeKey')
    const [fix] = refusal.fixes
    const id = fix && desk.do((cx) => fix.apply(cx))
    expect(say(desk, id as RelationId)).toBe('line_notes(line, order_id) > order_lines(line_no, order_id)')
  })

  it('refuses the same relation twice and offers to select the one that is there', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id* user_id')
    const connection = {
      from: { table: orders.table, columns: [orders.column('user_id')] },
      to: { table: users.table },
    }
    const id = desk.do((cx) => connect(cx, connection))
    const refusal = desk.refused((cx) => connect(cx, connection))
    expect([refusal.code, refusal.about]).toEqual(['sameRelation', id])
  })

  it('refuses a column that would refer to itself', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const end = { table: users.table, columns: [users.column('id')] }
    expect(desk.refused((cx) => connect(cx, { from: end, to: end })).code).toBe('sameColumn')
  })
})

describe('connecting tables', () => {
  it('makes a foreign key column named after its target, with its type', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*:uuid')
    const orders = aTable(desk, 'orders', 'id*')
    const id = desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
    expect(say(desk, id)).toBe('orders(user_id) > users(id)')
    const made = desk.schema.table.get(orders.table)?.columns[1]
    expect([made?.type.raw, made?.nullable]).toEqual(['uuid', false])
  })

  it('makes one column per column of a composite key', () => {
    const desk = new Desk()
    const lines = aTable(desk, 'order_lines', 'order_id* no*:integer')
    const notes = aTable(desk, 'notes', 'id*')
    const id = desk.do((cx) => connect(cx, { from: { table: notes.table }, to: { table: lines.table } }))
    expect(say(desk, id)).toBe('notes(order_id, order_line_no) > order_lines(order_id, no)')
  })

  it('makes a self relation by a parent that may be empty', () => {
    const desk = new Desk()
    const staff = aTable(desk, 'categories', 'id*')
    const id = desk.do((cx) => connect(cx, { from: { table: staff.table }, to: { table: staff.table } }))
    expect(say(desk, id)).toBe('categories(parent_id) > categories(id)')
    expect(desk.schema.table.get(staff.table)?.columns[1]?.nullable).toBe(true)
  })

  it('gives a second relation to the same table a name of its own', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id*')
    const ends = { from: { table: orders.table }, to: { table: users.table } }
    desk.do((cx) => connect(cx, ends))
    expect(
      say(
        desk,
        desk.do((cx) => connect(cx, ends)),
      ),
    ).toBe('orders(user_id_2) > users(id)')
  })

  it('uses a column that is waiting for the relation', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id* user_id')
    desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
    expect(desk.schema.table.get(orders.table)?.columns).toHaveLength(2)
  })

  it('makes a key column the parent of new columns in the table it is dropped on', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id*')
    const from = { table: users.table, columns: [users.column('id')] }
    expect(
      say(
        desk,
        desk.do((cx) => connect(cx, { from, to: { table: orders.table } })),
      ),
    ).toBe('orders(user_id) > users(id)')
  })

  it('makes a one-to-one relation unique', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const profiles = aTable(desk, 'profiles', 'id*')
    const id = desk.do((cx) =>
      connect(cx, { from: { table: profiles.table }, to: { table: users.table }, as: 'oneToOne' }),
    )
    const relation = desk.schema.relation.get(id)
    expect(relation && cardinalityOf(desk.schema, relation)).toEqual({
      child: { min: 0, max: 1 },
      parent: { min: 1, max: 1 },
    })
  })

  it('keeps the way of writing of its neighbours', () => {
    const desk = new Desk()
    const users = aTable(desk, 'User', 'id*')
    const orders = aTable(desk, 'Order', 'id* placedAt')
    const id = desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
    expect(say(desk, id)).toBe('Order(userId) > User(id)')
  })

  it('offers an id to a table that has no key', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'name:text')
    const orders = aTable(desk, 'orders', 'id* user_id')
    const refusal = desk.refused((cx) =>
      connect(cx, {
        from: { table: orders.table, columns: [orders.column('user_id')] },
        to: { table: users.table },
      }),
    )
    expect(refusal.code).toBe('noKey')
    const [fix] = refusal.fixes
    const id = fix && desk.do((cx) => fix.apply(cx))
    expect(say(desk, id as RelationId)).toBe('orders(user_id) > users(id)')
  })

  it('points at a unique key where there is no primary one', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'email:text')
    desk.do((cx) => addUnique(cx, users.table, [users.column('email')]))
    const orders = aTable(desk, 'orders', 'id*')
    const id = desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
    expect(say(desk, id)).toBe('orders(user_email) > users(email)')
  })
})

describe('a preview', () => {
  it('says which side holds the foreign key before anything is changed', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id*')
    const from = { table: users.table, columns: [users.column('id')] }
    const plan = previewConnect(desk.schema, plainDialect, { from, to: { table: orders.table } })
    expect(plan.ok && [plan.value.child.name, plan.value.parent.name]).toEqual(['orders', 'users'])
    expect(plan.ok && plan.value.pairs[0]?.child).toMatchObject({ kind: 'new', name: 'user_id' })
  })
})

describe('a change of type', () => {
  it('is followed by the foreign keys that point at the column', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id*')
    desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
    desk.do((cx) => setColumnType(cx, { table: users.table, column: users.column('id') }, 'uuid'))
    expect(desk.schema.table.get(orders.table)?.columns[1]?.type.raw).toBe('uuid')
  })
})
