import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit'
import { emptySchema, kinds, type Row, type Schema } from '../model/schema'
import { kitchenSink } from '../model/testing/kitchenSink.data'
import { transact } from '../model/transact'
import { everything } from './everything.testing'
import { anySchema } from './mutated.testing'
import { read } from './read'
import { write } from './write'

function readBack(text: string): Schema {
  const result = read(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(result.value.notices).toEqual([])
  return result.value.schema
}

/** Line numbers from 0 in which two texts of equal length differ. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now.length).toBe(old.length)
  return now.filter((line, i) => line !== old[i])
}

const only = <R extends Row>(rows: ReadonlyMap<string, R>, isIt: (row: R) => boolean): R => {
  const found = [...rows.values()].find(isIt)
  if (!found) throw new Error('the document that has everything has this')
  return found
}

describe('the file of a schema', () => {
  it('holds everything that the schema does', () => {
    const schema = everything()
    for (const kind of kinds) expect(schema[kind].size, kind).toBeGreaterThan(0)
    const text = write(schema)
    expect(readBack(text)).toEqual(schema)
    expect(write(readBack(text))).toBe(text)
  })

  it('holds the kitchen sink', () => {
    const schema = kitchenSink()
    expect(readBack(write(schema))).toEqual(schema)
  })

  it('is tried with a document that settles as it is', () => {
    const schema = everything()
    const { edits } = transact(emptySchema, (tx) => {
      for (const kind of kinds) for (const row of schema[kind].values()) tx.put(kind, row)
    })
    expect(applyEdits(emptySchema, edits)).toEqual(schema)
  })

  it('gives back every schema, and the same text again', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const text = write(schema)
        const again = readBack(text)
        expect(again).toEqual(schema)
        expect(write(again)).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order in which records came', () => {
    const schema = everything()
    const turned = Object.fromEntries(
      kinds.map((kind) => [kind, new Map([...(schema[kind] as ReadonlyMap<string, Row>)].reverse())]),
    ) as unknown as Schema
    expect(write(turned)).toBe(write(schema))
  })

  it('is JSON that begins with its version and ends with a line break', () => {
    const text = write(everything())
    expect(text.startsWith('{"relata": 1,\n')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
    expect(text).not.toContain('\r')
    expect(JSON.parse(text)).toHaveProperty('relata', 1)
  })

  it('changes one line when a table moves, and none of the model', () => {
    const schema = everything()
    const place = only(schema.placement, ({ x }) => x === 0)
    const { edits } = transact(schema, (tx) => tx.put('placement', { ...place, x: 16, y: 48 }))
    const text = write(applyEdits(schema, edits))
    const changed = changedLines(write(schema), text)
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain(place.id)
    expect(text.indexOf(changed[0] ?? '')).toBeGreaterThan(text.indexOf('"layout"'))
  })

  it('changes the lines that show a column when it is renamed, and no other', () => {
    const schema = everything()
    const orders = only(schema.table, ({ name }) => name === 'orders')
    const { edits } = transact(schema, (tx) =>
      tx.update('table', orders.id, (table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.name === 'number' ? { ...column, name: 'serial no' } : column,
        ),
      })),
    )
    const after = applyEdits(schema, edits)
    const changed = changedLines(write(schema), write(after))
    // The column, the one computed from it, the partitioning, the view's text and the name in it.
    expect(changed).toHaveLength(5)
    for (const line of changed) expect(line).toMatch(/serial no/)
    expect(readBack(write(after))).toEqual(after)
  })

  it('gives a new column one line of its own', () => {
    const schema = everything()
    const orders = only(schema.table, ({ name }) => name === 'orders')
    const [first] = orders.columns
    if (!first) throw new Error('orders has columns')
    const { edits } = transact(schema, (tx) =>
      tx.put('table', {
        ...orders,
        columns: [...orders.columns, { ...first, id: 'c_new', order: 'a0V' }],
      }),
    )
    const [before, after] = [write(schema).split('\n'), write(applyEdits(schema, edits)).split('\n')]
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1)
    expect(after.length).toBe(before.length + 1)
  })
})
