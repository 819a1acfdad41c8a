// DBML in: every element of every file, each by itself, so that a mistake costs only the one it is in.
import { fail, ok, type Result } from '../../lib/result'
import * as make from '../../model/factory'
import { makeId } from '../../model/id'
import type { Color } from '../../model/records'
import { resolveSchema } from '../../model/resolve'
import type { Project } from '../../model/records'
import { emptySchema, kinds, type AnyId, type Schema } from '../../model/schema'
import { transact } from '../../model/transact'
import { applyEdits } from '../../model/edit'
import type { NotReadable, ReadNotice, ReadOptions, ReadSchema, SourceText } from '../format'
import { Lines } from '../sql/locate'
import { Context, orderNumber, type TableDraft } from './context'
import { parseTexts, type Parsed, type ParsedFile } from './language'
import {
  readEnum,
  readGroup,
  readMetadata,
  readNote,
  readProject,
  readRecords,
  readView,
  type ProjectRead,
} from './readObjects'
import { Relations } from './readRelations'
import { readPartial, readTable, type TableRead } from './readTable'
import { declarationOf, Modules, type Decl, type DeclKind } from './scope'
import { isOwnKey } from './ownKeys'
import { bodyOf, keywordOf, spanOf, type ElementDeclarationNode } from './syntax'
import type { DbmlReading } from './reading'
import { targetNamed } from './target'
import { restoreRest } from './rest/restore'

export type DbmlOptions = Pick<ReadOptions, 'newId' | 'target'> & {
  /** Without, only letters and brackets are checked: faster, for texts of our own. */
  readonly isChecked?: boolean
  /** Without, what stands under our own keys is left where it is. */
  readonly takesRest?: boolean
}

interface Element {
  readonly file: ParsedFile
  readonly node: ElementDeclarationNode
  readonly decl: Decl | undefined
}

/** Whole elements of all files, in order. */
function elementsOf(parsed: Parsed, ctxIds: (kind: DeclKind) => string): readonly Element[] {
  return parsed.files.flatMap((file) =>
    file.elements
      .filter(
        (node) => !parsed.broken.some((span) => span.source === file.source && span.from === node.start),
      )
      .map((node) => {
        // Each id is made for the kind that is asked for.
        const decl = declarationOf(file, node, (kind) => ctxIds(kind) as never)
        return { file, node, decl }
      }),
  )
}

const idKinds = {
  table: 'table',
  enum: 'enum',
  tablepartial: 'partial',
  tablegroup: 'group',
  note: 'note',
} as const

const declOf = <K extends DeclKind>({ decl }: Element, kind: K): Decl<K> | undefined =>
  // The kind was compared.
  decl?.kind === kind ? (decl as Decl<K>) : undefined

function readTables(ctx: Context, elements: readonly Element[]): readonly TableRead[] {
  for (const element of elements) {
    const decl = declOf(element, 'enum')
    if (decl) readEnum(ctx, decl)
  }
  for (const element of elements) {
    const decl = declOf(element, 'tablepartial')
    if (decl) ctx.partials.set(decl.id, readPartial(ctx, decl))
  }
  return elements.flatMap((element) => {
    const decl = declOf(element, 'table')
    if (!decl) return []
    const read = readTable(ctx, decl)
    ctx.tables.set(decl.id, read.draft)
    return [read]
  })
}

/** Everything that speaks of tables, once all of them are there. */
function readAround(ctx: Context, elements: readonly Element[], tables: readonly TableRead[]): void {
  const relations = new Relations(ctx)
  const byId = new Map(tables.map((read) => [read.draft.decl.id, read]))
  for (const element of elements) {
    const { file, node, decl } = element
    const table = declOf(element, 'table')
    const read = table && byId.get(table.id)
    if (read) {
      relations.ofTable(read)
      for (const inner of bodyOf(node).elements)
        if (keywordOf(inner) === 'records') readRecords(ctx, { file, node: inner, owner: read.draft })
    }
    const [group, note] = [declOf(element, 'tablegroup'), declOf(element, 'note')]
    if (group) readGroup(ctx, group)
    if (note) readNote(ctx, note)
    if (decl) continue
    const keyword = keywordOf(node)
    if (Object.hasOwn(idKinds, keyword)) ctx.lost(file, node)
    if (keyword === 'ref') relations.element(file, node)
    else if (keyword === 'dep') relations.dep(file, node)
    else if (keyword === 'records') readRecords(ctx, { file, node })
    else if (keyword === 'diagramview') readView(ctx, file, node)
  }
  for (const { file, node } of elements) if (keywordOf(node) === 'metadata') readMetadata(ctx, file, node)
}

/** "backup/shop.dbml" is the document "shop". */
const documentName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')

/** What the project's own word for the database was, where our word for it is another. */
const kept = ({ databaseType, properties }: ProjectRead): Project['properties'] =>
  databaseType === undefined ? properties : [...properties, { key: 'database_type', value: databaseType }]

function putLooks(ctx: Context, drafts: Iterable<TableDraft>): ReadonlySet<AnyId> {
  const unplaced = new Set<AnyId>()
  for (const { row, color } of drafts) {
    if (color === undefined) continue
    const x = unplaced.size * 280
    // The grammar lets through only colours.
    const given = { diagram: ctx.diagram, object: row.id, x, y: 0, color: color as Color }
    ctx.put('placement', make.makePlacement(ctx.newId, given))
    unplaced.add(row.id)
  }
  return unplaced
}

interface Gathered {
  readonly ctx: Context
  readonly project: ProjectRead | undefined
  readonly unplaced: ReadonlySet<AnyId>
}

function gather(parsed: Parsed, sources: readonly SourceText[], options: DbmlOptions): Gathered {
  const elements = elementsOf(parsed, (kind) => makeId(idKinds[kind], options.newId))
  const found = elements.find(({ node }) => keywordOf(node) === 'project')
  const project = found && readProject(found.node)
  const target = targetNamed(project?.databaseType ?? '') ?? options.target
  const diagram = make.makeDiagram(options.newId, { name: 'Main', order: orderNumber(1) })
  const ctx = new Context(options.newId, target, diagram.id)
  ctx.order('diagram')
  ctx.put('diagram', diagram)
  const decls = elements.flatMap(({ decl }) => (decl ? [decl] : []))
  ctx.modules = new Modules(parsed.files, decls, (file, word, found) => {
    ctx.use(file, word, found)
  })
  const tables = readTables(ctx, elements)
  readAround(ctx, elements, tables)
  for (const draft of ctx.tables.values()) {
    ctx.put('table', draft.row)
    if (draft.rest.size > 0) ctx.rest.set(draft.decl.id, draft.rest)
  }
  for (const { row } of ctx.partials.values()) ctx.put('partial', row)
  const unplaced = putLooks(ctx, ctx.tables.values())
  const row = make.makeProject(options.newId, {
    name: project ? project.name : documentName(sources[0]?.name ?? ''),
    target,
    note: project?.note ?? '',
    properties: project ? kept(project) : [],
  })
  ctx.put('project', row)
  if (found && project)
    ctx.place(row.id, [found.file, found.node], {
      ...(found.node.body && { body: spanOf(found.node.body) }),
    })
  if (project && project.rest.size > 0) ctx.rest.set(row.id, new Map(project.rest))
  return { ctx, project, unplaced }
}

function schemaOf(ctx: Context): Schema {
  const { edits } = transact(emptySchema, (tx) => {
    for (const kind of kinds) for (const row of ctx.all(kind)) tx.put(kind, row)
  })
  return resolveSchema(applyEdits(emptySchema, edits), ctx.dialect)
}

/** What is wrong, for those who look the import over. */
function noticesOf(parsed: Parsed, ctx: Context): readonly ReadNotice[] {
  const told = parsed.problems.flatMap(({ severity, code, message, ...place }): readonly ReadNotice[] =>
    severity === 'info'
      ? []
      : [
          {
            ...place,
            level: severity === 'error' ? 'loss' : 'warning',
            code: `dbml${String(code)}`,
            message,
          },
        ],
  )
  const lines = new Map<number, Lines>()
  const own = ctx.notices.map((notice): ReadNotice => {
    const source = notice.source ?? 0
    const known = lines.get(source) ?? new Lines(parsed.files[source]?.text ?? '')
    lines.set(source, known)
    return notice.from === undefined ? notice : { ...notice, ...known.at(notice.from) }
  })
  return [...told, ...own]
}

/** Elements and fields under our own keys. */
function ownSpans(parsed: Parsed): DbmlReading['own'] {
  return parsed.files.flatMap(({ source, elements }) =>
    elements.flatMap((node) => {
      const keyword = keywordOf(node)
      if (keyword !== 'project' && keyword !== 'metadata') return []
      const { elements: fields } = bodyOf(node)
      const own = fields.filter((field) => isOwnKey(keywordOf(field)))
      const isWhole = keyword === 'metadata' && own.length > 0 && own.length === fields.length
      return (isWhole ? [node] : own).map((one) => ({ source, ...spanOf(one) }))
    }),
  )
}

/** Everything that the texts say, as far as each element is whole. */
export function readDbmlTexts(sources: readonly SourceText[], options: DbmlOptions): DbmlReading {
  const parsed = parseTexts(sources, options.isChecked ?? true)
  const { ctx, unplaced } = gather(parsed, sources, options)
  const said = schemaOf(ctx)
  const whole = options.takesRest === false ? { schema: said, notices: [] } : restoreRest(said, ctx)
  return {
    sources,
    schema: whole.schema,
    places: ctx.places,
    uses: [...ctx.uses].sort((a, b) => a.source - b.source || a.from - b.from),
    problems: parsed.problems,
    notices: [...noticesOf(parsed, ctx), ...whole.notices],
    broken: [...parsed.broken, ...ctx.broken],
    own: ownSpans(parsed),
    unplaced: isLaidOut(said, whole.schema) ? new Set() : unplaced,
  }
}

/** Does the text hold a layout of ours? DBML itself says only colours. */
function isLaidOut(said: Schema, whole: Schema): boolean {
  const before = new Map(
    [...said.placement.values()].map(({ object, x, y }) => [object, `${String(x)} ${String(y)}`]),
  )
  return [...whole.placement.values()].some(
    ({ object, x, y }) => before.get(object) !== `${String(x)} ${String(y)}`,
  )
}

const isEmpty = ({ schema }: DbmlReading): boolean =>
  (['table', 'enum', 'partial', 'group', 'note', 'relation', 'view'] as const).every(
    (kind) => schema[kind].size === 0,
  )

/** The reader as a format: the texts themselves come along, so that they can be written back as their author left them. */
export function readDbml(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  const reading = readDbmlTexts(sources, options)
  const first = reading.problems.find(({ severity }) => severity === 'error')
  if (isEmpty(reading) && first) {
    const { message, source, line, column } = first
    return Promise.resolve(fail({ message, source, line, column }))
  }
  const { schema, notices, places, unplaced } = reading
  const texts = sources.map(({ name, text }, i) =>
    make.makeSource(options.newId, { name, text, format: 'dbml', order: orderNumber(i + 1) }),
  )
  const held = new Map([...schema.source, ...texts.map((text) => [text.id, text] as const)])
  const origins = new Map(
    [...places].map(([id, { source, from, to }]) => [id as AnyId, { source, from, to }] as const),
  )
  return Promise.resolve(ok({ schema: { ...schema, source: held }, notices, origins, unplaced }))
}
