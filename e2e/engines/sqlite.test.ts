import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue, TableEntry } from './catalogue'
import { onEngine } from './onEngine'

const KITCHEN_SINK = readFileSync(new URL('kitchen-sinks/sqlite.sql', import.meta.url), 'utf8')

onEngine(['sqlite'], (open, engine) => {
  const read = async (sql: string): Promise<Catalogue> => {
    const session = await open()
    expect((await session.run(sql)).errors).toEqual([])
    return session.catalogue()
  }
  const table = (catalogue: Catalogue, name: string): TableEntry | undefined =>
    catalogue.tables.find((one) => one.name === name)

  it('is the version that it is named after', async () => {
    expect(await engine.version()).toMatch(/^3\.54\./)
  })

  it('holds all that the kitchen sink makes, and nothing else', async () => {
    const catalogue = await read(KITCHEN_SINK)
    void (await import('node:fs')).writeFileSync('/tmp/cat.' + engine.id + '.json', JSON.stringify((await import('./told')).told(catalogue), null, 1))
  })
})
