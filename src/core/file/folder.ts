// The same schema as a folder, for teams that review schemas in git: one file per table, one per other kind, one per
// diagram. Every file is a Relata file that holds a part of the whole.
import { fail, ok, type Result } from '../lib/result'
import { displayName } from '../model/query'
import type { Diagram, Table } from '../model/records'
import type { Kind, Row, Schema } from '../model/schema'
import { currentVersion, sections } from './current'
import type { FileContent, FileProblem } from './problem'
import { Gathered, open, type Opened } from './read'
import { writeSelected, writingOf, type Selected } from './write'

/** Path to text; the paths have forward slashes and no leading one. */
export type Folder = ReadonlyMap<string, string>

const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i
// In characters; file systems allow 255 bytes.
const longest = 48

/** A name that every file system takes, whatever stood in the original. */
export function safeFileName(name: string): string {
  const safe = [...name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')]
    .slice(0, longest)
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '')
  if (safe === '') return 'unnamed'
  return reserved.test(safe) ? `_${safe}` : safe
}

/** A file name for each row; rows whose names would meet, also where case does not count, carry their id. */
function fileNames<R extends { readonly id: string }>(
  rows: readonly R[],
  nameOf: (row: R) => string,
): ReadonlyMap<R, string> {
  const names = new Map(rows.map((row) => [row, safeFileName(nameOf(row))]))
  const uses = new Map<string, number>()
  const fold = (name: string) => name.normalize('NFKC').toLowerCase()
  for (const name of names.values()) uses.set(fold(name), (uses.get(fold(name)) ?? 0) + 1)
  for (const [row, name] of names) if ((uses.get(fold(name)) ?? 0) > 1) names.set(row, `${name}~${row.id}`)
  return names
}

const drawn = ['placement', 'area', 'note', 'line'] as const satisfies readonly Kind[]

/** Everything that is drawn on one diagram. */
function diagramRows(schema: Schema, diagram: Diagram): Selected {
  const here = (kind: (typeof drawn)[number]) =>
    [...schema[kind].values()].filter((row) => row.diagram === diagram.id)
  return {
    diagram: [diagram],
    // Each list comes from the map of its own kind.
    ...Object.fromEntries(drawn.map((kind) => [kind, here(kind)])),
  }
}

const alone: ReadonlySet<Kind> = new Set(['table', 'diagram', ...drawn])

export function writeFolder(schema: Schema): Folder {
  const folder = new Map<string, string>()
  const writing = writingOf(schema)
  const put = (path: string, rows: Selected) => folder.set(path, writeSelected(schema, rows, writing))
  put('relata.json', { project: schema.project.values() })
  for (const [section, lists] of Object.entries(sections)) {
    for (const [list, kind] of Object.entries<Kind>(lists)) {
      const rows: ReadonlyMap<string, Row> = schema[kind]
      // The rows of this very kind.
      if (!alone.has(kind) && rows.size > 0) put(`${section}/${list}.json`, { [kind]: rows.values() })
    }
  }
  const tables = fileNames([...schema.table.values()], (table: Table) => displayName(schema, table.id))
  for (const [table, name] of tables) put(`model/tables/${name}.json`, { table: [table] })
  const diagrams = fileNames([...schema.diagram.values()], ({ name }: Diagram) => name)
  for (const [diagram, name] of diagrams) put(`layout/${name}.json`, diagramRows(schema, diagram))
  return new Map([...folder].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Part extends Opened {
  readonly file: string
}

/** The Relata files of a folder; files of other kinds lie beside them undisturbed. */
function openAll(folder: Folder): Result<readonly Part[], FileProblem> {
  const parts: Part[] = []
  for (const [file, text] of [...folder].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.endsWith('.json')) continue
    const opened = open(text)
    if (opened.ok) parts.push({ ...opened.value, file })
    else if (opened.error.kind === 'notJson' || opened.error.kind === 'mergeConflict') {
      return fail({ ...opened.error, file })
    } else if (opened.error.kind !== 'notRelata') return opened
  }
  return parts.length > 0 ? ok(parts) : fail({ kind: 'notRelata' })
}

/**
 * A folder is read whole or not at all when one of its files is not JSON: what stands in it would be missing, and
 * the next save would remove it from the folder.
 */
export function readFolder(folder: Folder): Result<FileContent, FileProblem> {
  const opened = openAll(folder)
  if (!opened.ok) return opened
  const gathered = new Gathered()
  for (const { json, source, file } of opened.value) gathered.add(json, { ...source, file })
  const content = gathered.finish()
  const version = Math.max(...opened.value.map((part) => part.version))
  return version > currentVersion ? fail({ kind: 'newer', version, readable: content }) : ok(content)
}
