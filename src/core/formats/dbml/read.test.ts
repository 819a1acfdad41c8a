import { describe, expect, it } from 'vitest'
import { kinds, type Schema } from '../../model/schema'
import { countingIds } from '../../model/testing/factories'
import { faultsOf } from '../../model/testing/integrity'
import type { SourceText } from '../format'
import { readDbml, readDbmlTexts } from './read'
import { placeAt } from './reading'
import { everyConstruct } from './texts.testing'

const target = { dialect: 'postgres', version: '18' } as const
const readTexts = (...sources: readonly SourceText[]) =>
  readDbmlTexts(sources, { newId: countingIds(), target })
const read = (text: string) => readTexts({ name: 'a.dbml', text })

const tableNamed = (schema: Schema, name: string) => {
  const table = [...schema.table.values()].find((one) => one.name === name)
  if (!table) throw new Error(`there is no table ${name}`)
  return table
}
const columnOf = (schema: Schema, table: string, name: string) => {
  const column = tableNamed(schema, table).columns.find((one) => one.name === name)
  if (!column) throw new Error(`there is no column ${name}`)
  return column
}

describe('reading DBML', () => {
  it('understands every construct without a complaint', () => {
    const reading = read(everyConstruct)
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(faultsOf(reading.schema)).toEqual([])
    const counts = Object.fromEntries(kinds.map((kind) => [kind, reading.schema[kind].size]))
    expect(counts).toMatchObject({
      table: 7,
      enum: 2,
      partial: 2,
      group: 2,
      note: 2,
      lineage: 4,
      sample: 3,
      diagram: 4,
    })
  })

  it('keeps numbers, quoted arguments and dimensions as they were written', () => {
    const { schema } = read(`Table t {
      a numeric(10, 2) [default: 0.10]
      b bigint [default: 12345678901234567890]
      c set('a','b\\'c')
      d int[][]
      e "double precision" [default: -1.50]
      f other.thing
    }`)
    const said = tableNamed(schema, 't').columns.map((column) => [column.type.raw, column.default?.parts[0]])
    expect(said).toEqual([
      ['numeric(10,2)', '0.10'],
      ['bigint', '12345678901234567890'],
      ["set('a','b''c')", undefined],
      ['int[][]', undefined],
      ['double precision', '-1.50'],
      ['other.thing', undefined],
    ])
  })

  it('says in which words the line and the columns disagree', () => {
    const { schema } = read(`Table a { id int [pk] }
Table b {
  x int [not null, unique, ref: > a.id]
  y int [ref: ?>? a.id]
  z int [ref: <> a.id]
}`)
    expect([...schema.relation.values()]).toMatchObject([
      { kind: 'foreignKey', declared: { childMax: 'many' } },
      { kind: 'foreignKey', childMin: 0 },
      { kind: 'logical', from: { min: 1, max: 'many' }, to: { min: 1, max: 'many' } },
    ])
    expect([...schema.relation.values()][1]).not.toHaveProperty('declared')
  })

  it('takes the columns of partials in, own ones first and later partials over earlier ones', () => {
    const { schema } = read(`TablePartial one { id int [pk]
 a int [note: 'one']
 b int [ref: > users.id] }
TablePartial two { a text }
Table users { id int [pk] }
Table t {
  ~one
  ~two
  id uuid
}`)
    const { columns, partials } = tableNamed(schema, 't')
    expect(columns.map(({ name, type }) => `${name} ${type.raw}`)).toEqual(['b int', 'a text', 'id uuid'])
    expect(partials).toHaveLength(2)
    expect([...schema.relation.values()]).toHaveLength(1)
  })

  it('costs only the element that is broken, wherever the text ends', () => {
    const { schema, problems } = read(`Table a { id int [pk] }
Table b {
  id int [
}
Table c { id int }
Ref: c.id > a.id
Ref: c.id > zzz.id`)
    expect([...schema.table.values()].map(({ name }) => name)).toContain('a')
    expect(problems.some(({ severity, from, line }) => severity === 'error' && line === 4 && from > 0)).toBe(
      true,
    )
    for (let end = 0; end < everyConstruct.length; end += 211) {
      expect(faultsOf(read(everyConstruct.slice(0, end)).schema)).toEqual([])
      const [head, tail] = [everyConstruct.slice(0, end), everyConstruct.slice(end + 3)]
      expect(faultsOf(read(head + tail).schema)).toEqual([])
    }
  })

  it('finds names in other files: by path, under another name, whole schemas, passed on', () => {
    const files = [
      {
        name: 'main.dbml',
        text: `use { table s.users as people\n enum kind } from './lib/users'
use { schema stock } from './lib/all.dbml'
Table orders { user_id int [ref: > people.id]
 item_id int [ref: > stock.items.id]
 kind kind }`,
      },
      { name: 'lib/users.dbml', text: 'Table s.users { id int [pk] }\nEnum kind { a }' },
      { name: 'lib/all.dbml', text: "reuse * from '../stock'" },
      { name: 'stock.dbml', text: 'Table stock.items { id int [pk] }' },
    ]
    const { schema, problems, uses } = readTexts(...files)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(schema.table.size).toBe(3)
    expect(schema.relation.size).toBe(2)
    expect(columnOf(schema, 'orders', 'kind').type.base).toBe('user')
    expect(uses.some(({ isAlias }) => isAlias)).toBe(true)
  })

  it('tolerates a byte order mark and Windows line ends, and keeps places in the text as it is', () => {
    const text = '\uFEFFTable users {\r\n  id int [pk]\r\n  "full name" text [note: \'x\']\r\n}\r\n'
    const reading = read(text)
    expect(reading.problems).toEqual([])
    const column = columnOf(reading.schema, 'users', 'full name')
    const place = reading.places.get(column.id)
    const cut = (span?: { from: number; to: number }) => span && text.slice(span.from, span.to)
    expect(cut(place)).toBe('"full name" text [note: \'x\']')
    expect([cut(place?.name), cut(place?.type), cut(place?.settings)]).toEqual([
      '"full name"',
      'text',
      "[note: 'x']",
    ])
    expect(placeAt(reading, text.indexOf('full'))).toBe(column.id)
  })

  it('says why when there is nothing to take', async () => {
    const result = await readDbml([{ name: 'x.dbml', text: 'Table {' }], { newId: countingIds(), target })
    expect(result).toMatchObject({ ok: false, error: { source: 0, line: 1 } })
  })
})
