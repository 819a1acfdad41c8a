// What only one database has, written for it, run there and read back: nothing is lost and nothing needs a notice.
import { expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import { defaultDdlOptions } from './options'
import { differences, objectDifferences } from './testing/compare'
import { versionOf } from './testing/engineTargets'
import { ownDocument } from './testing/ownDocuments'
import { ddlWriters } from './writers'

const engines = [
  ['postgres18', 'postgres'],
  ['sqlite', 'sqlite'],
  ['mariadb', 'mariadb'],
  ['mysql9', 'mysql'],
] as const

for (const [engine, dialect] of engines) {
  onEngine(engine, (open) => {
    it('holds all that its own document says', async () => {
      const schema = ownDocument(dialect)
      const target = { dialect, version: versionOf[engine] }
      const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
      expect(notices).toEqual([])
      const session = await open()
      expect((await session.run(text)).errors, text).toEqual([])
      const catalogue = await session.catalogue()
      const given = { schema, catalogue, notices, dialect, isOwn: true }
      expect([...differences(given), ...objectDifferences(given)], text).toEqual([])
    })
  })
}
