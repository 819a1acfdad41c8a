// Questions to the tree of @dbml/parse: names, strings, numbers and settings with their places.
import {
  ArrayNode,
  AttributeNode,
  BlockExpressionNode,
  CallExpressionNode,
  ElementDeclarationNode,
  FunctionApplicationNode,
  FunctionExpressionNode,
  GroupExpressionNode,
  IdentifierStreamNode,
  InfixExpressionNode,
  ListExpressionNode,
  LiteralNode,
  PrefixExpressionNode,
  PrimaryExpressionNode,
  SyntaxTokenKind,
  TupleExpressionNode,
  VariableNode,
  type SyntaxNode,
} from '@dbml/parse'
import type { DbmlPlace, SettingPlace, Span } from './reading'

export interface Word extends Span {
  readonly text: string
}

export const spanOf = ({ start, end }: { readonly start: number; readonly end: number }): Span => ({
  from: start,
  to: end,
})

export function wordAt(node: SyntaxNode | undefined): Word | undefined {
  if (!(node instanceof PrimaryExpressionNode) || !(node.expression instanceof VariableNode)) return undefined
  const { variable } = node.expression
  return variable && { text: variable.value, ...spanOf(variable) }
}

/** `a`, `a.b`, `a.b.c`. */
export function pathAt(node: SyntaxNode | undefined): readonly Word[] | undefined {
  if (!isDot(node)) {
    const word = wordAt(node)
    return word && [word]
  }
  const [left, right] = [pathAt(node.leftExpression), wordAt(node.rightExpression)]
  return left && right && [...left, right]
}

export const isDot = (node: SyntaxNode | undefined): node is InfixExpressionNode =>
  node instanceof InfixExpressionNode && node.op?.value === '.'

/** A string in quotes of either kind. */
export function stringAt(node: SyntaxNode | undefined): string | undefined {
  if (!(node instanceof PrimaryExpressionNode)) return undefined
  const { expression } = node
  if (expression instanceof LiteralNode)
    return expression.literal?.kind === SyntaxTokenKind.STRING_LITERAL ? expression.literal.value : undefined
  if (!(expression instanceof VariableNode)) return undefined
  return expression.variable?.kind === SyntaxTokenKind.QUOTED_STRING ? expression.variable.value : undefined
}

/** A bare word, not one in quotes. */
export function bareWordAt(node: SyntaxNode | undefined): string | undefined {
  const isVariable = node instanceof PrimaryExpressionNode && node.expression instanceof VariableNode
  const token = isVariable && node.expression instanceof VariableNode ? node.expression.variable : undefined
  return token?.kind === SyntaxTokenKind.IDENTIFIER ? token.value : undefined
}

/** The digits as they were written, never as a float. */
export function numberAt(node: SyntaxNode | undefined): string | undefined {
  if (node instanceof PrefixExpressionNode) {
    const sign = node.op?.value
    const inner = sign === '-' || sign === '+' ? numberAt(node.expression) : undefined
    if (inner === undefined) return undefined
    if (sign === '+') return inner
    return inner.startsWith('-') ? inner.slice(1) : `-${inner}`
  }
  const isLiteral = node instanceof PrimaryExpressionNode && node.expression instanceof LiteralNode
  const token = isLiteral && node.expression instanceof LiteralNode ? node.expression.literal : undefined
  return token?.kind === SyntaxTokenKind.NUMERIC_LITERAL ? token.value : undefined
}

export const expressionAt = (node: SyntaxNode | undefined): string | undefined =>
  node instanceof FunctionExpressionNode ? node.value?.value : undefined

/** `#rgb`, `#rrggbb`, or the word none. */
export function colorAt(node: SyntaxNode | undefined): `#${string}` | 'none' | undefined {
  if (bareWordAt(node)?.toLowerCase() === 'none') return 'none'
  const isLiteral = node instanceof PrimaryExpressionNode && node.expression instanceof LiteralNode
  const token = isLiteral && node.expression instanceof LiteralNode ? node.expression.literal : undefined
  if (token?.kind !== SyntaxTokenKind.COLOR_LITERAL) return undefined
  // The pattern begins with the hash.
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(token.value) ? (token.value as `#${string}`) : undefined
}

/** Indentation that all lines of a note share belongs to the file. */
export function dedented(text: string): string {
  const all = text.split('\n')
  const lines = all.slice(all.findIndex((line) => line.trimStart() !== ''))
  const told = lines.filter((line) => line.trimStart() !== '')
  if (told.length === 0) return lines.join('\n')
  const indent = Math.min(...told.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(indent)).join('\n')
}

export interface Setting {
  /** Lower case, words with one space between. */
  readonly key: string
  readonly value: AttributeNode['value']
  readonly node: AttributeNode
}

export function settingsAt(node: SyntaxNode | undefined): readonly Setting[] {
  if (!(node instanceof ListExpressionNode)) return []
  return node.elementList.flatMap((attribute) => {
    if (!(attribute instanceof AttributeNode) || !(attribute.name instanceof IdentifierStreamNode)) return []
    const key = streamText(attribute.name).toLowerCase()
    return key === '' ? [] : [{ key, value: attribute.value, node: attribute }]
  })
}

export const streamText = (stream: IdentifierStreamNode): string =>
  stream.identifiers.map(({ value }) => value).join(' ')

/** `no action` is a row of words, `cascade` is one. */
export const wordsAt = (node: SyntaxNode | undefined): string | undefined =>
  node instanceof IdentifierStreamNode ? streamText(node) : wordAt(node)?.text

export function settingsPlace(node: SyntaxNode | undefined): DbmlPlace['settings'] {
  if (!(node instanceof ListExpressionNode)) return undefined
  const items = settingsAt(node).map(({ key, value, node: attribute }): SettingPlace => ({
    key,
    ...spanOf(attribute),
    ...(value && { value: spanOf(value) }),
  }))
  return { ...spanOf(node), items }
}

/** What stands inside the braces, or behind the colon. */
export function bodyOf(node: ElementDeclarationNode): {
  readonly lines: readonly FunctionApplicationNode[]
  readonly elements: readonly ElementDeclarationNode[]
  readonly all: readonly (FunctionApplicationNode | ElementDeclarationNode)[]
} {
  const { body } = node
  const all = body instanceof BlockExpressionNode ? body.body : body ? [body] : []
  // What does not parse may leave anything in the tree.
  const sound = all.filter(
    (one) => one instanceof FunctionApplicationNode || one instanceof ElementDeclarationNode,
  )
  return {
    lines: sound.filter((one) => one instanceof FunctionApplicationNode),
    elements: sound.filter((one) => one instanceof ElementDeclarationNode),
    all: sound,
  }
}

export const keywordOf = (node: ElementDeclarationNode): string => node.type?.value.toLowerCase() ?? ''

export const isBlock = (node: ElementDeclarationNode): boolean => node.body instanceof BlockExpressionNode

/** The one value of `Note: 'x'` and `Note { 'x' }`. */
export function valueOf(node: ElementDeclarationNode): SyntaxNode | undefined {
  return bodyOf(node).lines[0]?.callee
}

/** A line without the settings at its end. */
export function lineOf(node: FunctionApplicationNode): {
  readonly nodes: readonly SyntaxNode[]
  readonly settings: ListExpressionNode | undefined
} {
  const nodes = [node.callee, ...node.args].filter((one) => one !== undefined)
  const settings = nodes.find((one) => one instanceof ListExpressionNode)
  return { nodes: nodes.filter((one) => one !== settings), settings }
}

export const tupleAt = (node: SyntaxNode | undefined): readonly SyntaxNode[] | undefined =>
  node instanceof TupleExpressionNode || node instanceof GroupExpressionNode ? node.elementList : undefined

export {
  ArrayNode,
  CallExpressionNode,
  ElementDeclarationNode,
  FunctionApplicationNode,
  PrefixExpressionNode,
}
