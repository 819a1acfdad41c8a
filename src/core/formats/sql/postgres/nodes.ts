// libpg-query's nodes are plain data of any shape: these look into them without ever failing.
import type { ObjectName } from '../statement'

export type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const empty: Node = {}

/** `{ CreateStmt: {…} }` as kind and body. */
export function unwrap(value: unknown): readonly [kind: string, body: Node] {
  if (!isNode(value)) return ['', empty]
  for (const kind of Object.keys(value)) {
    const body = value[kind]
    return [kind, isNode(body) ? body : empty]
  }
  return ['', empty]
}

export const node = (at: Node, key: string): Node => {
  const value = at[key]
  return isNode(value) ? value : empty
}

export const has = (at: Node, key: string): boolean => at[key] !== undefined

export const text = (at: Node, key: string): string => {
  const value = at[key]
  return typeof value === 'string' ? value : ''
}

export const number = (at: Node, key: string): number => {
  const value = at[key]
  return typeof value === 'number' ? value : 0
}

export const flag = (at: Node, key: string): boolean => at[key] === true

export const list = (at: Node, key: string): readonly unknown[] => {
  const value = at[key]
  return Array.isArray(value) ? value : []
}

/** The bodies of one kind in a list. */
export const bodies = (at: Node, key: string, kind: string): readonly Node[] =>
  list(at, key).flatMap((item) => {
    const [found, body] = unwrap(item)
    return found === kind ? [body] : []
  })

const stringOf = (item: unknown): string => {
  const [kind, body] = unwrap(item)
  return kind === 'String' ? text(body, 'sval') : kind === 'A_Star' ? '*' : ''
}

export const strings = (at: Node, key: string): readonly string[] => list(at, key).map(stringOf)

/** The strings of a List, a String or a TypeName: the ways in which statements name an object. */
export function pathOf(value: unknown): readonly string[] {
  const [kind, body] = unwrap(value)
  if (kind === 'List') return list(body, 'items').flatMap(pathOf)
  if (kind === 'String') return [text(body, 'sval')]
  if (kind === 'TypeName') return strings(body, 'names')
  if (kind === 'ObjectWithArgs') return strings(body, 'objname')
  return []
}

/** Database, schema and name: the last two count. */
export function named(path: readonly string[]): ObjectName {
  const name = path.at(-1) ?? ''
  const schema = path.at(-2)
  return schema === undefined ? { name } : { schema, name }
}

export function relation(at: Node): ObjectName {
  const schema = text(at, 'schemaname')
  const name = text(at, 'relname')
  return schema === '' ? { name } : { schema, name }
}

/** A role as people write it; PUBLIC and CURRENT_USER among them. */
export function role(value: unknown): string {
  const [, body] = unwrap(value)
  const words: Readonly<Record<string, string>> = {
    ROLESPEC_PUBLIC: 'PUBLIC',
    ROLESPEC_CURRENT_USER: 'CURRENT_USER',
    ROLESPEC_SESSION_USER: 'SESSION_USER',
    ROLESPEC_CURRENT_ROLE: 'CURRENT_ROLE',
  }
  return words[text(body, 'roletype')] ?? text(body, 'rolename')
}

export const roles = (at: Node, key: string): readonly string[] => list(at, key).map(role)
