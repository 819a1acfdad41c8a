// Databases that cannot be had here: what the document with everything becomes must at least be read by somebody else.
import { expect, it } from 'vitest'
import { parseJudges } from '../../../e2e/engines/judges'
import { dialects } from '.'
import { defaultDdlOptions } from './options'
import { kitchenSink } from '../model/testing/kitchenSink.data'
import { renameAll } from './testing/renameAll'
import { ddlWriters } from './writers'

/** Statements of the manual that these parsers do not know; all others must be taken. */
const unknown = {
  // sp_addextendedproperty on a schema alone; GRANT of a permission (columns), permission (columns).
  sqlserver: /^(?:EXEC sys\.sp_addextendedproperty(?![^]*@level1type)|GRANT \w+ \([^)]*\),)/,
  redshift: /^CREATE ROLE /,
  oracle: undefined,
} as const

for (const dialect of ['sqlserver', 'oracle', 'redshift'] as const) {
  const version = dialects[dialect].versions.at(-1) ?? ''
  const known = unknown[dialect]
  it(`${dialect}: a parser takes the document with everything, also with everything renamed`, async () => {
    const sink = kitchenSink(dialects.postgres)
    for (const schema of [sink, renameAll(sink, (name) => `New "${name}"`)]) {
      const { text, statements } = ddlWriters[dialect](schema, { dialect, version }, defaultDdlOptions)
      const judged = known ? statements.flatMap(({ sql }) => (known.test(sql) ? [] : [sql])).join('\n') : text
      expect(await parseJudges[dialect](judged), judged).toEqual([])
    }
  }, 300_000)
}
