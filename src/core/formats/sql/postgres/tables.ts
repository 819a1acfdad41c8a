// CREATE TABLE in all its forms.
import type { DialectOption } from '../../../model/records'
import type { ColumnFacts, ConstraintFacts, CreateTable, LikeFacts, PartitionFacts } from '../statement'
import { readColumn } from './columns'
import { readConstraint } from './constraints'
import { nothing, some, spelled, storage, unlessEmpty, type Ground, type Reading } from './ground'
import { readPart } from './parts'
import {
  bodies,
  flag,
  has,
  list,
  named,
  node,
  number,
  relation,
  strings,
  text,
  unwrap,
  type Node,
} from './nodes'
import type { Words } from './words'

interface Body {
  readonly columns: ColumnFacts[]
  readonly constraints: ConstraintFacts[]
  readonly like: LikeFacts[]
  readonly storage: { readonly column: string; readonly clause: string }[]
}

/** Bits of CREATE_TABLE_LIKE_… in PostgreSQL's parsenodes.h. */
const likeBits = [
  [1, 'comments'],
  [4, 'constraints'],
  [8, 'defaults'],
  [16, 'generated'],
  [32, 'identity'],
  [64, 'indexes'],
  [128, 'statistics'],
  [256, 'storage'],
] as const

const including = (options: number): LikeFacts['including'] =>
  new Set(likeBits.flatMap(([bit, what]) => ((options & bit) === 0 ? [] : [what])))

/** PostgreSQL 18 names NOT NULL as a constraint of the table, too. */
function nameNotNull(body: Body, constraint: Node): void {
  const [column] = strings(constraint, 'keys')
  const at = body.columns.findIndex(({ name }) => name === column)
  const found = body.columns[at]
  if (found) body.columns[at] = { ...found, nullable: false, notNullName: text(constraint, 'conname') }
}

/** CockroachDB's INDEX name (columns) and FAMILY name (columns) look like columns of a strange type. */
function inlineOf(
  item: Node,
  [from, to]: readonly [number, number],
  { words, tell }: Ground,
): readonly ConstraintFacts[] | undefined {
  const word = words.upper(from)
  if (word !== 'INDEX' && word !== 'FAMILY') return undefined
  const columns = bodies(node(item, 'typeName'), 'typmods', 'ColumnRef').map((ref) =>
    strings(ref, 'fields').at(-1),
  )
  if (columns.length === 0) return undefined
  const at = words.spot(from, to)
  if (word === 'FAMILY') {
    const message = 'Families of columns are not modelled: this one is left out.'
    tell({ level: 'loss', code: 'clause', message, at })
    return []
  }
  const name = strings(node(item, 'typeName'), 'names').at(-1) ?? ''
  const parts = columns.map((column = '') => ({ on: { column } }))
  return [{ kind: 'index', index: { name, unique: false, method: '', parts }, at }]
}

function readElements(statement: Node, open: number, ground: Ground): Body {
  const { words } = ground
  const pieces = words.inside(open)
  const body: Body = { columns: [], constraints: [], like: [], storage: [] }
  for (const [i, element] of list(statement, 'tableElts').entries()) {
    const [from, to] = pieces[i] ?? [open, open]
    const [kind, item] = unwrap(element)
    const cockroach = kind === 'ColumnDef' ? inlineOf(item, [from, to], ground) : undefined
    if (cockroach) body.constraints.push(...cockroach)
    else if (kind === 'ColumnDef') {
      const read = readColumn(item, { from, to }, ground)
      body.columns.push(read.column)
      body.constraints.push(...read.constraints)
      body.storage.push(...read.storage.map((clause) => ({ column: read.column.name, clause })))
    } else if (kind === 'TableLikeClause') {
      const table = relation(node(item, 'relation'))
      body.like.push({ table, including: including(number(item, 'options')), behind: body.columns.length })
    } else if (text(item, 'contype') === 'CONSTR_NOTNULL') nameNotNull(body, item)
    else {
      const constraint = readConstraint(item, { from, to }, ground)
      if (constraint) body.constraints.push(constraint)
    }
  }
  return body
}

/** FOR VALUES … or DEFAULT: from this token on; its end. */
export function boundsEnd(words: Words, from: number): number {
  if (!words.reads(from, 'FOR', 'VALUES')) return from + 1
  const what = words.upper(from + 2)
  const open = from + 3
  if (what !== 'FROM') return words.close(open) + 1
  return words.close(words.close(open) + 2) + 1
}

export function readPartitioning(spec: Node, from: number, ground: Ground): PartitionFacts {
  const { words } = ground
  const strategy = /[A-Z]+$/.exec(text(spec, 'strategy'))?.[0].toLowerCase() ?? 'range'
  const pieces = words.inside(words.find(from, words.length, '('))
  const parts = bodies(spec, 'partParams', 'PartitionElem')
  return { method: strategy, parts: parts.map((part, i) => readPart(part, pieces[i] ?? [0, 0], ground)) }
}

const onCommits: Readonly<Record<string, string>> = {
  ONCOMMIT_DROP: 'DROP',
  ONCOMMIT_DELETE_ROWS: 'DELETE ROWS',
  ONCOMMIT_PRESERVE_ROWS: 'PRESERVE ROWS',
}

function optionsOf(statement: Node, ground: Ground): readonly DialectOption[] {
  const { dialect } = ground
  const space = text(statement, 'tablespacename')
  const method = text(statement, 'accessMethod')
  const onCommit = onCommits[text(statement, 'oncommit')]
  return [
    ...storage(statement, 'options', ground),
    ...(space === '' || space === 'pg_default' ? [] : [{ dialect, name: 'tablespace', value: space }]),
    ...(method === '' || method === 'heap' ? [] : [{ dialect, name: 'using', value: method }]),
    ...(onCommit === undefined ? [] : [{ dialect, name: 'on commit', value: onCommit }]),
  ]
}

/** The name of the object that a node names, as tokens: the first behind it. */
const behind = (at: Node, words: Words): number => {
  const name = words.indexAt(number(at, 'location'))
  return words.behindName(name)
}

interface Place {
  /** The bracket with the columns, where there is one. */
  readonly open: number
  readonly bounds?: number
  readonly tail: number
}

/** Which tokens say what: the body, the bounds of a partition, and what stands behind. */
function placesOf(statement: Node, words: Words): Place {
  const [parent] = bodies(statement, 'inhRelations', 'RangeVar')
  let at = behind(node(statement, 'relation'), words)
  const isPartition = has(statement, 'partbound') && parent !== undefined
  if (isPartition) at = behind(parent, words)
  if (has(statement, 'ofTypename')) at = behind(node(statement, 'ofTypename'), words)
  const open = words.upper(at) === '(' ? at : words.length
  const tail = open === at ? words.close(open) + 1 : at
  return isPartition ? { open, bounds: tail, tail: boundsEnd(words, tail) } : { open, tail }
}

const persistences: Readonly<Record<string, CreateTable['persistence']>> = { u: 'unlogged', t: 'temporary' }

export function createTable(statement: Node, ground: Ground): readonly Reading[] {
  const { words } = ground
  const place = placesOf(statement, words)
  const body = readElements(statement, place.open, ground)
  const name = relation(node(statement, 'relation'))
  const parents = bodies(statement, 'inhRelations', 'RangeVar').map(relation)
  const [parent] = parents
  const isPartition = place.bounds !== undefined && parent !== undefined
  const partition = words.find(place.tail, words.length, 'PARTITION')
  const type = node(statement, 'ofTypename')
  const table: CreateTable = {
    kind: 'createTable',
    name,
    ...(flag(statement, 'if_not_exists') ? { ifNotExists: true } : {}),
    columns: body.columns,
    constraints: body.constraints,
    ...some('persistence', persistences[text(node(statement, 'relation'), 'relpersistence')]),
    ...some(
      'partitioning',
      has(statement, 'partspec')
        ? readPartitioning(node(statement, 'partspec'), partition, ground)
        : undefined,
    ),
    ...(isPartition
      ? { partitionOf: { parent, bounds: words.slice(place.bounds, place.tail).replace(/\s+/g, ' ') } }
      : {}),
    ...some('inherits', isPartition ? undefined : unlessEmpty(parents)),
    ...some('like', unlessEmpty(body.like)),
    ...some('ofType', has(type, 'names') ? named(strings(type, 'names')) : undefined),
    ...some('options', unlessEmpty(optionsOf(statement, ground))),
  }
  return [table, ...storageStatements(table, body, ground)]
}

export const sqlName = ({ schema, name }: { readonly schema?: string; readonly name: string }): string =>
  schema === undefined ? spelled(name) : `${spelled(schema)}.${spelled(name)}`

/** What the model has no place for goes along as the statement that would say it alone. */
function storageStatements({ name }: CreateTable, body: Body, { words }: Ground): readonly Reading[] {
  if (body.storage.length === 0) return []
  const actions = body.storage.map(({ column, clause }) => ({
    do: 'keep' as const,
    text: `ALTER TABLE ${sqlName(name)} ALTER COLUMN ${spelled(column)} ${clause}`,
    why: 'how a column is stored',
    at: words.whole,
  }))
  return [{ kind: 'alterTable', name, actions }]
}

/** CREATE TABLE … AS: its columns are those of a query, which nobody runs here. */
export function createTableAs(statement: Node, ground: Ground): readonly Reading[] {
  const into = node(statement, 'into')
  const rel = node(into, 'rel')
  if (text(statement, 'objtype') !== 'OBJECT_MATVIEW') {
    return [
      {
        kind: 'keep',
        why: 'its columns are those of a query',
        about: { kind: 'table', name: relation(rel) },
      },
    ]
  }
  const { words } = ground
  const as = words.find(behind(rel, words), words.length, 'AS')
  const data = words.reads(words.length - 2, 'WITH', 'DATA')
    ? words.length - 2
    : words.reads(words.length - 3, 'WITH', 'NO', 'DATA')
      ? words.length - 3
      : words.length
  const columns = strings(into, 'colNames').map((name) => ({ name }))
  const space = text(into, 'tableSpaceName')
  const options = [
    ...storage(into, 'options', ground),
    ...(space === '' ? [] : [{ dialect: ground.dialect, name: 'tablespace', value: space }]),
  ]
  return [
    {
      kind: 'createView',
      name: relation(rel),
      materialized: true,
      ...(flag(statement, 'if_not_exists') ? { ifNotExists: true } : {}),
      query: words.slice(as + 1, data),
      ...some('columns', unlessEmpty(columns)),
      ...some('options', unlessEmpty(options)),
    },
  ]
}

const checkOptions: Readonly<Record<string, string>> = {
  LOCAL_CHECK_OPTION: 'local',
  CASCADED_CHECK_OPTION: 'cascaded',
}

/** WITH [LOCAL | CASCADED] CHECK OPTION at the end, where it is. */
function queryEnd(words: Words): number {
  const end = words.length
  if (!words.reads(end - 2, 'CHECK', 'OPTION')) return end
  return words.reads(end - 3, 'WITH') ? end - 3 : words.reads(end - 4, 'WITH') ? end - 4 : end
}

export function createView(statement: Node, ground: Ground): readonly Reading[] {
  const { words, dialect } = ground
  const view = node(statement, 'view')
  const name = relation(view)
  const from = behind(view, words)
  const as = words.find(from, words.length, 'AS')
  const written = words.slice(as + 1, queryEnd(words))
  const aliases = strings(statement, 'aliases')
  const check = checkOptions[text(statement, 'withCheckOption')]
  const options = [
    ...storage(statement, 'options', ground),
    ...(check === undefined ? [] : [{ dialect, name: 'check_option', value: check }]),
  ]
  const isRecursive = words.find(0, from, 'RECURSIVE') < from
  const columns = aliases.map(spelled).join(', ')
  const query = isRecursive
    ? `WITH RECURSIVE ${spelled(name.name)} (${columns}) AS (${written}) SELECT ${columns} FROM ${spelled(name.name)}`
    : written
  if (text(view, 'relpersistence') === 't') return [nothing('a temporary view')]
  return [
    {
      kind: 'createView',
      name,
      materialized: false,
      ...(flag(statement, 'replace') ? { orReplace: true } : {}),
      query,
      ...some('columns', unlessEmpty(aliases.map((alias) => ({ name: alias })))),
      ...some('options', unlessEmpty(options)),
    },
  ]
}
