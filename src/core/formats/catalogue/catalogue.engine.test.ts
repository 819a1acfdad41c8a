// Every kind of object that an engine knows, asked for with the catalogue query: what is written of the answer makes
// the same database again.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { askCatalogue } from '../../../../e2e/corpus/askCatalogue'
import { asNames } from '../../../../e2e/corpus/asNames'
import { readText } from '../../../../e2e/corpus/readEntry'
import { unlike } from '../../../../e2e/corpus/unlike'
import type { Catalogue } from '../../../../e2e/engines/catalogue'
import { ENGINES } from '../../../../e2e/engines/engines'
import { onEngine } from '../../../../e2e/engines/onEngine'
import type { Schema } from '../../model/schema'
import type { DialectId } from '../../model/target'
import { defaultDdlOptions } from '../../dialects/options'
import { engineTargets, versionOf } from '../../dialects/testing/engineTargets'
import { ownDocument } from '../../dialects/testing/ownDocuments'
import { ddlWriters } from '../../dialects/writers'

const sinks = {
  postgres18: 'postgres',
  postgres14: 'postgres',
  sqlite: 'sqlite',
  mariadb: 'mariadb',
  mysql9: 'mysql9',
} as const

type Own = Parameters<typeof ownDocument>[0]

/** Users and what they may do are the server's; another database is asked for by itself. */
function asked(catalogue: Catalogue, dialect: DialectId): Catalogue {
  if (dialect === 'postgres')
    return { ...catalogue, roles: catalogue.roles.filter(({ name }) => name !== 'chief') }
  return {
    ...catalogue,
    roles: [],
    grants: [],
    namespaces: [],
    tables: catalogue.tables
      .filter(({ schema }) => schema !== 'other')
      .map((table) => ({
        ...table,
        foreignKeys: table.foreignKeys.filter(({ refSchema }) => refSchema !== 'other'),
      })),
  }
}

const written = (schema: Schema, dialect: DialectId, version: string): string =>
  ddlWriters[dialect](schema, { dialect, version }, defaultDdlOptions).text

for (const [engine, dialect] of engineTargets) {
  const target = { dialect, version: versionOf[engine] }
  const scripts = [
    // One of the four that have such a document: those that run.
    ['its own document', () => written(ownDocument(dialect as Own), dialect, target.version)],
    ['the kitchen sink', () => readFileSync(`e2e/engines/kitchen-sinks/${sinks[engine]}.sql`, 'utf8')],
  ] as const

  onEngine(engine, (open) => {
    it.each(scripts)('gives all of %s', async (_name, script) => {
      const source = await open()
      expect((await source.run(script())).errors).toEqual([])
      const before = asked(await source.catalogue(), dialect)
      const { schema, notices } = await askCatalogue(source, target)
      await source.close()
      if (dialect === 'mysql' || dialect === 'mariadb')
        expect(notices.map(({ message }) => message)).toContainEqual(
          expect.stringContaining('users or roles'),
        )
      const again = await open()
      expect((await again.run(written(schema, dialect, target.version))).errors).toEqual([])
      const after = asked(await again.catalogue(), dialect)
      // What its writer names, SQLite tells from what has no name: its model is compared below.
      if (dialect === 'sqlite') return
      // MariaDB tells the numbers of a sequence only to those who name it, and a notice says so.
      const differences = unlike(before, after, ENGINES[engine].family)
      expect(
        differences.filter((line) => !/^\.sequences \.ticket\./.test(line) || dialect !== 'mariadb'),
      ).toEqual([])
    })

    if (dialect !== 'sqlite') return
    it('gives the very model of its statements', async () => {
      for (const [, script] of scripts) {
        const source = await open()
        await source.run(script())
        const read = await readText('own.sql', script(), target)
        if (!read.ok) throw new Error(read.error.message)
        const plain = (sql: string) =>
          sql.replace(/^CREATE (?:VIRTUAL )?\w+ +/i, (head) => head.toUpperCase())
        const lines = (from: Schema) =>
          [...asNames(from, plain)].filter(([line]) => !/^verbatim .*after$/.test(line)).sort()
        expect(lines((await askCatalogue(source, target)).schema)).toEqual(lines(read.value.schema))
      }
    })
  })
}
