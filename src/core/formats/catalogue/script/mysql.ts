// The script of a MySQL or MariaDB catalogue, much as SHOW CREATE writes it.
import { byName, grouped, inTurn, maybe, rowsOf, textOf, type Facts } from '../facts'
import { columnLine } from './mysqlColumn'
import { eventOf, routineOf } from './mysqlRoutines'
import { partitionsOf } from './mysqlPartitions'
import { expression, id, literal, type Home } from './mysqlWords'
import { block, words, type Rebuilt } from './words'

interface Groups {
  readonly columns: ReadonlyMap<string, readonly Facts[]>
  readonly indexes: ReadonlyMap<string, readonly Facts[]>
  readonly foreignKeys: ReadonlyMap<string, readonly Facts[]>
  readonly checks: ReadonlyMap<string, readonly Facts[]>
  readonly partitions: ReadonlyMap<string, readonly Facts[]>
}

function indexPart(part: Facts, home: Home): string {
  const name = maybe(part, 'column')
  const length = maybe(part, 'length')
  // A spatial index says of itself that it holds the first 32 bytes.
  const prefix = length === undefined || textOf(part, 'method') === 'SPATIAL' ? '' : `(${length})`
  const on = name === undefined ? `(${expression(textOf(part, 'expression'), home)})` : id(name) + prefix
  return words(on, textOf(part, 'order') === 'D' && 'DESC')
}

const fullKinds = new Set(['FULLTEXT', 'SPATIAL'])

function indexLine(parts: readonly Facts[], home: Home): string {
  const [first = {}] = parts
  const name = textOf(first, 'name')
  const method = textOf(first, 'method')
  const isPrimary = name === 'PRIMARY'
  const isUnique = textOf(first, 'repeats') === '0'
  const comment = textOf(first, 'comment')
  const head = isPrimary
    ? 'PRIMARY KEY'
    : words(fullKinds.has(method) ? method : isUnique && 'UNIQUE', 'KEY', id(name))
  return words(
    `${head} (${parts.map((part) => indexPart(part, home)).join(', ')})`,
    // Every index of a table in memory is one, unless it says so.
    (method === 'HASH' || method === 'RTREE') && `USING ${method}`,
    comment !== '' && `COMMENT ${literal(comment)}`,
    textOf(first, 'visible') === 'NO' && (home.isMariadb ? 'IGNORED' : 'INVISIBLE'),
  )
}

/** Keys first, as the server prints them. */
const indexRank = ([first = {}]: readonly Facts[]): number => {
  if (textOf(first, 'name') === 'PRIMARY') return 0
  return textOf(first, 'repeats') === '0' ? 1 : 2
}

const indexLines = (rows: readonly Facts[], home: Home): readonly string[] =>
  [...grouped(rows, 'name').values()]
    .map((parts) => inTurn(parts))
    .sort((a, b) => indexRank(a) - indexRank(b))
    .map((parts) => indexLine(parts, home))

function foreignKey(rows: readonly Facts[], { database, isMariadb }: Home): string {
  // What they say of a key that says nothing.
  const usual = isMariadb ? 'RESTRICT' : 'NO ACTION'
  const action = (word: string, said: string) => said !== usual && said !== '' && `${word} ${said}`
  const parts = inTurn(rows)
  const [first = {}] = parts
  const schema = textOf(first, 'toSchema')
  const to = `${schema === database ? '' : `${id(schema)}.`}${id(textOf(first, 'toTable'))}`
  const columns = (key: string) => parts.map((part) => id(textOf(part, key))).join(', ')
  return words(
    `CONSTRAINT ${id(textOf(first, 'name'))} FOREIGN KEY (${columns('column')})`,
    `REFERENCES ${to} (${columns('toColumn')})`,
    action('ON DELETE', textOf(first, 'onDelete')),
    action('ON UPDATE', textOf(first, 'onUpdate')),
  )
}

const checkLine = (check: Facts, home: Home): string =>
  words(
    `CONSTRAINT ${id(textOf(check, 'name'))} CHECK (${expression(textOf(check, 'is'), home)})`,
    textOf(check, 'enforced') === 'NO' && 'NOT ENFORCED',
  )

function options(table: Facts): string {
  const collation = textOf(table, 'collation')
  const given = textOf(table, 'options')
    .replace(/\bpartitioned\b/i, '')
    .trim()
  const comment = textOf(table, 'comment')
  return words(
    maybe(table, 'engine') !== undefined && `ENGINE=${textOf(table, 'engine')}`,
    Number(textOf(table, 'counter')) > 1 && `AUTO_INCREMENT=${textOf(table, 'counter')}`,
    collation !== '' && `DEFAULT CHARSET=${collation.split('_')[0] ?? ''} COLLATE=${collation}`,
    given.replace(
      /\b(\w+)=("[^"]*"|\S+)/g,
      (_all, name: string, value: string) => `${name.toUpperCase()}=${value}`,
    ),
    comment !== '' && `COMMENT=${literal(comment)}`,
    textOf(table, 'type') === 'SYSTEM VERSIONED' && 'WITH SYSTEM VERSIONING',
  )
}

/** Columns that say when a row was true name their period. */
function period(columns: readonly Facts[]): readonly string[] {
  const named = (what: string) => columns.find((one) => textOf(one, 'as').toUpperCase() === what)
  const [start, end] = [named('ROW START'), named('ROW END')]
  return start && end
    ? [`PERIOD FOR SYSTEM_TIME (${id(textOf(start, 'name'))}, ${id(textOf(end, 'name'))})`]
    : []
}

function createTable(table: Facts, groups: Groups, home: Home): string {
  const name = textOf(table, 'name')
  const columns = inTurn(groups.columns.get(name) ?? [])
  const checks = groups.checks.get(name) ?? []
  const isOfColumn = (check: Facts) => textOf(check, 'level') === 'Column'
  const lines = [
    ...columns.map((column) => {
      const own = checks.find(
        (check) => isOfColumn(check) && textOf(check, 'name') === textOf(column, 'name'),
      )
      return words(columnLine(column, table, home), own && `CHECK (${expression(textOf(own, 'is'), home)})`)
    }),
    ...indexLines(groups.indexes.get(name) ?? [], home),
    ...period(columns),
    ...byName(checks.filter((check) => !isOfColumn(check))).map((check) => checkLine(check, home)),
  ]
  return words(
    `CREATE TABLE ${id(name)} ${block(lines)}`,
    options(table),
    partitionsOf(groups.partitions.get(name) ?? [], home),
  )
}

const foreignKeys = (table: Facts, groups: Groups, home: Home): readonly string[] =>
  [...grouped(byName(groups.foreignKeys.get(textOf(table, 'name')) ?? []), 'name').values()].map(
    (rows) => `ALTER TABLE ${id(textOf(table, 'name'))} ADD ${foreignKey(rows, home)}`,
  )

function view(facts: Facts, home: Home): string {
  const algorithm = textOf(facts, 'algorithm')
  const check = textOf(facts, 'check')
  return words(
    'CREATE',
    algorithm !== '' && algorithm !== 'UNDEFINED' && `ALGORITHM=${algorithm}`,
    textOf(facts, 'security') === 'INVOKER' && 'SQL SECURITY INVOKER',
    `VIEW ${id(textOf(facts, 'name'))} AS ${home.clean(textOf(facts, 'query'))}`,
    check !== '' && check !== 'NONE' && `WITH ${check} CHECK OPTION`,
  )
}

const trigger = (facts: Facts, home: Home): string =>
  words(
    `CREATE TRIGGER ${id(textOf(facts, 'name'))} ${textOf(facts, 'timing')} ${textOf(facts, 'event')}`,
    `ON ${id(textOf(facts, 'table'))} FOR EACH ROW ${home.clean(textOf(facts, 'body'))}`,
  )

/** Objects whose text the server keeps from those who may not see it. */
function hidden(facts: Facts, isMariadb: boolean): readonly string[] {
  const without = (key: string, field: string, what: string) =>
    rowsOf(facts, key)
      .filter((one) => textOf(one, field) === '')
      .map((one) => `${what} ${textOf(one, 'name')}`)
  const sequences = rowsOf(facts, 'tables').filter((one) => isMariadb && textOf(one, 'type') === 'SEQUENCE')
  const grantees = Number(textOf(facts, 'grantees'))
  return [
    ...(grantees > 0 ? [`what ${String(grantees)} users or roles may do with its tables`] : []),
    ...without('views', 'query', 'the query of the view'),
    ...without('routines', 'body', 'the body of the routine'),
    ...without('events', 'body', 'the body of the event'),
    ...sequences.map((one) => `start, step and limits of the sequence ${textOf(one, 'name')}`),
  ]
}

export function mysqlScript(facts: Facts, home: Home): Rebuilt {
  const groups: Groups = {
    columns: grouped(rowsOf(facts, 'columns'), 'table'),
    indexes: grouped(rowsOf(facts, 'indexes'), 'table'),
    foreignKeys: grouped(rowsOf(facts, 'foreignKeys'), 'table'),
    checks: grouped(rowsOf(facts, 'checks'), 'table'),
    partitions: grouped(rowsOf(facts, 'partitions'), 'table'),
  }
  const ofType = (type: RegExp) =>
    byName(rowsOf(facts, 'tables')).filter((one) => type.test(textOf(one, 'type')))
  const tables = ofType(/^(?:BASE TABLE|SYSTEM VERSIONED)$/)
  const withText = (key: string, field: string) =>
    byName(rowsOf(facts, key)).filter((one) => textOf(one, field) !== '')
  const parameters = grouped(rowsOf(facts, 'parameters'), 'routine')
  const statements = [
    `USE ${id(home.database)}`,
    ...ofType(/^SEQUENCE$/).map((one) => `CREATE SEQUENCE ${id(textOf(one, 'name'))}`),
    ...tables.map((table) => createTable(table, groups, home)),
    ...tables.flatMap((table) => foreignKeys(table, groups, home)),
    ...withText('views', 'query').map((one) => view(one, home)),
    ...withText('routines', 'body').flatMap((one) => routineOf(one, parameters, home)),
    ...inTurn(byName(rowsOf(facts, 'triggers'))).map((one) => trigger(one, home)),
    ...withText('events', 'body').map((one) => eventOf(one, home)),
  ]
  return { statements, unread: hidden(facts, home.isMariadb) }
}
