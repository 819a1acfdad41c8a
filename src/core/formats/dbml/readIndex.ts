// A line of `indexes`: a key or an index.
import type { ElementDeclarationNode, FunctionApplicationNode, SyntaxNode } from '@dbml/parse'
import * as make from '../../model/factory'
import type { Column, IndexPart } from '../../model/records'
import { sqlText } from '../../model/sqlText'
import { columnNamed, type Context } from './context'
import type { ParsedFile } from './language'
import type { Parts } from './readTable'
import { CallExpressionNode, expressionAt, lineOf, settingsAt, stringAt, tupleAt, wordAt } from './syntax'

/** `(a, b)`, `a`, and what stands behind one another: `(a) (b)`. */
function fieldsOf(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return nodes.flatMap((node) => {
    const found: SyntaxNode[] = []
    let inner: SyntaxNode | undefined = node
    while (inner instanceof CallExpressionNode) {
      if (inner.argumentList) found.unshift(inner.argumentList)
      inner = inner.callee
    }
    return [...(inner ? [inner] : []), ...found].flatMap((one) => tupleAt(one) ?? [one])
  })
}

export interface IndexPlace {
  readonly file: ParsedFile
  readonly node: ElementDeclarationNode
  readonly line: FunctionApplicationNode
  readonly columns: readonly Column[]
}

function partsOf(
  ctx: Context,
  { file, columns }: IndexPlace,
  nodes: readonly SyntaxNode[],
): readonly IndexPart[] | undefined {
  const parts: IndexPart[] = []
  for (const field of fieldsOf(nodes)) {
    const expression = expressionAt(field)
    const word = wordAt(field)
    const column = word && columnNamed(columns, word.text)
    if (expression !== undefined) parts.push({ on: { expression: sqlText(expression) } })
    else if (column) {
      ctx.use(file, word, column.id)
      parts.push({ on: { column: column.id } })
    } else return undefined
  }
  return parts.length > 0 ? parts : undefined
}

/**
 * `pk` is the primary key. `unique` is a unique key, unless the line says how it is indexed or has expressions in it:
 * then it is a unique index. One column alone is told by its own setting, so there it is an index too.
 */
export function readIndexLine(ctx: Context, at: IndexPlace, parts: Parts): void {
  const { nodes, settings: list } = lineOf(at.line)
  const on = partsOf(ctx, at, nodes)
  if (!on) return
  const settings = settingsAt(list)
  const of = (key: string) => settings.find((setting) => setting.key === key)
  const name = stringAt(of('name')?.value) ?? ''
  const comment = stringAt(of('note')?.value) ?? ''
  const method = wordAt(of('type')?.value)?.text ?? ''
  const columns = on.flatMap((part) => ('column' in part.on ? [{ column: part.on.column }] : []))
  const isOfColumns = columns.length === on.length
  const place = (id: string) => {
    ctx.place(id, [at.file, at.line], ctx.settings(list))
  }
  if (of('pk') && isOfColumns && !parts.primaryKey) {
    const key = make.makeKey(ctx.newId, { name, comment, parts: columns })
    parts.primaryKey = key
    place(key.id)
    return
  }
  const isUnique = of('unique') !== undefined || of('pk') !== undefined
  if (isUnique && method === '' && isOfColumns && (columns.length > 1 || name !== '' || comment !== '')) {
    const key = make.makeUniqueKey(ctx.newId, { name, comment, parts: columns })
    parts.uniques.push(key)
    parts.sequence.push(key)
    place(key.id)
    return
  }
  const index = make.makeIndex(ctx.newId, { name, comment, unique: isUnique, method, parts: on })
  parts.indexes.push(index)
  parts.sequence.push(index)
  place(index.id)
}
