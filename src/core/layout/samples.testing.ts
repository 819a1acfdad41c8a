// Schemas for tests and measurements: seeded, so that every machine draws the same picture.
import {
  makeColumn,
  makeDiagram,
  makeForeignKey,
  makeKey,
  makePlacement,
  makeProject,
  makeTable,
} from '../model/factory'
import type { ColumnId, DiagramId, TableId } from '../model/id'
import { orders } from '../model/order'
import type { Placement, Relation, Table } from '../model/records'
import { emptySchema, type Schema } from '../model/schema'

export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export interface SampleColumn {
  readonly name: string
  readonly type?: string
  readonly nullable?: boolean
  readonly unique?: boolean
  /** The table whose `id` it refers to. */
  readonly to?: string
}

export interface SampleTable {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly columns: readonly SampleColumn[]
}

export interface Sample {
  readonly schema: Schema
  readonly diagram: DiagramId
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id as T['id'], row]))

/** A schema in which every table has an `id`, and the columns that `to` names refer to it. */
export function sampleSchema(tables: readonly SampleTable[]): Sample {
  let last = 0
  const newId = () => String(++last).padStart(6, '0')
  const diagram = makeDiagram(newId, { name: 'Main' })
  const made = new Map<string, Table>()
  for (const { name, columns } of tables) {
    const keys = orders(columns.length + 1)
    const id = makeColumn(newId, {
      name: 'id',
      nullable: false,
      order: keys[0] ?? '',
      type: { raw: 'bigint', base: 'int64' },
    })
    const rest = columns.map(({ name: column, type = 'text', nullable = false }, i) =>
      makeColumn(newId, {
        name: column,
        nullable,
        order: keys[i + 1] ?? '',
        type: { raw: type, base: 'other' },
      }),
    )
    const uniques = columns.flatMap((column, i) => {
      const on = rest[i]
      return column.unique && on ? [{ ...makeKey(newId, { parts: [{ column: on.id }] }), order: 'a0' }] : []
    })
    made.set(
      name,
      makeTable(newId, {
        name,
        columns: [id, ...rest],
        primaryKey: makeKey(newId, { parts: [{ column: id.id }] }),
        uniques,
      }),
    )
  }
  const relations: Relation[] = []
  const tie = (child: readonly [TableId, ColumnId], parent: Table | undefined) => {
    const key = parent?.columns[0]
    if (!parent || !key) return
    relations.push(
      makeForeignKey(newId, {
        child: { table: child[0], columns: [child[1]] },
        parent: { table: parent.id, columns: [key.id] },
      }),
    )
  }
  const placements: Placement[] = []
  for (const { name, x, y, columns } of tables) {
    const table = made.get(name)
    if (!table) continue
    placements.push(makePlacement(newId, { diagram: diagram.id, object: table.id, x, y }))
    columns.forEach(({ to }, i) => {
      const column = table.columns[i + 1]
      if (to !== undefined && column) tie([table.id, column.id], made.get(to))
    })
  }
  const project = makeProject(newId, { name: 'Sample', target: { dialect: 'postgres', version: '18' } })
  const schema: Schema = {
    ...emptySchema,
    project: byId([project]),
    diagram: byId([diagram]),
    table: byId([...made.values()]),
    relation: byId(relations),
    placement: byId(placements),
  }
  return { schema, diagram: diagram.id }
}

const words = [
  'order',
  'user',
  'item',
  'price',
  'stock',
  'event',
  'audit',
  'login',
  'cart',
  'tax',
  'region',
  'batch',
]
const types = ['text', 'bigint', 'timestamptz', 'boolean', 'numeric(10,2)', 'varchar(255)', 'jsonb']

/** Tables on a loose grid, each with ten columns and one and a half relations, most of them to near neighbours. */
export function gridSample(count: number, { seed = 1, columns = 10, far = 0.1 } = {}): Sample {
  const random = seeded(seed)
  const across = Math.ceil(Math.sqrt(count * 1.4))
  const name = (i: number) => `${words[i % words.length] ?? ''}_${i}`
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const tables = Array.from({ length: count }, (_, i): SampleTable => {
    const links = random() < 0.5 ? 1 : 2
    const own = Array.from({ length: columns - 1 - links }, (_, c): SampleColumn => ({
      name: `${pick(words) ?? ''}_${c}`,
      type: pick(types) ?? 'text',
      nullable: random() < 0.4,
    }))
    const refs = Array.from({ length: links }, (): SampleColumn => {
      const near = i + Math.round((random() - 0.5) * 4) + Math.round((random() - 0.5) * 4) * across
      const target = random() < far ? Math.floor(random() * count) : Math.min(count - 1, Math.max(0, near))
      return {
        name: `${name(target)}_id`,
        type: 'bigint',
        nullable: random() < 0.3,
        unique: random() < 0.1,
        to: name(target),
      }
    })
    const x = (i % across) * 360 + Math.round(random() * 6) * 8
    const y = Math.floor(i / across) * 384 + Math.round(random() * 6) * 8
    return { name: name(i), x, y, columns: [...own.slice(0, 2), ...refs, ...own.slice(2)] }
  })
  return sampleSchema(tables)
}

/** One table in the middle of a ring of grids, and everything refers to it. */
export function hubSample(spokes: number): Sample {
  const across = Math.ceil(Math.sqrt(spokes + 9))
  const middle = Math.floor(across / 2)
  const tables: SampleTable[] = [
    {
      name: 'account',
      x: middle * 320,
      y: middle * 200,
      columns: [{ name: 'email', type: 'text', unique: true }, { name: 'name' }],
    },
  ]
  for (let cell = 0; tables.length <= spokes; cell++) {
    const [column, line] = [cell % across, Math.floor(cell / across)]
    if (Math.abs(column - middle) <= 0 && Math.abs(line - middle) <= 0) continue
    tables.push({
      name: `spoke_${tables.length}`,
      x: column * 320,
      y: line * 200,
      columns: [
        { name: 'account_id', type: 'bigint', to: 'account', nullable: cell % 3 === 0 },
        { name: 'note', nullable: true },
      ],
    })
  }
  return sampleSchema(tables)
}

/** Five tables that everyone knows, with a self relation and two parallel lines. */
export function shopSample(): Sample {
  return sampleSchema([
    {
      name: 'customers',
      x: 0,
      y: 0,
      columns: [
        { name: 'email', type: 'varchar(255)', unique: true },
        { name: 'full_name', type: 'text' },
        { name: 'created_at', type: 'timestamptz' },
      ],
    },
    {
      name: 'orders',
      x: 352,
      y: 0,
      columns: [
        { name: 'customer_id', type: 'bigint', to: 'customers' },
        { name: 'billing_address_id', type: 'bigint', to: 'addresses', nullable: true },
        { name: 'shipping_address_id', type: 'bigint', to: 'addresses' },
        { name: 'placed_at', type: 'timestamptz' },
        { name: 'note', type: 'text', nullable: true },
      ],
    },
    {
      name: 'addresses',
      x: 0,
      y: 208,
      columns: [
        { name: 'customer_id', type: 'bigint', to: 'customers' },
        { name: 'street', type: 'text' },
        { name: 'city', type: 'text' },
      ],
    },
    {
      name: 'order_lines',
      x: 720,
      y: 0,
      columns: [
        { name: 'order_id', type: 'bigint', to: 'orders' },
        { name: 'product_id', type: 'bigint', to: 'products' },
        { name: 'quantity', type: 'integer' },
      ],
    },
    {
      name: 'products',
      x: 720,
      y: 240,
      columns: [
        { name: 'sku', type: 'varchar(32)', unique: true },
        { name: 'parent_id', type: 'bigint', to: 'products', nullable: true },
        { name: 'price', type: 'numeric(10,2)' },
      ],
    },
    {
      name: 'product_details',
      x: 352,
      y: 288,
      columns: [
        { name: 'product_id', type: 'bigint', to: 'products', unique: true },
        { name: 'html', type: 'text', nullable: true },
      ],
    },
  ])
}
