// Every template, made for each database, runs there without an error, and the database holds what the model says.
import { describe, expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import { dialects } from '../dialects'
import { defaultDdlOptions } from '../dialects/options'
import { differences } from '../dialects/testing/compare'
import { engineTargets, versionOf } from '../dialects/testing/engineTargets'
import { ddlWriters, joinText } from '../dialects/writers'
import type { DialectId } from '../model/target'
import { waysBetween } from '../model/ways'
import type { Schema } from '../model/schema'
import { allTemplates, built } from './testing/built'

/** Queries from the first table to some that it is tied to. */
function joinsOf(schema: Schema): readonly string[] {
  const [from, ...others] = [...schema.table.keys()]
  if (from === undefined) return []
  return others
    .slice(-6)
    .flatMap((to) => waysBetween(schema, { from, to, most: 1 }).flatMap((way) => joinText(schema, way) ?? []))
}

/** Forks have no engine of their own here: what they would be given runs on their parent. */
const forks: readonly (readonly [parent: DialectId, fork: DialectId])[] = [
  ['postgres', 'aurora-postgres'],
  ['mysql', 'aurora-mysql'],
]

for (const [engine, dialect] of engineTargets) {
  const ownAndForks = [dialect, ...forks.filter(([parent]) => parent === dialect).map(([, fork]) => fork)]
  onEngine(engine, (open) => {
    describe.each(ownAndForks)('for %s', (id) => {
      it.each(allTemplates)('$title runs and holds what the model says', async (template) => {
        const version = id === dialect ? versionOf[engine] : (dialects[id].versions.at(-1) ?? '')
        const schema = built(template, id, version)
        const { text, notices } = ddlWriters[id](schema, { dialect: id, version }, defaultDdlOptions)
        const session = await open()
        const { errors } = await session.run(text)
        expect(errors, text).toEqual([])
        const joins = joinsOf(schema)
        expect(joins.length).toBeGreaterThan(0)
        expect((await session.run(joins.join('\n'))).errors, joins.join('\n')).toEqual([])
        const catalogue = await session.catalogue()
        await session.close()
        expect(differences({ schema, catalogue, notices, dialect, isOwn: true })).toEqual([])
        const views = [...schema.view.values()].map(({ name }) => name)
        expect(catalogue.views.map(({ name }) => name).sort()).toEqual(views.sort())
      })
    })
  })
}
