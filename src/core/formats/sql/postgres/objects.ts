// Schemas, extensions, types, domains, routines, triggers.
import type { CheckFacts } from '../statement'
import { readConstraint, type Range } from './constraints'
import { typeText } from './columns'
import { collationOf, some, type Ground, type Reading } from './ground'
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
  strings,
  text,
  unwrap,
  type Node,
} from './nodes'
import { signatureOf } from './typeNames'
import type { Words } from './words'

type Readings = readonly Reading[]

export function createSchema(statement: Node): Readings {
  const written = text(statement, 'schemaname')
  const name = written === '' ? role({ RoleSpec: node(statement, 'authrole') }) : written
  const made: Reading = {
    kind: 'createSchema',
    name,
    ...(flag(statement, 'if_not_exists') ? { ifNotExists: true } : {}),
  }
  if (list(statement, 'schemaElts').length === 0) return [made]
  return [made, { kind: 'keep', why: 'what is made inside CREATE SCHEMA' }]
}

export function createExtension(statement: Node): Readings {
  const options = new Map(
    bodies(statement, 'options', 'DefElem').map((option) => [
      text(option, 'defname'),
      text(unwrap(option['arg'])[1], 'sval'),
    ]),
  )
  return [
    {
      kind: 'createExtension',
      name: text(statement, 'extname'),
      ...some('schema', options.get('schema')),
      ...some('version', options.get('new_version')),
      ...(flag(statement, 'if_not_exists') ? { ifNotExists: true } : {}),
    },
  ]
}

export const createEnum = (statement: Node): Readings => [
  { kind: 'createEnum', name: named(strings(statement, 'typeName')), values: strings(statement, 'vals') },
]

export function alterEnum(statement: Node): Readings {
  const name = named(strings(statement, 'typeName'))
  const value = text(statement, 'newVal')
  const old = text(statement, 'oldVal')
  if (old !== '') return [{ kind: 'renameEnumValue', name, value: old, to: value }]
  const neighbour = text(statement, 'newValNeighbor')
  const isAfter = flag(statement, 'newValIsAfter')
  return [
    {
      kind: 'addEnumValue',
      name,
      value,
      ...(flag(statement, 'skipIfNewValExists') ? { ifNotExists: true } : {}),
      ...(neighbour === '' ? {} : isAfter ? { after: neighbour } : { before: neighbour }),
    },
  ]
}

export function createComposite(statement: Node, { words }: Ground): Readings {
  const open = words.find(0, words.length, '(')
  const pieces = words.inside(open)
  const fields = bodies(statement, 'coldeflist', 'ColumnDef').map((field, i) => {
    const [from, to] = pieces[i] ?? [0, 0]
    const end = words.find(from + 1, to, 'COLLATE')
    return {
      name: text(field, 'colname'),
      type: typeText(words, from + 1, end),
      ...some('collation', collationOf(field)),
    }
  })
  return [{ kind: 'createComposite', name: relation(node(statement, 'typevar')), fields }]
}

interface DomainPiece {
  readonly body: Node
  readonly range: Range
}

/** Constraints of a domain stand one behind the other without commas, as a column's do. */
function domainPieces(statement: Node, words: Words): readonly DomainPiece[] {
  const items = bodies(statement, 'constraints', 'Constraint').map((body) => ({
    body,
    from: words.indexAt(number(body, 'location')),
  }))
  const collation = collationStart(statement, words)
  const starts = [...items.map(({ from }) => from), collation, words.length].sort((a, b) => a - b)
  return items.map(({ body, from }) => ({
    body,
    range: { from, to: starts.find((start) => start > from) ?? words.length },
  }))
}

function collationStart(statement: Node, words: Words): number {
  const clause = node(statement, 'collClause')
  return has(clause, 'collname') ? words.indexAt(number(clause, 'location')) : words.length
}

export function createDomain(statement: Node, ground: Ground): Readings {
  const { words } = ground
  const pieces = domainPieces(statement, words)
  const type = words.indexAt(number(node(statement, 'typeName'), 'location'))
  const end = Math.min(...pieces.map(({ range }) => range.from), collationStart(statement, words))
  const checks: CheckFacts[] = []
  let more: { nullable?: boolean; default?: string } = {}
  for (const { body, range } of pieces) {
    const kind = text(body, 'contype')
    const start = words.reads(range.from, 'CONSTRAINT') ? range.from + 2 : range.from
    if (kind === 'CONSTR_NOTNULL') more = { ...more, nullable: false }
    if (kind === 'CONSTR_NULL') more = { ...more, nullable: true }
    if (kind === 'CONSTR_DEFAULT') more = { ...more, default: words.slice(start + 1, range.to) }
    if (kind !== 'CONSTR_CHECK') continue
    const check = readConstraint(body, range, ground)
    if (check?.kind === 'check') checks.push(check)
  }
  return [
    {
      kind: 'createDomain',
      name: named(strings(statement, 'domainname')),
      type: typeText(words, type, end),
      ...more,
      ...some('collation', collationOf(statement)),
      checks,
    },
  ]
}

export function alterDomain(statement: Node, ground: Ground): Readings {
  const { words } = ground
  const name = named(strings(statement, 'typeName'))
  const constraint = text(statement, 'name')
  switch (text(statement, 'subtype')) {
    case 'AD_AlterDefault':
    case 'T': {
      const at = words.find(0, words.length, 'DEFAULT')
      const value = has(statement, 'def') ? words.slice(at + 1, words.length) : null
      return [{ kind: 'alterDomain', name, change: { set: 'default', default: value } }]
    }
    case 'AD_DropNotNull':
    case 'N':
      return [{ kind: 'alterDomain', name, change: { set: 'nullable', nullable: true } }]
    case 'AD_SetNotNull':
    case 'O':
      return [{ kind: 'alterDomain', name, change: { set: 'nullable', nullable: false } }]
    case 'AD_AddConstraint':
    case 'C':
      return addDomainConstraint(statement, ground)
    case 'AD_DropConstraint':
    case 'X':
      return [{ kind: 'alterDomain', name, change: { drop: constraint } }]
    case 'AD_ValidateConstraint':
    case 'V':
      return [{ kind: 'alterDomain', name, change: { validate: constraint } }]
    default:
      return [{ kind: 'keep', why: 'an unknown change of a domain', about: { kind: 'domain', name } }]
  }
}

function addDomainConstraint(statement: Node, ground: Ground): Readings {
  const { words } = ground
  const [, body] = unwrap(statement['def'])
  const name = named(strings(statement, 'typeName'))
  const from = words.find(0, words.length, 'ADD') + 1
  if (text(body, 'contype') === 'CONSTR_NOTNULL')
    return [{ kind: 'alterDomain', name, change: { set: 'nullable', nullable: false } }]
  const check = readConstraint(body, { from, to: words.length, isAdded: true }, ground)
  return check?.kind === 'check'
    ? [{ kind: 'alterDomain', name, change: { add: check } }]
    : [{ kind: 'keep', why: 'an unknown constraint of a domain', about: { kind: 'domain', name } }]
}

export const createFunction = (statement: Node, { words }: Ground): Readings => [
  {
    kind: 'createRoutine',
    name: named(strings(statement, 'funcname')),
    routine: flag(statement, 'is_procedure') ? 'procedure' : 'function',
    ...(flag(statement, 'replace') ? { orReplace: true } : {}),
    signature: signatureOf(list(statement, 'parameters')),
    definition: words.slice(0, words.length),
  },
]

const defined: Readonly<Record<string, string>> = {
  OBJECT_OPERATOR: 'an operator',
  OBJECT_TYPE: 'a base type',
  OBJECT_COLLATION: 'a collation',
  OBJECT_TSCONFIGURATION: 'a text search configuration',
  OBJECT_TSDICTIONARY: 'a text search dictionary',
  OBJECT_TSPARSER: 'a text search parser',
  OBJECT_TSTEMPLATE: 'a text search template',
}

export function define(statement: Node, { words }: Ground): Readings {
  const kind = text(statement, 'kind')
  if (kind !== 'OBJECT_AGGREGATE') return [{ kind: 'keep', why: defined[kind] ?? 'an unknown definition' }]
  const [parameters] = list(statement, 'args')
  return [
    {
      kind: 'createRoutine',
      name: named(pathOf({ List: { items: list(statement, 'defnames') } })),
      routine: 'aggregate',
      ...(flag(statement, 'replace') ? { orReplace: true } : {}),
      signature: signatureOf(list(unwrap(parameters)[1], 'items')),
      definition: words.slice(0, words.length),
    },
  ]
}

export const createTrigger = (statement: Node, { words }: Ground): Readings => [
  {
    kind: 'createTrigger',
    name: { name: text(statement, 'trigname') },
    on: relation(node(statement, 'relation')),
    ...(flag(statement, 'replace') ? { orReplace: true } : {}),
    definition: words.slice(0, words.length),
  },
]
