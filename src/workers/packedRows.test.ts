import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitrarySchema } from '../core/model/testing/arbitrary'
import { editSlices, RowsIn, slicesOf } from './packedRows'
import { diffSchemas } from '../core/model/edit'
import { emptySchema } from '../core/model/schema'

test('a document that travels in slices arrives as it was', () => {
  fc.assert(
    fc.property(arbitrarySchema(), (schema) => {
      const rows = new RowsIn()
      for (const slice of slicesOf(schema)) rows.add(structuredClone(slice))
      expect(rows.schema()).toEqual(schema)
      const edits = diffSchemas(emptySchema, schema)
      expect(editSlices(edits).flat()).toEqual(edits)
    }),
    { numRuns: 20 },
  )
})

test('a large document comes in several slices', () => {
  const edits = Array.from({ length: 1000 }, (_, i) => ({
    kind: 'note' as const,
    id: `n_${i}` as const,
    field: 'x',
    before: i,
    after: i + 1,
  }))
  expect(editSlices(edits).length).toBeGreaterThan(3)
})
