// SET, SELECT and the like: what they mean for the names that follow, and what they mean for a schema (mostly nothing).
import { keep, nothing, type Reading } from './ground'
import { bodies, list, node, strings, text, unwrap, type Node } from './nodes'

type Readings = readonly Reading[]

const valueOf = (item: unknown): string => text(node(unwrap(item)[1], 'sval'), 'sval')

/** The first schema of a path that objects are made in; "$user" is nobody's here. */
function useSchema(path: readonly string[]): Readings {
  const names = path
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '' && name !== '$user' && name !== 'pg_catalog')
  const [schema, ...others] = names
  if (schema === undefined) return [{ kind: 'useSchema' }]
  return [others.length === 0 ? { kind: 'useSchema', schema } : { kind: 'useSchema', schema, also: others }]
}

export function setVariable(statement: Node): Readings {
  const name = text(statement, 'name')
  if (name !== 'search_path') return [nothing(`SET ${name}`)]
  // One string may hold the whole path: SET search_path = 'a, b'.
  return useSchema(list(statement, 'args').flatMap((item) => valueOf(item).split(',')))
}

/** Functions that set, count or look: they make nothing. */
const harmless: ReadonlySet<string> = new Set(['setval', 'set_config', 'pg_sleep', 'now', 'version'])

export function select(statement: Node): Readings {
  const into = node(statement, 'intoClause')
  if (text(node(into, 'rel'), 'relname') !== '') return [keep('a table made of a query')]
  const calls = bodies(statement, 'targetList', 'ResTarget').flatMap((target) => {
    const [kind, call] = unwrap(target['val'])
    return kind === 'FuncCall' ? [call] : []
  })
  const [first] = calls
  if (calls.length === 0) return [nothing('a query')]
  if (first && strings(first, 'funcname').at(-1) === 'set_config') {
    const [name, value] = list(first, 'args').map(valueOf)
    if (name === 'search_path') return useSchema((value ?? '').split(','))
  }
  if (calls.every((call) => harmless.has(strings(call, 'funcname').at(-1) ?? '')))
    return [nothing('a setting')]
  return [keep('a function that is called')]
}
