// The document with everything in it, written for each database and run there.
import { expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import { kitchenSink } from '../model/testing/kitchenSink.data'
import type { Schema } from '../model/schema'
import { dialects } from '.'
import { defaultDdlOptions } from './options'
import { engineTargets, versionOf } from './testing/engineTargets'

/** One of its verbatim statements takes away an extension that others stand on. */
function runnable(schema: Schema): Schema {
  const kept = [...schema.verbatim].filter(([, { text }]) =>
    text.parts.every((part) => typeof part !== 'string' || !part.includes('DROP EXTENSION')),
  )
  return { ...schema, verbatim: new Map(kept) }
}

for (const [engine, dialect] of engineTargets) {
  onEngine(engine, (open) => {
    it('takes everything that the model can say', async () => {
      const schema = runnable(kitchenSink(dialects.postgres))
      const target = { dialect, version: versionOf[engine] }
      const { text } = dialects[dialect].write(schema, target, defaultDdlOptions)
      const { errors } = await (await open()).run(text)
      expect(errors, text).toEqual([])
    })
  })
}
