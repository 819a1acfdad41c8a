// The catalogue query, run on the engine for each schema of the corpus: its answer gives the model that the engine's own
// dump gives, line by line; where there is no dump, the model of the script.
import { describe, expect, it } from 'vitest'
import type { Schema } from '../../src/core/model/schema'
import { onEngine } from '../engines/onEngine'
import type { EngineId } from '../engines/engine'
import { askCatalogue } from './askCatalogue'
import { asNames, differing } from './asNames'
import { corpus, type Entry } from './entries'
import { lossesOf } from './losses'
import { readText } from './readEntry'

const entries = corpus().filter(({ engine }) => engine !== undefined)
const dumped = new Set(entries.filter(({ name }) => name.endsWith('(dump)')).map(({ name }) => name))
/** As it was dumped where it was: a script may need what only its own server has. */
const given = entries.filter(({ name }) => name.endsWith('(dump)') || !dumped.has(`${name} (dump)`))

/** How a dump spells what the query answers otherwise: names with their schema, quotes around bodies, who made a view. */
const texts = (sql: string): string =>
  sql
    .replace(/\bpublic\./g, '')
    .replace(/\$\w*\$/g, '$$$$')
    .replace(/ DEFINER=`\w+`@`\w+`/g, '')
    .replace(/_utf8mb[34](?=')/g, '')
    .replace(
      /^(CREATE (?:FUNCTION|PROCEDURE) [^(]*)\([^]*?\)(?= (?:RETURNS|READS|BEGIN|DETERMINISTIC))/,
      '$1',
    )
    .replace(/\s+/g, ' ')
    .trim()

/** Statements that are kept as text (publications, of which a notice tells), who made a view, and how the author of a
 * routine wrote its parameters: MySQL knows only what they are. */
const aside = /^verbatim |^view .*options\[\d\]\.|^routine .*\.signature: /

/** MySQL keeps what a parameter is, not how it was written: its routines are known by their names alone. */
const lines = (schema: Schema, isMysql: boolean) =>
  new Map(
    [...asNames(schema, texts)].map(([line, value]) => [
      (isMysql ? line.replace(/^(routine [^(]*)\(.*\)(?=\.\w+$)/, '$1') : line).replace(/\bpublic\./g, ''),
      texts(value),
    ]),
  )

async function modelOf({ name, dialect, version, text }: Entry): Promise<Schema> {
  const read = await readText(`${name}.sql`, text(), { dialect, version })
  if (!read.ok) throw new Error(read.error.message)
  return read.value.schema
}

/** The engine was asked with another spelling of a string in it: "$.a" is a name to SQLite's own build. */
const loadable = ({ dialect, text }: Entry): string =>
  dialect === 'sqlite' ? text().replace(/"(\$\.[^"]+)"/g, "'$1'") : text()

/** Extensions that the engine has not. */
const partly = new Set(['postgres/pagila-pg18'])

describe.skipIf(given.length === 0)(`the catalogue of each schema of the corpus (${given.length})`, () => {
  const engines = new Set(given.flatMap(({ engine }) => (engine === undefined ? [] : [engine])))
  for (const id of engines as ReadonlySet<EngineId>) {
    onEngine(id, (open) => {
      const own = given.filter(({ engine }) => engine === id)
      it.each(own.map((entry) => [entry.name, entry] as const))(
        'gives the model of %s',
        async (name, entry) => {
          const session = await open()
          const { errors } = await session.run(loadable(entry), { onError: 'continue' })
          if (!partly.has(name)) expect(errors).toEqual([])
          const { dialect, version } = entry
          const read = await askCatalogue(session, { dialect, version })
          if (name.endsWith('(dump)') || dialect === 'sqlite') {
            const isMysql = dialect === 'mariadb'
            const model = await modelOf({ ...entry, text: () => loadable(entry) })
            const differences = differing(lines(model, isMysql), lines(read.schema, isMysql))
            expect(differences.filter((line) => !aside.test(line))).toEqual([])
          } else {
            const { losses } = lossesOf(read, entry.truth())
            expect(losses.filter((loss) => !(partly.has(name) && /embedding|vector/.test(loss)))).toEqual([])
          }
        },
      )
    })
  }
})
