// COMMENT ON, DROP, RENAME and SET SCHEMA speak of any kind of object, each in its own shape of node.
import type { ObjectKind, ObjectName, Subject } from '../statement'
import { some, type Ground, type Reading } from './ground'
import { flag, list, named, node, pathOf, relation, role, text, unwrap, type Node } from './nodes'
import { signatureOfObject } from './typeNames'

type Readings = readonly Reading[]

const kinds: Readonly<Record<string, ObjectKind>> = {
  OBJECT_SCHEMA: 'schema',
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'view',
  OBJECT_INDEX: 'index',
  OBJECT_DOMAIN: 'domain',
  OBJECT_TYPE: 'type',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_FUNCTION: 'routine',
  OBJECT_PROCEDURE: 'routine',
  OBJECT_ROUTINE: 'routine',
  OBJECT_AGGREGATE: 'routine',
  OBJECT_EXTENSION: 'extension',
  OBJECT_ROLE: 'role',
}

/** Triggers and policies are named by their table and their own name. */
const onTable: Readonly<Record<string, 'trigger' | 'policy'>> = {
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
}

const roleName = (item: unknown): readonly string[] => {
  const [kind] = unwrap(item)
  return kind === 'RoleSpec' ? [role(item)] : pathOf(item)
}

function subjectOf(type: string, item: unknown): Subject | undefined {
  const path = roleName(item)
  const last = path.at(-1) ?? ''
  const table = named(path.slice(0, -1))
  const inside = onTable[type]
  if (inside) return { kind: inside, name: { name: last }, on: table }
  if (type === 'OBJECT_COLUMN') return { kind: 'column', name: table, column: last }
  if (type === 'OBJECT_TABCONSTRAINT') return { kind: 'constraint', name: { name: last }, on: table }
  if (type === 'OBJECT_DOMCONSTRAINT') {
    const [domain, constraint] = list(unwrap(item)[1], 'items')
    return { kind: 'constraint', name: named(pathOf(constraint)), on: named(pathOf(domain)) }
  }
  const kind = kinds[type]
  return kind && { kind, name: named(path), ...some('signature', signatureOfObject(item)) }
}

const unmodelled: Readonly<Record<string, string>> = {
  OBJECT_DATABASE: 'the database itself',
  OBJECT_LANGUAGE: 'a language',
  OBJECT_TABLESPACE: 'a tablespace',
}

export function comment(statement: Node): Readings {
  const type = text(statement, 'objtype')
  const on = subjectOf(type, statement['object'])
  if (on) return [{ kind: 'comment', on, text: text(statement, 'comment') }]
  const what = unmodelled[type]
  return what === undefined
    ? [{ kind: 'keep', why: 'a comment on what is not modelled' }]
    : [{ kind: 'nothing', what }]
}

export function drop(statement: Node): Readings {
  const type = text(statement, 'removeType')
  const found = list(statement, 'objects').map((item) => subjectOf(type, item))
  const what = found.filter((subject) => subject !== undefined)
  if (what.length === 0 || what.length < found.length)
    return [{ kind: 'keep', why: 'something dropped that is not modelled' }]
  return [
    {
      kind: 'drop',
      what,
      ...(flag(statement, 'missing_ok') ? { ifExists: true } : {}),
      ...(text(statement, 'behavior') === 'DROP_CASCADE' ? { cascade: true } : {}),
    },
  ]
}

export const dropRole = (statement: Node): Readings => [
  {
    kind: 'drop',
    what: list(statement, 'roles').map((item): Subject => ({ kind: 'role', name: { name: role(item) } })),
    ...(flag(statement, 'missing_ok') ? { ifExists: true } : {}),
  },
]

/** What a RENAME speaks of: a relation, a name alone, or a path. */
function renamed(statement: Node, type: string): Subject | undefined {
  const table = relation(node(statement, 'relation'))
  const name = text(statement, 'subname')
  const inside = onTable[type]
  if (inside) return { kind: inside, name: { name }, on: table }
  const kind = kinds[type]
  if (!kind) return undefined
  if (kind === 'schema' || kind === 'role') return { kind, name: { name } }
  if (table.name !== '') return { kind, name: table }
  const object = statement['object']
  return { kind, name: named(pathOf(object)), ...some('signature', signatureOfObject(object)) }
}

export function rename(statement: Node, { words }: Ground): Readings {
  const type = text(statement, 'renameType')
  const to = text(statement, 'newname')
  const from = text(statement, 'subname')
  const table = relation(node(statement, 'relation'))
  const ifExists = flag(statement, 'missing_ok') ? { ifExists: true } : {}
  if (type === 'OBJECT_COLUMN')
    return [
      { kind: 'alterTable', name: table, ...ifExists, actions: [{ do: 'renameColumn', column: from, to }] },
    ]
  if (type === 'OBJECT_TABCONSTRAINT')
    return [
      { kind: 'alterTable', name: table, ...ifExists, actions: [{ do: 'renameConstraint', name: from, to }] },
    ]
  if (type === 'OBJECT_DOMCONSTRAINT')
    return [{ kind: 'alterDomain', name: named(pathOf(statement['object'])), change: { rename: from, to } }]
  if (type === 'OBJECT_POLICY') return [{ kind: 'alterPolicy', on: table, name: from, to }]
  const what = renamed(statement, type)
  if (!what) return [{ kind: 'keep', why: `a name changed that is not modelled: ${words.upper(1)}` }]
  return [{ kind: 'rename', what, to: { name: to } }]
}

export function setSchema(statement: Node): Readings {
  const schema = text(statement, 'newschema')
  const kind = kinds[text(statement, 'objectType')]
  const table = relation(node(statement, 'relation'))
  const object = statement['object']
  const name: ObjectName = table.name === '' ? named(pathOf(object)) : table
  if (!kind) return [{ kind: 'keep', why: 'another schema for what is not modelled' }]
  return [
    { kind: 'setSchema', what: { kind, name, ...some('signature', signatureOfObject(object)) }, schema },
  ]
}

export const alterOwner = (): Readings => [{ kind: 'nothing', what: 'OWNER TO' }]
