// The script of a PostgreSQL catalogue, much as pg_dump writes it.
import { grouped, isOn, listOf, maybe, partOf, rowsOf, textOf, textsOf, type Facts } from '../facts'
import { commentOn, id, named, named2 } from './postgresNames'
import { grantsOf, policiesOf, rolesOf } from './postgresAccess'
import { aggregate, sequence, type } from './postgresObjects'
import { block, string, words, type Rebuilt } from './words'

const identities: Readonly<Record<string, string>> = { a: 'ALWAYS', d: 'BY DEFAULT' }
const storages: Readonly<Record<string, string>> = { p: 'PLAIN', e: 'EXTERNAL', m: 'MAIN', x: 'EXTENDED' }
const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' }

function identity(column: Facts): string | undefined {
  const kind = identities[textOf(column, 'identity')]
  if (kind === undefined) return undefined
  const own = partOf(column, 'sequence')
  const inside = own ? ` (SEQUENCE NAME ${named(own)} ${sequence(own)})` : ''
  return `GENERATED ${kind} AS IDENTITY${inside}`
}

function value(column: Facts): string | undefined {
  const text = maybe(column, 'default')
  if (text === undefined) return undefined
  const kind = maybe(column, 'generated')
  if (kind === undefined) return `DEFAULT ${text}`
  return `GENERATED ALWAYS AS (${text}) ${kind === 'v' ? 'VIRTUAL' : 'STORED'}`
}

function notNull(column: Facts, table: Facts): string | undefined {
  if (!isOn(column, 'notNull')) return undefined
  const name = maybe(column, 'notNullName')
  const usual = `${textOf(table, 'name')}_${textOf(column, 'name')}_not_null`
  // The server shortens long names; those are its own too.
  const isUsual = name === undefined || name === usual || (usual.length > 63 && name.endsWith('_not_null'))
  return words(!isUsual && `CONSTRAINT ${id(name)}`, 'NOT NULL')
}

const column = (facts: Facts, table: Facts): string =>
  words(
    id(textOf(facts, 'name')),
    textOf(facts, 'type'),
    maybe(facts, 'collation') !== undefined && `COLLATE ${textOf(facts, 'collation')}`,
    value(facts),
    identity(facts),
    notNull(facts, table),
  )

const constraint = (facts: Facts): string =>
  words('CONSTRAINT', id(textOf(facts, 'name')), textOf(facts, 'is'))

/** Those that cannot stand in CREATE TABLE: they refer to other tables, or their rows were never checked. */
const comesLater = (facts: Facts): boolean =>
  textOf(facts, 'kind') === 'f' || / NOT VALID$/.test(textOf(facts, 'is'))

interface Parts {
  readonly relations: ReadonlyMap<string, Facts>
  readonly columns: ReadonlyMap<string, readonly Facts[]>
  readonly constraints: ReadonlyMap<string, readonly Facts[]>
}

const parentsOf = (table: Facts, { relations }: Parts): readonly Facts[] =>
  listOf(table, 'parents').flatMap((parent): readonly Facts[] => {
    const known = relations.get(String(parent))
    return known ? [known] : []
  })

function options(table: Facts): string | undefined {
  const given = textsOf(table, 'options').filter((option) => !option.startsWith('check_option='))
  if (given.length === 0) return undefined
  const said = given.map((option) => {
    const at = option.indexOf('=')
    return at < 0 ? option : `${option.slice(0, at)}=${string(option.slice(at + 1))}`
  })
  return `WITH (${said.join(', ')})`
}

/** The partition has no columns of its own: all of them come from above. */
const isBornAsPartition = (columns: readonly Facts[]): boolean =>
  columns.every((one) => !isOn(one, 'local')) && columns.length > 0

function ownColumns(table: Facts, parts: Parts): readonly Facts[] {
  const all = parts.columns.get(textOf(table, 'id')) ?? []
  const isHeir = listOf(table, 'parents').length > 0
  if (!isHeir || maybe(table, 'bound') !== undefined) return all
  return all.filter((one) => isOn(one, 'local'))
}

function createTable(table: Facts, parts: Parts): readonly string[] {
  const parents = parentsOf(table, parts)
  const [parent] = parents
  const bound = maybe(table, 'bound')
  const columns = ownColumns(table, parts)
  const constraints = (parts.constraints.get(textOf(table, 'id')) ?? []).filter((one) => !comesLater(one))
  const isPartition = bound !== undefined && parent !== undefined
  const isBorn = isPartition && isBornAsPartition(columns)
  const ofType = maybe(table, 'type')
  const own = isBorn ? [] : ofType !== undefined ? [] : columns.map((one) => column(one, table))
  const items = [...own, ...constraints.map(constraint)]
  const head = words(
    'CREATE',
    isOn(table, 'unlogged') && 'UNLOGGED',
    textOf(table, 'kind') === 'f' && 'FOREIGN',
    'TABLE',
    named(table),
    isBorn && `PARTITION OF ${named(parent)}`,
    ofType !== undefined && `OF ${ofType}`,
  )
  const body = items.length > 0 || !(isBorn || ofType !== undefined) ? block(items) : undefined
  const isHeir = !isPartition && parents.length > 0
  const tail = words(
    isBorn && bound,
    isHeir && `INHERITS (${parents.map(named).join(', ')})`,
    maybe(table, 'partitionBy') !== undefined && `PARTITION BY ${textOf(table, 'partitionBy')}`,
    maybe(table, 'method') !== undefined && `USING ${id(textOf(table, 'method'))}`,
    options(table),
    maybe(table, 'tablespace') !== undefined && `TABLESPACE ${id(textOf(table, 'tablespace'))}`,
    maybe(table, 'server') !== undefined && `SERVER ${id(textOf(table, 'server'))}`,
  )
  const attach = `ALTER TABLE ONLY ${parent ? named(parent) : ''} ATTACH PARTITION ${named(table)} ${bound ?? ''}`
  return [words(head, body, tail), ...(isPartition && !isBorn ? [attach] : [])]
}

/** What a partition or an heir says otherwise than its parent. */
function afterTable(table: Facts, parts: Parts): readonly string[] {
  const columns = parts.columns.get(textOf(table, 'id')) ?? []
  const alter = `ALTER TABLE ONLY ${named(table)}`
  const isHeir = listOf(table, 'parents').length > 0
  return [
    ...columns.flatMap((one) => {
      const name = id(textOf(one, 'name'))
      const storage = storages[textOf(one, 'storage')]
      const compression = compressions[textOf(one, 'compression')]
      const isChanged = isHeir && !isOn(one, 'local') && maybe(one, 'generated') === undefined
      const own = isChanged ? maybe(one, 'default') : undefined
      return [
        ...(storage === undefined ? [] : [`${alter} ALTER COLUMN ${name} SET STORAGE ${storage}`]),
        ...(compression === undefined
          ? []
          : [`${alter} ALTER COLUMN ${name} SET COMPRESSION ${compression}`]),
        ...(own === undefined ? [] : [`${alter} ALTER COLUMN ${name} SET DEFAULT ${own}`]),
      ]
    }),
    ...(isOn(table, 'rowSecurity') ? [`ALTER TABLE ${named(table)} ENABLE ROW LEVEL SECURITY`] : []),
    ...(isOn(table, 'forced') ? [`${alter} FORCE ROW LEVEL SECURITY`] : []),
  ]
}

const clustered = (table: Facts): readonly string[] =>
  maybe(table, 'clustered') === undefined
    ? []
    : [`ALTER TABLE ${named(table)} CLUSTER ON ${id(textOf(table, 'clustered'))}`]

/** By which rows are known to those who follow the changes. */
function replica(table: Facts): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    f: 'FULL',
    n: 'NOTHING',
    i: `USING INDEX ${id(textOf(table, 'identityIndex'))}`,
  }
  const how = words[textOf(table, 'identity')]
  return how === undefined ? [] : [`ALTER TABLE ONLY ${named(table)} REPLICA IDENTITY ${how}`]
}

function view(facts: Facts): string {
  const isStored = textOf(facts, 'kind') === 'm'
  const check = textsOf(facts, 'options')
    .find((option) => option.startsWith('check_option='))
    ?.slice(13)
  const query = textOf(facts, 'query').trim().replace(/;$/, '')
  return words(
    isStored ? 'CREATE MATERIALIZED VIEW' : 'CREATE VIEW',
    named(facts),
    maybe(facts, 'method') !== undefined && `USING ${id(textOf(facts, 'method'))}`,
    options(facts),
    `AS\n${query}`,
    check !== undefined && `WITH ${check.toUpperCase()} CHECK OPTION`,
  )
}

const switches: Readonly<Record<string, string>> = { D: 'DISABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' }

function trigger(facts: Facts, on: Facts): readonly string[] {
  const name = id(textOf(facts, 'name'))
  const how = switches[textOf(facts, 'enabled')]
  return [
    textOf(facts, 'is'),
    ...(how === undefined ? [] : [`ALTER TABLE ${named(on)} ${how} TRIGGER ${name}`]),
    ...commentOn(`TRIGGER ${name} ON ${named(on)}`, facts),
  ]
}

const routineWords: Readonly<Record<string, string>> = { p: 'PROCEDURE', a: 'AGGREGATE' }

function routine(facts: Facts): readonly string[] {
  const what = routineWords[textOf(facts, 'kind')] ?? 'FUNCTION'
  const signature = `${named(facts)}(${textOf(facts, 'arguments')})`
  const own = partOf(facts, 'aggregate')
  const made = own ? aggregate(signature, own) : maybe(facts, 'sql')
  // Those of another kind (window functions written in C) are printed too.
  return made === undefined
    ? []
    : [made.trim().replace(/^CREATE OR REPLACE /, 'CREATE '), ...commentOn(`${what} ${signature}`, facts)]
}

function tableComments(table: Facts, parts: Parts): readonly string[] {
  const kinds: Readonly<Record<string, string>> = { v: 'VIEW', m: 'MATERIALIZED VIEW', f: 'FOREIGN TABLE' }
  const columns = parts.columns.get(textOf(table, 'id')) ?? []
  const constraints = parts.constraints.get(textOf(table, 'id')) ?? []
  return [
    ...commentOn(`${kinds[textOf(table, 'kind')] ?? 'TABLE'} ${named(table)}`, table),
    ...columns.flatMap((one) => commentOn(`COLUMN ${named(table)}.${id(textOf(one, 'name'))}`, one)),
    ...constraints.flatMap((one) =>
      commentOn(`CONSTRAINT ${id(textOf(one, 'name'))} ON ${named(table)}`, one),
    ),
  ]
}

function laterConstraints(tables: readonly Facts[], parts: Parts): readonly string[] {
  return tables.flatMap((table) =>
    (parts.constraints.get(textOf(table, 'id')) ?? [])
      .filter(comesLater)
      .map((one) => `ALTER TABLE ONLY ${named(table)} ADD ${constraint(one)}`),
  )
}

function ownedSequences(facts: Facts, { relations }: Parts): readonly string[] {
  return rowsOf(facts, 'sequences').flatMap((one) => {
    const table = relations.get(textOf(one, 'table'))
    const owned = table && `${named(table)}.${id(textOf(one, 'column'))}`
    return owned === undefined ? [] : [`ALTER SEQUENCE ${named(one)} OWNED BY ${owned}`]
  })
}

const schemas = (facts: Facts): readonly string[] =>
  rowsOf(facts, 'schemas').flatMap((schema) => {
    const name = id(textOf(schema, 'name'))
    const isPublic = textOf(schema, 'name') === 'public'
    const isUsual = isPublic && textOf(schema, 'comment') === 'standard public schema'
    return [
      ...(isPublic ? [] : [`CREATE SCHEMA ${name}`]),
      ...(isUsual ? [] : commentOn(`SCHEMA ${name}`, schema)),
    ]
  })

export function postgresScript(facts: Facts): Rebuilt {
  const relations = rowsOf(facts, 'relations')
  const parts: Parts = {
    relations: new Map(relations.map((one) => [textOf(one, 'id'), one])),
    columns: grouped(rowsOf(facts, 'columns'), 'of'),
    constraints: grouped(rowsOf(facts, 'constraints'), 'of'),
  }
  const isView = (one: Facts) => /^[vm]$/.test(textOf(one, 'kind'))
  const tables = relations.filter((one) => !isView(one))
  const views = relations.filter(isView)
  const path = textsOf(facts, 'path')
  const indexes = rowsOf(facts, 'indexes')
  const statements = [
    ...(path.length > 0 ? [`SET search_path = ${path.map(id).join(', ')}`] : []),
    ...schemas(facts),
    ...rolesOf(facts),
    ...rowsOf(facts, 'extensions').flatMap((one) => [
      `CREATE EXTENSION IF NOT EXISTS ${id(textOf(one, 'name'))} WITH SCHEMA ${id(textOf(one, 'schema'))}`,
      ...commentOn(`EXTENSION ${id(textOf(one, 'name'))}`, one),
    ]),
    ...rowsOf(facts, 'types').flatMap(type),
    ...rowsOf(facts, 'sequences').flatMap((one) => [
      words(
        'CREATE',
        isOn(one, 'unlogged') && 'UNLOGGED',
        'SEQUENCE',
        named(one),
        textOf(one, 'type') !== 'bigint' && `AS ${textOf(one, 'type')}`,
        sequence(one),
      ),
      ...commentOn(`SEQUENCE ${named(one)}`, one),
    ]),
    ...inheritanceOrder(tables, parts).flatMap((table) => createTable(table, parts)),
    ...tables.flatMap((table) => afterTable(table, parts)),
    ...ownedSequences(facts, parts),
    // On the whole of a partitioned table, where its partitions have one of the same.
    ...indexes
      .filter((one) => isOfTable(one, parts))
      .map((one) => textOf(one, 'is').replace(' ON ONLY ', ' ON ')),
    ...tables.flatMap((table) => [...clustered(table), ...replica(table)]),
    ...laterConstraints(tables, parts),
    ...rowsOf(facts, 'routines').flatMap(routine),
    ...views.map(view),
    ...indexes.filter((one) => !isOfTable(one, parts)).map((one) => textOf(one, 'is')),
    ...textsOf(facts, 'statistics'),
    ...rowsOf(facts, 'triggers').flatMap((one) => {
      const on = parts.relations.get(textOf(one, 'of'))
      return on ? trigger(one, on) : []
    }),
    ...textsOf(facts, 'rules'),
    ...policiesOf(facts, parts.relations),
    ...relations.flatMap((one) => tableComments(one, parts)),
    ...indexes.flatMap((one) =>
      commentOn(`INDEX ${named2(textOf(one, 'schema'), textOf(one, 'name'))}`, one),
    ),
    ...grantsOf(facts),
  ]
  return {
    statements,
    unread: rowsOf(facts, 'unread').map((one) => `${textOf(one, 'kind')} ${textOf(one, 'name')}`),
  }
}

const isOfTable = (index: Facts, { relations }: Parts): boolean =>
  textOf(relations.get(textOf(index, 'of')) ?? {}, 'kind') !== 'm'

/** Parents come before what is made of them, whichever was made first. */
function inheritanceOrder(tables: readonly Facts[], parts: Parts): readonly Facts[] {
  const done = new Set<Facts>()
  const visit = (table: Facts): void => {
    if (done.has(table)) return
    done.add(table)
    for (const parent of parentsOf(table, parts)) visit(parent)
    out.push(table)
  }
  const out: Facts[] = []
  for (const table of tables) visit(table)
  return out
}
