import { describe, expect, it } from 'vitest'
import { makeColumn, makeKey, makeTable, newSchema } from '../model/factory'
import type { Schema } from '../model/schema'
import { dialects } from '../dialects'
import { firstDiagram } from '../model/schema'
import { perform } from './context'
import { columnsFrom, readIndexLine, relateByLine } from './lines'

let n = 0
const newId = () => String(++n)
const column = (name: string, type = 'bigint') =>
  makeColumn(newId, { name, type: dialects.postgres.types.parse(type), nullable: false })

const customerId = column('id')
const customers = makeTable(newId, {
  name: 'customers',
  columns: [customerId],
  primaryKey: makeKey(newId, { parts: [{ column: customerId.id }] }),
})
const orders = makeTable(newId, {
  name: 'orders',
  columns: [column('customer_id'), column('placed_at', 'timestamptz'), column('note, long', 'text')],
})
const [customer, placed, odd] = orders.columns.map(({ id }) => id)

function related(text: string) {
  const empty = newSchema(newId, 'shop', { dialect: 'postgres', version: '18' })
  const schema: Schema = { ...empty, table: new Map([customers, orders].map((row) => [row.id, row])) }
  const diagram = firstDiagram(schema) ?? 'd_'
  const done = perform(schema, { newId, dialect: dialects.postgres, diagram }, (cx) => {
    const made = relateByLine(cx, orders.id, text)
    return made.ok ? { ok: true, value: cx.tx.get('relation', made.value) } : made
  })
  return done.ok ? done.value.value : done.error.message
}

describe('parts of a table in one line', () => {
  it('reads several columns, and a column whose name has a comma', () => {
    expect(columnsFrom(orders, 'customer_id, placed_at')).toEqual([customer, placed])
    expect(columnsFrom(orders, 'note, long')).toEqual([odd])
    expect(columnsFrom(orders, 'customer_id, nothing')).toBeUndefined()
    expect(columnsFrom(orders, '')).toBeUndefined()
  })

  it('reads an index with its order, its expressions and its predicate', () => {
    expect(readIndexLine(orders, "customer_id, placed_at desc where note = 'a'")).toEqual({
      parts: [{ on: { column: customer } }, { on: { column: placed }, sort: 'desc' }],
      where: "note = 'a'",
    })
    expect(readIndexLine(orders, 'lower(concat(a, b)), customer_id').parts).toEqual([
      { on: { expression: { parts: ['lower(concat(a, b))'] } } },
      { on: { column: customer } },
    ])
  })

  it('ties a column to the key of a table, with what happens on deletion', () => {
    const made = {
      child: { table: orders.id, columns: [customer] },
      parent: { table: customers.id, columns: [customerId.id] },
    }
    expect(related('customer_id -> customers')).toMatchObject(made)
    expect(related('customer_id → customers(id) on delete set null')).toMatchObject({
      ...made,
      onDelete: 'setNull',
    })
    expect(related('customer_id references customers cascade')).toMatchObject({
      ...made,
      onDelete: 'cascade',
    })
  })

  it('says what is missing', () => {
    expect(related('customer_id')).toMatch(/^Write it as column → table/)
    expect(related('customer_id -> clients')).toBe('There is no table clients.')
    expect(related('customer_id -> orders')).toBe('orders has no key, or no such columns.')
  })
})
