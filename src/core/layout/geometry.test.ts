import { describe, expect, it } from 'vitest'
import type { Placement, Table } from '../model/records'
import type { Schema } from '../model/schema'
import { columnAnchor, faceOf, placedIn, placedOf, rowAt } from './geometry'
import { textWidth } from './metrics'
import { gridSample, shopSample } from './samples.testing'
import { bodyPadding, grid, row, text, width } from './sizes'

function find<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected to be there')
  return value
}

function tableNamed(schema: Schema, name: string): { table: Table; placement: Placement } {
  const table = find([...schema.table.values()].find((shown) => shown.name === name))
  return { table, placement: find([...schema.placement.values()].find(({ object }) => object === table.id)) }
}

const withTable = (schema: Schema, table: Table): Schema => ({
  ...schema,
  table: new Map(schema.table).set(table.id, table),
})

describe('the geometry of a table', () => {
  const { schema, diagram } = shopSample()

  it('holds every row inside its box, on whole pixels, in steps of the grid', () => {
    for (const { face, box } of placedIn(schema, diagram).values()) {
      expect([box.width % grid, box.height % grid]).toEqual([0, 0])
      const last = find(face.rows.at(-1))
      expect(last.y + row.height + bodyPadding).toBe(box.height)
      face.rows.forEach((shown, i) => expect(shown.y).toBe(find(face.rows[0]).y + i * row.height))
    }
  })

  it('is as wide as its texts need', () => {
    for (const { face } of placedIn(schema, diagram).values()) {
      for (const shown of face.rows) {
        expect(shown.name).toBe(shown.fullName)
        expect(shown.type).toBe(shown.fullType)
        const room = shown.typeX - textWidth(shown.type, text.type) - shown.nameX
        expect(textWidth(shown.name, text.required)).toBeLessThanOrEqual(room)
      }
    }
  })

  it('puts the middle of a row on the grid, so that lines between tables on the grid run straight', () => {
    for (const placed of placedIn(schema, diagram).values()) {
      for (const shown of placed.face.rows) {
        if (shown.kind !== 'column') continue
        const id = find(shown.id)
        if (!id.startsWith('c_')) continue
        const { x, y } = columnAnchor(placed, id as `c_${string}`, 'right')
        expect(x).toBe(placed.box.x + placed.box.width)
        expect(y % grid).toBe(0)
      }
    }
  })

  it('keeps within its limits and ends long names in an ellipsis', () => {
    const { table, placement } = tableNamed(schema, 'orders')
    const column = find(table.columns[1])
    const long = { ...column, name: 'x'.repeat(500), type: { raw: 'y'.repeat(500), base: 'other' } as const }
    const face = find(faceOf(withTable(schema, { ...table, columns: [long] }), placement))
    expect(face.width).toBe(width.max)
    const shown = find(face.rows[0])
    expect(shown.name).toMatch(/^x+…$/)
    expect(shown.type).toMatch(/^y+…$/)
    expect(
      shown.nameX + textWidth(shown.name, text.required) + textWidth(shown.type, text.type),
    ).toBeLessThan(shown.typeX)
  })

  it('respects a width given by hand', () => {
    const { placement } = tableNamed(schema, 'orders')
    expect(find(faceOf(schema, { ...placement, width: 400 })).width).toBe(400)
    expect(find(faceOf(schema, { ...placement, width: 1 })).width).toBe(width.handMin)
  })

  it('folds to keys, telling how many columns are left out, and to the name alone', () => {
    const { placement } = tableNamed(schema, 'orders')
    const keys = find(faceOf(schema, { ...placement, collapsed: 'keys' }))
    expect(keys.rows.map((shown) => shown.fullName)).toEqual([
      'id',
      'customer_id',
      'billing_address_id',
      'shipping_address_id',
    ])
    expect(keys.hiddenRows).toBe(2)
    expect(find(keys.moreY) + row.height + bodyPadding).toBe(keys.height)
    expect(find(faceOf(schema, { ...placement, collapsed: 'header' })).rows).toEqual([])
    expect(find(faceOf(schema, placement, { level: 'keys' })).rows).toHaveLength(4)
    expect(find(faceOf(schema, placement, { level: 'names' })).height).toBe(40)
  })

  it('marks keys, references and uniques in the gutter', () => {
    const { placement } = tableNamed(schema, 'product_details')
    const marks = find(faceOf(schema, placement)).rows.map((shown) => shown.marks.map(({ mark }) => mark))
    expect(marks).toEqual([['key'], ['unique', 'foreign'], []])
  })

  it('finds the row under a height', () => {
    const { placement } = tableNamed(schema, 'orders')
    const face = find(faceOf(schema, placement))
    const second = find(face.rows[1])
    expect(rowAt(face, second.y)).toBe(second)
    expect(rowAt(face, second.y + row.height)).toBe(face.rows[2])
    expect(rowAt(face, 3)).toBeUndefined()
  })
})

describe('what one edit costs', () => {
  const { schema, diagram } = gridSample(40)

  it('measures the edited table again and keeps every other answer as it was', () => {
    const before = placedIn(schema, diagram)
    const edited = find([...schema.table.values()][7])
    const after = placedIn(withTable(schema, { ...edited, name: 'a new and longer name' }), diagram)
    const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id))
    expect(changed).toEqual([edited.id])
  })

  it('shows the new name of a namespace in every table of it', () => {
    const table = find([...schema.table.values()][0])
    const placement = find([...schema.placement.values()].find(({ object }) => object === table.id))
    const namespace = { id: 'ns_1', name: 'sales', comment: '', order: 'a0' } as const
    const first = {
      ...withTable(schema, { ...table, namespace: namespace.id }),
      namespace: new Map([[namespace.id, namespace]]),
    }
    expect(find(faceOf(first, placement)).header.prefix).toBe('sales.')
    const second = { ...first, namespace: new Map([[namespace.id, { ...namespace, name: 'shop' }]]) }
    expect(find(placedOf(second, placement)).face.header.prefix).toBe('shop.')
  })
})
