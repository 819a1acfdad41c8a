// From a text to a model, through whichever format it is in.
import { formatOf, formats } from '../core/formats'
import type { Format, FormatId, NotReadable, ReadSchema } from '../core/formats/format'
import { fail, type Result } from '../core/lib/result'
import { dialects } from '../core/dialects'
import type { Target } from '../core/model/target'
import { nodePostgresParser } from './postgresParser'

export const isFormatId = (id: string): id is FormatId => Object.hasOwn(formats, id)

/** Ids of what a file does not name: counted, so that the same file gives the same output every time. */
function countingIds(): () => string {
  let last = 0
  return () => `cli${String((last += 1)).padStart(6, '0')}`
}

/** Where a file does not say what it is for. */
const usualTarget: Target = { dialect: 'postgres', version: dialects.postgres.versions.at(-1) ?? '' }

export interface Input {
  readonly name: string
  readonly text: string
  readonly from: string | undefined
}

function formatFor({ name, text, from }: Input): Format | undefined {
  if (from === undefined) return formatOf(name, text)
  return isFormatId(from) ? formats[from] : undefined
}

export async function readInput(input: Input): Promise<Result<ReadSchema, NotReadable>> {
  if (input.from !== undefined && !isFormatId(input.from)) {
    return fail({ message: `${input.from} is not a format that is read (see: relata formats)` })
  }
  const format = formatFor(input)
  if (!format) return fail({ message: 'This is none of the formats that relata reads (see: relata formats)' })
  const { read } = await format.load()
  if (!read) return fail({ message: `${format.label} cannot be read yet` })
  return read([{ name: input.name, text: input.text }], {
    newId: countingIds(),
    target: usualTarget,
    engines: { postgres: nodePostgresParser },
  })
}
