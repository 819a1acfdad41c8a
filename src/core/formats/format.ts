// What every format answers for. A writer returns what it could not say; a reader, what it did not understand.
import type { Notice } from '../dialects/dialect'
import type { Result } from '../lib/result'
import type { NewId } from '../model/id'
import type { Schema } from '../model/schema'
import type { Target } from '../model/target'

export type { Notice } from '../dialects/dialect'

export const formatIds = ['relata', 'dbml'] as const
export type FormatId = (typeof formatIds)[number]

export interface Written {
  readonly text: string
  readonly notices: readonly Notice[]
}

export interface ReadOptions {
  readonly newId: NewId
  /** For formats that do not say what they were written for. */
  readonly target: Target
}

export interface ReadSchema {
  readonly schema: Schema
  readonly notices: readonly Notice[]
}

/** The text is not of this format at all: nothing could be taken from it. */
export interface NotReadable {
  readonly message: string
  /** From 1, where it is known. */
  readonly line?: number
  readonly column?: number
}

export interface FormatCode {
  readonly read?: (text: string, options: ReadOptions) => Result<ReadSchema, NotReadable>
  readonly write?: (schema: Schema) => Written
}

export interface Format {
  readonly id: FormatId
  readonly label: string
  /** With their dots; the first is the one that is written. */
  readonly extensions: readonly string[]
  readonly mime: string
  /** Does a text look like this format? Asked when the extension does not tell. */
  readonly detect?: (text: string) => boolean
  /** The code comes when it is asked for. */
  readonly load: () => Promise<FormatCode>
}
