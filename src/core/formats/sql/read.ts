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
import { orSecondOpinion } from './secondOpinion'
import type { Script } from './statement'
import { unreadable } from './unreadable'

const located = (notice: ReadNotice, lines: readonly Lines[]): ReadNotice => {
  const place = notice.from === undefined ? undefined : lines[notice.source ?? 0]?.at(notice.from)
  return place ? { ...notice, line: place.line, column: place.column } : notice
}

/** "backup/shop.sql" is the document "shop". */
const documentName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')

/** Scripts that were read from `sources`, carried out one after the other: the way of every format that says a schema
 * in statements. */
export function applyScripts(
  scripts: readonly Script[],
  sources: readonly SourceText[],
  options: ReadOptions,
): ReadSchema {
  const catalogue = new Catalogue(dialects[options.target.dialect], options.sampleRows ?? 0)
  for (const [source, script] of scripts.entries()) {
    const { text = '', name: fileName = '' } = sources[source] ?? {}
    applyScript(script, { source, text, fileName }, catalogue)
  }
  const read = finish(catalogue, {
    newId: options.newId,
    target: options.target,
    name: documentName(sources[0]?.name ?? ''),
  })
  const lines = sources.map(({ text }) => new Lines(text))
  return { ...read, notices: read.notices.map((notice) => located(notice, lines)) }
}

/** The scripts of all sources; undefined when the reading was cancelled. */
async function readAll(
  sources: readonly SourceText[],
  options: ReadOptions,
  reader: ScriptReader,
): Promise<readonly Script[] | undefined> {
  const { target, engines, onProgress, isCancelled = () => false } = options
  const all = sources.reduce((sum, { text }) => sum + text.length, 0)
  const scripts: Script[] = []
  let done = 0
  for (const { text } of sources) {
    const before = done
    const script = await reader(text, {
      dialect: target.dialect,
      ...(engines && { engines }),
      sampleRows: options.sampleRows ?? 0,
      isCancelled,
      onProgress: (read) => onProgress?.(before + read, all),
    })
    if (isCancelled()) return undefined
    scripts.push(script)
    done += text.length
    onProgress?.(done, all)
  }
  return scripts
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
  const scripts = await readAll(sources, options, await load())
  if (!scripts) return fail({ message: 'Reading was cancelled' })
  if (scripts.every(({ statements }) => statements.length === 0))
    return fail({ message: 'No tables found: there is no statement in this text' })
  return ok(await orSecondOpinion(applyScripts(scripts, sources, options), dialect, { sources, options }))
}
