import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from '../file/everything.testing'
import { anySchema } from '../file/mutated.testing'
import { applyEdits, diffSchemas } from '../model/edit'
import type { Schema } from '../model/schema'
import { transact, type Tx } from '../model/transact'
import { mergeChanges } from './threeWay'

const base = everything()
const [table] = [...base.table.values()]
if (!table) throw new Error('everything has tables')

const changed = (change: (tx: Tx) => void): Schema => applyEdits(base, transact(base, change).edits)
const merged = (theirs: Schema, mine: Schema) => {
  const { edits, conflicts } = mergeChanges({ base, theirs, mine })
  return { schema: applyEdits(mine, edits), conflicts }
}

describe('what another one did to the same document', () => {
  it('comes in beside what was done here, even within one table', () => {
    const theirs = changed((tx) => {
      tx.update('table', table.id, (one) => ({ ...one, comment: 'theirs' }))
    })
    const mine = changed((tx) => {
      tx.update('table', table.id, (one) => ({ ...one, name: 'mine' }))
    })
    const { schema, conflicts } = merged(theirs, mine)
    expect(schema.table.get(table.id)).toMatchObject({ name: 'mine', comment: 'theirs' })
    expect(conflicts).toBe(0)
  })

  it('wins where both changed the same, and is counted', () => {
    const named = (name: string) =>
      changed((tx) => {
        tx.update('table', table.id, (one) => ({ ...one, name }))
      })
    const { schema, conflicts } = merged(named('theirs'), named('mine'))
    expect(schema.table.get(table.id)?.name).toBe('theirs')
    expect(conflicts).toBe(1)
  })

  it('is passed over where its object is gone here', () => {
    const theirs = changed((tx) => {
      tx.update('table', table.id, (one) => ({ ...one, name: 'theirs' }))
    })
    const mine = changed((tx) => tx.remove('table', table.id))
    expect(merged(theirs, mine).schema.table.has(table.id)).toBe(false)
  })

  it('is everything when nothing was done here, and nothing when nothing was done there', () => {
    fc.assert(
      fc.property(anySchema, (other) => {
        expect(diffSchemas(merged(other, base).schema, other)).toEqual([])
        expect(mergeChanges({ base, theirs: base, mine: other }).edits).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
