// A document that holds at least one of everything, with every field of it set somewhere. What the file format must
// carry for ever is tried on it.
import * as make from '../model/factory'
import type { NewId } from '../model/id'
import { orders } from '../model/order'
import { emptySchema, kinds, type Row, type Schema } from '../model/schema'
import { basics, customers, name, orderTable, partialOf, text, type Basics } from './everythingTables.testing'

export function counter(): NewId {
  let n = 0
  return () => String(++n).padStart(3, '0')
}

/** A schema of these rows, each under the kind that its id names. */
export function schemaOf(rows: { readonly [K in keyof Schema]?: readonly Row[] }): Schema {
  const maps = kinds.map((kind) => [kind, new Map((rows[kind] ?? []).map((row) => [row.id, row]))])
  // Every list holds rows of its own kind: the callers are tests.
  return { ...emptySchema, ...Object.fromEntries(maps) } as Schema
}

const [a, b, c] = orders(3) as [string, string, string]

function partition(newId: NewId, of: ReturnType<typeof orderTable>) {
  return make.makeTable(newId, {
    name: 'orders_2026',
    order: c,
    partitionOf: { table: of.id, bounds: text("FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')") },
  })
}

function programs(
  newId: NewId,
  { sales, state }: Basics,
  tables: {
    readonly customers: ReturnType<typeof customers>
    readonly orders: ReturnType<typeof orderTable>
  },
) {
  const { customers: people, orders: placed } = tables
  const [number, customer] = placed.columns
  if (!number || !customer) throw new Error('orders has columns')
  const sequence = make.makeSequence(newId, {
    name: 'order_numbers',
    order: a,
    namespace: sales.id,
    comment: 'gapless it is not',
    type: { raw: 'bigint', base: 'int64' },
    start: '1000',
    step: '10',
    min: '1',
    max: '99999999999999999999',
    cache: '5',
    cycle: true,
    ownedBy: { table: placed.id, column: number.id },
    options: [{ dialect: 'postgres', name: 'UNLOGGED', value: '' }],
  })
  const shown = make.makeViewColumn(newId, {
    name: 'n',
    order: a,
    type: { raw: 'bigint', base: 'int64' },
    comment: 'how many',
  })
  const view = make.makeView(newId, {
    name: 'order_counts',
    order: a,
    namespace: sales.id,
    comment: 'For the report',
    materialized: true,
    dialect: 'postgres',
    namesColumns: true,
    columns: [shown],
    query: text(
      'select count(*)\r\n  from ',
      name(placed.id, 'sales.orders'),
      ' o\n where o.number > 0 and o.',
      name(number.id, 'number', { owner: placed.id }),
      " < 10\n   and nextval('",
      name(sequence.id, 'sales.order_numbers', { form: 'literal' }),
      "') > 0 -- number",
    ),
    indexes: [
      make.makeIndex(newId, { name: 'by_n', order: a, unique: true, parts: [{ on: { column: shown.id } }] }),
    ],
    options: [{ dialect: 'postgres', name: 'security_barrier', value: 'true' }],
  })
  const routine = make.makeRoutine(newId, {
    name: 'place',
    order: a,
    namespace: sales.id,
    comment: 'Places an order',
    routine: 'procedure',
    signature: 'integer, text',
    definition: text('CREATE PROCEDURE place(integer, text)\nLANGUAGE SQL\nAS $$ select 1 $$'),
    dialect: 'postgres',
  })
  const trigger = make.makeTrigger(newId, {
    name: 'stamp',
    order: a,
    on: placed.id,
    definition: text(
      'CREATE TRIGGER stamp BEFORE INSERT ON ',
      name(placed.id, 'orders'),
      '\nEXECUTE FUNCTION f()',
    ),
    dialect: 'postgres',
    disabled: true,
    comment: 'off for now',
  })
  const verbatim = make.makeVerbatim(newId, {
    order: a,
    dialect: 'postgres',
    text: text('ALTER TYPE ', name(state.id, 'order_state'), ' OWNER TO postgres'),
    after: state.id,
    comment: 'kept word for word',
  })
  return { sequence, view, routine, trigger, verbatim, people }
}

function links(
  newId: NewId,
  {
    customers: people,
    orders: placed,
  }: { readonly customers: ReturnType<typeof customers>; readonly orders: ReturnType<typeof orderTable> },
) {
  const [number, customer, total] = placed.columns
  const [id] = people.columns
  if (!number || !customer || !total || !id) throw new Error('the tables have columns')
  const foreignKey = make.makeForeignKey(newId, {
    name: 'orders_customer_fk',
    order: a,
    comment: 'who ordered',
    verbs: { childToParent: 'is placed by', parentToChild: 'places' },
    properties: [{ key: 'color', value: '#123456' }],
    child: { table: placed.id, columns: [customer.id] },
    parent: { table: people.id, columns: [id.id] },
    onDelete: 'setNull',
    onUpdate: 'cascade',
    onDeleteColumns: [customer.id],
    match: 'full',
    period: true,
    childMin: 1,
    declared: { parentMin: 1, childMax: 'many' },
    inactive: true,
    options: [{ dialect: 'oracle', name: 'RELY', value: '' }],
    deferrable: 'initiallyDeferred',
    state: 'notEnforced',
  })
  const logical = make.makeLogicalRelation(newId, {
    order: b,
    from: { table: people.id, columns: [], min: 0, max: 'many' },
    to: { table: people.id, columns: [id.id], min: 1, max: 1 },
    inactive: true,
  })
  const sample = make.makeSample(newId, {
    order: a,
    table: placed.id,
    columns: [number.id, customer.id],
    rows: [
      [1, 'one'],
      [null, true],
      [-1.5e300, { expression: 'now()' }],
      ['__proto__', '</script>\u2028'],
    ],
    example: true,
  })
  const lineage = make.makeLineage(newId, {
    name: 'totals',
    order: a,
    comment: 'how totals come about',
    color: '#abcdef',
    properties: [{ key: 'job', value: 'nightly' }],
    edges: [
      { from: { table: placed.id, columns: [number.id] }, to: { table: placed.id, columns: [total.id] } },
      { from: { table: people.id, columns: [] }, to: { table: placed.id, columns: [] } },
    ],
  })
  return { foreignKey, logical, sample, lineage }
}

/** One of everything. */
export function everything(newId: NewId = counter()): Schema {
  const base = basics(newId)
  const partial = partialOf(newId)
  const people = customers(newId, base)
  const placed = orderTable(newId, base, { partial, parent: people })
  const year = partition(newId, placed)
  const tables = { customers: people, orders: placed }
  const made = programs(newId, base, tables)
  const linked = links(newId, tables)
  const [customer] = people.columns
  if (!customer) throw new Error('customers has columns')
  const main = make.makeDiagram(newId, {
    name: 'Main',
    order: a,
    note: 'all of it',
    notation: 'uml',
    level: 'keys',
    filter: '{ * }',
  })
  const other = make.makeDiagram(newId, { name: 'Empty', order: b })
  return schemaOf({
    project: [base.project],
    namespace: [base.sales],
    group: [base.group],
    extension: [base.extension],
    role: [base.group0, base.role],
    enum: [base.state],
    domain: [base.email],
    composite: [base.money],
    sequence: [made.sequence],
    partial: [partial],
    table: [people, placed, year],
    relation: [linked.foreignKey, linked.logical],
    view: [made.view],
    routine: [made.routine],
    trigger: [made.trigger],
    grant: [
      make.makeGrant(newId, {
        order: a,
        privileges: ['SELECT', 'UPDATE'],
        on: people.id,
        columns: [customer.id],
        to: { role: base.role.id },
        withGrantOption: true,
        dialect: 'postgres',
      }),
      make.makeGrant(newId, {
        order: b,
        privileges: ['USAGE'],
        on: base.sales.id,
        to: { name: 'PUBLIC' },
        dialect: 'postgres',
      }),
    ],
    sample: [linked.sample],
    lineage: [linked.lineage],
    verbatim: [made.verbatim],
    source: [
      make.makeSource(newId, {
        name: 'shop.dbml',
        order: a,
        format: 'dbml',
        text: 'Table a {\n  id int // key\n}\n',
      }),
    ],
    diagram: [main, other],
    placement: [
      make.makePlacement(newId, { diagram: main.id, object: people.id, x: 0, y: -40.5 }),
      make.makePlacement(newId, {
        diagram: main.id,
        object: placed.id,
        x: 400,
        y: 80,
        width: 320,
        color: '#ff8800',
        collapsed: 'keys',
        locked: true,
        hidden: true,
      }),
      make.makePlacement(newId, {
        diagram: main.id,
        object: made.view.id,
        x: 800,
        y: 0,
        collapsed: 'header',
        color: 'red',
      }),
      make.makePlacement(newId, { diagram: main.id, object: base.state.id, x: 800, y: 300 }),
    ],
    area: [
      make.makeArea(newId, {
        diagram: main.id,
        group: base.group.id,
        x: -20,
        y: -60,
        width: 800,
        height: 600,
        locked: true,
      }),
    ],
    note: [
      make.makeNote(newId, {
        diagram: main.id,
        order: a,
        name: 'Mind',
        text: 'the *gap*\n- now',
        x: 0,
        y: 500,
        width: 200,
        height: 120,
        color: 'sky',
        locked: true,
        properties: [{ key: 'k', value: 'v' }],
      }),
    ],
    line: [
      make.makeLine(newId, {
        diagram: main.id,
        relation: linked.foreignKey.id,
        color: 'violet',
        bends: [
          { x: 10, y: 20 },
          { x: 10, y: 30 },
        ],
      }),
    ],
  })
}
