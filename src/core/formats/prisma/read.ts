// Prisma in: the datasource says for which database, so the target of the document follows it.
import { dialects } from '../../dialects'
import { fail, ok, type Result } from '../../lib/result'
import type { NotReadable, ReadOptions, ReadSchema, SourceText } from '../format'
import { applyScripts } from '../sql/read'
import { prismaScripts } from './script'

export function readPrisma(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  const { dialect, scripts } = prismaScripts(sources.map(({ text }) => text))
  if (scripts.every(({ statements }) => statements.length === 0))
    return Promise.resolve(fail({ message: 'No models found: this does not look like a Prisma schema' }))
  const target =
    options.target.dialect === dialect
      ? options.target
      : { dialect, version: dialects[dialect].versions.at(-1) ?? '' }
  return Promise.resolve(ok(applyScripts(scripts, sources, { ...options, target })))
}
