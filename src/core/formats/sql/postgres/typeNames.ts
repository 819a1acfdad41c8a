// Types by the names that the database itself gives them, so that two spellings of one signature are equal.
import { flag, list, named, strings, text, unwrap, type Node } from './nodes'

const spellings: ReadonlyMap<string, string> = new Map([
  ['int2', 'smallint'],
  ['int4', 'integer'],
  ['int', 'integer'],
  ['int8', 'bigint'],
  ['float4', 'real'],
  ['float8', 'double precision'],
  ['bool', 'boolean'],
  ['bpchar', 'character'],
  ['varchar', 'character varying'],
  ['decimal', 'numeric'],
  ['varbit', 'bit varying'],
  ['timestamptz', 'timestamp with time zone'],
  ['timestamp', 'timestamp without time zone'],
  ['timetz', 'time with time zone'],
  ['time', 'time without time zone'],
])

/** "integer", "public.mood" as "mood", "text[]": without arguments, as signatures are compared. */
export function typeName(type: Node): string {
  const { schema, name } = named(strings(type, 'names'))
  const plain = schema === undefined || schema === 'pg_catalog' ? (spellings.get(name) ?? name) : name
  const home = schema === undefined || schema === 'pg_catalog' || schema === 'public' ? '' : `${schema}.`
  return home + plain + (list(type, 'arrayBounds').length > 0 ? '[]' : '')
}

const inputModes: ReadonlySet<string> = new Set([
  '',
  'FUNC_PARAM_IN',
  'FUNC_PARAM_INOUT',
  'FUNC_PARAM_VARIADIC',
  'FUNC_PARAM_DEFAULT',
])

/** The types that tell overloads apart, of a CREATE's parameters. */
export const signatureOf = (parameters: readonly unknown[]): string =>
  parameters
    .map((item) => unwrap(item)[1])
    .filter((parameter) => inputModes.has(text(parameter, 'mode')))
    .map((parameter) => typeName(unwrapType(parameter['argType'])))
    .join(', ')

/** Some fields hold a bare TypeName, some a wrapped one. */
const unwrapType = (value: unknown): Node => {
  const [kind, body] = unwrap(value)
  return kind === 'TypeName' ? body : typeof value === 'object' && value !== null ? (value as Node) : body
}

/** The signature of an ObjectWithArgs; undefined where no arguments were written: any overload. */
export function signatureOfObject(value: unknown): string | undefined {
  const [kind, body] = unwrap(value)
  if (kind !== 'ObjectWithArgs' || flag(body, 'args_unspecified')) return undefined
  const withModes = list(body, 'objfuncargs')
  if (withModes.length > 0) return signatureOf(withModes)
  return list(body, 'objargs')
    .map((type) => typeName(unwrapType(type)))
    .join(', ')
}
