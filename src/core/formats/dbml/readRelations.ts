// Ref and Dep, as elements and as settings: what leads from columns to columns.
import type { ElementDeclarationNode, SyntaxNode } from '@dbml/parse'
import { InfixExpressionNode } from '@dbml/parse'
import { isUniqueIn } from '../../model/cardinality'
import * as make from '../../model/factory'
import type { ColumnId, TableId } from '../../model/id'
import { isNullable } from '../../model/query'
import type {
  ForeignKey,
  LineageEdge,
  ReferentialAction,
  Relation,
  RelationEnd,
  Table,
} from '../../model/records'
import { columnNamed, type Context, type PartialDraft, type TableDraft } from './context'
import type { ParsedFile } from './language'
import type { TableRead } from './readTable'
import {
  bodyOf,
  colorAt,
  dedented,
  isDot,
  keywordOf,
  lineOf,
  numberAt,
  pathAt,
  PrefixExpressionNode,
  settingsAt,
  spanOf,
  stringAt,
  tupleAt,
  valueOf,
  wordAt,
  wordsAt,
  type Word,
} from './syntax'

interface EndPath {
  /** Schema and table; empty where the own table is meant. */
  readonly table: readonly Word[]
  readonly columns: readonly Word[]
}

/** `s.t.c`, `t.(a, b)`, and `c` alone. */
function endPath(node: SyntaxNode | undefined): EndPath | undefined {
  const tuple = isDot(node) ? tupleAt(node.rightExpression) : undefined
  if (isDot(node) && tuple) {
    const table = pathAt(node.leftExpression)
    const columns = tuple.flatMap((one) => wordAt(one) ?? [])
    return table && columns.length === tuple.length ? { table, columns } : undefined
  }
  const path = pathAt(node)
  const last = path?.at(-1)
  return path && last && { table: path.slice(0, -1), columns: [last] }
}

/** The end in the model; names that lead nowhere give none. */
function resolveEnd(
  ctx: Context,
  file: ParsedFile,
  given: { readonly path: EndPath; readonly own?: TableId },
): RelationEnd | undefined {
  const { table: path, columns: words } = given.path
  const found = path.length > 0 ? ctx.scope(file).find('table', path) : undefined
  const id = path.length > 0 ? found?.decl.id : given.own
  const draft = id && ctx.tables.get(id)
  if (!draft) return undefined
  const columns = words.map((word) => columnNamed(draft.row.columns, word.text))
  const ids = columns.flatMap((column) => (column ? [column.id] : []))
  if (ids.length < words.length) return undefined
  if (found) ctx.use(file, path, found)
  for (const [i, word] of words.entries()) ctx.use(file, word, ids[i] ?? '')
  return { table: draft.decl.id, columns: ids }
}

const operators = /^(\??)(<>|<|>|-)(\??)$/

interface Ends {
  readonly left: RelationEnd
  readonly right: RelationEnd
  readonly operator: string
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  'no action': 'noAction',
  restrict: 'restrict',
  cascade: 'cascade',
  'set null': 'setNull',
  'set default': 'setDefault',
}

const isKeyOf = (table: Table | undefined, columns: readonly ColumnId[]): boolean => {
  const parts = table?.primaryKey?.parts ?? []
  return parts.length === columns.length && parts.every(({ column }) => columns.includes(column))
}

/** Is the table on the right the one that holds the foreign key? */
function isFlipped(ctx: Context, { left, right, operator }: Ends): boolean {
  if (operator.includes('<')) return true
  if (operator.includes('>')) return false
  const rowOf = (end: RelationEnd) => ctx.tables.get(end.table)?.row
  return isKeyOf(rowOf(left), left.columns) && !isKeyOf(rowOf(right), right.columns)
}

/** What the line says and the columns do not. */
function declaredOf(child: Table | undefined, end: RelationEnd, said: { min: 0 | 1; max: 1 | 'many' }) {
  if (!child) return {}
  const isOptional = child.columns.some(
    (column) => end.columns.includes(column.id) && isNullable(child, column),
  )
  const isOne = isUniqueIn(child, end.columns)
  const declared: ForeignKey['declared'] = {
    ...((said.min === 0) !== isOptional && { parentMin: said.min }),
    ...((said.max === 1) !== isOne && { childMax: said.max }),
  }
  return Object.keys(declared).length > 0 ? { declared } : {}
}

interface Extras {
  readonly name?: string
  readonly settings?: SyntaxNode | undefined
}

/** The relation between two ends, or nothing when it says nothing that is possible. */
function relationOf(ctx: Context, ends: Ends, { name = '', settings: list }: Extras): Relation | undefined {
  const { left, right, operator } = ends
  const [, leftMark, body, rightMark] = operators.exec(operator) ?? []
  const isSame = left.table === right.table && left.columns.join() === right.columns.join()
  if (body === undefined || isSame || left.columns.length !== right.columns.length) return undefined
  const settings = settingsAt(list)
  const value = (key: string) => settings.find((one) => one.key === key)?.value
  const isInactive = settings.some(({ key }) => key === 'inactive')
  const base = { name, order: ctx.order('relation'), ...(isInactive && ({ inactive: true } as const)) }
  if (body === '<>') {
    return make.makeLogicalRelation(ctx.newId, {
      ...base,
      from: { ...left, min: leftMark === '?' ? 0 : 1, max: 'many' },
      to: { ...right, min: rightMark === '?' ? 0 : 1, max: 'many' },
    })
  }
  const flipped = isFlipped(ctx, ends)
  const [child, parent] = flipped ? [right, left] : [left, right]
  const [childMark, parentMark] = flipped ? [rightMark, leftMark] : [leftMark, rightMark]
  const onDelete = actions[wordsAt(value('delete'))?.toLowerCase() ?? '']
  const onUpdate = actions[wordsAt(value('update'))?.toLowerCase() ?? '']
  return make.makeForeignKey(ctx.newId, {
    ...base,
    child,
    parent,
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(childMark === '?' && { childMin: 0 as const }),
    ...declaredOf(ctx.tables.get(child.table)?.row, child, {
      min: parentMark === '?' ? 0 : 1,
      max: body === '-' ? 1 : 'many',
    }),
  })
}

export class Relations {
  private readonly ctx: Context
  private readonly seenRefs = new Set<string>()
  private readonly seenDeps = new Set<string>()

  constructor(ctx: Context) {
    this.ctx = ctx
  }

  /** DBML knows one relation between two ends, whichever way round. */
  private add(relation: Relation | undefined, ends: Ends): Relation | undefined {
    const key = [ends.left, ends.right]
      .map((end) => [end.table, ...end.columns].join())
      .sort()
      .join(' ')
    if (!relation || this.seenRefs.has(key)) return undefined
    this.seenRefs.add(key)
    this.ctx.put('relation', relation)
    return relation
  }

  element(file: ParsedFile, node: ElementDeclarationNode): void {
    const { ctx } = this
    const [line] = bodyOf(node).lines
    const { nodes, settings } = line ? lineOf(line) : { nodes: [], settings: undefined }
    const [infix] = nodes
    if (!line || !(infix instanceof InfixExpressionNode)) return
    const [leftPath, rightPath] = [endPath(infix.leftExpression), endPath(infix.rightExpression)]
    const left = leftPath && resolveEnd(ctx, file, { path: leftPath })
    const right = rightPath && resolveEnd(ctx, file, { path: rightPath })
    if (!left || !right) {
      ctx.lost(file, node)
      return
    }
    const ends = { left, right, operator: infix.op?.value ?? '' }
    const name = wordAt(node.name)
    const relation = this.add(relationOf(ctx, ends, { name: name?.text ?? '', settings }), ends)
    if (!relation) return
    ctx.place(relation.id, [file, node], {
      ...(name && { name: { from: name.from, to: name.to } }),
      fullName: spanOf(infix),
      ...ctx.settings(settings),
    })
    this.color(relation, settings)
  }

  private color(relation: Relation, settings: SyntaxNode | undefined): void {
    const color = colorAt(settingsAt(settings).find(({ key }) => key === 'color')?.value)
    if (color === undefined) return
    const { ctx } = this
    ctx.put('line', make.makeLine(ctx.newId, { diagram: ctx.diagram, relation: relation.id, color }))
  }

  /** `[ref: > users.id]` of one column. */
  private inline(
    file: ParsedFile,
    own: RelationEnd,
    at: { readonly value: SyntaxNode; readonly node: SyntaxNode },
  ): Relation | undefined {
    const { value } = at
    if (!(value instanceof PrefixExpressionNode)) return undefined
    const path = endPath(value.expression)
    const right = path && resolveEnd(this.ctx, file, { path, own: own.table })
    if (!right) {
      this.ctx.lost(file, at.node)
      return undefined
    }
    const ends = { left: own, right, operator: value.op?.value ?? '' }
    return this.add(relationOf(this.ctx, ends, {}), ends)
  }

  ofTable(read: TableRead): void {
    const { draft, own, used, deps } = read
    const { file, id } = draft.decl
    for (const { column, refs } of own) {
      for (const ref of refs) {
        const relation = this.inline(file, { table: id, columns: [column.id] }, ref)
        if (relation) this.ctx.place(relation.id, [file, ref.node], { within: 'setting' })
      }
    }
    for (const partial of used) this.ofPartial(draft, partial)
    for (const { column, deps: list } of own)
      for (const dep of list) this.inlineDep(file, { table: id, columns: [column.id] }, dep)
    for (const dep of deps) this.inlineDep(file, { table: id, columns: [] }, dep)
  }

  private ofPartial(draft: TableDraft, partial: PartialDraft): void {
    for (const ref of partial.refs) {
      const column = draft.row.columns.find(({ fromPartial }) => fromPartial === ref.column)
      if (!column) continue
      const own = { table: draft.decl.id, columns: [column.id] }
      const relation = this.inline(partial.decl.file, own, ref)
      if (relation) this.ctx.place(relation.id, [partial.decl.file, ref.node], { within: 'partial' })
    }
  }

  /** A column, several, or the whole table. */
  private depEnd(file: ParsedFile, node: SyntaxNode | undefined): RelationEnd | undefined {
    const path = pathAt(node)
    const found = path && this.ctx.scope(file).find('table', path)
    if (found) {
      this.ctx.use(file, path, found)
      return { table: found.decl.id, columns: [] }
    }
    const end = endPath(node)
    return end && resolveEnd(this.ctx, file, { path: end })
  }

  private edge(from: RelationEnd | undefined, to: RelationEnd | undefined): LineageEdge | undefined {
    if (!from || !to) return undefined
    const key = JSON.stringify([from.table, from.columns, to.table, to.columns])
    if (this.seenDeps.has(key)) return undefined
    this.seenDeps.add(key)
    return { from, to }
  }

  private inlineDep(
    file: ParsedFile,
    own: RelationEnd,
    { value, node }: { readonly value: SyntaxNode; readonly node: SyntaxNode },
  ): void {
    if (!(value instanceof PrefixExpressionNode)) return
    const other = this.depEnd(file, value.expression)
    const edge = value.op?.value === '->' ? this.edge(own, other) : this.edge(other, own)
    if (!edge) return
    const lineage = make.makeLineage(this.ctx.newId, { order: this.ctx.order('lineage'), edges: [edge] })
    this.ctx.put('lineage', lineage)
    this.ctx.place(lineage.id, [file, node], { within: 'setting' })
  }

  dep(file: ParsedFile, node: ElementDeclarationNode): void {
    const { ctx } = this
    const edges: LineageEdge[] = []
    const settings = [...settingsAt(node.attributeList)]
    for (const line of bodyOf(node).lines) {
      const { nodes, settings: list } = lineOf(line)
      settings.push(...settingsAt(list))
      const [infix] = nodes
      if (!(infix instanceof InfixExpressionNode)) continue
      const ends = [
        this.depEnd(file, infix.leftExpression),
        this.depEnd(file, infix.rightExpression),
      ] as const
      const edge = infix.op?.value === '<-' ? this.edge(ends[1], ends[0]) : this.edge(ends[0], ends[1])
      if (edge) edges.push(edge)
    }
    if (edges.length === 0) return
    const said = new Map(settings.map(({ key, value }) => [key, value as SyntaxNode | undefined]))
    for (const field of bodyOf(node).elements) said.set(keywordOf(field), valueOf(field))
    const name = wordAt(node.name)
    const lineage = make.makeLineage(ctx.newId, {
      name: name?.text ?? '',
      order: ctx.order('lineage'),
      edges,
      comment: dedented(stringAt(said.get('note')) ?? ''),
      color: colorAt(said.get('color')) ?? '',
      properties: [...said].flatMap(([key, value]) => {
        const text = stringAt(value) ?? numberAt(value) ?? wordsAt(value)
        return key === 'note' || key === 'color' || text === undefined ? [] : [{ key, value: text }]
      }),
    })
    ctx.put('lineage', lineage)
    ctx.place(lineage.id, [file, node], name ? { name: { from: name.from, to: name.to } } : {})
  }
}
