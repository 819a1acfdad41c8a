import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, invert, squash, type Edits } from '../model/edit'
import { arbitrarySchema } from '../model/testing/arbitrary'
import { choices } from '../model/testing/chooser'
import { countingIds } from '../model/testing/factories'
import { faultsOf } from '../model/testing/integrity'
import { rawEdits } from '../model/testing/rawEdits'
import type { Schema } from '../model/schema'
import { perform } from './context'
import { anyCommand, someDiagram } from './testing/anyCommand'
import { plainDialect } from './testing/plainDialect'

describe('any sequence of commands', () => {
  it('keeps the invariants, can be undone to the start and done again to the end', () => {
    let done = 0
    fc.assert(
      fc.property(
        arbitrarySchema(),
        fc.array(choices(), { minLength: 1, maxLength: 20 }),
        (start, decisions) => {
          const newId = countingIds('n')
          const steps: Edits[] = []
          let schema: Schema = start
          for (const c of decisions) {
            const diagram = someDiagram(schema)
            // Now and then something happens that no command does.
            if (diagram === undefined || c.below(8) === 0) steps.push(rawEdits(schema, c))
            else {
              const result = perform(schema, { newId, dialect: plainDialect, diagram }, (cx) =>
                anyCommand(cx, c),
              )
              if (!result.ok) continue
              steps.push(result.value.edits)
            }
            done++
            schema = applyEdits(schema, steps.at(-1) ?? [])
            expect(faultsOf(schema)).toEqual([])
          }
          const undone = steps.reduceRight((now, edits) => applyEdits(now, invert(edits)), schema)
          expect(undone).toEqual(start)
          expect(steps.reduce((now, edits) => applyEdits(now, edits), undone)).toEqual(schema)
          expect(applyEdits(start, squash(...steps))).toEqual(schema)
        },
      ),
      { numRuns: 40 },
    )
    expect(done).toBeGreaterThan(100)
  })
})
