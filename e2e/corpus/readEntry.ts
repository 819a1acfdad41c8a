// One text of the corpus, read as the command line would.
import { nodePostgresParser } from '../../src/cli/postgresParser'
import type { NotReadable, ReadSchema } from '../../src/core/formats/format'
import { readSql } from '../../src/core/formats/sql/read'
import type { Result } from '../../src/core/lib/result'
import type { Target } from '../../src/core/model/target'

export function countingIds(): () => string {
  let last = 0
  return () => String((last += 1)).padStart(7, '0')
}

export const readText = (
  name: string,
  text: string,
  target: Target,
): Promise<Result<ReadSchema, NotReadable>> =>
  readSql([{ name, text }], { newId: countingIds(), target, engines: { postgres: nodePostgresParser } })
