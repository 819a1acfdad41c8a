// Reads the catalogue of MariaDB or MySQL into the common shape.
import {
  EMPTY_CATALOGUE,
  type Catalogue,
  type GrantEntry,
  type RoutineEntry,
  type SequenceEntry,
  type TableEntry,
  type TriggerEntry,
  type ViewEntry,
} from '../catalogue'
import type { Row } from '../engine'
import { toColumn, toForeignKeys, toKeys, toPartition, unescapeQuotes, type Place } from './mysqlParts'
import * as ask from './mysqlSql'
import { groupBy, text, textOrNull } from './rows'

type Query = (sql: string) => Promise<readonly Row[]>
type Groups = ReadonlyMap<string, readonly Row[]>

interface Parts {
  readonly columns: Groups
  readonly checks: Groups
  readonly keys: Groups
  readonly foreignKeys: Groups
  readonly triggers: Groups
  readonly partitions: Groups
}

export async function readMysql(query: Query, ownDatabase: string): Promise<Catalogue> {
  const isMariadb = text((await query('select version() as v'))[0] ?? {}, 'v').includes('MariaDB')
  const place = placeOf(ownDatabase, isMariadb)
  // Members are joined with a newline, and a role may have many.
  await query('set session group_concat_max_len = 1000000')
  const parts = await readParts(query, isMariadb)
  const tables = await query(ask.tables)
  const ofType = (pattern: RegExp): readonly Row[] => tables.filter((row) => pattern.test(text(row, 'type')))
  const namespaces = (await query(ask.namespaces)).map((row) => ({
    name: place.schemaOf(row),
    comment: null,
  }))
  return {
    ...EMPTY_CATALOGUE,
    namespaces: namespaces.filter((namespace) => namespace.name !== ''),
    tables: ofType(/^(BASE TABLE|SYSTEM VERSIONED)$/).map((row) => toTable(row, parts, place)),
    views: (await query(ask.views)).map((row) => toView(row, parts, place)),
    sequences: await readSequences(query, ofType(/^SEQUENCE$/), place),
    routines: await readRoutines(query, place),
    roles: (await query(ask.users(isMariadb))).map((row) => ({
      name: text(row, 'name'),
      login: text(row, 'login') === '1',
      memberOf: (textOrNull(row, 'memberOf') ?? '').split('\n').filter((name) => name !== ''),
    })),
    grants: await readGrants(query, place),
  }
}

function placeOf(ownDatabase: string, isMariadb: boolean): Place {
  return {
    isMariadb,
    schemaOf: (row, column = 'schema') => (text(row, column) === ownDatabase ? '' : text(row, column)),
    clean: (said) => said.replaceAll(`\`${ownDatabase}\`.`, ''),
  }
}

async function readParts(query: Query, isMariadb: boolean): Promise<Parts> {
  const grouped = async (sql: string): Promise<Groups> =>
    groupBy(await query(sql), (row) => keyOf(text(row, 'schema'), text(row, 'tableName')))
  return {
    columns: await grouped(ask.columns(isMariadb)),
    checks: await grouped(ask.checks(isMariadb)),
    keys: await grouped(ask.indexParts(isMariadb)),
    foreignKeys: await grouped(ask.foreignKeyParts),
    triggers: await grouped(ask.triggers),
    partitions: await grouped(ask.partitions),
  }
}

function keyOf(schema: string, table: string): string {
  return JSON.stringify([schema, table])
}

function toTable(row: Row, parts: Parts, place: Place): TableEntry {
  const key = keyOf(text(row, 'schema'), text(row, 'name'))
  const of = (groups: Groups): readonly Row[] => groups.get(key) ?? []
  const keys = toKeys(of(parts.keys), place)
  const collation = textOrNull(row, 'collation')
  return {
    schema: place.schemaOf(row),
    name: text(row, 'name'),
    comment: text(row, 'comment') || null,
    columns: of(parts.columns).map((column) => toColumn(column, { collation }, place)),
    primaryKey:
      keys.primary === null
        ? null
        : {
            name: null,
            comment: null,
            columns: keys.primary,
            include: [],
            deferrable: false,
            initiallyDeferred: false,
          },
    uniques: keys.uniques,
    checks: of(parts.checks).map((check) => ({
      name: text(check, 'name'),
      comment: null,
      expression: place.clean(
        place.isMariadb ? text(check, 'expression') : unescapeQuotes(text(check, 'expression')),
      ),
      enforced: text(check, 'enforced') === 'YES',
      validated: true,
    })),
    exclusions: [],
    foreignKeys: toForeignKeys(of(parts.foreignKeys), place),
    indexes: keys.indexes,
    triggers: of(parts.triggers).map((trigger) => toTrigger(trigger, place)),
    policies: [],
    rowSecurity: 'off',
    partition: toPartition(of(parts.partitions)),
    options: optionsOf(row),
  }
}

function optionsOf(row: Row): Readonly<Record<string, string>> {
  const created = text(row, 'options')
    .replace(/\bpartitioned\b/, '')
    .trim()
  return {
    engine: text(row, 'engine'),
    collation: text(row, 'collation'),
    ...(created === '' ? {} : { created }),
    ...(text(row, 'type') === 'SYSTEM VERSIONED' ? { systemVersioned: 'true' } : {}),
  }
}

function toTrigger(row: Row, place: Place): TriggerEntry {
  return {
    name: text(row, 'name'),
    comment: null,
    timing: text(row, 'timing'),
    events: [text(row, 'event')],
    forEach: 'row',
    disabled: false,
    definition: place.clean(text(row, 'body')),
  }
}

function toView(row: Row, parts: Parts, place: Place): ViewEntry {
  const columns = parts.columns.get(keyOf(text(row, 'schema'), text(row, 'name'))) ?? []
  return {
    schema: place.schemaOf(row),
    name: text(row, 'name'),
    comment: null,
    materialized: false,
    columns: columns.map((column) => text(column, 'name')),
    definition: place.clean(text(row, 'definition')),
    indexes: [],
    triggers: [],
    options: { checkOption: text(row, 'checkOption'), security: text(row, 'security') },
  }
}

/** A sequence of MariaDB is a table of one row. */
async function readSequences(
  query: Query,
  rows: readonly Row[],
  place: Place,
): Promise<readonly SequenceEntry[]> {
  const sequences: SequenceEntry[] = []
  for (const row of rows) {
    const quoted = [text(row, 'schema'), text(row, 'name')]
      .map((name) => `\`${name.replaceAll('`', '``')}\``)
      .join('.')
    const state = (await query(`select * from ${quoted}`))[0] ?? {}
    sequences.push({
      schema: place.schemaOf(row),
      name: text(row, 'name'),
      comment: text(row, 'comment') || null,
      type: null,
      start: text(state, 'start_value'),
      increment: text(state, 'increment'),
      min: text(state, 'minimum_value'),
      max: text(state, 'maximum_value'),
      cache: text(state, 'cache_size'),
      cycle: text(state, 'cycle_option') === '1',
      ownedBy: null,
    })
  }
  return sequences
}

async function readRoutines(query: Query, place: Place): Promise<readonly RoutineEntry[]> {
  const parameters = groupBy(await query(ask.parameters), (row) =>
    keyOf(text(row, 'schema'), text(row, 'name')),
  )
  const routines = (await query(ask.routines)).map((row): RoutineEntry => {
    const own = parameters.get(keyOf(text(row, 'schema'), text(row, 'name'))) ?? []
    const isFunction = text(row, 'kind') === 'FUNCTION'
    const spell = (one: Row): string =>
      [isFunction ? '' : text(one, 'mode'), text(one, 'parameterName'), text(one, 'type')]
        .filter((word) => word !== '')
        .join(' ')
    return {
      ...describeBody(row, place),
      kind: isFunction ? 'function' : 'procedure',
      arguments: own.map(spell).join(', '),
      returns: isFunction ? text(row, 'returns') : null,
    }
  })
  const events = (await query(ask.events)).map((row): RoutineEntry => ({
    ...describeBody(row, place),
    kind: 'event',
    arguments: '',
    returns: null,
  }))
  return [...routines, ...events]
}

function describeBody(
  row: Row,
  place: Place,
): Pick<RoutineEntry, 'schema' | 'name' | 'comment' | 'language' | 'definition'> {
  return {
    schema: place.schemaOf(row),
    name: text(row, 'name'),
    comment: text(row, 'comment') || null,
    language: 'SQL',
    definition: place.clean(text(row, 'definition')),
  }
}

async function readGrants(query: Query, place: Place): Promise<readonly GrantEntry[]> {
  const grants = (await query(ask.grants)).map((row): GrantEntry => ({
    grantee: text(row, 'grantee'),
    privilege: text(row, 'privilege'),
    // One of the three that the question writes.
    kind: text(row, 'kind') as GrantEntry['kind'],
    schema: place.schemaOf(row),
    object: text(row, 'kind') === 'schema' ? place.schemaOf(row) : text(row, 'object'),
    column: textOrNull(row, 'columnName'),
    grantable: text(row, 'grantable') === 'YES',
  }))
  const order = (grant: GrantEntry): string =>
    JSON.stringify([grant.grantee, grant.kind, grant.schema, grant.object, grant.privilege])
  const system = /^(root|mariadb\.sys|mysql\.(sys|session|infoschema)|PUBLIC)$/
  return grants
    .filter((one) => !system.test(one.grantee))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1))
}
