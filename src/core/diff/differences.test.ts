import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit'
import { emptySchema, type Schema } from '../model/schema'
import { transact, type Tx } from '../model/transact'
import { sqlText } from '../model/sqlText'
import { everything } from '../file/everything.testing'
import { differences } from './differences'

const changed = (schema: Schema, change: (tx: Tx) => void): Schema =>
  applyEdits(schema, transact(schema, change).edits)

const whole = everything()
const tableCalled = (name: string) => {
  const table = [...whole.table.values()].find((one) => one.name === name)
  if (!table) throw new Error(`there is no ${name}`)
  return table
}
const customers = tableCalled('customers')

const of = (after: Schema, before = whole) =>
  differences(before, after).map(({ kind, name, state, changes }) => ({ kind, name, state, changes }))

describe('what was done between two states', () => {
  it('is nothing when nothing was', () => {
    expect(
      differences(
        whole,
        changed(whole, () => undefined),
      ),
    ).toEqual([])
  })

  it('says columns by their names and values by their words', () => {
    const [first, second] = customers.columns
    if (!first || !second) throw new Error('customers has columns')
    const after = changed(whole, (tx) => {
      tx.update('table', customers.id, (table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.id === second.id
            ? { ...column, name: 'renamed', nullable: !column.nullable, default: sqlText("'x'") }
            : column,
        ),
      }))
    })
    const [only] = of(after)
    expect(only).toMatchObject({ kind: 'table', state: 'changed' })
    expect(only?.changes).toContain(`column ${second.name} renamed to renamed`)
    expect(only?.changes).toContain(
      `column renamed: ${second.nullable ? 'must not be NULL now' : 'may be NULL now'}`,
    )
    expect(only?.changes.some((line) => line.startsWith('column renamed: default'))).toBe(true)
  })

  it('puts what belongs to a table under it, and says of a removed one what it held', () => {
    const after = changed(whole, (tx) => tx.remove('table', customers.id))
    const found = of(after).find(({ kind, name }) => kind === 'table' && name.endsWith('customers'))
    expect(found?.state).toBe('removed')
    expect(found?.changes[0]).toBe(`columns ${customers.columns.map(({ name }) => name).join(', ')}`)
    const back = of(whole, after).find(({ kind, name }) => kind === 'table' && name.endsWith('customers'))
    expect(back?.state).toBe('new')
  })

  it('counts what moved instead of listing it', () => {
    const places = [...whole.placement.values()]
    const after = changed(whole, (tx) => {
      for (const { id } of places) tx.update('placement', id, (place) => ({ ...place, x: place.x + 8, y: 3 }))
    })
    expect(of(after)).toEqual([
      {
        kind: 'layout',
        name: 'Layout',
        state: 'changed',
        changes: [`${String(places.length)} objects moved`],
      },
    ])
  })

  it('has a name for everything that a document can hold', () => {
    const all = differences(emptySchema, whole)
    expect(all.every(({ kind, name }) => kind === 'project' || kind === 'layout' || name !== '')).toBe(true)
    const text = JSON.stringify([all, differences(whole, emptySchema)])
    expect(text).not.toMatch(/undefined|\[object/)
  })
})
