import { describe, expect, it, vi } from 'vitest'
import { newSchema } from '../core/model/factory'
import { countingIds } from '../core/model/testing/factories'
import { orSecondOpinion } from '../core/formats/sql/secondOpinion'
import type { SecondOpinion } from '../core/formats/format'
import { dbmlCore } from './dbmlCore'

const target = { dialect: 'postgres', version: '18' } as const
const text = `CREATE OR REPLACE TABLE a (id NUMBER(38,0) NOT NULL, PRIMARY KEY (id));
CREATE TABLE b (a_id NUMBER(38,0), FOREIGN KEY (a_id) REFERENCES a (id));`

const nothing = { schema: newSchema(countingIds('no'), 'a', target), notices: [] }

async function asked(own: typeof nothing, given: string, opinion: SecondOpinion = dbmlCore) {
  const ask = vi.fn(opinion)
  const load = vi.fn(() => Promise.resolve(ask))
  const options = { newId: countingIds('so'), target, engines: { secondOpinion: load } }
  const read = await orSecondOpinion(own, 'snowflake', { sources: [{ name: 'a.sql', text: given }], options })
  return { read, load, ask }
}

describe('a second opinion', () => {
  it('brings tables and relations where our own reader found none, and says whose they are', async () => {
    const { read } = await asked(nothing, text)
    expect([...read.schema.table.values()].map(({ name }) => name)).toEqual(['a', 'b'])
    expect(read.schema.relation.size).toBe(1)
    expect(read.notices).toMatchObject([{ level: 'warning', code: 'secondOpinion' }])
  })

  it('is not asked where tables were found, or where the text makes none', async () => {
    const { read } = await asked(nothing, text)
    expect((await asked({ ...nothing, schema: read.schema }, text)).load).not.toHaveBeenCalled()
    expect((await asked(nothing, 'CREATE VIEW v AS SELECT 1;')).load).not.toHaveBeenCalled()
  })

  it('changes nothing where the other reader stumbles too', async () => {
    expect(dbmlCore('CREATE TABLE (((', 'snowflake')).toBeUndefined()
    expect(dbmlCore(text, 'sqlite')).toBeUndefined()
    const { read, ask } = await asked(nothing, 'CREATE TABLE (((')
    expect(ask).toHaveBeenCalledOnce()
    expect(read).toBe(nothing)
    expect((await asked(nothing, text, () => 'Table {{{')).read).toBe(nothing)
  })
})
