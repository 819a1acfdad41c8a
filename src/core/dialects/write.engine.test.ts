import { describe, expect, it } from 'vitest'
import { ddlWriters } from './writers'
import { dialects } from '.'
import { parseJudges } from '../../../e2e/engines/judges'
import { onEngine } from '../../../e2e/engines/onEngine'
import { defaultDdlOptions } from './options'
import { shop } from './testing/shop'
import { written } from './testing/claims'
import { engineTargets } from './testing/engineTargets'

for (const [engine, target] of engineTargets) {
  onEngine(engine, (open) => {
    it('runs a small shop in one go', async () => {
      const session = await open()
      const { text } = written(shop, target)
      const { errors } = await session.run(text)
      expect(errors, text).toEqual([])
    })
  })
}

describe.each(['sqlserver', 'oracle', 'redshift'] as const)('for %s', (target) => {
  it.each(dialects[target].versions)(
    'a parser takes a small shop for version %s',
    async (version) => {
      const { text } = ddlWriters[target](shop, { dialect: target, version }, defaultDdlOptions)
      expect(await parseJudges[target](text), text).toEqual([])
      // The grammar of Oracle is slow to warm up.
    },
    300_000,
  )
})
