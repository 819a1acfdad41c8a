// Names and texts that were made to break out, in every position: what the database holds in the end is what was
// written, to the letter.
import { expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import type { Session } from '../../../e2e/engines/engine'
import type { DialectId } from '../model/target'
import { dialects } from '.'
import { defaultDdlOptions } from './options'
import { differences } from './testing/compare'
import { engineTargets, versionOf } from './testing/engineTargets'
import { sketch, type ModelSketch, type TableSketch } from './testing/sketch'
import { ddlWriters } from './writers'

const hostile = [
  `it's`,
  `"; DROP TABLE victim; --`,
  `'; DROP TABLE victim; --`,
  '`; DROP TABLE victim; -- `',
  ']; DROP TABLE victim; --',
  `\\'; DROP TABLE victim; -- \\`,
  'back\\slash\\n\\0',
  'line\nbreak\r\nand\ttab',
  '/* comment',
  '*/ -- # comment',
  '$$ $x$ %s :name ? @var',
  'DELIMITER //',
  '🛒 emoji',
  'naïve Straße İ',
  '\u202Eright to left',
  '注文 الطلبات',
  'a'.repeat(200),
  'SELECT',
  'order',
  'Mixed Case',
  '1st',
  '123',
  ' ',
  'a.b.c',
  '__proto__',
  'constructor',
  'nul\0byte',
] as const

const literal = (text: string) => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`

/** One table for each text, with the text as every name and as every value. */
function model(): ModelSketch {
  const tables: Record<string, TableSketch> = { victim: { columns: { id: 'integer!' }, pk: ['id'] } }
  for (const text of hostile) {
    tables[text] = {
      comment: text,
      columns: {
        id: { type: 'integer!' },
        [text]: { type: 'varchar(300)', default: literal(text), comment: text },
        kind: { type: 'kinds', default: literal('open') },
      },
      pk: { on: ['id'], name: `${text} pk` },
      uniques: [{ on: [text, 'id'], name: `${text} uk` }],
      checks: [{ is: `{${text}} <> ${literal(`${text}!`)}`, name: `${text} ck` }],
      indexes: [{ on: [text], name: `${text} ix` }],
    }
  }
  return {
    enums: {
      kinds: [
        'open',
        ...hostile
          .map((text) => text.replaceAll('\0', '').trim() || '-')
          .map((text) => [...text].slice(0, 15).join('')),
      ].filter((value, i, all) => all.indexOf(value) === i),
    },
    tables,
  }
}

/** The row that a table makes of its defaults. */
async function defaultsOf(session: Session, dialect: DialectId, table: string): Promise<readonly unknown[]> {
  const { names } = dialects[dialect]
  const quote = (name: string) => names.quote(name)
  await session.run(`INSERT INTO ${quote(table)} (id) VALUES (1);`)
  const { tables } = await session.catalogue()
  const columns = tables.find(({ name }) => name === table)?.columns ?? []
  // Columns under plain names: an object puts a key such as 123 first.
  const list = columns.map(({ name }, i) => `${quote(name)} AS c${i}`).join(', ')
  const [row = {}] = await session.query(`SELECT ${list} FROM ${quote(table)}`)
  return Object.values(row)
}

for (const [engine, dialect] of engineTargets) {
  onEngine(engine, (open) => {
    it('keeps hostile names and texts in every position', async () => {
      const schema = sketch(model())
      const target = { dialect, version: versionOf[engine] }
      const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
      const session = await open()
      expect((await session.run(text)).errors).toEqual([])
      const catalogue = await session.catalogue()
      expect(differences({ schema, catalogue, notices, dialect, isOwn: dialect === 'postgres' })).toEqual([])
      expect(catalogue.tables.map(({ name }) => name)).toContain('victim')
    })

    it('keeps hostile defaults to the letter', async () => {
      const schema = sketch(model())
      const target = { dialect, version: versionOf[engine] }
      const { text, notices } = ddlWriters[dialect](schema, target, defaultDdlOptions)
      const session = await open()
      await session.run(text)
      for (const table of schema.table.values()) {
        if (table.name === 'victim') continue
        const renamed = notices.find(
          ({ about, part, code }) => about === table.id && part === undefined && code.startsWith('name'),
        )
        const name = /calls it (.*)\.$/s.exec(renamed?.message ?? '')?.[1] ?? table.name
        const row = await defaultsOf(session, dialect, name)
        // A column called 123 is the first of its object, whatever was written first.
        expect(row.map(String).sort()).toEqual(['1', table.name.replaceAll('\0', ''), 'open'].sort())
      }
    })
  })
}
