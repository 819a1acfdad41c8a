// Models as a file would bring them: said in a line per table.
import { dialects } from '../../src/core/dialects'
import {
  makeArea,
  makeColumn,
  makeDiagram,
  makeForeignKey,
  makeGroup,
  makeKey,
  makePlacement,
  makeTable,
  newSchema,
} from '../../src/core/model/factory'
import type { NewId } from '../../src/core/model/id'
import { orders } from '../../src/core/model/order'
import type {
  Area,
  Column,
  ForeignKey,
  Group,
  Placement,
  ReferentialAction,
  Table,
} from '../../src/core/model/records'
import { firstDiagram, type Schema } from '../../src/core/model/schema'
import { columnNamed } from './model'

const { smart, versions, types } = dialects.postgres

export function counter(): NewId {
  let n = 0
  return () => (++n).toString(36).padStart(10, '0')
}

export interface TableGiven {
  readonly name: string
  /** "id", "email", "sku varchar(20)", "note text?" where ? allows NULL. */
  readonly columns: readonly string[]
  /** The columns of the primary key; `id` when there is one. */
  readonly key?: readonly string[]
  /** Without it the table has no place in the diagram. */
  readonly at?: readonly [x: number, y: number]
  readonly place?: Partial<Placement>
  readonly area?: string
}

export interface ModelGiven {
  readonly name?: string
  readonly tables: readonly TableGiven[]
  /** "orders.customer_id > customers.id"; several columns as "a.x,y > b.x,y". */
  readonly relations?: readonly string[]
  readonly areas?: Readonly<Record<string, readonly [x: number, y: number, width: number, height: number]>>
  readonly onDelete?: ReferentialAction
  readonly diagrams?: readonly string[]
}

function columnOf(newId: NewId, text: string, order: string): Column {
  const [, name = '', raw, optional] = /^(.+?)(?: ([^?]+))?(\?)?$/.exec(text) ?? []
  if (name === 'id' && raw === undefined) return { ...smart.id(newId), order }
  const suggested = smart.forName(name)
  const type = raw === undefined ? suggested.type : types.parse(raw)
  return makeColumn(newId, { ...suggested, name, type, order, nullable: optional !== undefined })
}

function tableOf(newId: NewId, given: TableGiven, { order, group }: { order: string; group?: Group }): Table {
  const keys = orders(given.columns.length)
  const columns = given.columns.map((text, index) => columnOf(newId, text, keys[index] ?? ''))
  const wanted = given.key ?? (given.columns.includes('id') ? ['id'] : [])
  const bare = makeTable(newId, { name: given.name, order, columns, ...(group && { group: group.id }) })
  if (wanted.length === 0) return bare
  const parts = wanted.map((name) => ({ column: columnNamed(bare, name).id }))
  return { ...bare, primaryKey: makeKey(newId, { parts }) }
}

function relationOf(newId: NewId, tables: ReadonlyMap<string, Table>, text: string): ForeignKey {
  const [child, parent] = text.split('>').map((side) => {
    const [, name = '', columns = ''] = /^\s*([^.]+)\.(.+?)\s*$/.exec(side) ?? []
    const table = tables.get(name)
    if (!table) throw new Error(`no table ${name} for ${text}`)
    return {
      table: table.id,
      columns: columns.split(',').map((column) => columnNamed(table, column.trim()).id),
    }
  })
  if (!child || !parent) throw new Error(`not a relation: ${text}`)
  return makeForeignKey(newId, { child, parent })
}

const byId = <R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<R['id'], R> =>
  new Map(rows.map((row) => [row.id, row]))

export function modelOf(given: ModelGiven): Schema {
  const newId = counter()
  const version = versions.at(-1) ?? ''
  const start = newSchema(newId, given.name ?? 'model', { dialect: 'postgres', version })
  const diagram = firstDiagram(start)
  if (!diagram) throw new Error('a new schema has a diagram')
  const areas = Object.entries(given.areas ?? {})
  const groups = new Map(areas.map(([name], i) => [name, makeGroup(newId, { name, order: `a${String(i)}` })]))
  const frames = areas.map(([name, [x, y, width, height]]): Area => {
    const group = groups.get(name)
    if (!group) throw new Error(`no area ${name}`)
    return makeArea(newId, { diagram, group: group.id, x, y, width, height })
  })
  const tableOrders = orders(given.tables.length)
  const tables = given.tables.map((table, index) => {
    const group = table.area === undefined ? undefined : groups.get(table.area)
    return tableOf(newId, table, { order: tableOrders[index] ?? '', ...(group && { group }) })
  })
  const byName = new Map(tables.map((table) => [table.name, table]))
  const places = given.tables.flatMap(({ at, place }, index) => {
    const table = tables[index]
    return at && table
      ? [makePlacement(newId, { diagram, object: table.id, x: at[0], y: at[1], ...place })]
      : []
  })
  const relations = (given.relations ?? []).map((text) => ({
    ...relationOf(newId, byName, text),
    ...(given.onDelete && { onDelete: given.onDelete }),
  }))
  const more = (given.diagrams ?? []).map((name, i) => makeDiagram(newId, { name, order: `b0${String(i)}` }))
  return {
    ...start,
    diagram: new Map([...start.diagram, ...byId(more)]),
    group: byId([...groups.values()]),
    area: byId(frames),
    table: byId(tables),
    relation: byId(relations),
    placement: byId(places),
  }
}

export interface Crowd {
  readonly tables: number
  readonly columns?: number
  /** Pixels between neighbours in the square that they stand in; small ones make tables overlap. */
  readonly gap?: number
  readonly areas?: number
}

/** Many tables named table_000 …, each referring to one or two before it: always the same ones. */
export function crowdOf({ tables: count, columns = 5, gap = 320, areas = 0 }: Crowd): ModelGiven {
  const nameOf = (i: number): string => `table_${String(i).padStart(3, '0')}`
  const side = Math.ceil(Math.sqrt(count))
  const targets = (i: number): readonly number[] =>
    i === 0 ? [] : i % 3 === 0 ? [Math.floor(i / 2), (i * 7) % i] : [Math.floor(i / 3)]
  const unique = (i: number) => [...new Set(targets(i))]
  const areaNames = Array.from({ length: areas }, (_, i) => `area ${String(i)}`)
  return {
    tables: Array.from({ length: count }, (_, i) => ({
      name: nameOf(i),
      columns: [
        'id',
        ...unique(i).map((to) => `${nameOf(to)}_id bigint`),
        ...Array.from({ length: columns - 1 }, (_none, k) => `field_${String(k)} text`),
      ],
      at: [(i % side) * gap, Math.floor(i / side) * gap],
      ...(areas > 0 && { area: areaNames[i % areas] ?? '' }),
    })),
    relations: Array.from({ length: count }, (_, i) =>
      unique(i).map((to) => `${nameOf(i)}.${nameOf(to)}_id > ${nameOf(to)}.id`),
    ).flat(),
    areas: Object.fromEntries(areaNames.map((name, i) => [name, [i * 500, -600, 480, 320] as const])),
  }
}

/** A small shop that most specs start from: four tables that stand apart, three lines. */
export const shop: ModelGiven = {
  name: 'shop',
  tables: [
    { name: 'customers', columns: ['id', 'name text', 'email text'], at: [0, 0] },
    { name: 'orders', columns: ['id', 'customer_id bigint', 'placed_at timestamptz'], at: [360, 0] },
    {
      name: 'order_items',
      columns: ['order_id bigint', 'product_id bigint', 'quantity integer'],
      key: ['order_id', 'product_id'],
      at: [360, 240],
    },
    { name: 'products', columns: ['id', 'sku varchar(20)', 'price numeric(12,2)'], at: [0, 240] },
  ],
  relations: [
    'orders.customer_id > customers.id',
    'order_items.order_id > orders.id',
    'order_items.product_id > products.id',
  ],
}
