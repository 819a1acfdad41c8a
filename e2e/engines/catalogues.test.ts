import { expect, it } from 'vitest'
import { EMPTY_CATALOGUE, type Catalogue } from './catalogue'
import { ENGINE_IDS, type EngineId, type Family } from './engine'
import { catalogueOf, kitchenSink } from './holds'
import { onEngine } from './onEngine'
import { told } from './told'

const VERSION: Record<EngineId, RegExp> = {
  postgres18: /^18\./,
  postgres14: /^14\./,
  sqlite: /^3\.54\./,
  mariadb: /-MariaDB/,
  mysql9: /^9\./,
}

const ONE_TABLE = 'create table counted (id integer primary key)'

const EMPTY: Record<Family, Catalogue> = {
  postgres: { ...EMPTY_CATALOGUE, namespaces: [{ name: 'public', comment: 'standard public schema' }] },
  mysql: EMPTY_CATALOGUE,
  sqlite: { ...EMPTY_CATALOGUE, namespaces: [{ name: 'main', comment: null }] },
}

const sinkOf = (id: EngineId): ReturnType<typeof kitchenSink> =>
  kitchenSink(id === 'postgres18' || id === 'postgres14' ? 'postgres' : id)

onEngine(ENGINE_IDS, (open, engine) => {
  it('is the version that it is named after', async () => {
    expect(await engine.version()).toMatch(VERSION[engine.id])
  })

  it('starts empty', async () => {
    expect(await (await open()).catalogue()).toEqual(EMPTY[engine.family])
  })

  it('holds all that the kitchen sink makes, and nothing else', async () => {
    const { sql, catalogue } = sinkOf(engine.id)
    const held = await catalogueOf(await open(), sql)
    expect(told(engine.id === 'postgres14' ? asPrintedBy18(held) : held)).toEqual(catalogue)
  })

  it('is empty again after a session that made everything and left a transaction open', async () => {
    const session = await open()
    await session.run(sinkOf(engine.id).sql)
    await session.run(`begin; ${ONE_TABLE}`)
    await session.close()
    const next = await engine.fresh()
    expect(await next.catalogue()).toEqual(EMPTY[engine.family])
    await next.close()
  })

  it('keeps two sessions at once apart', async () => {
    const [one, other] = [await open(), await open()]
    await one.run(ONE_TABLE)
    expect((await one.catalogue()).tables.map((table) => table.name)).toEqual(['counted'])
    expect((await other.catalogue()).tables).toEqual([])
    expect((await other.run(ONE_TABLE)).ok).toBe(true)
  })

  it('answers a question with rows', async () => {
    expect(await (await open()).query(`select 1 as one, 'a' as letter`)).toEqual([{ one: 1, letter: 'a' }])
  })
})

/** PostgreSQL 14 qualifies columns in a view of one table, 18 no longer does. */
function asPrintedBy18(catalogue: Catalogue): Catalogue {
  const unqualify = (definition: string): string => definition.replaceAll('"Order".', '')
  const views = catalogue.views.map((view) =>
    view.materialized ? { ...view, definition: unqualify(view.definition) } : view,
  )
  return { ...catalogue, views }
}
