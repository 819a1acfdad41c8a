import { dialects } from '../../src/core/dialects'
import { defaultDdlOptions } from '../../src/core/dialects/options'
import { ddlWriters } from '../../src/core/dialects/writers'
import {
  makeColumn,
  makeForeignKey,
  makeIndex,
  makeKey,
  makeTable,
  newSchema,
} from '../../src/core/model/factory'
import { orders } from '../../src/core/model/order'
import type { Column, Relation, Table } from '../../src/core/model/records'
import type { Schema } from '../../src/core/model/schema'
import { dialectIds, type DialectId } from '../../src/core/model/target'
import type { Measure } from './measure'

export const about = 'the DDL of 1,000 and of 5,000 tables with 10 columns, for every target'

const kinds = [
  'bigint',
  'varchar(80)',
  'boolean',
  'timestamp',
  'numeric(12, 2)',
  'text',
  'uuid',
  'date',
  'integer',
] as const

/** Tables with a key, an index each, and a foreign key to an earlier one each. */
function schemaOf(count: number, dialect: DialectId): Schema {
  let last = 0
  const newId = () => String((last += 1)).padStart(7, '0')
  const { types, versions } = dialects[dialect]
  const parsed = kinds.map((raw) => types.parse(raw))
  const tableOrders = orders(count)
  const columnOrders = orders(10)
  const tables: Table[] = []
  const relations: Relation[] = []
  for (let t = 0; t < count; t += 1) {
    const columns: Column[] = columnOrders.map((order, c) =>
      makeColumn(newId, {
        name: c === 0 ? 'id' : `column_${c}`,
        order,
        nullable: c > 4,
        type: parsed[c === 0 || c === 1 ? 0 : c - 1] ?? types.parse('text'),
        comment: c === 3 ? 'When it happened' : '',
      }),
    )
    const [id, reference, name] = columns
    if (!id || !reference || !name) throw new Error('A table has ten columns')
    const table = makeTable(newId, {
      name: `table_${t}`,
      order: tableOrders[t] ?? '',
      columns,
      primaryKey: makeKey(newId, { parts: [{ column: id.id }] }),
      indexes: [makeIndex(newId, { name: `table_${t}_name`, parts: [{ on: { column: name.id } }] })],
    })
    const parent = tables[Math.floor(t / 2)]
    const key = parent?.columns[0]
    tables.push(table)
    if (!parent || !key) continue
    relations.push(
      makeForeignKey(newId, {
        child: { table: table.id, columns: [reference.id] },
        parent: { table: parent.id, columns: [key.id] },
      }),
    )
  }
  return {
    ...newSchema(newId, 'Bench', { dialect, version: versions.at(-1) ?? '' }),
    table: new Map(tables.map((table) => [table.id, table])),
    relation: new Map(relations.map((relation) => [relation.id, relation])),
  }
}

/** Once, before anything is compiled: what the command line pays. */
async function coldRun(measure: Measure): Promise<void> {
  const schema = schemaOf(1_000, 'postgres')
  const target = { dialect: 'postgres', version: '18' } as const
  const act = () => ddlWriters.postgres(schema, target, defaultDdlOptions)
  await measure('postgres, 1,000 tables, the very first time', act, { rounds: 1, warmup: 0 })
}

export async function run(measure: Measure): Promise<void> {
  await coldRun(measure)
  for (const dialect of dialectIds) {
    const target = { dialect, version: dialects[dialect].versions.at(-1) ?? '' }
    for (const count of [1_000, 5_000]) {
      const schema = schemaOf(count, dialect)
      // A record of its own each time: nothing that is remembered of a schema may help.
      let fresh = schema
      await measure(
        `${dialect}, ${count.toLocaleString('en')} tables`,
        () => ddlWriters[dialect](fresh, target, defaultDdlOptions),
        {
          // The compiler is done after some rounds.
          warmup: 6,
          rounds: 15,
          before: () => {
            fresh = { ...schema, table: new Map(schema.table), relation: new Map(schema.relation) }
          },
        },
      )
    }
  }
}
