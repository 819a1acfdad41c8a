// The command line without a terminal: files, streams and the exit code are given and taken as values.
import { catalogueQueries } from '../core/formats/catalogue/queries'
import type { Notice, SourceText } from '../core/formats/format'
import { formats } from '../core/formats'
import { forwardFiles } from '../core/formats/migrations'
import { readArguments, type Convert } from './arguments'
import { listing, usage } from './listing'
import { readInput } from './reading'
import { outputOf, writeOutput, type WrittenOutput } from './writing'

export interface World {
  readonly version: string
  /** Throws an Error whose message says why; "-" is standard input. */
  readonly read: (file: string) => Promise<string>
  /** The files in a folder and in those below it; undefined where it is none. */
  readonly list: (folder: string) => Promise<readonly string[] | undefined>
  readonly write: (file: string, text: string) => Promise<void>
  /** With those above it; one that is there already is no error. */
  readonly makeFolder: (folder: string) => Promise<void>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export type ExitCode = 0 | 1 | 2

/** Names come from files: one notice stays one line, and nothing in it steers the terminal. */
// eslint-disable-next-line no-control-regex -- these are the ones to take out
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')

const lineOf = ({ line, message, remedy }: Notice): string =>
  printable(`${String(line ?? 0)}: ${message}${remedy === undefined ? '' : ` ${remedy}`}`)

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function refuse(world: World, message: string): ExitCode {
  world.err(`relata: ${printable(message)}\n`)
  return 2
}

async function deliver(out: string, { text, files }: WrittenOutput, world: World): Promise<void> {
  if (!files) return world.write(out, text)
  await world.makeFolder(out)
  for (const file of files) await world.write(`${out}/${file.name}`, file.text)
}

const readable = new Set(
  Object.values(formats).flatMap(({ extensions, isOnlyWritten }) => (isOnlyWritten ? [] : extensions)),
)

/** A folder stands for the schemas in it, in the order of their names. */
async function filesOf(names: readonly string[], world: World): Promise<readonly string[]> {
  const out: string[] = []
  for (const name of names) {
    const inside = name === '-' ? undefined : await world.list(name)
    const found = inside?.filter((file) => readable.has(/\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''))
    if (found?.length === 0) throw new Error(`${name}: there is no schema in this folder`)
    out.push(
      ...(found ? forwardFiles(found.map((file) => ({ name: file }))).map((file) => file.name) : [name]),
    )
  }
  return out
}

async function convert(command: Convert, world: World): Promise<ExitCode> {
  const output = outputOf(command.to)
  if (!output.ok) return refuse(world, output.error)
  const sources: SourceText[] = []
  try {
    for (const name of await filesOf(command.files, world))
      sources.push({ name, text: await world.read(name) })
  } catch (error) {
    return refuse(world, wordsOf(error))
  }
  const input = await readInput({ sources, from: command.from })
  if (!input.ok) {
    const { line = 1, column = 1, source = 0, message, remedy = '' } = input.error
    const name = sources[source]?.name ?? ''
    world.err(`${printable(`${name}:${String(line)}:${String(column)}: ${message} ${remedy}`.trimEnd())}\n`)
    return 2
  }
  const written = await writeOutput(input.value.schema, output.value, command)
  if (!written.ok) return refuse(world, written.error)
  // Lines of a script that was made of the input are lines of nothing that anybody has.
  const read = input.value.texts
    ? input.value.notices.map(({ line: _line, ...notice }): Notice => notice)
    : input.value.notices
  const notices = [...read, ...written.value.notices]
  if (command.out === undefined) world.out(written.value.text)
  else {
    try {
      await deliver(command.out, written.value, world)
    } catch (error) {
      return refuse(world, wordsOf(error))
    }
  }
  for (const notice of notices) world.err(`${lineOf(notice)}\n`)
  return command.isStrict && notices.length > 0 ? 1 : 0
}

export async function run(words: readonly string[], world: World): Promise<ExitCode> {
  const command = readArguments(words)
  if (!command.ok) {
    world.err(`relata: ${printable(command.error)}\n\n${usage}`)
    return 2
  }
  switch (command.value.kind) {
    case 'help':
      world.out(usage)
      return 0
    case 'version':
      world.out(`${world.version}\n`)
      return 0
    case 'formats':
      world.out(await listing())
      return 0
    case 'catalogueQuery':
      world.out(`${catalogueQueries[command.value.dialect].sql}\n`)
      return 0
    case 'convert':
      return convert(command.value, world)
  }
}
