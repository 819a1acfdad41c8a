// Random schemas of every dialect, written for every engine and run there.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import { choices } from '../model/testing/chooser'
import { defaultDdlOptions } from './options'
import { ddlWriters } from './writers'
import { differences } from './testing/compare'
import { engineTargets, versionOf } from './testing/engineTargets'
import { randomModel } from './testing/randomModel'

const sources = ['postgres', 'mysql', 'mariadb', 'sqlite', 'sqlserver', 'oracle'] as const
/** Some two hundred schemas in all; the database that a document is written for sees most of them. */
const runsOf = (isOwn: boolean): number => (isOwn ? 16 : 6)

for (const [engine, dialect] of engineTargets) {
  onEngine(engine, (open) => {
    it.each(sources)('random schemas of %s run in one go', async (source) => {
      await fc.assert(
        fc.asyncProperty(choices(), async (c) => {
          const schema = randomModel(c, source)
          const target = { dialect, version: versionOf[engine] }
          const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
          const session = await open()
          const { errors } = await session.run(text)
          expect(errors.map(({ message, statement }) => `${message}\n${statement}`)).toEqual([])
          const catalogue = await session.catalogue()
          await session.close()
          const found = differences({ schema, catalogue, notices, dialect, isOwn: source === dialect })
          expect(found.map((one) => `${source} on ${engine}: ${one}`)).toEqual([])
        }),
        // The same models every time: a red run means that something changed.
        { numRuns: runsOf(source === dialect), endOnFailure: true, seed: 20_261_120 },
      )
    })
  })
}
