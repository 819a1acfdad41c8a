// A shop with something of everything that the inspector shows, and a table with as many columns as asked for.
import { addColumnsFromText } from '../../../src/core/commands/addMany'
import { createArea, createNote } from '../../../src/core/commands/annotation'
import { connect } from '../../../src/core/commands/connect'
import { ok, perform, type Cx, type Done } from '../../../src/core/commands/context'
import { addUnique } from '../../../src/core/commands/key'
import { sketchRelation } from '../../../src/core/commands/manyToMany'
import { createEnum, createTrigger, createView } from '../../../src/core/commands/objects'
import { createTable, setTableComment } from '../../../src/core/commands/table'
import { addCheck, addIndex, addPolicy } from '../../../src/core/commands/tableParts'
import { dialects } from '../../../src/core/dialects'
import { applyEdits } from '../../../src/core/model/edit'
import { newSchema } from '../../../src/core/model/factory'
import type { TableId } from '../../../src/core/model/id'
import { firstDiagram, type Schema } from '../../../src/core/model/schema'
import type { Selectable } from '../../../src/state/selection'

let count = 0
const newId = () => String(++count)

class Maker {
  schema: Schema = newSchema(newId, 'Shop', { dialect: 'postgres', version: '18' })

  do<T>(command: (cx: Cx) => Done<T>): T {
    const diagram = firstDiagram(this.schema)
    if (!diagram) throw new Error('a document has a diagram')
    const result = perform(this.schema, { newId, dialect: dialects.postgres, diagram }, command)
    if (!result.ok) throw new Error(result.error.message)
    this.schema = applyEdits(this.schema, result.value.edits)
    return result.value.value
  }

  table(name: string, columns: string): TableId {
    const id = this.do((cx) => createTable(cx, { name, at: { x: 0, y: 0 } }))
    this.do((cx) => addColumnsFromText(cx, id, { text: columns }))
    return id
  }

  column(table: TableId, name: string) {
    const found = this.schema.table.get(table)?.columns.find((column) => column.name === name)
    if (!found) throw new Error(`no column ${name}`)
    return found.id
  }
}

export interface InspectorSample {
  readonly schema: Schema
  readonly things: Readonly<Record<string, readonly Selectable[]>>
}

function withDetails(make: Maker, orders: TableId): void {
  const status = make.column(orders, 'status')
  make.do((cx) => addIndex(cx, orders, { name: 'orders_by_status', columns: [status], method: 'btree' }))
  make.do((cx) => addIndex(cx, orders, { columns: [], expressions: ['lower(reference)'], unique: true }))
  make.do((cx) => addCheck(cx, orders, { name: 'total_is_not_negative', expression: 'total >= 0' }))
  make.do((cx) => addUnique(cx, orders, [make.column(orders, 'reference')]))
  make.do((cx) => addPolicy(cx, orders, { name: 'own_orders' }))
  make.do((cx) =>
    createTrigger(cx, orders, {
      name: 'touch_orders',
      definition: 'CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()',
    }),
  )
  make.do((cx) => setTableComment(cx, orders, 'One row for each order, from the basket to the doorstep.'))
}

function lines(make: Maker, { customers, orders }: Record<'customers' | 'orders', TableId>) {
  const made = make.do((cx) =>
    connect(cx, {
      from: { table: orders, columns: [make.column(orders, 'customer_id')] },
      to: { table: customers },
    }),
  )
  return made
}

export function inspectorSample(columns: number, tables: number): InspectorSample {
  const make = new Maker()
  make.do((cx) => {
    for (let i = 0; i < tables; i++) createTable(cx, { name: `table_${i}`, at: { x: i, y: 0 } })
    return ok(undefined)
  })
  const status = make.do((cx) =>
    createEnum(cx, {
      name: 'order_status',
      values: ['new', 'paid', 'shipped', 'returned'],
      at: { x: 0, y: 0 },
    }),
  )
  const customers = make.table('customers', 'email varchar(255) unique\nfull_name\nis_active\ncreated_at')
  const orders = make.table(
    'orders',
    'customer_id bigint not null\nreference varchar(32) not null\nstatus order_status\ntotal numeric(12,2)\ncreated_at\nshipped_at timestamptz null',
  )
  const products = make.table('products', 'name text\nprice numeric(10,2)')
  const long = make.table(
    'a_table_with_a_name_that_is_much_longer_than_anybody_would_want',
    'a_column_whose_name_goes_on_and_on_until_it_meets character varying(255)[]\nالبريد_الإلكتروني text\n電子メール varchar(255)\n"🔥 heat" int\ndouble text\ndouble text',
  )
  const wide = make.table(
    'wide',
    Array.from({ length: columns }, (_, i) => `column_${i + 1} text`).join('\n'),
  )
  const empty = make.do((cx) => createTable(cx, { name: 'fresh', at: { x: 0, y: 0 }, idColumn: false }))
  const relation = lines(make, { customers, orders })
  const sketch = make.do((cx) => sketchRelation(cx, { from: orders, to: products }))
  withDetails(make, orders)
  const view = make.do((cx) =>
    createView(cx, {
      name: 'order_totals',
      query: 'SELECT customer_id, sum(total) AS total\nFROM orders\nGROUP BY customer_id',
      at: { x: 0, y: 0 },
    }),
  )
  const note = make.do((cx) =>
    createNote(cx, { x: 0, y: 0, width: 200, height: 120, text: 'Ask sales about returns.' }),
  )
  const area = make.do((cx) =>
    createArea(cx, { x: 0, y: 0, width: 600, height: 400, name: 'Sales', tables: [orders, customers] }),
  )
  const things = {
    table: [orders],
    customers: [customers],
    long: [long],
    wide: [wide],
    empty: [empty],
    relation: [relation],
    sketch: [sketch],
    view: [view],
    enum: [status],
    note: [note],
    area: [area],
    many: [customers, orders, products],
    mixed: [customers, note, area],
  }
  return { schema: make.schema, things }
}
