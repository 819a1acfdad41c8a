// The options of a script, each proved by what an engine makes of it.
import { describe, expect, it } from 'vitest'
import { onEngine } from '../../../e2e/engines/onEngine'
import type { DialectId } from '../model/target'
import { dialectIds } from '../model/target'
import type { DdlOptions } from './dialect'
import { dialects } from '.'
import { mariadbReserved, mysqlReserved } from './mysql/reserved'
import { defaultDdlOptions } from './options'
import { oracleReserved } from './oracle/reserved'
import { postgresReserved, redshiftReserved } from './postgres/reserved'
import { sqliteReserved } from './sqlite/reserved'
import { sqlserverReserved } from './sqlserver/reserved'
import { engineTargets, versionOf } from './testing/engineTargets'
import { shop } from './testing/shop'
import { sketch } from './testing/sketch'
import { ddlWriters } from './writers'

const write = (dialect: DialectId, version: string, options: Partial<DdlOptions>) =>
  ddlWriters[dialect](shop, { dialect, version }, { ...defaultDdlOptions, ...options })

const everyReservedWord = new Set([
  ...postgresReserved,
  ...redshiftReserved,
  ...mysqlReserved,
  ...mariadbReserved,
  ...sqliteReserved,
  ...sqlserverReserved,
  ...oracleReserved,
])

for (const [engine, dialect] of engineTargets) {
  const version = versionOf[engine]
  onEngine(engine, (open) => {
    it('runs a second time when it drops first', async () => {
      const session = await open()
      const { text } = write(dialect, version, { dropFirst: true })
      expect((await session.run(text)).errors).toEqual([])
      // A namespace is never dropped: it may hold what is not ours.
      const again = text.replace(/^CREATE (?:SCHEMA|DATABASE) sales;$/m, '')
      expect((await session.run(again)).errors, again).toEqual([])
      expect((await session.catalogue()).tables).toHaveLength(4)
    })

    it('runs a second time when it makes only what is missing', async () => {
      const session = await open()
      const { text } = write(dialect, version, { ifNotExists: true })
      expect((await session.run(text)).errors).toEqual([])
      const second = await session.run(text, { onError: 'continue' })
      // A foreign key that closes a circle has no IF NOT EXISTS outside of its table.
      expect(
        second.errors.filter(({ statement }) => !/^ALTER TABLE/.test(statement)),
        text,
      ).toEqual([])
    })

    it.each<Partial<DdlOptions>>([
      { transaction: true },
      { foreignKeys: 'separate' },
      { indexes: 'inline' },
      { comments: false },
      { qualifiedNames: false },
      { foreignKeys: 'separate', indexes: 'inline', comments: false, transaction: true, dropFirst: true },
    ])('runs with %o', async (options) => {
      const { text } = write(dialect, version, options)
      const session = await open()
      expect((await session.run(text)).errors, text).toEqual([])
      expect((await session.catalogue()).tables).toHaveLength(4)
    })

    it('takes every word that is reserved anywhere as the name of a column', async () => {
      const columns = Object.fromEntries([...everyReservedWord].map((word) => [word, 'integer']))
      const { text } = ddlWriters[dialect](
        sketch({ tables: { t: { columns } } }),
        { dialect, version },
        defaultDdlOptions,
      )
      expect((await (await open()).run(text)).errors).toEqual([])
    })
  })
}

describe.each(dialectIds)('a part of the model for %s', (id) => {
  it('holds what was asked for, what that needs, and no foreign key to the rest', () => {
    const orders = [...shop.table.values()].find(({ name }) => name === 'orders')
    const target = { dialect: id, version: dialects[id].versions.at(-1) ?? '' }
    const scope = new Set(orders ? [orders.id] : [])
    const { text, notices } = ddlWriters[id](shop, target, { ...defaultDdlOptions, scope })
    expect(text).toMatch(/CREATE TABLE \S*orders/)
    expect(text).not.toMatch(/CREATE TABLE \S*users|REFERENCES/)
    expect(notices.map(({ code }) => code)).toContain('outOfScope')
  })
})
