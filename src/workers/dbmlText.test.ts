// Text and document follow each other: what is typed is done to the document, under the ids that it has.
import { describe, expect, it } from 'vitest'
import { applyText } from '../core/commands/dbmlText'
import { dialects } from '../core/dialects'
import { alignReading } from '../core/formats/dbml/align'
import { readDbmlTexts } from '../core/formats/dbml/read'
import type { DbmlReading } from '../core/formats/dbml/reading'
import { applyEdits } from '../core/model/edit'
import { firstDiagram, type Schema } from '../core/model/schema'
import { countingIds } from '../core/model/testing/factories'
import { faultsOf } from '../core/model/testing/integrity'
import { transact } from '../core/model/transact'
import { newSchema } from '../core/model/factory'

const target = { dialect: 'postgres', version: '18' } as const
const newId = countingIds('x')

class Desk {
  text = ''
  document: Schema
  reading: DbmlReading

  constructor(text: string) {
    this.document = newSchema(newId, 'shop', target)
    this.reading = alignReading(this.read(''), this.document)
    this.replace(0, 0, text)
  }

  private read(text: string) {
    return readDbmlTexts([{ name: 'shop.dbml', text }], { newId, target })
  }

  replace(from: number, to: number, insert: string): void {
    this.text = this.text.slice(0, from) + insert + this.text.slice(to)
    const by = insert.length - (to - from)
    const map = (offset: number, assoc: -1 | 1) => {
      if (offset < from || (offset === from && assoc < 0)) return offset
      if (offset > to || (offset === to && assoc > 0)) return offset + by
      return assoc < 0 ? from : from + insert.length
    }
    this.take(alignReading(this.read(this.text), this.document, { reading: this.reading, map }))
  }

  type(old: string, fresh: string): void {
    const at = this.text.indexOf(old)
    if (at < 0) throw new Error(`there is no ${old}`)
    let head = 0
    while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++
    let tail = 0
    while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail))
      tail++
    this.replace(at + head, at + old.length - tail, fresh.slice(head, fresh.length - tail))
  }

  private take(next: DbmlReading): void {
    const diagram = firstDiagram(this.document)
    if (!diagram) throw new Error('there is a diagram')
    const { edits } = transact(this.document, (tx) => {
      const cx = { tx, newId, dialect: dialects.postgres, diagram }
      applyText(cx, { before: this.reading.schema, now: next.schema })
    })
    this.document = applyEdits(this.document, edits)
    this.reading = next
    expect(faultsOf(this.document)).toEqual([])
  }

  table(name: string) {
    const table = [...this.document.table.values()].find((one) => one.name === name)
    if (!table) throw new Error(`there is no table ${name}`)
    return table
  }
}

const shop = `Table users {
  id int [pk]
  name text // who
  email text
}

Table orders {
  id int [pk]
  user_id int [ref: > users.id]
}
`

describe('typing in DBML', () => {
  it('makes tables with places, relations and colours', () => {
    const desk = new Desk(shop.replace('Table orders', 'Table orders [headercolor: #123456]'))
    expect([...desk.document.table.values()].map(({ name }) => name)).toEqual(['users', 'orders'])
    const places = [...desk.document.placement.values()]
    expect(places.map(({ color }) => color)).toEqual([undefined, '#123456'])
    expect(new Set(places.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(2)
    expect(desk.document.relation.size).toBe(1)
  })

  it('renames a table and a column letter by letter without losing anything', () => {
    const desk = new Desk(shop)
    const [users, orders] = [desk.table('users'), desk.table('orders')]
    desk.type('Table users', 'Table u')
    desk.type('Table u ', 'Table  ')
    expect(desk.document.table.has(users.id)).toBe(true)
    desk.type('Table  ', 'Table p ')
    const [placed] = desk.document.relation.values()
    desk.type('Table p ', 'Table people ')
    desk.type('> users.id', '> people.id')
    expect([...desk.document.relation.keys()]).toEqual([placed?.id])
    expect(desk.table('people').id).toBe(users.id)
    expect(desk.document.placement.size).toBe(2)
    const [relation] = desk.document.relation.values()
    expect(relation).toMatchObject({ parent: { table: users.id }, child: { table: orders.id } })
    desk.type('email text', 'mail text')
    expect(desk.table('people').columns.map(({ id }) => id)).toEqual(users.columns.map(({ id }) => id))
  })

  it('keeps a table whose text does not parse, and what refers to it', () => {
    const desk = new Desk(shop)
    const before = desk.document
    desk.type('email text', 'email text [')
    expect(desk.document).toEqual(before)
    desk.type('email text [', "email text [note: 'x']")
    expect(desk.table('users').columns[2]?.comment).toBe('x')
    expect(desk.document.relation).toEqual(before.relation)
    desk.type('}\n\nTable orders', '\n\nTable orders')
    expect(desk.document.table.size).toBe(2)
    expect(desk.document.relation.size).toBe(1)
  })

  it('leaves alone what DBML has no word for', () => {
    const desk = new Desk(shop)
    const users = desk.table('users')
    const { edits } = transact(desk.document, (tx) => {
      tx.update('table', users.id, (table) => ({
        ...table,
        tags: ['crm'],
        columns: table.columns.map((column) => ({ ...column, collation: 'C' })),
      }))
    })
    desk.document = applyEdits(desk.document, edits)
    desk.type('name text', 'age int\n  name varchar(10)')
    const now = desk.table('users')
    expect(now.tags).toEqual(['crm'])
    expect(now.columns.map(({ name, type, collation }) => [name, type.raw, collation])).toEqual([
      ['id', 'int', 'C'],
      ['age', 'int', ''],
      ['name', 'varchar(10)', 'C'],
      ['email', 'text', 'C'],
    ])
  })

  it('moves a line and takes an element away', () => {
    const desk = new Desk(shop)
    const ids = desk.table('users').columns.map(({ id }) => id)
    desk.type('  name text // who\n  email text\n', '  email text\n  name text // who\n')
    expect(desk.table('users').columns.map(({ name }) => name)).toEqual(['id', 'email', 'name'])
    expect(new Set(desk.table('users').columns.map(({ id }) => id))).toEqual(new Set(ids))
    desk.replace(desk.text.indexOf('Table orders'), desk.text.length, '')
    expect(desk.document.table.size).toBe(1)
    expect(desk.document.relation.size).toBe(0)
    expect(desk.document.placement.size).toBe(1)
  })

  it('knows tables again by their columns after a whole text came in', () => {
    const desk = new Desk(shop)
    const text = shop.replaceAll('users', 'people')
    const other = readDbmlTexts([{ name: 'a.dbml', text }], { newId, target })
    const aligned = alignReading(other, desk.document)
    expect([...aligned.schema.table.keys()]).toEqual([...desk.document.table.keys()])
    expect([...aligned.schema.relation.keys()]).toEqual([...desk.document.relation.keys()])
  })
})
