// Tables and partials: their lines, indexes, checks and notes.
import type { ElementDeclarationNode, FunctionApplicationNode, SyntaxNode } from '@dbml/parse'
import * as make from '../../model/factory'
import { makeId, type ColumnId } from '../../model/id'
import type { Check, Column, Index, Key, Table, UniqueKey } from '../../model/records'
import { sqlText } from '../../model/sqlText'
import { columnNamed, inSequence, type Context, type PartialDraft, type TableDraft } from './context'
import type { ParsedFile } from './language'
import { readColumn, takeProperties, type ColumnRead } from './readColumn'
import { partialKey } from './ownKeys'
import { readIndexLine } from './readIndex'
import type { Decl } from './scope'
import {
  bodyOf,
  colorAt,
  dedented,
  expressionAt,
  isBlock,
  keywordOf,
  lineOf,
  PrefixExpressionNode,
  settingsAt,
  spanOf,
  stringAt,
  valueOf,
  wordAt,
} from './syntax'

const knownSettings = new Set(['note', 'headercolor', 'dep'])

/** Places of the blocks in a body. */
export function blocksOf(node: ElementDeclarationNode) {
  const blocks: Record<string, { from: number; to: number; value?: { from: number; to: number } }> = {}
  for (const element of bodyOf(node).elements) {
    const value = keywordOf(element) === 'note' ? valueOf(element) : element.body
    blocks[keywordOf(element)] ??= { ...spanOf(element), ...(value && { value: spanOf(value) }) }
  }
  return blocks
}

export function placeOfElement(ctx: Context, decl: Decl): void {
  const { node, file, nameWord } = decl
  const { name, body } = node
  ctx.place(decl.id, [file, node], {
    name: { from: nameWord.from, to: nameWord.to },
    ...(name && { fullName: spanOf(name) }),
    ...(body && isBlock(node) && { body: spanOf(body) }),
    ...ctx.settings(node.attributeList),
    blocks: blocksOf(node),
  })
}

/** A setting or an element `Note`; the element is the later word. */
export function noteOf(node: ElementDeclarationNode): string {
  const element = bodyOf(node).elements.find((one) => keywordOf(one) === 'note')
  const setting = settingsAt(node.attributeList).find(({ key }) => key === 'note')
  return dedented(stringAt(element ? valueOf(element) : setting?.value) ?? '')
}

type Part = UniqueKey | Index
export interface Parts {
  primaryKey: Key | undefined
  readonly uniques: UniqueKey[]
  readonly indexes: Index[]
  readonly checks: Check[]
  /** Uniques and indexes in the order of the text. */
  readonly sequence: Part[]
}

const noParts = (): Parts => ({ primaryKey: undefined, uniques: [], indexes: [], checks: [], sequence: [] })

/** Keys and indexes share one row of order keys, so that the text's own order is kept across both. */
export function numbered(parts: Parts): Pick<Table, 'uniques' | 'indexes' | 'checks'> {
  const order = new Map(inSequence(parts.sequence).map((part) => [part.id as string, part.order]))
  const at = <T extends Part>(list: readonly T[]) =>
    list.map((part) => ({ ...part, order: order.get(part.id) ?? part.order }))
  return { uniques: at(parts.uniques), indexes: at(parts.indexes), checks: inSequence(parts.checks) }
}

function addChecks(
  ctx: Context,
  { file, node }: { readonly file: ParsedFile; readonly node: ElementDeclarationNode },
  parts: Parts,
): void {
  for (const line of bodyOf(node).lines) {
    const { nodes, settings } = lineOf(line)
    const expression = expressionAt(nodes[0])
    if (expression === undefined) continue
    const name = stringAt(settingsAt(settings).find(({ key }) => key === 'name')?.value) ?? ''
    const check = make.makeCheck(ctx.newId, { name, expression: sqlText(expression) })
    parts.checks.push(check)
    ctx.place(check.id, [file, line], ctx.settings(settings))
  }
}

/** What the blocks of a table or partial say. */
function addBlocks(
  ctx: Context,
  at: {
    readonly file: ParsedFile
    readonly node: ElementDeclarationNode
    readonly columns: readonly Column[]
  },
  parts: Parts,
): void {
  for (const element of bodyOf(at.node).elements) {
    const keyword = keywordOf(element)
    if (keyword === 'checks') addChecks(ctx, { file: at.file, node: element }, parts)
    if (keyword !== 'indexes') continue
    for (const line of bodyOf(element).lines) readIndexLine(ctx, { ...at, line }, parts)
  }
}

/** What the settings of the columns say of keys and checks. */
function addInline(
  ctx: Context,
  { file, own: columns }: { readonly file: ParsedFile; readonly own: readonly ColumnRead[] },
  parts: Parts,
): void {
  const primary = columns.filter(({ isPrimary }) => isPrimary)
  if (primary.length > 0) {
    const key = make.makeKey(ctx.newId, { parts: primary.map(({ column }) => ({ column: column.id })) })
    parts.primaryKey = key
    const [first] = primary
    if (first) ctx.place(key.id, [file, first.node], { within: 'setting' })
  }
  for (const { column, unique, checks } of columns) {
    if (unique) {
      const key = make.makeUniqueKey(ctx.newId, { parts: [{ column: column.id }] })
      parts.uniques.push(key)
      parts.sequence.push(key)
      ctx.place(key.id, [file, unique], { within: 'setting' })
    }
    for (const { expression, node } of checks) {
      const check = make.makeCheck(ctx.newId, { expression: sqlText(expression) })
      parts.checks.push(check)
      ctx.place(check.id, [file, node], { within: 'setting' })
    }
  }
}

const injectedBy = (line: FunctionApplicationNode) =>
  line.callee instanceof PrefixExpressionNode && line.callee.op?.value === '~'
    ? wordAt(line.callee.expression)
    : undefined

const colorOf = (node: ElementDeclarationNode): string | undefined =>
  colorAt(settingsAt(node.attributeList).find(({ key }) => key === 'headercolor')?.value)

export function readPartial(ctx: Context, decl: Decl<'tablepartial'>): PartialDraft {
  const { file, node } = decl
  const read = bodyOf(node).lines.flatMap((line) => readColumn(ctx, file, line) ?? [])
  const columns = inSequence(read.map(({ column }) => column))
  const parts = noParts()
  addInline(ctx, { file, own: read }, parts)
  addBlocks(ctx, { file, node, columns }, parts)
  placeOfElement(ctx, decl)
  const row = make.makePartial(ctx.newId, {
    id: decl.id,
    name: decl.name,
    order: ctx.order('partial'),
    columns,
    ...numberedIndexes(ctx, parts),
    comment: noteOf(node),
    color: colorOf(node) ?? '',
  })
  const refs = read.flatMap(({ column, refs: list }) => list.map((ref) => ({ ...ref, column: column.id })))
  return { decl, row, refs }
}

/** A partial has no keys of its own: they are indexes whose method says what they are. */
function numberedIndexes(ctx: Context, parts: Parts) {
  const { primaryKey } = parts
  const asIndex = (key: Key, method: string): Index =>
    make.makeIndex(ctx.newId, {
      id: makeId('index', ctx.newId),
      name: key.name,
      comment: key.comment,
      unique: true,
      method,
      parts: key.parts.map(({ column }) => ({ on: { column } })),
    })
  const rest = parts.sequence.map((part) => {
    if ('method' in part) return part
    const made = asIndex(part, '')
    const place = ctx.places.get(part.id)
    if (place) ctx.places.set(made.id, place)
    return made
  })
  const all = [...(primaryKey ? [asIndex(primaryKey, partialKey)] : []), ...rest]
  return { indexes: inSequence(all), checks: inSequence(parts.checks) }
}

interface Member {
  readonly column: Column
  readonly own?: ColumnRead
  readonly from?: PartialDraft
}

/** The columns in order: own ones win over those of partials, later partials over earlier ones. */
function membersOf(ctx: Context, decl: Decl<'table'>, used: PartialDraft[]): readonly Member[] {
  const { file, node } = decl
  const all: Member[] = []
  for (const line of bodyOf(node).lines) {
    const injected = injectedBy(line)
    if (!injected) {
      const own = readColumn(ctx, file, line)
      if (own) all.push({ column: own.column, own })
      continue
    }
    const found = ctx.scope(file).find('tablepartial', [injected])
    const partial = found && ctx.partials.get(found.decl.id)
    if (!found || !partial) continue
    ctx.use(file, injected, found)
    used.push(partial)
    for (const column of partial.row.columns) {
      const copy = { ...column, id: makeId('column', ctx.newId), fromPartial: column.id }
      ctx.place(copy.id, [file, line], { within: 'partial' })
      all.push({ column: copy, from: partial })
    }
  }
  const owned = new Set(all.flatMap(({ column, own }) => (own ? [column.name] : [])))
  const last = new Map(all.map((member, i) => [member.column.name, i]))
  return all.filter(({ column, own }, i) => own ?? (!owned.has(column.name) && last.get(column.name) === i))
}

/** Indexes and checks of a partial, on the columns that came with it. */
function addInjected(
  ctx: Context,
  { partial, columns }: { readonly partial: PartialDraft; readonly columns: readonly Column[] },
  parts: Parts,
): void {
  const mine = new Map<ColumnId, ColumnId>()
  for (const column of partial.row.columns) {
    const copy = columnNamed(columns, column.name)
    if (copy) mine.set(column.id, copy.id)
  }
  for (const index of partial.row.indexes) {
    const on = index.parts.map((part) =>
      'column' in part.on ? { ...part, on: { column: mine.get(part.on.column) ?? part.on.column } } : part,
    )
    if (
      on.some(
        (part) =>
          'column' in part.on && !columns.some(({ id }) => 'column' in part.on && id === part.on.column),
      )
    )
      continue
    addCopy(ctx, { ...index, parts: on }, parts)
  }
  for (const check of partial.row.checks) parts.checks.push({ ...check, id: makeId('check', ctx.newId) })
}

function addCopy(ctx: Context, index: Index, parts: Parts): void {
  const columns = index.parts.flatMap(({ on }) => ('column' in on ? [{ column: on.column }] : []))
  const isOfColumns = columns.length === index.parts.length
  if (index.method === partialKey) {
    parts.primaryKey ??= make.makeKey(ctx.newId, { name: index.name, comment: index.comment, parts: columns })
  } else if (index.unique && index.method === '' && isOfColumns) {
    const key = make.makeUniqueKey(ctx.newId, { name: index.name, comment: index.comment, parts: columns })
    parts.uniques.push(key)
    parts.sequence.push(key)
  } else {
    const copy = { ...index, id: makeId('index', ctx.newId) }
    parts.indexes.push(copy)
    parts.sequence.push(copy)
  }
}

export interface TableRead {
  readonly draft: TableDraft
  readonly own: readonly ColumnRead[]
  readonly used: readonly PartialDraft[]
  readonly deps: readonly { readonly value: SyntaxNode; readonly node: SyntaxNode }[]
}

export function readTable(ctx: Context, decl: Decl<'table'>): TableRead {
  const { file, node } = decl
  const used: PartialDraft[] = []
  const members = membersOf(ctx, decl, used)
  const own = members.flatMap((member) => member.own ?? [])
  const columns = inSequence(members.map(({ column }) => column))
  const parts = noParts()
  for (const partial of used) addInjected(ctx, { partial, columns }, parts)
  addInline(ctx, { file, own }, parts)
  addBlocks(ctx, { file, node, columns }, parts)
  placeOfElement(ctx, decl)
  const rest = new Map<string, string>()
  const settings = settingsAt(node.attributeList)
  const namespace = ctx.namespace(decl.schema)
  const row = make.makeTable(ctx.newId, {
    id: decl.id,
    name: decl.name,
    order: ctx.order('table'),
    ...(namespace !== undefined && { namespace }),
    columns,
    ...(parts.primaryKey && { primaryKey: parts.primaryKey }),
    ...numbered(parts),
    comment: noteOf(node) || (used.findLast(({ row: { comment } }) => comment !== '')?.row.comment ?? ''),
    partials: [...new Set(used.map(({ row: { id } }) => id))],
    properties: takeProperties(settings, knownSettings, rest),
  })
  const color = colorOf(node) ?? used.findLast(({ row: { color: inherited } }) => inherited !== '')?.row.color
  const draft: TableDraft = { decl, row, rest, ...(color !== undefined && { color }) }
  const deps = settings.flatMap((one) =>
    one.key === 'dep' && one.value ? [{ value: one.value, node: one.node }] : [],
  )
  return { draft, own, used, deps }
}
