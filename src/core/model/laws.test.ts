import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, diffSchemas, invert, squash, type Edits } from './edit'
import { arbitrarySchema } from './testing/arbitrary'
import { choices } from './testing/chooser'
import { faultsOf } from './testing/integrity'
import { rawEdits } from './testing/rawEdits'
import { kinds, type Schema } from './schema'

const few = { numRuns: 40 }

/** Some steps of raw edits, each settled. */
function walk(start: Schema, decisions: readonly Parameters<typeof rawEdits>[1][]) {
  const steps: Edits[] = []
  let schema = start
  for (const c of decisions) {
    const edits = rawEdits(schema, c)
    steps.push(edits)
    schema = applyEdits(schema, edits)
  }
  return { steps, schema }
}

const walks = () => fc.tuple(arbitrarySchema(), fc.array(choices(), { minLength: 1, maxLength: 8 }))

describe('any document', () => {
  it('holds every kind of record and breaks no invariant', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(arbitrarySchema(), (schema) => {
        for (const kind of kinds) if (schema[kind].size > 0) met.add(kind)
        expect(faultsOf(schema)).toEqual([])
      }),
      few,
    )
    expect([...met].sort()).toEqual([...kinds].sort())
  })
})

describe('edits', () => {
  it('never break an invariant, whatever is changed', () => {
    fc.assert(
      fc.property(walks(), ([start, decisions]) => {
        expect(faultsOf(walk(start, decisions).schema)).toEqual([])
      }),
      few,
    )
  })

  it('undone one after another lead back to the start, done again to the end', () => {
    fc.assert(
      fc.property(walks(), ([start, decisions]) => {
        const { steps, schema } = walk(start, decisions)
        const undone = steps.reduceRight((now, edits) => applyEdits(now, invert(edits)), schema)
        expect(undone).toEqual(start)
        expect(steps.reduce((now, edits) => applyEdits(now, edits), undone)).toEqual(schema)
      }),
      few,
    )
  })

  it('squashed do the same as one after another, and so do those between two documents', () => {
    fc.assert(
      fc.property(walks(), ([start, decisions]) => {
        const { steps, schema } = walk(start, decisions)
        expect(applyEdits(start, squash(...steps))).toEqual(schema)
        expect(applyEdits(schema, invert(squash(...steps)))).toEqual(start)
        expect(applyEdits(start, diffSchemas(start, schema))).toEqual(schema)
      }),
      few,
    )
  })
})
