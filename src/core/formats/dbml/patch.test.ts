import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../model/edit'
import * as make from '../../model/factory'
import { orderAtEnd, orderBetween } from '../../model/order'
import type { Column, Table } from '../../model/records'
import type { Schema } from '../../model/schema'
import { sqlText } from '../../model/sqlText'
import { countingIds } from '../../model/testing/factories'
import { transact, without, type Tx } from '../../model/transact'
import { changedText } from './edits'
import { patchText } from './patch'
import { readDbmlTexts } from './read'
import { everyConstruct } from './texts.testing'
import { writeDbml } from './write'

const target = { dialect: 'postgres', version: '18' } as const
const newId = countingIds('n')
const read = (text: string) => readDbmlTexts([{ name: 'a.dbml', text }], { newId, target })

const table = (tx: Tx, name: string): Table => {
  const found = [...tx.all('table')].find((one) => one.name === name)
  if (!found) throw new Error(`there is no table ${name}`)
  return found
}
const column = (of: Table, name: string): Column => {
  const found = of.columns.find((one) => one.name === name)
  if (!found) throw new Error(`${of.name} has no column ${name}`)
  return found
}
const changeColumn = (
  tx: Tx,
  [of, name]: readonly [string, string],
  change: (column: Column) => Column,
): void => {
  const owner = table(tx, of)
  const id = column(owner, name).id
  tx.put('table', { ...owner, columns: owner.columns.map((one) => (one.id === id ? change(one) : one)) })
}

/** What the model says, in whatever order; what views show is the text's own business. */
const canonical = (schema: Schema): readonly string[] =>
  writeDbml({ ...schema, diagram: new Map() })
    .text.split('\n')
    .sort()

/** The lines that differ: what went with -, what came with +. */
function edited(text: string, work: (tx: Tx) => void): readonly string[] {
  const reading = read(text)
  const after = applyEdits(reading.schema, transact(reading.schema, work).edits)
  const next = changedText(text, { from: 0, to: text.length }, patchText(reading, after))
  const again = read(next)
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(canonical(again.schema)).toEqual(canonical(after))
  const [old, now] = [text.split('\n'), next.split('\n')]
  const gone = [...old]
  const come = now.filter((line) => {
    const at = gone.indexOf(line)
    if (at >= 0) gone.splice(at, 1)
    return at < 0
  })
  return [...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)]
}

describe('an edit of the model', () => {
  it('that is none changes no letter', () => {
    const reading = read(everyConstruct)
    expect(patchText(reading, reading.schema)).toEqual([])
  })

  it('renames a table wherever it is named, and leaves its alias alone', () => {
    const lines = edited(everyConstruct, (tx) => {
      tx.put('table', { ...table(tx, 'users'), name: 'the people' })
    })
    expect(lines.filter((line) => line.startsWith('+'))).toEqual([
      '+  by int [ref: > "the people".id]',
      `+Table "the people" as U [headercolor: #3498DB, note: 'people', owner: 'crm', pii class: 'high'] {`,
      '+  manager_id int [ref: > "the people".id]',
      '+  value text [dep: <- "the people".email] }',
      '+Ref many: "the people".id ?<>? tags.id',
      '+Ref: "weird. table"."a.b" - "the people".id',
      '+records "the people"(id, "full name", kind, made, balance) {',
      '+  Tables { "the people"',
      '+Dep: "the people".email -> order_items.note',
      '+  "the people" -> tags',
      '+Metadata Column "the people".email { pii: \'no\'',
    ])
  })

  it('renames a column in its line, its indexes and its relations', () => {
    const lines = edited(everyConstruct, (tx) => {
      changeColumn(tx, ['users', 'email'], (one) => ({ ...one, name: 'mail' }))
    })
    expect(lines.filter((line) => line.startsWith('+'))).toEqual(
      [
        '+  mail text [unique,',
        `+    ("full name", mail) [unique, name: 'u_name', note: 'both']`,
        '+    mail [type: hash]',
        '+    `lower(mail)` [name: "ix_lower"]'.replace('"ix_lower"', "'ix_lower'"),
        '+    (`lower(mail)`, id)',
        "+    `length(mail) > 3` [name: 'long enough']",
        '+  value text [dep: <- users.mail] }',
        '+Dep: users.mail -> order_items.note',
        "+Metadata Column users.mail { pii: 'no'",
      ].map((line) => line.replace("[name: 'ix_lower']", '[name: "ix_lower"]')),
    )
  })

  it('changes one setting and keeps the comment behind the line', () => {
    const text = `Table t {\n  id   int    [pk]  // the key\n  name text   [not null, note: 'n'] // the name\n}\n`
    const change = (work: (column: Column) => Column) =>
      edited(text, (tx) => {
        changeColumn(tx, ['t', 'name'], work)
      })
    expect(change((one) => ({ ...one, type: { raw: 'varchar(20)', base: 'varchar', length: 20 } }))[1]).toBe(
      "+  name varchar(20)   [not null, note: 'n'] // the name",
    )
    expect(change((one) => ({ ...one, nullable: true }))[1]).toBe("+  name text   [note: 'n'] // the name")
    expect(change((one) => ({ ...one, nullable: true, comment: '' }))[1]).toBe('+  name text // the name')
    expect(change((one) => ({ ...one, default: sqlText("'x'") }))[1]).toBe(
      "+  name text   [not null, note: 'n', default: 'x'] // the name",
    )
    expect(change((one) => ({ ...one, comment: "it's" }))[1]).toBe(
      "+  name text   [not null, note: 'it\\'s'] // the name",
    )
  })

  it('adds, moves and removes a column where it stands', () => {
    const text = `Table t {\n  a int [pk] // one\n\n  b text [note: 'two'] // two\n  // between\n  c int\n}\n`
    const of = (work: (columns: readonly Column[]) => readonly Column[]) => {
      const reading = read(text)
      const after = applyEdits(
        reading.schema,
        transact(reading.schema, (tx) => {
          const owner = table(tx, 't')
          tx.put('table', { ...owner, columns: work(owner.columns) })
        }).edits,
      )
      return changedText(text, { from: 0, to: text.length }, patchText(reading, after))
    }
    const [a, b, c] = read(text).schema.table.values().next().value?.columns ?? []
    if (!a || !b || !c) throw new Error('three columns')
    const fresh = make.makeColumn(newId, { name: 'new one', type: { raw: 'int', base: 'int32' } })
    expect(of((all) => [...all, { ...fresh, order: orderAtEnd(all) }])).toBe(
      text.replace('  c int\n', '  c int\n  "new one" int\n'),
    )
    expect(
      of(([x, y, z]) => (x && y && z ? [x, { ...fresh, order: orderBetween(x.order, y.order) }, y, z] : [])),
    ).toBe(text.replace('// one\n', '// one\n  "new one" int\n'))
    expect(of((all) => all.filter(({ name }) => name !== 'b'))).toBe(
      text.replace("  b text [note: 'two'] // two\n", ''),
    )
    expect(of(([x, y, z]) => (x && y && z ? [x, z, { ...y, order: orderAtEnd([z]) }] : []))).toBe(
      `Table t {\n  a int [pk] // one\n\n  // between\n  c int\n  b text [note: 'two'] // two\n}\n`,
    )
  })

  it('adds and removes tables, relations, values, indexes and checks', () => {
    const lines = edited(everyConstruct, (tx) => {
      const users = table(tx, 'users')
      const id = make.makeColumn(newId, { name: 'id', type: { raw: 'int', base: 'int32' }, nullable: false })
      const fresh = make.makeTable(newId, {
        name: 'fresh',
        order: orderAtEnd(tx.all('table')),
        columns: [id],
      })
      tx.put('table', { ...fresh, primaryKey: make.makeKey(newId, { parts: [{ column: id.id }] }) })
      const index = make.makeIndex(newId, {
        name: 'ix',
        order: orderAtEnd([...users.indexes, ...users.uniques]),
        method: 'gin',
        parts: [{ on: { column: column(users, 'made').id } }],
      })
      const check = make.makeCheck(newId, {
        name: 'ck',
        order: orderAtEnd(users.checks),
        expression: sqlText('1 = 1'),
      })
      tx.put('table', { ...users, indexes: [...users.indexes, index], checks: [...users.checks, check] })
      const [kind] = tx.all('enum')
      if (kind)
        tx.put('enum', {
          ...kind,
          values: [
            ...kind.values,
            make.makeEnumValue(newId, { name: 'last', order: orderAtEnd(kind.values) }),
          ],
        })
      tx.put(
        'relation',
        make.makeForeignKey(newId, {
          order: orderAtEnd(tx.all('relation')),
          child: { table: fresh.id, columns: [id.id] },
          parent: { table: users.id, columns: [column(users, 'id').id] },
          onDelete: 'cascade',
          declared: { childMax: 1 },
        }),
      )
      for (const one of tx.all('relation')) if (one.name === 'many') tx.remove('relation', one.id)
    })
    expect(lines).toEqual([
      '-Ref many: users.id ?<>? tags.id',
      '+  last',
      "+    made [type: gin, name: 'ix']".replace("type: gin, name: 'ix'", "name: 'ix', type: gin"),
      "+    `1 = 1` [name: 'ck']",
      '+Table fresh {',
      '+  id int [pk]',
      '+Ref: fresh.id - users.id [delete: cascade]',
      '+}',
      '+',
    ])
  })

  it('takes a table away with all that names it', () => {
    const lines = edited(everyConstruct, (tx) => {
      tx.remove('table', table(tx, 'order_items').id)
    })
    expect(lines.filter((line) => line.startsWith('+'))).toEqual([])
  })

  it('writes out the columns of a partial once one of them is another', () => {
    const text = 'TablePartial p {\n  a int // a\n  b int\n}\nTable t {\n  id int\n  ~p // shared\n}\n'
    const lines = edited(text, (tx) => {
      changeColumn(tx, ['t', 'b'], (one) => ({
        ...without(one, 'fromPartial'),
        type: { raw: 'text', base: 'text' },
      }))
      tx.put('table', { ...table(tx, 't'), partials: [] })
    })
    expect(lines).toEqual(['-  ~p // shared', '+  a int', '+  b text // shared'])
  })

  it('changes a relation where it is said', () => {
    const lines = edited(everyConstruct, (tx) => {
      for (const one of tx.all('relation')) {
        if (one.kind !== 'foreignKey') continue
        if (one.name === 'items') tx.put('relation', { ...one, onUpdate: 'cascade', name: 'parts' })
        const child = tx.get('table', one.child.table)
        if (child?.columns.find(({ id }) => id === one.child.columns[0])?.name === 'manager_id')
          tx.put('relation', { ...one, onDelete: 'setNull' })
      }
    })
    expect(lines).toEqual([
      '-  manager_id int [ref: > users.id]',
      '-Ref items: order_items.order_id > s.orders.id [delete: cascade, update: no action, color: #aabbcc]',
      '+  manager_id int',
      '+Ref parts: order_items.order_id > s.orders.id [delete: cascade, update: cascade, color: #aabbcc]',
      '+Ref: users.manager_id > users.id [delete: set null]',
    ])
  })
})
