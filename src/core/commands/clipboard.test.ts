import { describe, expect, it } from 'vitest'
import type { Column } from '../model/records'
import { currentSql } from '../model/resolve'
import { firstDiagram } from '../model/schema'
import { addColumnsFromText, parseColumnLines } from './addMany'
import { createArea, createNote } from './annotation'
import { setColumnType, setDefault } from './column'
import { connect } from './connect'
import { createDiagram, duplicateDiagram, removeDiagram } from './diagram'
import { copySubset, type Fragment } from './fragment'
import { moveBy, place, setLocked } from './layout'
import { createEnum } from './objects'
import { addCheck } from './tableParts'
import { duplicate, pasteFragment } from './paste'
import { removeSelection, whatGoesWith } from './remove'
import { Desk } from './testing/bench'
import { plainDialect } from './testing/plainDialect'
import { aTable, say } from './testing/tables'

function shop() {
  const desk = new Desk()
  const users = aTable(desk, 'users', 'id*')
  const status = desk.do((cx) => createEnum(cx, { name: 'status', values: ['open', 'paid'] }))
  const orders = aTable(desk, 'orders', 'id* user_id state:text')
  desk.do((cx) => setColumnType(cx, { table: orders.table, column: orders.column('state') }, 'status'))
  desk.do((cx) => setDefault(cx, { table: orders.table, column: orders.column('state') }, "'open'"))
  desk.do((cx) => addCheck(cx, orders.table, { expression: 'orders.user_id > 0' }))
  const relation = desk.do((cx) => connect(cx, { from: { table: orders.table }, to: { table: users.table } }))
  return { desk, users, orders, status, relation }
}

const diagramOf = (desk: Desk) => {
  const diagram = firstDiagram(desk.schema)
  if (!diagram) throw new Error('a document has a diagram')
  return diagram
}

const names = (desk: Desk) => [...desk.schema.table.values()].map((table) => table.name)

describe('copies in the same document', () => {
  it('have free names, their own relations among themselves, and expressions that speak of the copy', () => {
    const { desk, users, orders } = shop()
    const { items } = desk.do((cx) => duplicate(cx, [users.table, orders.table], { by: { x: 40, y: 40 } }))
    expect(names(desk)).toEqual(['users', 'orders', 'users_2', 'orders_2'])
    const copy = [...desk.schema.table.values()].find((table) => table.name === 'orders_2')
    expect(items).toContain(copy?.id)
    expect([...desk.schema.relation.keys()].map((id) => say(desk, id))).toContain(
      'orders_2(user_id) > users_2(id)',
    )
    const check = copy?.checks[0]
    expect(check && currentSql(check.expression, desk.schema, plainDialect.names)).toBe(
      'orders_2.user_id > 0',
    )
  })

  it('share the enum, and keep the foreign key to a table that was not copied', () => {
    const { desk, orders } = shop()
    desk.do((cx) => duplicate(cx, [orders.table], { by: { x: 40, y: 40 } }))
    expect(desk.schema.enum.size).toBe(1)
    expect([...desk.schema.relation.keys()].map((id) => say(desk, id))).toContain(
      'orders_2(user_id) > users(id)',
    )
    const { desk: other, orders: alone } = shop()
    other.do((cx) => duplicate(cx, [alone.table], { by: { x: 40, y: 40 }, keepsOutside: false }))
    expect(other.schema.relation.size).toBe(1)
  })

  it('lie as far from each other as the originals, with their frame', () => {
    const { desk, users } = shop()
    const area = desk.do((cx) =>
      createArea(cx, { x: -20, y: -20, width: 300, height: 200, name: 'People', tables: [users.table] }),
    )
    const { items } = desk.do((cx) => duplicate(cx, [area], { by: { x: 100, y: 0 } }))
    expect(items).toHaveLength(2)
    const copy = [...desk.schema.area.values()][1]
    expect([copy?.x, copy?.y]).toEqual([80, -20])
    expect([...desk.schema.group.values()].map((group) => group.name)).toEqual(['People', 'People_2'])
    const group = [...desk.schema.table.values()].find((table) => table.name === 'users_2')?.group
    expect(group).toBe(copy?.group)
  })
})

describe('a fragment in another document', () => {
  it('travels as plain data, brings its enum and finds its parent by name', () => {
    const { desk, orders } = shop()
    const copied = copySubset(desk.schema, diagramOf(desk), [orders.table])
    // What went through the clipboard is what was put there.
    const fragment = JSON.parse(JSON.stringify(copied)) as Fragment
    let n = 1000
    const other = new Desk(() => String(++n))
    const { table } = aTable(other, 'users', 'id*')
    other.do((cx) => pasteFragment(cx, fragment, { at: { x: 500, y: 500 } }))
    expect(names(other)).toEqual(['users', 'orders'])
    const [pasted] = [...other.schema.table.values()].filter(({ id }) => id !== table)
    const state: Column | undefined = pasted?.columns[2]
    const [status] = [...other.schema.enum.values()]
    expect(state?.type.of).toBe(status?.id)
    expect(state?.default?.parts).toContainEqual(
      expect.objectContaining({ to: status?.values[0]?.id, owner: status?.id }),
    )
    expect([...other.schema.relation.keys()].map((id) => say(other, id))).toEqual([
      'orders(user_id) > users(id)',
    ])
  })
})

describe('deleting', () => {
  it('takes the whole selection at once', () => {
    const { desk, users, orders } = shop()
    const note = desk.do((cx) => createNote(cx, { x: 0, y: 0, width: 100, height: 80 }))
    desk.do((cx) =>
      removeSelection(cx, [
        { id: users.table },
        { id: note },
        { id: orders.table, part: orders.column('state') },
      ]),
    )
    expect(names(desk)).toEqual(['orders'])
    expect([desk.schema.note.size, desk.schema.relation.size]).toEqual([0, 0])
    expect(desk.schema.table.get(orders.table)?.columns.map((column) => column.name)).toEqual([
      'id',
      'user_id',
    ])
  })

  it('tells beforehand what goes with a column', () => {
    const { desk, orders, relation } = shop()
    const lost = whatGoesWith(desk.schema, { table: orders.table, column: orders.column('user_id') })
    expect(lost.relations).toEqual([relation])
    expect(lost.texts).toHaveLength(1)
  })

  it('never takes the last diagram', () => {
    const desk = new Desk()
    expect(desk.refused((cx) => removeDiagram(cx, diagramOf(desk))).code).toBe('lastDiagram')
    const second = desk.do((cx) => createDiagram(cx))
    desk.do((cx) => removeDiagram(cx, second))
    expect(desk.schema.diagram.size).toBe(1)
  })
})

describe('diagrams', () => {
  it('show the same tables at places of their own', () => {
    const { desk, users } = shop()
    const copy = desk.do((cx) => duplicateDiagram(cx, diagramOf(desk)))
    desk.do((cx) => place(cx, new Map([[users.table, { x: 9, y: 9 }]]), copy))
    const places = [...desk.schema.placement.values()].filter(({ object }) => object === users.table)
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [9, 9],
    ])
  })

  it('leave locked things where they are', () => {
    const { desk, users, orders } = shop()
    desk.do((cx) => setLocked(cx, [users.table], true))
    desk.do((cx) => moveBy(cx, [users.table, orders.table], { x: 8, y: 0 }))
    expect([...desk.schema.placement.values()].map(({ x }) => x)).toEqual([0, 8])
  })
})

describe('pasted lines', () => {
  it('are read whatever they were copied from', () => {
    const lines = parseColumnLines(
      [
        'id bigint primary key',
        '  email varchar(255) NOT NULL UNIQUE,',
        "state\ttext\tdefault 'a, b'",
        '| price | numeric(10, 2) | not null |',
        '|---|---|---|',
        'placed_at timestamptz default now() -- when',
        '"odd name" text null',
        'note',
        'total decimal [not null, default: 0]',
        'PRIMARY KEY (id)',
      ].join('\n'),
    )
    expect(lines.map((line) => [line.name, line.type, line.nullable, line.default])).toEqual([
      ['id', 'bigint', false, undefined],
      ['email', 'varchar(255)', false, undefined],
      ['state', 'text', undefined, "'a, b'"],
      ['price', 'numeric(10, 2)', false, undefined],
      ['placed_at', 'timestamptz', undefined, 'now()'],
      ['odd name', 'text', true, undefined],
      ['note', '', undefined, undefined],
      ['total', 'decimal', false, '0'],
    ])
    expect([lines[0]?.isKey, lines[1]?.isUnique, lines[4]?.comment]).toEqual([true, true, 'when'])
    // What looks like a comment inside a text is part of it.
    const [color] = parseColumnLines("color char(7) not null default '#7b8ea6' -- of the label's face")
    expect([color?.default, color?.comment]).toEqual(["'#7b8ea6'", "of the label's face"])
  })

  it('become columns with their key', () => {
    const desk = new Desk()
    const { table } = aTable(desk, 'things', '')
    desk.do((cx) => addColumnsFromText(cx, table, { text: 'a int pk\nb text unique\nis_open' }))
    const made = desk.schema.table.get(table)
    expect(made?.columns.map((column) => [column.name, column.type.raw])).toEqual([
      ['a', 'int'],
      ['b', 'text'],
      ['is_open', 'boolean'],
    ])
    expect([made?.primaryKey?.parts.length, made?.uniques.length]).toEqual([1, 1])
  })
})
