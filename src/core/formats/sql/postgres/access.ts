// Who may do what: roles, grants, policies.
import type { Role } from '../../../model/records'
import type { ObjectKind, ObjectName, Subject } from '../statement'
import { bracketed, some, unlessEmpty, type Ground, type Reading } from './ground'
import {
  bodies,
  flag,
  has,
  list,
  named,
  node,
  number,
  pathOf,
  relation,
  role,
  roles,
  strings,
  text,
  unwrap,
  type Node,
} from './nodes'
import { signatureOfObject } from './typeNames'

type Readings = readonly Reading[]

/** USING (…) and WITH CHECK (…), in the author's words. */
function conditions(statement: Node, { words }: Ground) {
  const using = words.find(0, words.length, 'USING')
  const check = words.find(0, words.length, 'CHECK')
  return {
    ...(has(statement, 'qual') ? { using: bracketed(words, using + 1) } : {}),
    ...(has(statement, 'with_check') ? { check: bracketed(words, check + 1) } : {}),
  }
}

const commands: Readonly<Record<string, 'select' | 'insert' | 'update' | 'delete'>> = {
  select: 'select',
  insert: 'insert',
  update: 'update',
  delete: 'delete',
}

/** TO PUBLIC is what is meant when nobody is named. */
const grantees = (names: readonly string[]): readonly string[] =>
  names.length === 1 && names[0] === 'PUBLIC' ? [] : names

export const createPolicy = (statement: Node, ground: Ground): Readings => [
  {
    kind: 'createPolicy',
    on: relation(node(statement, 'table')),
    policy: {
      name: text(statement, 'policy_name'),
      command: commands[text(statement, 'cmd_name')] ?? 'all',
      permissive: flag(statement, 'permissive'),
      roles: grantees(roles(statement, 'roles')),
      ...conditions(statement, ground),
    },
  },
]

export const alterPolicy = (statement: Node, ground: Ground): Readings => [
  {
    kind: 'alterPolicy',
    on: relation(node(statement, 'table')),
    name: text(statement, 'policy_name'),
    ...some('roles', isGiven(statement, 'roles') ? grantees(roles(statement, 'roles')) : undefined),
    ...conditions(statement, ground),
  },
]

const isGiven = (statement: Node, key: string): boolean => list(statement, key).length > 0

/** Memberships are statements of their own. */
const memberships: ReadonlySet<string> = new Set(['addroleto', 'rolemembers', 'adminmembers'])

/** Each attribute as it was written, from its place to the next one's. */
function attributesOf(statement: Node, { words, tell }: Ground): Role['attributes'] {
  const options = bodies(statement, 'options', 'DefElem')
  const starts = options.map((option) => words.indexAt(number(option, 'location')))
  return options.flatMap((option, i) => {
    const from = starts[i] ?? 0
    const to = starts[i + 1] ?? words.length
    const name = text(option, 'defname')
    if (memberships.has(name)) return []
    if (name === 'password') {
      const message = 'A password is not taken over: it has no place in a diagram.'
      tell({ level: 'warning', code: 'password', message, at: words.spot(from, to) })
      return []
    }
    return [words.slice(from, to)]
  })
}

function membershipsOf(statement: Node, name: string): Readings {
  return bodies(statement, 'options', 'DefElem').flatMap((option): Readings => {
    const names = list(unwrap(option['arg'])[1], 'items').map(role)
    if (text(option, 'defname') === 'addroleto') return [{ kind: 'grantRole', roles: names, to: [name] }]
    return memberships.has(text(option, 'defname')) ? [{ kind: 'grantRole', roles: [name], to: names }] : []
  })
}

export function createRole(statement: Node, ground: Ground): Readings {
  const name = text(statement, 'role')
  const attributes = attributesOf(statement, ground)
  const canLogin = text(statement, 'stmt_type') === 'ROLESTMT_USER'
  const isSaid = attributes.some((word) => /^(?:no)?login$/i.test(word))
  return [
    { kind: 'createRole', name, attributes: canLogin && !isSaid ? [...attributes, 'LOGIN'] : attributes },
    ...membershipsOf(statement, name),
  ]
}

export function alterRole(statement: Node, ground: Ground): Readings {
  const name = role({ RoleSpec: node(statement, 'role') })
  const attributes = attributesOf(statement, ground)
  const members = membershipsOf(statement, name)
  return attributes.length > 0 || members.length === 0
    ? [{ kind: 'alterRole', name, attributes }, ...members]
    : members
}

export function grantRole(statement: Node): Readings {
  const isGrant = flag(statement, 'is_grant')
  return [
    {
      kind: 'grantRole',
      roles: bodies(statement, 'granted_roles', 'AccessPriv').map((item) => text(item, 'priv_name')),
      to: roles(statement, 'grantee_roles'),
      ...(isGrant ? {} : { isRevoked: true }),
    },
  ]
}

const grantable: Readonly<Record<string, ObjectKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_SCHEMA: 'schema',
  OBJECT_FUNCTION: 'routine',
  OBJECT_PROCEDURE: 'routine',
  OBJECT_ROUTINE: 'routine',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
}

const objectOf = (item: unknown): ObjectName => {
  const [kind, body] = unwrap(item)
  return kind === 'RangeVar' ? relation(body) : named(pathOf(item))
}

export function grant(statement: Node): Readings {
  const kind = grantable[text(statement, 'objtype')]
  const isEverything = text(statement, 'targtype') !== 'ACL_TARGET_OBJECT'
  if (kind === undefined || isEverything)
    return [
      {
        kind: 'keep',
        why: isEverything ? 'rights on everything in a schema' : 'rights on what is no part of a schema',
      },
    ]
  const privileges = bodies(statement, 'privileges', 'AccessPriv').map((item) => ({
    name: text(item, 'priv_name').toUpperCase(),
    ...some('columns', unlessEmpty(strings(item, 'cols'))),
  }))
  const on = list(statement, 'objects').map((item): Subject => ({
    kind,
    name: objectOf(item),
    ...some('signature', signatureOfObject(item)),
  }))
  return [
    {
      kind: 'grant',
      privileges: privileges.length === 0 ? [{ name: 'ALL' }] : privileges,
      on,
      to: roles(statement, 'grantees'),
      ...(flag(statement, 'grant_option') ? { withGrantOption: true } : {}),
      ...(flag(statement, 'is_grant') ? {} : { isRevoked: true }),
    },
  ]
}
