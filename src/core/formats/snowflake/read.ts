// Snowflake in: read by its own tongue, carried out as PostgreSQL would, which is the nearest of the targets.
import { dialects } from '../../dialects'
import { fail, ok, type Result } from '../../lib/result'
import type { NotReadable, ReadOptions, ReadSchema, SourceText } from '../format'
import { readSnowflake as readScript } from '../sql/own/snowflake'
import { applyScripts } from '../sql/read'
import { orSecondOpinion } from '../sql/secondOpinion'
import type { Script } from '../sql/statement'
import { unreadable } from '../sql/unreadable'
import { translated } from './translate'

export async function readSnowflake(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  const scripts: Script[] = []
  for (const [source, { text }] of sources.entries()) {
    const message = unreadable(text)
    if (message !== undefined) return fail({ message, source })
    const sampleRows = options.sampleRows ?? 0
    const reading = {
      dialect: 'postgres',
      sampleRows,
      isCancelled: options.isCancelled ?? (() => false),
    } as const
    scripts.push(translated(await readScript(text, reading)))
  }
  if (scripts.every(({ statements }) => statements.length === 0))
    return fail({ message: 'No tables found: there is no statement in this text' })
  const target = { dialect: 'postgres', version: dialects.postgres.versions.at(-1) ?? '' } as const
  const given = { ...options, target }
  const own = applyScripts(scripts, sources, given)
  return ok(await orSecondOpinion(own, 'snowflake', { sources, options: given }))
}
