// A column's type: an enum of the texts, else what the document's database makes of the words.
import { userType, type ColumnType } from '../../model/type'
import type { SyntaxNode } from '@dbml/parse'
import type { Context } from './context'
import type { ParsedFile } from './language'
import {
  ArrayNode,
  CallExpressionNode,
  numberAt,
  pathAt,
  stringAt,
  tupleAt,
  wordAt,
  type Word,
} from './syntax'

/** The words in front, and everything behind them: `(10,2)`, `[]`. */
interface Spelled {
  readonly path: readonly Word[]
  readonly tail: string
  readonly dimensions: number
  readonly hasArguments: boolean
}

function argument(node: SyntaxNode, text: string): string {
  const number = numberAt(node)
  if (number !== undefined) return number
  // Quotes of either kind belong to the argument: set('a', 'b').
  const quoted = stringAt(node)
  if (quoted === undefined) return wordAt(node)?.text ?? text.slice(node.start, node.end)
  return text.charAt(node.start) === '"' ? `"${quoted}"` : `'${quoted.replaceAll("'", "''")}'`
}

function spelled(node: SyntaxNode | undefined, text: string): Spelled | undefined {
  let tail = ''
  let dimensions = 0
  let hasArguments = false
  let inner = node
  while (inner instanceof CallExpressionNode || inner instanceof ArrayNode) {
    if (inner instanceof CallExpressionNode) {
      const list = tupleAt(inner.argumentList) ?? []
      tail = `(${list.map((one) => argument(one, text)).join(',')})${tail}`
      hasArguments = true
      inner = inner.callee
    } else {
      const { indexer } = inner
      tail = `${indexer ? text.slice(indexer.start, indexer.end).replaceAll(/\s+/g, '') : '[]'}${tail}`
      dimensions++
      inner = inner.array
    }
  }
  const path = pathAt(inner)
  return path && { path, tail, dimensions, hasArguments }
}

export function readColumnType(ctx: Context, file: ParsedFile, node: SyntaxNode | undefined): ColumnType {
  const type = spelled(node, file.text)
  if (!type) return { raw: '', base: 'other' }
  const { path, tail, dimensions, hasArguments } = type
  const raw = path.map(({ text }) => text).join('.') + tail
  const found = hasArguments ? undefined : ctx.scope(file).find('enum', path)
  if (!found) return ctx.dialect.types.parse(raw)
  ctx.use(file, path, found)
  const ofEnum = userType(found.decl.id, raw)
  return dimensions > 0 ? { ...ofEnum, array: dimensions } : ofEnum
}
