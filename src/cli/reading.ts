// From a text to a model, through whichever format it is in.
import { formatOf, formats } from '../core/formats'
import type { Format, FormatId, NotReadable, ReadSchema, SourceText } from '../core/formats/format'
import { guessTarget, looksLikeSnowflake } from '../core/formats/sql/guess'
import { fail, ok, type Result } from '../core/lib/result'
import { dialects } from '../core/dialects'
import { type DialectId, dialectIds, isDialectId, type Target } from '../core/model/target'
import { nodePostgresParser } from './postgresParser'

export const isFormatId = (id: string): id is FormatId => Object.hasOwn(formats, id)

/** Ids of what a file does not name: counted, so that the same file gives the same output every time. */
function countingIds(): () => string {
  let last = 0
  return () => `cli${String((last += 1)).padStart(6, '0')}`
}

const newest = (dialect: DialectId): Target => ({ dialect, version: dialects[dialect].versions.at(-1) ?? '' })

export interface Input {
  readonly sources: readonly SourceText[]
  /** A format, `sql@DIALECT`, or a dialect alone. */
  readonly from: string | undefined
}

interface Asked {
  readonly format: Format
  readonly target: Target
}

/** SQL does not say whose it is: what was asked for, else what it looks like. */
function asSql({ sources }: Input, dialect?: DialectId): Asked {
  const text = sources.map((source) => source.text).join('\n')
  const name = sources[0]?.name ?? ''
  if (!dialect && looksLikeSnowflake(text, name))
    return { format: formats.snowflake, target: newest('postgres') }
  const guess = dialect ? undefined : guessTarget(text, name)?.target
  return { format: formats.sql, target: guess ?? newest(dialect ?? 'postgres') }
}

function askedFor(input: Input): Result<Asked, NotReadable> {
  const { sources, from } = input
  if (from === undefined) {
    const [first] = sources
    const format = first && formatOf(first.name, first.text)
    if (!format)
      return fail({ message: 'This is none of the formats that relata reads (see: relata formats)' })
    return ok(format.id === 'sql' ? asSql(input) : { format, target: newest('postgres') })
  }
  const [id = '', dialect] = from.split('@')
  if (isDialectId(from)) return ok(asSql(input, from))
  if (dialect !== undefined && id === 'sql') {
    return isDialectId(dialect)
      ? ok(asSql(input, dialect))
      : fail({ message: `${dialect} is no dialect that is read; known are ${dialectIds.join(', ')}` })
  }
  if (!isFormatId(from))
    return fail({ message: `${from} is not a format that is read (see: relata formats)` })
  return ok(from === 'sql' ? asSql(input) : { format: formats[from], target: newest('postgres') })
}

export async function readInput(input: Input): Promise<Result<ReadSchema, NotReadable>> {
  const asked = askedFor(input)
  if (!asked.ok) return asked
  const { format, target } = asked.value
  const { read } = await format.load()
  if (!read) return fail({ message: `${format.label} cannot be read yet` })
  return read(input.sources, { newId: countingIds(), target, engines: { postgres: nodePostgresParser } })
}
