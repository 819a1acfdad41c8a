// Enums, groups, notes, records, views of the diagram, metadata and the project.
import {
  BlockExpressionNode,
  CallExpressionNode,
  CommaExpressionNode,
  EmptyNode,
  WildcardNode,
} from '@dbml/parse'
import type { ElementDeclarationNode, SyntaxNode } from '@dbml/parse'
import * as make from '../../model/factory'
import type { Color, Property, SampleValue } from '../../model/records'
import { columnNamed, inSequence, type Context, type TableDraft } from './context'
import type { ParsedFile } from './language'
import { isOwnKey } from './ownKeys'
import { propertyText, takeProperties, useEnumValue } from './readColumn'
import { noteOf, placeOfElement } from './readTable'
import type { Decl } from './scope'
import {
  bareWordAt,
  bodyOf,
  colorAt,
  dedented,
  expressionAt,
  isBlock,
  keywordOf,
  lineOf,
  numberAt,
  pathAt,
  settingsAt,
  spanOf,
  stringAt,
  tupleAt,
  valueOf,
  wordAt,
} from './syntax'

export function readEnum(ctx: Context, decl: Decl<'enum'>): void {
  const values = bodyOf(decl.node).lines.flatMap((line) => {
    const { nodes, settings } = lineOf(line)
    const word = wordAt(nodes[0])
    if (!word) return []
    const comment = dedented(stringAt(settingsAt(settings).find(({ key }) => key === 'note')?.value) ?? '')
    const value = make.makeEnumValue(ctx.newId, { name: word.text, comment })
    ctx.place(value.id, [decl.file, line], {
      name: { from: word.from, to: word.to },
      ...ctx.settings(settings),
    })
    return [value]
  })
  const namespace = ctx.namespace(decl.schema)
  ctx.put(
    'enum',
    make.makeEnum(ctx.newId, {
      id: decl.id,
      name: decl.name,
      order: ctx.order('enum'),
      ...(namespace !== undefined && { namespace }),
      values: inSequence(values),
    }),
  )
  placeOfElement(ctx, decl)
}

const groupSettings = new Set(['note', 'color'])
const noteSettings = new Set(['color'])

/** `none` is no colour of a note's paper. */
const colorOf = (node: ElementDeclarationNode): Color | undefined =>
  colorAt(settingsAt(node.attributeList).find(({ key }) => key === 'color')?.value)

function keepRest(ctx: Context, id: string, rest: Map<string, string>): void {
  if (rest.size > 0) ctx.rest.set(id, rest)
}

export function readGroup(ctx: Context, decl: Decl<'tablegroup'>): void {
  const { file, node } = decl
  const rest = new Map<string, string>()
  ctx.put(
    'group',
    make.makeGroup(ctx.newId, {
      id: decl.id,
      name: decl.name,
      order: ctx.order('group'),
      color: colorOf(node) ?? 'none',
      comment: noteOf(node),
      properties: takeProperties(settingsAt(node.attributeList), groupSettings, rest),
    }),
  )
  keepRest(ctx, decl.id, rest)
  placeOfElement(ctx, decl)
  for (const line of bodyOf(node).lines) {
    const path = pathAt(line.callee)
    const found = path && ctx.scope(file).find('table', path)
    const draft = found && ctx.tables.get(found.decl.id)
    if (!draft) continue
    ctx.use(file, path, found)
    draft.row = { ...draft.row, group: decl.id }
  }
}

/** A note of the canvas; DBML does not say where it lies, so they stand in a row above. */
export function readNote(ctx: Context, decl: Decl<'note'>): void {
  const { node } = decl
  const rest = new Map<string, string>()
  const count = ctx.all('note').length
  ctx.put(
    'note',
    make.makeNote(ctx.newId, {
      id: decl.id,
      diagram: ctx.diagram,
      name: decl.name,
      order: ctx.order('note'),
      text: dedented(stringAt(valueOf(node)) ?? ''),
      x: count * 232,
      y: -216,
      width: 208,
      height: 160,
      ...(colorOf(node) !== undefined && { color: colorOf(node) ?? 'none' }),
      properties: takeProperties(settingsAt(node.attributeList), noteSettings, rest),
    }),
  )
  keepRest(ctx, decl.id, rest)
  placeOfElement(ctx, decl)
}

/** Numbers that a double cannot hold exactly stay as they were written. */
function sampleNumber(text: string): SampleValue {
  const number = Number(text)
  return String(number) === text ? number : { expression: text }
}

function sampleValue(ctx: Context, file: ParsedFile, node: SyntaxNode): SampleValue {
  if (node instanceof EmptyNode) return null
  const number = numberAt(node)
  if (number !== undefined) return sampleNumber(number)
  const text = stringAt(node)
  if (text !== undefined) return text
  const expression = expressionAt(node)
  if (expression !== undefined) return { expression }
  const word = bareWordAt(node)?.toLowerCase()
  if (word === 'true' || word === 'false') return word === 'true'
  const path = pathAt(node)
  if (path && path.length > 1) {
    useEnumValue(ctx, file, path)
    return path.at(-1)?.text ?? ''
  }
  return null
}

interface ElementPlace {
  readonly file: ParsedFile
  readonly node: ElementDeclarationNode
}

interface RecordsPlace extends ElementPlace {
  /** The table around it. */
  readonly owner?: TableDraft
}

/** The table and the columns that a block of records speaks of. */
function recordsOf(ctx: Context, at: RecordsPlace) {
  const { file, node } = at
  const call = node.name instanceof CallExpressionNode ? node.name : undefined
  const path = call && pathAt(call.callee)
  const found = path && ctx.scope(file).find('table', path)
  const draft = at.owner ?? (found && ctx.tables.get(found.decl.id))
  if (!draft) return undefined
  if (found) ctx.use(file, path, found)
  const listed = call ? tupleAt(call.argumentList) : tupleAt(node.name)
  const words = listed?.flatMap((one) => wordAt(one) ?? [])
  const columns = words
    ? words.flatMap((word) => {
        const column = columnNamed(draft.row.columns, word.text)
        if (column) ctx.use(file, word, column.id)
        return column ? [column.id] : []
      })
    : draft.row.columns.map(({ id }) => id)
  return words && columns.length < words.length ? undefined : { draft, columns }
}

export function readRecords(ctx: Context, at: RecordsPlace): void {
  const { file, node } = at
  const of = recordsOf(ctx, at)
  if (!of || ctx.all('sample').some(({ table }) => table === of.draft.decl.id)) return
  const rows = bodyOf(node).lines.flatMap((line) => {
    const { callee } = line
    if (!callee) return []
    const values = callee instanceof CommaExpressionNode ? callee.elementList : [callee]
    return [values.map((value) => sampleValue(ctx, file, value))]
  })
  const isExample = settingsAt(node.attributeList).some(({ key }) => key === 'example')
  const sample = make.makeSample(ctx.newId, {
    table: of.draft.decl.id,
    order: ctx.order('sample'),
    columns: of.columns,
    rows,
    ...(isExample && { example: true }),
  })
  ctx.put('sample', sample)
  ctx.place(sample.id, [file, node], { ...(isBlock(node) && node.body && { body: spanOf(node.body) }) })
}

/** `Tables { a }  Notes { * }`: which kinds and names a view shows, kept as words of DBML. */
export function readView(ctx: Context, file: ParsedFile, node: ElementDeclarationNode): void {
  const name = wordAt(node.name)
  if (!name) return
  const { lines, elements } = bodyOf(node)
  const blocks = elements.flatMap((element) => {
    if (!(element.body instanceof BlockExpressionNode)) return []
    const names = bodyOf(element).lines.map(({ callee }) => {
      if (callee instanceof WildcardNode) return '*'
      useShown(ctx, { file, kind: keywordOf(element) }, callee)
      return callee ? file.text.slice(callee.start, callee.end) : ''
    })
    return [`${element.type?.value ?? ''} { ${names.join('; ')} }`]
  })
  const filter = lines.some(({ callee }) => callee instanceof WildcardNode) ? '*' : blocks.join('\n')
  const diagram = make.makeDiagram(ctx.newId, { name: name.text, order: ctx.order('diagram'), filter })
  ctx.put('diagram', diagram)
  const { body } = node
  ctx.place(diagram.id, [file, node], {
    name: { from: name.from, to: name.to },
    ...(body && { body: spanOf(body) }),
  })
}

const shownKinds = { tables: 'table', notes: 'note', tablegroups: 'tablegroup' } as const

function useShown(
  ctx: Context,
  { file, kind }: { readonly file: ParsedFile; readonly kind: string },
  node: SyntaxNode | undefined,
): void {
  const declared = Object.hasOwn(shownKinds, kind) ? shownKinds[kind as keyof typeof shownKinds] : undefined
  const path = pathAt(node)
  const found = declared && path && ctx.scope(file).find(declared, path)
  if (found) ctx.use(file, path, found)
}

export interface ProjectRead {
  readonly name: string
  readonly note: string
  readonly databaseType: string | undefined
  readonly properties: readonly Property[]
  readonly rest: ReadonlyMap<string, string>
}

export function readProject(node: ElementDeclarationNode): ProjectRead {
  const properties: Property[] = []
  const rest = new Map<string, string>()
  let databaseType: string | undefined
  for (const element of bodyOf(node).elements) {
    const key = keywordOf(element)
    const value = element.body instanceof BlockExpressionNode ? undefined : stringAt(valueOf(element))
    if (key === 'note' || value === undefined) continue
    if (isOwnKey(key)) rest.set(key, value)
    else if (key === 'database_type') databaseType = value
    else properties.push({ key, value })
  }
  const note = bodyOf(node).elements.find((element) => keywordOf(element) === 'note')
  return {
    name: wordAt(node.name)?.text ?? '',
    note: note ? dedented(stringAt(valueOf(note)) ?? '') : '',
    databaseType,
    properties,
    rest,
  }
}

const withProperty = (properties: readonly Property[], key: string, value: string): readonly Property[] =>
  properties.some((one) => one.key === key)
    ? properties.map((one) => (one.key === key ? { key, value } : one))
    : [...properties, { key, value }]

interface Told {
  readonly comment: string
  readonly properties: readonly Property[]
}

/** What a `Metadata` element adds to one that is there; later words win. */
function withMetadata<R extends Told>(
  row: R,
  node: ElementDeclarationNode,
  rest: Map<string, string>,
): { readonly row: R; readonly colors: ReadonlyMap<string, Color> } {
  const colors = new Map<string, Color>()
  let next = row
  for (const element of bodyOf(node).elements) {
    const key = keywordOf(element)
    const value = valueOf(element)
    const text = propertyText(value)
    const color = colorAt(value)
    if ((key === 'headercolor' || key === 'color') && color !== undefined) colors.set(key, color)
    else if (key === 'note') next = { ...next, comment: dedented(text ?? '') }
    else if (text !== undefined && isOwnKey(key)) rest.set(key, text)
    else if (text !== undefined) next = { ...next, properties: withProperty(next.properties, key, text) }
  }
  return { row: next, colors }
}

const restOf = (ctx: Context, id: string): Map<string, string> => {
  const rest = ctx.rest.get(id) ?? new Map<string, string>()
  ctx.rest.set(id, rest)
  return rest
}

export function readMetadata(ctx: Context, file: ParsedFile, node: ElementDeclarationNode): void {
  const path = pathAt(node.name)
  const kind = node.targetKind?.value.toLowerCase()
  if (!path) return
  if (kind === 'table' || kind === 'column') tableMetadata(ctx, { file, node }, kind === 'column')
  const last = path.at(-1)
  const group = kind === 'tablegroup' ? ctx.scope(file).find('tablegroup', path) : undefined
  const groupRow = group && ctx.all('group').find(({ id }) => id === group.decl.id)
  if (group && groupRow && last) {
    ctx.use(file, last, group)
    const { row, colors } = withMetadata(groupRow, node, restOf(ctx, group.decl.id))
    ctx.put('group', { ...row, color: colors.get('color') ?? row.color })
  }
  const note = kind === 'note' ? ctx.scope(file).find('note', path) : undefined
  const noteRow = note && ctx.all('note').find(({ id }) => id === note.decl.id)
  if (note && noteRow && last) {
    ctx.use(file, last, note)
    const { row, colors } = withMetadata({ ...noteRow, comment: '' }, node, restOf(ctx, note.decl.id))
    ctx.put('note', { ...noteRow, properties: row.properties, color: colors.get('color') ?? noteRow.color })
  }
}

function tableMetadata(ctx: Context, { file, node }: ElementPlace, isOfColumn: boolean): void {
  const path = pathAt(node.name) ?? []
  const tablePath = isOfColumn ? path.slice(0, -1) : path
  const found = ctx.scope(file).find('table', tablePath)
  const draft = found && ctx.tables.get(found.decl.id)
  const last = path.at(-1)
  if (!draft || !last) return
  ctx.use(file, tablePath, found)
  if (!isOfColumn) {
    const { row, colors } = withMetadata(draft.row, node, draft.rest)
    draft.row = row
    const color = colors.get('headercolor')
    if (color !== undefined) draft.color = color
    return
  }
  const column = columnNamed(draft.row.columns, last.text)
  if (!column) return
  ctx.use(file, last, column.id)
  const { row } = withMetadata(column, node, restOf(ctx, column.id))
  draft.row = { ...draft.row, columns: draft.row.columns.map((one) => (one === column ? row : one)) }
}
