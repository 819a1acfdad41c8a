// A text as the schema that was written: what is damaged costs itself and is told, everything else survives.
import { fail, ok, type Result } from '../lib/result'
import { applyEdits } from '../model/edit'
import type { Ordered } from '../model/order'
import { emptySchema, kinds, type AnyId, type Kind, type Row, type Schema } from '../model/schema'
import { transact } from '../model/transact'
import { Damaged, inventedId, ordered, unique, type Codec, type NoticeCode, type Reading } from './codec'
import { codecs, currentVersion, sections, type SectionName } from './current'
import type { FileContent, FileNotice, FileProblem } from './problem'
import { firstFault, linesOf, type Path } from './scan'
import { upgrade, type JsonObject } from './versions'

/** Beyond this many characters a text is not looked at. */
export const sizeLimit = 100_000_000
/** More notices than anyone reads: the first ones tell what is wrong. */
const noticeLimit = 500

interface FoundNotice extends Omit<FileNotice, 'path' | 'line'> {
  readonly path: Path
}

const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  )

/** What one or several texts held, before the invariants are restored. */
export class Gathered {
  readonly rows = new Map<Kind, Map<string, Row>>()
  readonly notices: FileNotice[] = []
  private readonly ids = new Set<string>()
  private readonly origins = new Map<string, { readonly path: Path; readonly source: Source }>()

  /** Takes in all that a text holds. */
  add(json: JsonObject, source: Source): void {
    const found: FoundNotice[] = []
    const report = (code: NoticeCode, reason: string) => {
      if (found.length + this.notices.length < noticeLimit)
        found.push({ code, path: [...reading.path], message: reason })
    }
    const claim = (id: string) => {
      const isFree = !this.ids.has(id)
      this.ids.add(id)
      return isFree
    }
    const reading: Reading = { path: [], report, claim }
    this.addSections(json, reading, source)
    this.place(found, source)
  }

  private addSections(json: JsonObject, reading: Reading, source: Source): void {
    for (const [name, value] of Object.entries(json)) {
      if (name === 'relata' || name === '$schema') continue
      reading.path.push(name)
      if (name === 'project') this.addRow('project', codecs.project.read(value, reading), { reading, source })
      else if (Object.hasOwn(sections, name) && isObject(value)) {
        this.addLists(value, sections[name as SectionName], { reading, source })
      } else reading.report('unknownField', 'This version knows no such section')
      reading.path.pop()
    }
  }

  private addLists(json: JsonObject, lists: Readonly<Record<string, Kind>>, at: At): void {
    const { reading } = at
    for (const [name, value] of Object.entries(json)) {
      reading.path.push(name)
      const kind = Object.hasOwn(lists, name) ? lists[name] : undefined
      if (kind === undefined) reading.report('unknownField', 'This version knows no such list')
      else if (!Array.isArray(value)) reading.report('droppedRecord', 'A list was expected')
      else this.addRows(kind, value as readonly unknown[], at)
      reading.path.pop()
    }
  }

  private addRows(kind: Kind, items: readonly unknown[], at: At): void {
    // A codec reads what its own kind is made of; all of them read some kind of row.
    const codec = unique(codecs[kind] as unknown as Codec<Row & Ordered>)
    const readItem = unordered.has(kind)
      ? (json: unknown) => codec.read(json, at.reading)
      : ordered(codec, at.reading)
    for (const [index, item] of items.entries()) {
      at.reading.path.push(index)
      this.addRow(kind, readItem(item), at)
      at.reading.path.pop()
    }
  }

  private addRow(kind: Kind, row: Row | Damaged, { reading, source }: At): void {
    if (row instanceof Damaged) {
      reading.report('droppedRecord', row.reason)
      return
    }
    let rows = this.rows.get(kind)
    if (!rows) this.rows.set(kind, (rows = new Map<string, Row>()))
    rows.set(row.id, row)
    this.origins.set(row.id, { path: [...reading.path], source })
  }

  private place(found: readonly FoundNotice[], source: Source): void {
    if (found.length === 0) return
    const lines =
      source.text === undefined
        ? []
        : linesOf(
            source.text,
            found.map(({ path }) => path),
          )
    for (const [i, { path, ...notice }] of found.entries()) {
      this.notices.push({
        ...notice,
        path: pathText(path),
        line: lines[i] ?? 1,
        ...(source.file !== undefined && { file: source.file }),
      })
    }
  }

  /** The schema with its invariants restored, and a word about every record which that changed. */
  finish(): FileContent {
    if (!this.rows.get('project')?.size) this.inventProject()
    const { edits } = transact(emptySchema, (tx) => {
      // Each row stands under its own kind.
      for (const [kind, rows] of this.rows) for (const row of rows.values()) tx.put(kind, row)
    })
    const schema = applyEdits(emptySchema, edits)
    this.reportMended(schema)
    return { schema, notices: this.notices }
  }

  private inventProject(): void {
    const project = {
      id: inventedId('project'),
      name: '',
      target: { dialect: 'postgres', version: '18' },
      note: '',
      properties: [],
    } as const
    this.rows.set('project', new Map([[project.id, project]]))
    this.notices.push({
      code: 'droppedRecord',
      path: 'project',
      line: 1,
      message: 'The file does not say what it is for',
    })
  }

  private reportMended(schema: Schema): void {
    const bySource = new Map<Source, FoundNotice[]>()
    for (const kind of kinds) {
      const settled: ReadonlyMap<string, Row> = schema[kind]
      for (const [id, row] of this.rows.get(kind) ?? []) {
        const origin = this.origins.get(id)
        const now = settled.get(id)
        if (now === row || !origin) continue
        const found = bySource.get(origin.source) ?? []
        bySource.set(origin.source, found)
        found.push({
          code: now ? 'mended' : 'removed',
          path: origin.path,
          about: id as AnyId,
          message: now
            ? 'It named something that the file does not hold'
            : 'What it stands for is not in the file',
        })
      }
    }
    for (const [source, found] of bySource) this.place(found.slice(0, noticeLimit), source)
  }
}

/** Where rows come from: a text for the lines of notices, absent once an upgrade has moved things about. */
export interface Source {
  readonly text?: string
  readonly file?: string
}

interface At {
  readonly reading: Reading
  readonly source: Source
}

const unordered: ReadonlySet<Kind> = new Set(['project', 'placement', 'area', 'line'])

/** The text as JSON of the current version, or why it is none. */
export interface Opened {
  readonly json: JsonObject
  readonly version: number
  readonly source: Source
}

function faultOf(text: string): FileProblem {
  const { line, column } = firstFault(text) ?? { line: 1, column: 1 }
  const isConflict = /^(?:<{7}|={7}|>{7}|\|{7})/.test(text.split('\n')[line - 1] ?? '')
  return isConflict ? { kind: 'mergeConflict', line } : { kind: 'notJson', line, column }
}

function parseJson(text: string): Result<unknown, FileProblem> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    if (error instanceof SyntaxError) return fail(faultOf(text))
    throw error
  }
}

export function open(given: string): Result<Opened, FileProblem> {
  if (given.length > sizeLimit) return fail({ kind: 'tooLarge', size: given.length, limit: sizeLimit })
  // Some editors put a byte order mark before everything.
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const json = parsed.value
  const version = isObject(json) ? json['relata'] : undefined
  if (!isObject(json) || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail({ kind: 'notRelata' })
  }
  if (version >= currentVersion) return ok({ json, version, source: { text } })
  return ok({ json: upgrade(json, version), version, source: {} })
}

export function read(text: string): Result<FileContent, FileProblem> {
  const opened = open(text)
  if (!opened.ok) return opened
  const { json, version, source } = opened.value
  const gathered = new Gathered()
  gathered.add(json, source)
  const content = gathered.finish()
  return version > currentVersion ? fail({ kind: 'newer', version, readable: content }) : ok(content)
}
