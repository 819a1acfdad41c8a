// Every schema of the corpus that is here: nothing of it is lost in silence, and what is written of it makes the same
// database again. Absent, it is skipped and said so; `npm run bench -- corpus` prints the figures.
import { describe, expect, it } from 'vitest'
import { dialects } from '../../src/core/dialects'
import { defaultDdlOptions } from '../../src/core/dialects/options'
import { ddlWriters } from '../../src/core/dialects/writers'
import { ENGINES } from '../engines/engines'
import { ENGINE_IDS } from '../engines/engine'
import { onEngine } from '../engines/onEngine'
import { cross } from './crossing'
import { corpus, type Entry } from './entries'
import { lossesOf } from './losses'
import { readText } from './readEntry'
import { unlike } from './unlike'

const entries = corpus().filter(({ engine }) => engine !== undefined)

async function readEntry({ name, dialect, version, text }: Entry) {
  const result = await readText(`${name}.sql`, text(), { dialect, version })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** The script was loaded in another encoding than its own when the engine was asked: only its accents differ. */
const garbled = new Set(['jobcandidate.resume', 'jobcandidate'])
/** Those that need nothing which an engine may lack; the bench runs them all. */
const steady =
  /^(?:postgres\/(?:chinook|chinook-serial|pagila|umami-migrations|spring-batch|camunda)|mysql\/(?:mall|camunda))(?: \(dump\))?$/

describe.skipIf(entries.length === 0)(`the corpus (${entries.length} scripts)`, () => {
  it.each(entries.map((entry) => [entry.name, entry] as const))(
    'reads %s without a silent loss',
    async (_name, entry) => {
      const read = await readEntry(entry)
      const { losses, expected } = lossesOf(read, entry.truth())
      expect(expected).toBeGreaterThan(0)
      expect(losses.filter((loss) => !garbled.has(loss.split(':')[0] ?? ''))).toEqual([])
      expect(Object.keys(dialects)).toContain(entry.dialect)
    },
  )
})

for (const entry of entries.filter(({ name }) => steady.test(name))) {
  if (entry.engine === undefined) continue
  onEngine(entry.engine, (open, engine) => {
    it(`makes the same database of ${entry.name} again`, async () => {
      const { schema } = await readEntry(entry)
      const { dialect, version } = entry
      const source = await open()
      expect((await source.run(entry.text())).errors).toEqual([])
      const before = await source.catalogue()
      await source.close()
      const again = await open()
      expect(
        (await again.run(ddlWriters[dialect](schema, { dialect, version }, defaultDdlOptions).text)).errors,
      ).toEqual([])
      expect(unlike(before, await again.catalogue(), ENGINES[engine.id].family)).toEqual([])
    })
  })
}

/** The same small shop of five databases, each written for all engines; the bench (--cross) takes the whole corpus. */
const crossing = corpus().filter(({ name }) => /^\w+\/chinook$/.test(name))

for (const engine of crossing.length > 0 ? ENGINE_IDS : []) {
  onEngine(engine, (open) => {
    it.each(crossing.map((entry) => [entry.name, entry] as const))(
      'runs what is written of %s',
      async (_name, entry) => {
        const { errors, statements } = await cross((await readEntry(entry)).schema, engine, await open())
        expect(errors).toEqual([])
        expect(statements).toBeGreaterThan(10)
      },
    )
  })
}
