// What leaves Relata: how each kind of export is previewed, called and made into a file.
import type { Ddl, DdlOptions } from '../core/dialects/dialect'
import { dialects } from '../core/dialects'
import { splitPerTable } from '../core/dialects/perTable'
import { safeFileName } from '../core/file'
import { formats } from '../core/formats'
import type { FormatId } from '../core/formats/format'
import { ok, type Result } from '../core/lib/result'
import { placementsIn, tablesOfGroup } from '../core/model/query'
import { projectOf, type AnyId, type Schema } from '../core/model/schema'
import { isDialectId, type Target } from '../core/model/target'
import type { CallError, CallOptions, Png } from '../workers/client'
import type { ExportChoices, ExportKind, ExportScope } from './exportChoices'
import type { Question } from './live'
import { diagramOf, drawPicture, previewPicture } from './pictures'
import type { FileKind } from './ports'
import { fileName } from './saving'
import { texts } from './texts'
import { view } from './view'

export const targetText = ({ dialect, version }: Target): string => `${dialect}/${version}`

/** What was chosen, if it still exists; else what the document is for. */
export function targetOf(chosen: string, own: Target): Target {
  const [dialect = '', version = ''] = chosen.split('/')
  return isDialectId(dialect) && dialects[dialect].versions.includes(version) ? { dialect, version } : own
}

/** Nothing selected: there is nothing to leave out. */
export function objectsIn(schema: Schema, scope: ExportScope): ReadonlySet<AnyId> | 'all' {
  const { items } = view.getState().selection
  if (scope === 'selection' && items.size > 0) return items
  if (scope.startsWith('area ')) {
    const group = [...schema.group.keys()].find((id) => `area ${id}` === scope)
    return group ? new Set(tablesOfGroup(schema, group)) : 'all'
  }
  if (!scope.startsWith('diagram')) return 'all'
  const placed = [...placementsIn(schema, diagramOf(schema, scope)).values()]
  return new Set(placed.filter(({ hidden }) => !hidden).map(({ object }) => object))
}

export const ddlOptions = (choices: ExportChoices, schema: Schema): DdlOptions => ({
  scope: objectsIn(schema, choices.scope),
  ifNotExists: choices.ifNotExists,
  dropFirst: choices.dropFirst,
  qualifiedNames: choices.qualifiedNames,
  // A file of its own for a table: a table that comes later cannot be referred to yet.
  foreignKeys: choices.onePerTable ? 'separate' : choices.foreignKeys,
  indexes: choices.indexes,
  comments: choices.comments,
  // A transaction does not span files.
  transaction: choices.transaction && !choices.onePerTable,
})

export const isPicture = (what: ExportKind): what is 'svg' | 'png' => what === 'svg' || what === 'png'

type TextChoices = ExportChoices & { readonly what: Exclude<ExportKind, 'svg' | 'png'> }

/** An export as it can be looked at. */
export type Preview =
  | {
      readonly kind: 'text'
      readonly what: ExportKind
      readonly target: Target
      readonly schema: Schema
      readonly ddl: Ddl
    }
  | { readonly kind: 'picture'; readonly what: ExportKind; readonly png: Png }

async function writeText(choices: TextChoices, schema: Schema): Promise<Result<Ddl, CallError>> {
  if (choices.what === 'sql')
    return texts.sql(schema, targetOf(choices.target, projectOf(schema).target), ddlOptions(choices, schema))
  const result = await texts.format(schema, choices.what, { plain: choices.isPlain })
  return result.ok ? ok({ ...result.value, statements: [] }) : result
}

export function previewOf(choices: ExportChoices): Question<Preview> {
  const { what } = choices
  return async (schema, signal) => {
    if (isPicture(what)) {
      const result = await previewPicture(schema, choices, { signal })
      return result.ok ? ok({ kind: 'picture', what, png: result.value }) : result
    }
    const result = await writeText({ ...choices, what }, schema)
    if (!result.ok) return result
    return ok({
      kind: 'text',
      what,
      target: targetOf(choices.target, projectOf(schema).target),
      schema,
      ddl: result.value,
    })
  }
}

export interface ExportedFile {
  readonly name: string
  readonly content: string | Blob
  readonly kind: FileKind
}

const zipFile: FileKind = { label: 'Zip archive', mime: 'application/zip', extensions: ['.zip'] }

// Scripts are a format that is read; how they are written is the dialects' part.
const ownKinds: Readonly<Record<Exclude<ExportKind, Exclude<FormatId, 'sql'>>, FileKind>> = {
  sql: { label: 'SQL script', mime: 'application/sql', extensions: ['.sql'] },
  svg: { label: 'SVG picture', mime: 'image/svg+xml', extensions: ['.svg'] },
  png: { label: 'PNG picture', mime: 'image/png', extensions: ['.png'] },
}

const fileKinds: Readonly<Record<ExportKind, FileKind>> = { ...formats, ...ownKinds }

const isZipped = ({ what, onePerTable }: ExportChoices): boolean => what === 'sql' && onePerTable

/** "shop.sql"; with the name of its target where that is another than the document's. */
export function exportName(choices: ExportChoices, schema: Schema): string {
  const { name, target } = projectOf(schema)
  const { dialect } = targetOf(choices.target, target)
  const suffix = choices.what === 'sql' && dialect !== target.dialect ? `-${dialect}` : ''
  const [extension = ''] = (isZipped(choices) ? zipFile : fileKinds[choices.what]).extensions
  return fileName(`${name.trim() || 'schema'}${suffix}`, extension)
}

async function zipOf(schema: Schema, ddl: Ddl): Promise<Blob> {
  const { zipSync, strToU8 } = await import('fflate')
  const files = splitPerTable(schema, ddl)
  const digits = String(files.length).length
  const entries = files.map(
    ({ name, text }, i) =>
      [`${String(i + 1).padStart(digits, '0')}-${safeFileName(name)}.sql`, strToU8(text)] as const,
  )
  // A fixed time: the same model makes the same archive. The asynchronous way would start workers that the page's policy
  // forbids.
  const bytes = zipSync(Object.fromEntries(entries), { mtime: new Date(2000, 0, 1) })
  return new Blob([new Uint8Array(bytes)], { type: zipFile.mime })
}

/** The file that is downloaded or shared: what the preview shows, in full. */
export async function exportedFile(
  preview: Preview,
  { choices, schema }: { readonly choices: ExportChoices; readonly schema: Schema },
  options: CallOptions = {},
): Promise<Result<ExportedFile, CallError>> {
  const name = exportName(choices, schema)
  const kind = fileKinds[choices.what]
  if (preview.kind === 'picture') {
    const drawn = await drawPicture(schema, choices, options)
    return drawn.ok ? ok({ name, kind, content: drawn.value }) : drawn
  }
  if (!isZipped(choices)) return ok({ name, kind, content: preview.ddl.text })
  return ok({ name, kind: zipFile, content: await zipOf(preview.schema, preview.ddl) })
}
