// The corpus: what is read of each schema, and whether what is written of it makes the same database again.
//   npm run bench -- corpus --cross: each schema on every engine
//   RELATA_CORPUS_ONLY=sakila RELATA_CORPUS_VERBOSE=1 RELATA_CORPUS_STATIC=1 npm run bench -- corpus
import { dialects } from '../../src/core/dialects'
import { defaultDdlOptions } from '../../src/core/dialects/options'
import { ddlWriters } from '../../src/core/dialects/writers'
import type { Schema } from '../../src/core/model/schema'
import type { Measure } from './measure'
import { corpus, type Entry } from '../corpus/entries'
import { lossesOf } from '../corpus/losses'
import { readText } from '../corpus/readEntry'
import { cross } from '../corpus/crossing'
import { unlike } from '../corpus/unlike'
import { ENGINE_IDS } from '../engines/engine'
import { availability, ENGINES } from '../engines/engines'
import { openHost } from '../engines/servers/host'

export const about = 'real schemas: what is read, what is lost, what runs again and makes the same database'

const verbose = process.env['RELATA_CORPUS_VERBOSE'] !== undefined
const only = new RegExp(process.env['RELATA_CORPUS_ONLY'] ?? '')
const most = Number(process.env['RELATA_CORPUS_MOST'] ?? 25)

const print = (lines: readonly string[]): void => {
  if (verbose) for (const line of lines.slice(0, most)) console.log(`      ${line}`)
  if (verbose && lines.length > most) console.log(`      … ${lines.length - most} more`)
}

/** The source and what we write, each in a database of its own on one engine. */
async function runAgain(entry: Entry, schema: Schema): Promise<string> {
  const { engine, dialect, version } = entry
  if (engine === undefined) return 'no engine'
  if (!availability(engine).available) return `${engine} is absent`
  const target = { dialect, version }
  const written = ddlWriters[dialect](schema, target, defaultDdlOptions)
  // One after the other: databases that a script names itself are the server's.
  const before = await ENGINES[engine].fresh()
  const first = await before.run(entry.text(), { onError: 'continue' })
  const held = await before.catalogue()
  await before.close()
  const after = await ENGINES[engine].fresh()
  try {
    const second = await after.run(written.text, { onError: 'continue' })
    const differences = unlike(held, await after.catalogue(), ENGINES[engine].family)
    print(
      second.errors.map(
        ({ message, statement }) => `error: ${message} | ${statement.replace(/\s+/g, ' ').slice(0, 140)}`,
      ),
    )
    print(
      first.errors
        .map(
          ({ message, statement }) =>
            `source error: ${message} | ${statement.replace(/\s+/g, ' ').slice(0, 100)}`,
        )
        .slice(0, 5),
    )
    print(differences)
    return `${engine}: errors ${second.errors.length} (source ${first.errors.length}), differences ${differences.length}`
  } finally {
    await after.close()
  }
}

async function one(entry: Entry): Promise<void> {
  const start = performance.now()
  const read = await readText(`${entry.name}.sql`, entry.text(), {
    dialect: entry.dialect,
    version: entry.version,
  })
  const took = (performance.now() - start).toFixed(0)
  if (!read.ok) {
    console.log(`  ${entry.name.padEnd(40)} not read: ${read.error.message}`)
    return
  }
  const { schema, notices } = read.value
  const { expected, found, losses } = lossesOf(read.value, entry.truth())
  const levels = ['loss', 'warning', 'info'].map(
    (level) => notices.filter((notice) => notice.level === level).length,
  )
  const isStatic = process.env['RELATA_CORPUS_STATIC'] !== undefined
  const ran = isStatic
    ? ''
    : await runAgain(entry, schema).catch((error: unknown) => `failed: ${String(error)}`)
  console.log(
    `  ${entry.name.padEnd(40)} ${String(schema.table.size).padStart(4)} tables ${`${found}/${expected}`.padStart(13)}  silent losses ${String(losses.length).padStart(4)}  notices ${levels.join('/')}  ${took} ms  ${ran}`,
  )
  print(losses.map((loss) => `loss: ${loss}`))
  print(
    notices
      .filter(({ level }) => level !== 'info')
      .map(({ level, line, message }) => `${level} ${String(line)}: ${message}`),
  )
}

/** Each schema on each engine; what fails is named where one asks for more words. */
async function crossed(entry: Entry): Promise<void> {
  const { name, dialect, version } = entry
  const read = await readText(`${name}.sql`, entry.text(), { dialect, version })
  if (!read.ok) return
  const cells: string[] = []
  for (const engine of ENGINE_IDS) {
    if (!availability(engine).available) {
      cells.push(`${engine} absent`)
      continue
    }
    const session = await ENGINES[engine].fresh()
    try {
      const { statements, errors, notices } = await cross(read.value.schema, engine, session)
      cells.push(`${engine} ${statements - errors.length}/${statements} (${notices} told)`)
      if (verbose) console.log(`    ${engine}`)
      print(
        errors.map(
          ({ message, statement }) => `${message} | ${statement.replace(/\s+/g, ' ').slice(0, 200)}`,
        ),
      )
    } finally {
      await session.close()
    }
  }
  console.log(`  ${name.padEnd(40)} ${cells.join('   ')}`)
}

export async function run(_measure: Measure, given: readonly string[] = []): Promise<void> {
  const isCrossing = given.includes('--cross')
  const entries = corpus().filter(({ name, dialect }) => only.test(name) && dialect in dialects)
  if (entries.length === 0) console.log('  There is no corpus here (RELATA_CORPUS).')
  const close = await openHost()
  try {
    for (const entry of entries) {
      // A dump is the same schema once more.
      if (!isCrossing) await one(entry)
      else if (!entry.name.endsWith('(dump)')) await crossed(entry)
    }
  } finally {
    await close()
  }
}
