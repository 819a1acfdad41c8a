import { describe, expect, it } from 'vitest'
import { cardinalityOf } from '../model/cardinality'
import { overlaps } from '../layout/box'
import { placedIn } from '../layout/geometry'
import type { RelationId } from '../model/id'
import { firstDiagram } from '../model/schema'
import { setCardinality } from './cardinality'
import { connect } from './connect'
import { addUnique } from './key'
import { place } from './layout'
import { makeJunction, resolveLogical, sketchRelation, toLogical } from './manyToMany'
import { addColumnPair, removeRelation, setActions, swapDirection } from './relation'
import { Desk } from './testing/bench'
import { aTable, say } from './testing/tables'

function shop() {
  const desk = new Desk()
  const users = aTable(desk, 'users', 'id*')
  const orders = aTable(desk, 'orders', 'id*')
  const relation = desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
  return { desk, users, orders, relation }
}

const cardinality = (desk: Desk, id: RelationId) => {
  const relation = desk.schema.relation.get(id)
  return relation && cardinalityOf(desk.schema, relation)
}

describe('cardinality on the line', () => {
  it('writes NULL and NOT NULL at the parent end', () => {
    const { desk, orders, relation } = shop()
    desk.do((cx) => setCardinality(cx, relation, { end: 'parent', min: 0 }))
    expect(desk.schema.table.get(orders.table)?.columns[1]?.nullable).toBe(true)
    expect(cardinality(desk, relation)?.parent.min).toBe(0)
    desk.do((cx) => setCardinality(cx, relation, { end: 'parent', min: 1 }))
    expect(cardinality(desk, relation)?.parent.min).toBe(1)
  })

  it('writes UNIQUE at the child end and takes it back', () => {
    const { desk, orders, relation } = shop()
    desk.do((cx) => setCardinality(cx, relation, { end: 'child', max: 1 }))
    expect(cardinality(desk, relation)?.child.max).toBe(1)
    desk.do((cx) => setCardinality(cx, relation, { end: 'child', max: 'many' }))
    expect(desk.schema.table.get(orders.table)?.uniques).toEqual([])
    expect(cardinality(desk, relation)?.child.max).toBe('many')
  })

  it('remembers that every parent must have a child', () => {
    const { desk, relation } = shop()
    desk.do((cx) => setCardinality(cx, relation, { end: 'child', min: 1 }))
    expect(cardinality(desk, relation)?.child.min).toBe(1)
    desk.do((cx) => setCardinality(cx, relation, { end: 'child', min: 0 }))
    expect(desk.schema.relation.get(relation)).not.toHaveProperty('childMin')
  })

  it('refuses an empty primary key and offers an id of its own', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const profiles = aTable(desk, 'profiles', 'user_id*')
    const relation = desk.do((cx) =>
      connect(cx, {
        from: { table: profiles.table, columns: [profiles.column('user_id')] },
        to: { table: users.table },
      }),
    )
    const refusal = desk.refused((cx) => setCardinality(cx, relation, { end: 'parent', min: 0 }))
    expect(refusal.code).toBe('partOfPrimaryKey')
    desk.do((cx) => refusal.fixes[0]?.apply(cx) ?? setCardinality(cx, relation, { end: 'parent', min: 0 }))
    expect(cardinality(desk, relation)).toEqual({ child: { min: 0, max: 1 }, parent: { min: 0, max: 1 } })
    const refusedMany = desk.refused((cx) => setCardinality(cx, relation, { end: 'parent', max: 'many' }))
    expect(refusedMany.fixes.map((fix) => fix.label)).toEqual(['Make it many to many'])
  })

  it('does not take away a unique key that another foreign key points at', () => {
    const { desk, users, orders, relation } = shop()
    const column = desk.schema.table.get(orders.table)?.columns[1]?.id
    if (!column) throw new Error('the foreign key has a column')
    desk.do((cx) => addUnique(cx, orders.table, [column]))
    const notes = aTable(desk, 'notes', 'id* user_id')
    desk.do((cx) =>
      connect(cx, {
        from: { table: notes.table, columns: [notes.column('user_id')] },
        to: { table: orders.table, columns: [column] },
      }),
    )
    expect(desk.refused((cx) => setCardinality(cx, relation, { end: 'child', max: 'many' })).code).toBe(
      'keyInUse',
    )
    expect(users.table).toBeDefined()
  })
})

describe('many to many', () => {
  it('makes a junction whose key is made of the keys of both sides', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const roles = aTable(desk, 'roles', 'tenant_id* code*:text')
    const { table, relations } = desk.do((cx) => makeJunction(cx, { from: users.table, to: roles.table }))
    const junction = desk.schema.table.get(table)
    expect(junction?.name).toBe('user_roles')
    expect(junction?.primaryKey?.parts).toHaveLength(3)
    expect(relations.map((id) => say(desk, id))).toEqual([
      'user_roles(user_id) > users(id)',
      'user_roles(tenant_id, role_code) > roles(tenant_id, code)',
    ])
  })

  it('puts the junction where it covers nothing', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id* name:text email:text')
    const roles = aTable(desk, 'roles', 'id* name:text')
    desk.do((cx) =>
      place(
        cx,
        new Map([
          [users.table, { x: 0, y: 0 }],
          [roles.table, { x: 200, y: 0 }],
        ]),
      ),
    )
    desk.do((cx) => makeJunction(cx, { from: users.table, to: roles.table }))
    const diagram = firstDiagram(desk.schema)
    const boxes = diagram ? [...placedIn(desk.schema, diagram).values()].map(({ box }) => box) : []
    expect(boxes).toHaveLength(3)
    const covered = boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => overlaps(box, other)))
    expect(covered).toEqual([])
  })

  it('tells the two sides of a table related to itself apart', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const { relations } = desk.do((cx) =>
      makeJunction(cx, { from: users.table, to: users.table, name: 'friendships' }),
    )
    expect(relations.map((id) => say(desk, id))).toEqual([
      'friendships(user_id) > users(id)',
      'friendships(related_user_id) > users(id)',
    ])
  })

  it('stays a sketch until somebody resolves it', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const roles = aTable(desk, 'roles', 'id*')
    const sketch = desk.do((cx) => sketchRelation(cx, { from: users.table, to: roles.table }))
    expect(desk.schema.table.size).toBe(2)
    desk.do((cx) => resolveLogical(cx, sketch))
    expect([desk.schema.table.size, desk.schema.relation.size, desk.schema.relation.has(sketch)]).toEqual([
      3,
      2,
      false,
    ])
  })

  it('becomes a foreign key in the end with many rows, keeping its id, and a sketch again', () => {
    const desk = new Desk()
    const users = aTable(desk, 'users', 'id*')
    const orders = aTable(desk, 'orders', 'id*')
    const sketch = desk.do((cx) =>
      sketchRelation(cx, { from: users.table, to: orders.table }, { from: 1, to: 'many' }),
    )
    desk.do((cx) => resolveLogical(cx, sketch))
    expect(say(desk, sketch)).toBe('orders(user_id) > users(id)')
    expect(cardinality(desk, sketch)).toEqual({ child: { min: 0, max: 'many' }, parent: { min: 0, max: 1 } })
    desk.do((cx) => toLogical(cx, sketch))
    expect(desk.schema.relation.get(sketch)?.kind).toBe('logical')
    expect(cardinality(desk, sketch)).toEqual({ child: { min: 0, max: 'many' }, parent: { min: 0, max: 1 } })
  })
})

describe('a relation', () => {
  it('goes with its columns only where nothing else needs them', () => {
    const { desk, orders, relation } = shop()
    desk.do((cx) => removeRelation(cx, relation, { withColumns: true }))
    expect(desk.schema.table.get(orders.table)?.columns.map((column) => column.name)).toEqual(['id'])
  })

  it('turns around when the old child can be pointed at', () => {
    const { desk, relation } = shop()
    const refusal = desk.refused((cx) => swapDirection(cx, relation))
    expect(refusal.code).toBe('targetNotUnique')
    desk.do((cx) => refusal.fixes[0]?.apply(cx) ?? swapDirection(cx, relation))
    expect(say(desk, relation)).toBe('users(id) > orders(user_id)')
  })

  it('takes one more pair of columns when they are a key together', () => {
    const desk = new Desk()
    const lines = aTable(desk, 'lines', 'order_id* no*')
    const notes = aTable(desk, 'notes', 'id* line_order line_no')
    desk.do((cx) => addUnique(cx, lines.table, [lines.column('no')]))
    const relation = desk.do((cx) =>
      connect(cx, {
        from: { table: notes.table, columns: [notes.column('line_no')] },
        to: { table: lines.table, columns: [lines.column('no')] },
      }),
    )
    desk.do((cx) =>
      addColumnPair(cx, relation, { child: notes.column('line_order'), parent: lines.column('order_id') }),
    )
    expect(say(desk, relation)).toBe('notes(line_no, line_order) > lines(no, order_id)')
  })

  it('sets both actions and takes them back', () => {
    const { desk, relation } = shop()
    desk.do((cx) => setActions(cx, relation, { onDelete: 'cascade', onUpdate: 'restrict' }))
    expect(desk.schema.relation.get(relation)).toMatchObject({ onDelete: 'cascade', onUpdate: 'restrict' })
    desk.do((cx) => setActions(cx, relation, {}))
    expect(desk.schema.relation.get(relation)).not.toHaveProperty('onDelete')
  })
})
