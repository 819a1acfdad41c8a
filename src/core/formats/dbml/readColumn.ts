// A column's line: name, type and the settings in brackets.
import type { FunctionApplicationNode, SyntaxNode } from '@dbml/parse'
import * as make from '../../model/factory'
import type { Column, Property } from '../../model/records'
import { sqlText, type SqlText } from '../../model/sqlText'
import type { Context } from './context'
import type { ParsedFile } from './language'
import { isOwnKey } from './ownKeys'
import { readColumnType } from './readType'
import {
  bareWordAt,
  colorAt,
  dedented,
  expressionAt,
  lineOf,
  numberAt,
  pathAt,
  settingsAt,
  spanOf,
  stringAt,
  wordAt,
  type Setting,
} from './syntax'

export interface ColumnRead {
  readonly column: Column
  readonly node: FunctionApplicationNode
  readonly isPrimary: boolean
  /** The setting that makes it unique. */
  readonly unique: SyntaxNode | undefined
  readonly checks: readonly { readonly expression: string; readonly node: SyntaxNode }[]
  readonly refs: readonly { readonly value: SyntaxNode; readonly node: SyntaxNode }[]
  readonly deps: readonly { readonly value: SyntaxNode; readonly node: SyntaxNode }[]
}

const known = new Set('pk,primary key,null,not null,unique,increment,default,note,check,ref,dep'.split(','))

/** The text of a custom property. */
export const propertyText = (node: SyntaxNode | undefined): string | undefined =>
  stringAt(node) ?? colorAt(node)

/** People's own settings; those under our prefix are put aside. */
export function takeProperties(
  settings: readonly Setting[],
  builtIn: ReadonlySet<string>,
  rest: Map<string, string>,
): readonly Property[] {
  const properties: Property[] = []
  for (const { key, value } of settings) {
    const text = builtIn.has(key) ? undefined : propertyText(value)
    if (text === undefined || properties.some((one) => one.key === key)) continue
    if (isOwnKey(key)) rest.set(key, text)
    else properties.push({ key, value: text })
  }
  return properties
}

/** A default is a literal, an expression, or a value of an enum. */
export function readDefault(
  ctx: Context,
  file: ParsedFile,
  node: SyntaxNode | undefined,
): SqlText | undefined {
  const number = numberAt(node)
  if (number !== undefined) return sqlText(number)
  const expression = expressionAt(node)
  if (expression !== undefined) return sqlText(expression)
  const text = stringAt(node)
  if (text !== undefined) return ctx.literal(text)
  const word = bareWordAt(node)
  if (word !== undefined && ['true', 'false', 'null'].includes(word.toLowerCase()))
    return sqlText(word.toLowerCase())
  const path = pathAt(node)
  const value = path?.at(-1)
  if (!path || !value) return undefined
  useEnumValue(ctx, file, path)
  return ctx.literal(value.text)
}

/** `state.open`: the enum and its value are used. */
export function useEnumValue(ctx: Context, file: ParsedFile, path: ReturnType<typeof pathAt> & object): void {
  const owner = path.slice(0, -1)
  const found = owner.length > 0 ? ctx.scope(file).find('enum', owner) : undefined
  const word = path.at(-1)
  if (!found || !word) return
  ctx.use(file, owner, found)
  const value = ctx
    .all('enum')
    .find(({ id }) => id === found.decl.id)
    ?.values.find(({ name }) => name === word.text)
  if (value) ctx.use(file, word, value.id)
}

const serial = /^(?:big|small)?serial[248]?$/i

export function readColumn(
  ctx: Context,
  file: ParsedFile,
  node: FunctionApplicationNode,
): ColumnRead | undefined {
  const { nodes, settings: list } = lineOf(node)
  const [nameNode, typeNode] = nodes
  const name = wordAt(nameNode)
  if (!name) return undefined
  const settings = settingsAt(list)
  const of = (key: string) => settings.find((setting) => setting.key === key)
  const valuesOf = (key: string) =>
    settings.flatMap((one) => (one.key === key && one.value ? [{ value: one.value, node: one.node }] : []))
  const isPrimary = of('pk') !== undefined || of('primary key') !== undefined
  const type = readColumnType(ctx, file, typeNode)
  const rest = new Map<string, string>()
  const given = of('default') && readDefault(ctx, file, of('default')?.value)
  const column = make.makeColumn(ctx.newId, {
    name: name.text,
    type,
    nullable: !isPrimary && of('not null') === undefined,
    comment: dedented(stringAt(of('note')?.value) ?? ''),
    properties: takeProperties(settings, known, rest),
    ...(given && { default: given }),
    ...(of('increment') && {
      identity: { mode: 'byDefault', ...(serial.test(type.raw) && { style: 'serial' }) },
    }),
  })
  if (rest.size > 0) ctx.rest.set(column.id, rest)
  ctx.place(column.id, [file, node], {
    name: { from: name.from, to: name.to },
    ...(typeNode && { type: spanOf(typeNode) }),
    ...ctx.settings(list),
  })
  return {
    column,
    node,
    isPrimary,
    unique: of('unique')?.node,
    checks: settings.flatMap(({ key, value, node: at }) => {
      const expression = key === 'check' ? expressionAt(value) : undefined
      return expression === undefined ? [] : [{ expression, node: at }]
    }),
    refs: valuesOf('ref'),
    deps: valuesOf('dep'),
  }
}
