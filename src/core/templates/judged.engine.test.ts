// Every template for the databases that are not at hand: a parser of each takes what would be run there.
import { describe, expect, it } from 'vitest'
import { parseJudges } from '../../../e2e/engines/judges'
import { dialects } from '../dialects'
import { defaultDdlOptions } from '../dialects/options'
import { ddlWriters } from '../dialects/writers'
import { allTemplates, built } from './testing/built'

describe.each(['sqlserver', 'oracle', 'redshift'] as const)('for %s', (dialect) => {
  it.each(allTemplates)(
    'a parser takes $title',
    async (template) => {
      const texts = dialects[dialect].versions.map((version) => {
        const schema = built(template, dialect, version)
        return ddlWriters[dialect](schema, { dialect, version }, defaultDdlOptions).text
      })
      for (const text of new Set(texts)) expect(await parseJudges[dialect](text), text).toEqual([])
      // The grammar of Oracle is slow.
    },
    300_000,
  )
})
