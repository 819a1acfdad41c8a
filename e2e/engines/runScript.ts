import type { Family, RunError, RunOptions, RunResult } from './engine'
import { locate, type Complaint } from './locate'
import { splitScript } from './split'

interface Runner {
  readonly family: Family
  /** Null when the statement succeeded. */
  readonly execute: (statement: string) => Promise<Complaint | null>
}

export async function runScript(runner: Runner, sql: string, options: RunOptions = {}): Promise<RunResult> {
  const errors: RunError[] = []
  let done = 0
  for (const statement of splitScript(runner.family, sql)) {
    const complaint = await runner.execute(statement.text)
    if (complaint === null) done += 1
    else errors.push(locate(sql, statement, complaint))
    if (complaint !== null && options.onError !== 'continue') break
  }
  return { ok: errors.length === 0, done, errors }
}
