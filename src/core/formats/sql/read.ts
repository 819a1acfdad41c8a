// SQL in: each source is read by the reader of its dialect, what it says is carried out, what came of it is a document.
import { dialects } from '../../dialects'
import { fail, ok, type Result } from '../../lib/result'
import type { NotReadable, ReadNotice, ReadOptions, ReadSchema, SourceText } from '../format'
import { applyScript } from './apply/apply'
import { Catalogue } from './apply/catalogue'
import { finish } from './apply/finish'
import { Lines } from './locate'
import type { ScriptReader } from './reader'
import { readers } from './readers'
import { unreadable } from './unreadable'

const located = (notice: ReadNotice, lines: readonly Lines[]): ReadNotice => {
  const place = notice.from === undefined ? undefined : lines[notice.source ?? 0]?.at(notice.from)
  return place ? { ...notice, line: place.line, column: place.column } : notice
}

/** "backup/shop.sql" is the document "shop". */
const documentName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')

interface Run {
  readonly sources: readonly SourceText[]
  readonly options: ReadOptions
  readonly reader: ScriptReader
}

/** False when it was cancelled. */
async function runAll({ sources, options, reader }: Run, catalogue: Catalogue): Promise<boolean> {
  const { target, engines, onProgress, isCancelled = () => false } = options
  const all = sources.reduce((sum, { text }) => sum + text.length, 0)
  let done = 0
  for (const [source, { name, text }] of sources.entries()) {
    if (isCancelled()) return false
    const before = done
    const script = await reader(text, {
      dialect: target.dialect,
      ...(engines && { engines }),
      sampleRows: options.sampleRows ?? 0,
      isCancelled,
      onProgress: (read) => onProgress?.(before + read, all),
    })
    if (isCancelled()) return false
    applyScript(script, { source, text, fileName: name }, catalogue)
    done += text.length
    onProgress?.(done, all)
  }
  return true
}

export async function readSql(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  for (const [source, { text }] of sources.entries()) {
    const message = unreadable(text)
    if (message !== undefined) return fail({ message, source })
  }
  const { dialect } = options.target
  const load = readers[dialect]
  if (!load) return fail({ message: `${dialects[dialect].label} scripts cannot be read yet` })
  const catalogue = new Catalogue(dialects[dialect], options.sampleRows ?? 0)
  const isDone = await runAll({ sources, options, reader: await load() }, catalogue)
  if (!isDone) return fail({ message: 'Reading was cancelled' })
  const read = finish(catalogue, {
    newId: options.newId,
    target: options.target,
    name: documentName(sources[0]?.name ?? ''),
  })
  const lines = sources.map(({ text }) => new Lines(text))
  return ok({ ...read, notices: read.notices.map((notice) => located(notice, lines)) })
}
