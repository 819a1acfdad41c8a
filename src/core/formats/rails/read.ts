// Rails in: a schema.rb does not name its database, but most give it away.
import { dialects } from '../../dialects'
import { fail, ok, type Result } from '../../lib/result'
import type { NotReadable, ReadOptions, ReadSchema, SourceText } from '../format'
import { applyScripts } from '../sql/read'
import { railsDialect, railsScript } from './script'

export function readRails(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  const asked = options.target
  const dialect = railsDialect(sources.map(({ text }) => text).join('\n'), asked.dialect)
  const target =
    asked.dialect === dialect ? asked : { dialect, version: dialects[dialect].versions.at(-1) ?? '' }
  const scripts = sources.map(({ text }) => railsScript(text, dialect))
  if (scripts.every(({ statements }) => statements.length === 0))
    return Promise.resolve(fail({ message: 'No tables found: this does not look like a schema.rb' }))
  return Promise.resolve(ok(applyScripts(scripts, sources, { ...options, target })))
}
