// The document with everything in it, written for each database and run there.
import { expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import { kitchenSink } from '../model/testing/kitchenSink.data'
import type { Schema } from '../model/schema'
import { dialects } from '.'
import { defaultDdlOptions } from './options'
import { ddlWriters } from './writers'
import { differences, objectDifferences } from './testing/compare'
import { engineTargets, versionOf } from './testing/engineTargets'
import { renameAll } from './testing/renameAll'

/** One of its verbatim statements takes away an extension that others stand on. */
function runnable(schema: Schema): Schema {
  const kept = [...schema.verbatim].filter(([, { text }]) =>
    text.parts.every((part) => typeof part !== 'string' || !part.includes('DROP EXTENSION')),
  )
  return { ...schema, verbatim: new Map(kept) }
}

/** Its verbatim statement gives a key a comment. */
function asHeld(schema: Schema): Schema {
  const tables = [...schema.table].map(([id, table]) => {
    const uniques = table.uniques.map((key) =>
      key.name.includes('one_per_state') ? { ...key, comment: 'one' } : key,
    )
    return [id, { ...table, uniques }] as const
  })
  return { ...schema, table: new Map(tables) }
}

/** A junction is made by the writer; a child of an inherited or partitioned table has columns of its parent. */
function tablesOnly(schema: Schema): Schema {
  const plain = [...schema.table].filter(
    ([, { inherits, partitionOf }]) => inherits.length === 0 && !partitionOf,
  )
  return { ...schema, table: new Map(plain) }
}

for (const [engine, dialect] of engineTargets) {
  onEngine(engine, (open) => {
    it('takes everything that the model can say', async () => {
      const schema = runnable(kitchenSink(dialects.postgres))
      const target = { dialect, version: versionOf[engine] }
      const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
      const session = await open()
      const { errors } = await session.run(text)
      expect(errors, text).toEqual([])
      if (dialect !== 'postgres') return
      const catalogue = await session.catalogue()
      expect(objectDifferences({ schema: asHeld(schema), catalogue, notices, dialect, isOwn: true })).toEqual(
        [],
      )
    })

    it('takes it again after everything was renamed, and holds what the model says', async () => {
      const schema = renameAll(runnable(kitchenSink(dialects.postgres)), (name) => `New "${name}"`)
      const target = { dialect, version: versionOf[engine] }
      const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
      const session = await open()
      const { errors } = await session.run(text)
      expect(errors, text).toEqual([])
      if (dialect !== 'postgres') return
      const catalogue = await session.catalogue()
      expect(objectDifferences({ schema: asHeld(schema), catalogue, notices, dialect, isOwn: true })).toEqual(
        [],
      )
      expect(
        differences({ schema: tablesOnly(schema), catalogue, notices, dialect, isOwn: true, isPart: true }),
      ).toEqual([])
    })
  })
}
