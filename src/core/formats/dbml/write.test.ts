import { Parser } from '@dbml/core'
import { Compiler, DEFAULT_ENTRY, MemoryProjectLayout } from '@dbml/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardinalityOf, type EndCardinality } from '../../model/cardinality'
import { applyEdits } from '../../model/edit'
import * as make from '../../model/factory'
import { endsOf } from '../../model/query'
import type { Column, RelationEnd } from '../../model/records'
import { firstDiagram, inOrder, type Schema } from '../../model/schema'
import { kitchenSink } from '../../model/testing/kitchenSink.data'
import { transact, type Tx } from '../../model/transact'
import { counter, everything } from '../../file/everything.testing'
import { anySchema } from '../../file/mutated.testing'
import { anyModel } from './models.testing'
import { writeDbml } from './write'

/** What the lossless reader understands; it must take the text without a complaint. */
function readBack(text: string) {
  const layout = new MemoryProjectLayout()
  layout.setSource(DEFAULT_ENTRY, text)
  const compiler = new Compiler(layout)
  const errors = compiler.parse.errors(DEFAULT_ENTRY)
  expect(
    errors.map(
      ({ diagnostic, start }) => `${diagnostic}: ${text.slice(Math.max(0, start - 60), start + 60)}`,
    ),
  ).toEqual([])
  const database = compiler.interpretFile(DEFAULT_ENTRY).getValue()
  if (!database) throw new Error('nothing was understood')
  return database
}

/** The reference reader, which is another program. */
function expectCoreTakes(text: string): void {
  try {
    new Parser().parse(text, 'dbmlv2')
  } catch (error) {
    // What core throws is no Error.
    const { diags } = error as { readonly diags?: readonly { readonly message: string }[] }
    throw new Error(`${JSON.stringify(diags ?? String(error))}\n${text}`, { cause: error })
  }
}

const spaceOf = (namespace: string): string | null => (namespace === '' ? null : namespace)

function expectedType(schema: Schema, { type: { raw, of, array = 0 } }: Column) {
  const named = [...schema.enum.values()].find(({ id }) => id === of)
  if (!named) return { schemaName: null, type_name: raw }
  const namespace = named.namespace && schema.namespace.get(named.namespace)?.name
  return { schemaName: spaceOf(namespace ?? ''), type_name: named.name + '[]'.repeat(array) }
}

function expectedTables(schema: Schema) {
  return inOrder(schema.table).map((table) => {
    const key = table.primaryKey?.parts.map(({ column }) => column) ?? []
    return {
      schemaName: spaceOf((table.namespace && schema.namespace.get(table.namespace)?.name) ?? ''),
      name: table.name,
      fields: table.columns.map((column) => ({
        name: column.name,
        type: expectedType(schema, column),
        pk: key.length === 1 && key[0] === column.id,
        not_null: !column.nullable && !(key.length === 1 && key[0] === column.id),
        unique: table.uniques.some(({ parts }) => parts.some((part) => part.column === column.id)),
      })),
      key: key.length > 1 ? key.map((id) => table.columns.find((column) => column.id === id)?.name) : [],
    }
  })
}

type Database = ReturnType<typeof readBack>

const foundTables = (database: Database) =>
  database.tables.map(({ schemaName, name, fields, indexes }) => ({
    schemaName,
    name,
    fields: fields.map((field) => ({
      name: field.name,
      type: { schemaName: field.type.schemaName, type_name: field.type.type_name },
      pk: field.pk,
      not_null: field.not_null === true,
      unique: field.unique,
    })),
    key: indexes.find(({ pk }) => pk)?.columns.map(({ value }) => value) ?? [],
  }))

/** As DBML counts: `?` marks only what may be missing; a foreign key says nothing of its many end's least. */
const countOf = ({ min, max }: EndCardinality, isMinSaid = true): string =>
  max === 1 ? (isMinSaid && min === 0 ? '0..1' : '1') : isMinSaid && min === 0 ? '0..*' : '*'

interface FoundEnd {
  readonly relation: string
}

/** Of one to one either end may stand first: the writer puts the key behind. */
const inAnyOrder = <End extends FoundEnd>(ends: readonly End[]): readonly End[] =>
  ends.every(({ relation }) => relation.endsWith('1'))
    ? [...ends].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : ends

function expectedRefs(schema: Schema) {
  const seen = new Set<string>()
  return inOrder(schema.relation).flatMap((relation) => {
    const { child, parent } = cardinalityOf(schema, relation)
    const end = ({ table, columns }: RelationEnd, relation: string) => {
      const row = schema.table.get(table)
      return {
        tableName: row?.name,
        fieldNames: columns.map((id) => row?.columns.find((column) => column.id === id)?.name),
        relation,
      }
    }
    const [from, to] = endsOf(relation)
    const pair = [from, to].map(({ table, columns }) => [table, ...columns].join()).sort()
    // DBML knows no relation of a column with itself and no second one between the same.
    if (pair[0] === pair[1] || seen.has(pair.join(' '))) return []
    seen.add(pair.join(' '))
    return [inAnyOrder([end(from, countOf(child, relation.kind === 'logical')), end(to, countOf(parent))])]
  })
}

const foundRefs = (database: Database) =>
  database.refs.map(({ endpoints }) =>
    inAnyOrder(endpoints.map(({ tableName, fieldNames, relation }) => ({ tableName, fieldNames, relation }))),
  )

const small = (work: (tx: Tx, newId: () => string) => void): Schema => {
  const newId = counter()
  const start = make.newSchema(newId, 'small', { dialect: 'mysql', version: '8.4' })
  return applyEdits(start, transact(start, (tx) => work(tx, newId)).edits)
}

describe('DBML', () => {
  it('of a document with everything is taken by both readers', () => {
    const { text } = writeDbml(everything())
    readBack(text)
    expectCoreTakes(text)
  })

  it('of the kitchen sink is taken by both readers', () => {
    const { text } = writeDbml(kitchenSink())
    readBack(text)
    expectCoreTakes(text)
  })

  it('of any document is taken by both readers', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const { text } = writeDbml(schema)
        readBack(text)
        expectCoreTakes(text)
      }),
      { numRuns: 60 },
    )
  })

  it('reads back with the same tables, columns, keys and relations', () => {
    fc.assert(
      fc.property(anyModel, (schema) => {
        const { text } = writeDbml(schema)
        const database = readBack(text)
        expect(foundTables(database)).toEqual(expectedTables(schema))
        expect(foundRefs(database)).toEqual(expectedRefs(schema))
        expect(database.enums.map(({ values }) => values.map(({ name }) => name))).toEqual(
          inOrder(schema.enum).map(({ values }) => values.map(({ name }) => name)),
        )
        expectCoreTakes(text)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps literals as literals and everything else as an expression', () => {
    const defaults = [
      '0',
      '-1.5',
      '0.10',
      '12345678901234567890',
      '1e5',
      'true',
      'null',
      "'it''s'",
      "'a\\b'",
      'now()',
      "E'x'",
    ]
    const schema = small((tx, newId) => {
      const columns = defaults.map((text, i) =>
        make.makeColumn(newId, {
          name: `c${i}`,
          order: `a${i}`,
          type: { raw: 'x', base: 'other' },
          default: { parts: [text] },
        }),
      )
      tx.put('table', make.makeTable(newId, { name: 't', columns }))
    })
    const [table] = readBack(writeDbml(schema).text).tables
    const found = new Map(
      table?.fields.map(({ name, dbdefault }) => [
        name,
        `${String(dbdefault?.type)} ${String(dbdefault?.value)}`,
      ]),
    )
    expect(defaults.map((text, i) => [text, found.get(`c${i}`)])).toEqual([
      ['0', 'number 0'],
      ['-1.5', 'number -1.5'],
      ['0.10', 'number 0.1'],
      ['12345678901234567890', 'expression 12345678901234567890'],
      ['1e5', 'number 100000'],
      ['true', 'boolean true'],
      ['null', 'boolean null'],
      ["'it''s'", "string it's"],
      ["'a\\b'", "expression 'a\\b'"],
      ['now()', 'expression now()'],
      ["E'x'", "expression E'x'"],
    ])
  })

  it('names columns in expressions as they are called now', () => {
    const schema = small((tx, newId) => {
      const price = make.makeColumn(newId, { name: 'net price', type: { raw: 'int', base: 'int32' } })
      const id = 't_items' as const
      const check = make.makeCheck(newId, {
        name: 'positive',
        expression: { parts: [{ to: price.id, owner: id, form: 'identifier', raw: 'price' }, ' > 0'] },
      })
      tx.put('table', make.makeTable(newId, { id, name: 'items', columns: [price], checks: [check] }))
    })
    const { text, notices } = writeDbml(schema)
    // MySQL quotes with backticks, which no DBML expression can hold.
    expect(text).toContain('`"net price" > 0` [name: \'positive\']')
    expect(notices).toMatchObject([{ level: 'loss', about: 't_items' }])
    expectCoreTakes(text)
  })

  it('brings a partial in where its columns stand as they are, and writes them out where they were changed', () => {
    const schema = small((tx, newId) => {
      const type = { raw: 'datetime', base: 'datetime' } as const
      const made = make.makeColumn(newId, { name: 'made_at', type, nullable: false })
      const partial = make.makePartial(newId, { name: 'stamped', columns: [made] })
      const tableOf = (name: string, order: string, nullable: boolean) => {
        const id = make.makeColumn(newId, { name: 'id', order: 'a0', type: { raw: 'int', base: 'int32' } })
        const copy = make.makeColumn(newId, {
          name: 'made_at',
          order: 'a1',
          type,
          nullable,
          fromPartial: made.id,
        })
        return make.makeTable(newId, { name, order, columns: [id, copy], partials: [partial.id] })
      }
      tx.put('partial', partial)
      tx.put('table', tableOf('same', 'a0', false))
      tx.put('table', tableOf('changed', 'a1', true))
    })
    const { text, notices } = writeDbml(schema)
    expect(text).toContain('Table same {\n  id int\n  ~stamped\n}')
    expect(text).toContain('Table changed {\n  id int\n  made_at datetime\n}')
    expect(notices.map(({ message }) => message)).toEqual([
      'DBML cannot say which partials its columns came from of "changed"',
    ])
    readBack(text)
    expectCoreTakes(text)
  })

  it('gives names to what has none and tells names apart that meet, and says so', () => {
    const schema = small((tx, newId) => {
      const column = (name: string, order: string) =>
        make.makeColumn(newId, { name, order, type: { raw: 'int', base: 'int32' } })
      tx.put(
        'table',
        make.makeTable(newId, {
          name: '',
          order: 'a0',
          columns: [column('', 'a0'), column('x', 'a1'), column('x', 'a2')],
        }),
      )
      tx.put('table', make.makeTable(newId, { name: 'table', order: 'a1', columns: [column('y', 'a0')] }))
    })
    const { text, notices } = writeDbml(schema)
    const { tables } = readBack(text)
    expect(tables.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([
      ['table', ['column', 'x', 'x_2']],
      ['table_2', ['y']],
    ])
    expect(notices.filter(({ code }) => code === 'renamed')).toHaveLength(4)
    expectCoreTakes(text)
  })

  it('says of everything that it leaves out what it was', () => {
    const schema = everything()
    const told = new Set(writeDbml(schema).notices.map(({ about }) => about))
    for (const kind of [
      'view',
      'routine',
      'trigger',
      'role',
      'grant',
      'domain',
      'composite',
      'sequence',
      'extension',
      'verbatim',
    ] as const) {
      for (const id of schema[kind].keys()) expect(told).toContain(id)
    }
  })

  it('writes the colours of the first diagram', () => {
    const schema = small((tx, newId) => {
      const diagram = firstDiagram(tx.start)
      const table = make.makeTable(newId, {
        name: 't',
        columns: [make.makeColumn(newId, { name: 'a', type: { raw: 'int', base: 'int32' } })],
      })
      tx.put('table', table)
      if (diagram)
        tx.put(
          'placement',
          make.makePlacement(newId, { diagram, object: table.id, x: 0, y: 0, color: '#12ab34' }),
        )
    })
    expect(writeDbml(schema).text).toContain('Table t [headercolor: #12ab34] {')
  })
})
