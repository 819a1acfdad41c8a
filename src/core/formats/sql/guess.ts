// Which database a script was written for, as a target to read it as.
import { dialects } from '../../dialects'
import { detectDialect } from './detect'
import type { Target } from '../../model/target'

export interface Guess {
  readonly target: Target
  /** What was seen, for people. */
  readonly reasons: readonly string[]
}

/** The likeliest of the databases that a document can be written for; nothing where the text does not tell. */
export function guessTarget(text: string, fileName: string): Guess | undefined {
  for (const { dialect, reasons } of detectDialect(text, fileName)) {
    if (dialect === 'snowflake') continue
    return { target: { dialect, version: dialects[dialect].versions.at(-1) ?? '' }, reasons }
  }
  return undefined
}

/** Snowflake is read, but no document is written for it: it is a format of its own. */
export const looksLikeSnowflake = (text: string, fileName: string): boolean =>
  detectDialect(text, fileName)[0]?.dialect === 'snowflake'
