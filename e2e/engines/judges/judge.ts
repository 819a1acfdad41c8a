// Parsers that stand in for engines which cannot be had: they tell good text from bad, and nothing of what it means.

export interface Problem {
  readonly message: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

/** No problem: the parser took the whole script. */
export type ParseJudge = (sql: string) => Promise<readonly Problem[]>
