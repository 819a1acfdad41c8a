// What every format answers for. A writer returns what it could not say; a reader, what it did not understand.
import type { Notice } from '../dialects/dialect'
import type { Result } from '../lib/result'
import type { NewId } from '../model/id'
import type { AnyId, Schema } from '../model/schema'
import type { DialectId, Target } from '../model/target'
import type { PostgresParser } from './sql/parser'

export type { Notice } from '../dialects/dialect'

export const formatIds = [
  'relata',
  'catalogue',
  'dbml',
  'prisma',
  'rails',
  'snowflake',
  'sql',
  'mermaid',
  'plantuml',
  'dot',
  'd2',
  'markdown',
  'html',
] as const
export type FormatId = (typeof formatIds)[number]

export interface Written {
  readonly text: string
  readonly notices: readonly Notice[]
}

/** A file or a pasted text. Several are read one after the other, as migrations are. */
export interface SourceText {
  readonly name: string
  readonly text: string
}

/** A script as DBML, by somebody else's reader; undefined where that one understands nothing of it either. */
export type SecondOpinion = (text: string, language: DialectId | 'snowflake') => string | undefined

/** Heavy libraries that some readers need: given by whoever runs the reader, loaded when they are asked for. */
export interface ReadEngines {
  /** Asked when our own reader found no table in a text that makes some. */
  readonly secondOpinion?: () => Promise<SecondOpinion>
  readonly postgres?: () => Promise<PostgresParser>
}

export interface ReadOptions {
  readonly newId: NewId
  /** For formats that do not say what they were written for; SQL is read as this dialect. */
  readonly target: Target
  readonly engines?: ReadEngines
  /** Rows of INSERT and COPY become sample rows, this many for each table; 0 leaves them out. */
  readonly sampleRows?: number
  readonly onProgress?: (done: number, all: number) => void
  /** Asked between statements; a cancelled read ends with nothing. */
  readonly isCancelled?: () => boolean
}

/** `line` is a line of the source that `source` counts. */
export interface ReadNotice extends Notice {
  readonly source?: number
  readonly column?: number
  /** Characters of the source, for the place to be shown. */
  readonly from?: number
  readonly to?: number
}

export interface ReadSchema {
  readonly schema: Schema
  readonly notices: readonly ReadNotice[]
  /** What places speak of, one for each source, where it is not the source itself but was made of it. */
  readonly texts?: readonly string[]
  /** Where in the sources an object was made. */
  readonly origins?: ReadonlyMap<
    AnyId,
    { readonly source: number; readonly from: number; readonly to: number }
  >
  /** Objects whose placement says how they look, not where they stand. */
  readonly unplaced?: ReadonlySet<AnyId>
}

/** The text is not of this format at all: nothing could be taken from it. */
export interface NotReadable {
  readonly message: string
  readonly source?: number
  /** From 1, where it is known. */
  readonly line?: number
  readonly column?: number
  /** What to do about it. */
  readonly remedy?: string
}

export interface WriteOptions {
  /** The picture of the first diagram as SVG, for formats that hold one: drawn by whoever runs the writer. */
  readonly picture?: (schema: Schema) => string
  /** Only what the format has words for: for other programs. */
  readonly plain?: boolean
}

export interface FormatCode {
  readonly read?: (
    sources: readonly SourceText[],
    options: ReadOptions,
  ) => Promise<Result<ReadSchema, NotReadable>>
  readonly write?: (schema: Schema, options?: WriteOptions) => Written | Promise<Written>
}

export interface Format {
  readonly id: FormatId
  readonly label: string
  /** With their dots; the first is the one that is written. */
  readonly extensions: readonly string[]
  readonly mime: string
  /** Never the answer to what a file is: nothing can be taken from it. */
  readonly isOnlyWritten?: true
  /** Does a text look like this format? Asked when the extension does not tell. */
  readonly detect?: (text: string) => boolean
  /** The code comes when it is asked for. */
  readonly load: () => Promise<FormatCode>
}
