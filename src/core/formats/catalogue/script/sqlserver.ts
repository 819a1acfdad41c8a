// The script of a SQL Server catalogue, much as Management Studio generates it.
import { grouped, inTurn, isOn, maybe, rowsOf, textOf, type Facts } from '../facts'
import { commentsOf } from './sqlserverComments'
import { columnLine, domain } from './sqlserverColumn'
import { id, named, partsNamed } from './sqlserverWords'
import { block, words, type Rebuilt } from './words'

interface Groups {
  readonly tables: ReadonlyMap<string, Facts>
  readonly columns: ReadonlyMap<string, readonly Facts[]>
  readonly indexes: ReadonlyMap<string, readonly Facts[]>
  readonly checks: ReadonlyMap<string, readonly Facts[]>
}

const constraintName = (facts: Facts): string | false =>
  !isOn(facts, 'unnamed') && `CONSTRAINT ${id(textOf(facts, 'name'))}`

const isClustered = (index: Facts): boolean => textOf(index, 'type') === '1'

const fill = (index: Facts): string | undefined =>
  maybe(index, 'fillFactor') === undefined ? undefined : `WITH (FILLFACTOR = ${textOf(index, 'fillFactor')})`

function key(index: Facts): string {
  const isPrimary = isOn(index, 'primary')
  return words(
    constraintName(index),
    isPrimary ? 'PRIMARY KEY' : 'UNIQUE',
    isClustered(index) ? 'CLUSTERED' : 'NONCLUSTERED',
    `(${partsNamed(index, false)})`,
    fill(index),
  )
}

const isKey = (index: Facts): boolean => isOn(index, 'primary') || isOn(index, 'constraint')

const kinds: Readonly<Record<string, string>> = {
  '1': 'CLUSTERED',
  '2': 'NONCLUSTERED',
  '5': 'CLUSTERED COLUMNSTORE',
  '6': 'NONCLUSTERED COLUMNSTORE',
}

function createIndex(index: Facts, on: Facts): readonly string[] {
  const kind = kinds[textOf(index, 'type')]
  if (kind === undefined) return []
  const included = partsNamed(index, true)
  const isColumnstore = kind.endsWith('COLUMNSTORE')
  const parts = isColumnstore ? included : partsNamed(index, false)
  const made = words(
    'CREATE',
    isOn(index, 'unique') && 'UNIQUE',
    kind,
    `INDEX ${id(textOf(index, 'name'))} ON ${named(on)}`,
    kind !== kinds['5'] && `(${parts})`,
    !isColumnstore && included !== '' && `INCLUDE (${included})`,
    maybe(index, 'filter') !== undefined && `WHERE ${textOf(index, 'filter')}`,
    fill(index),
  )
  const off = `ALTER INDEX ${id(textOf(index, 'name'))} ON ${named(on)} DISABLE`
  return isOn(index, 'disabled') ? [made, off] : [made]
}

/** Rows that were never checked, and a check that is off. */
function state(
  constraint: Facts,
  table: Facts,
): { readonly head: string; readonly after: readonly string[] } {
  const isOff = isOn(constraint, 'disabled')
  const head = `ALTER TABLE ${named(table)} ${isOn(constraint, 'unchecked') ? 'WITH NOCHECK ' : ''}ADD`
  const off = `ALTER TABLE ${named(table)} NOCHECK CONSTRAINT ${id(textOf(constraint, 'name'))}`
  return { head, after: isOff ? [off] : [] }
}

function check(constraint: Facts, table: Facts): readonly string[] {
  const { head, after } = state(constraint, table)
  const silent = isOn(constraint, 'notForReplication') && 'NOT FOR REPLICATION'
  return [
    words(head, constraintName(constraint), 'CHECK', silent, textOf(constraint, 'definition')),
    ...after,
  ]
}

function foreignKey(constraint: Facts, tables: ReadonlyMap<string, Facts>): readonly string[] {
  const table = tables.get(textOf(constraint, 'of'))
  const to = tables.get(textOf(constraint, 'to'))
  if (!table || !to) return []
  const { head, after } = state(constraint, table)
  const pairs = rowsOf(constraint, 'columns')
  const names = (which: string) => pairs.map((pair) => id(textOf(pair, which))).join(', ')
  const action = (word: string, which: string) => {
    const said = textOf(constraint, which).replaceAll('_', ' ')
    return said !== '' && said !== 'NO ACTION' && `${word} ${said}`
  }
  return [
    words(
      head,
      constraintName(constraint),
      `FOREIGN KEY (${names('column')}) REFERENCES ${named(to)} (${names('to')})`,
      action('ON DELETE', 'onDelete'),
      action('ON UPDATE', 'onUpdate'),
      isOn(constraint, 'notForReplication') && 'NOT FOR REPLICATION',
    ),
    ...after,
  ]
}

function period(columns: readonly Facts[]): readonly string[] {
  const always = (kind: string) => columns.find((one) => textOf(one, 'always') === kind)
  const [start, end] = [always('1'), always('2')]
  if (!start || !end) return []
  return [`PERIOD FOR SYSTEM_TIME (${id(textOf(start, 'name'))}, ${id(textOf(end, 'name'))})`]
}

function tableOptions(table: Facts): string | undefined {
  const history = { schema: textOf(table, 'historySchema'), name: textOf(table, 'historyTable') }
  const said = [
    ...(isOn(table, 'inMemory') ? ['MEMORY_OPTIMIZED = ON'] : []),
    ...(textOf(table, 'temporal') === '2'
      ? [`SYSTEM_VERSIONING = ON (HISTORY_TABLE = ${named(history)})`]
      : []),
  ]
  return said.length === 0 ? undefined : `WITH (${said.join(', ')})`
}

function createTable(table: Facts, groups: Groups): readonly string[] {
  const at = textOf(table, 'id')
  const columns = inTurn(groups.columns.get(at) ?? [])
  const indexes = groups.indexes.get(at) ?? []
  const lines = [...columns.map(columnLine), ...indexes.filter(isKey).map(key), ...period(columns)]
  return [
    words(`CREATE TABLE ${named(table)} ${block(lines)}`, tableOptions(table)),
    ...(groups.checks.get(at) ?? []).flatMap((one) => check(one, table)),
    ...indexes.filter((one) => !isKey(one)).flatMap((one) => createIndex(one, table)),
  ]
}

function sequence(facts: Facts): string {
  const cache = maybe(facts, 'cache')
  return words(
    `CREATE SEQUENCE ${named(facts)} AS ${textOf(facts, 'type')}`,
    `START WITH ${textOf(facts, 'start')} INCREMENT BY ${textOf(facts, 'step')}`,
    `MINVALUE ${textOf(facts, 'min')} MAXVALUE ${textOf(facts, 'max')}`,
    isOn(facts, 'cycle') && 'CYCLE',
    isOn(facts, 'cached') ? cache !== undefined && `CACHE ${cache}` : 'NO CACHE',
  )
}

const moduleOrder = ['FN', 'IF', 'TF', 'V', 'P', 'TR']

function modules(facts: Facts, groups: Groups): readonly string[] {
  const all = rowsOf(facts, 'modules').filter((one) => textOf(one, 'sql') !== '')
  return moduleOrder.flatMap((type) =>
    all
      .filter((one) => textOf(one, 'type') === type)
      .flatMap((one) => {
        const on = groups.tables.get(textOf(one, 'on'))
        const off = on && isOn(one, 'disabled') && `DISABLE TRIGGER ${named(one)} ON ${named(on)}`
        return [textOf(one, 'sql').trim(), ...(off ? [off] : [])]
      }),
  )
}

function unreadOf(facts: Facts): readonly string[] {
  const odd = rowsOf(facts, 'indexes').filter((one) => /^[347]$/.test(textOf(one, 'type')))
  const cut = rowsOf(facts, 'indexes').filter((one) => maybe(one, 'partitioned') !== undefined)
  const hidden = rowsOf(facts, 'modules').filter((one) => textOf(one, 'sql') === '')
  return [
    ...rowsOf(facts, 'unread').map((one) => `${textOf(one, 'kind')} ${textOf(one, 'name')}`),
    ...odd.map((one) => `the XML, spatial or hash index ${textOf(one, 'name')}`),
    ...cut.map((one) => `the partitions of ${textOf(one, 'name')} (${textOf(one, 'partitioned')})`),
    ...hidden.map((one) => `the encrypted text of ${textOf(one, 'name')}`),
  ]
}

export function sqlserverScript(facts: Facts): Rebuilt {
  const tables = rowsOf(facts, 'tables')
  const groups: Groups = {
    tables: new Map(
      [...tables, ...rowsOf(facts, 'modules').filter((one) => textOf(one, 'type') === 'V')].map((one) => [
        textOf(one, 'id'),
        one,
      ]),
    ),
    columns: grouped(rowsOf(facts, 'columns'), 'of'),
    indexes: grouped(rowsOf(facts, 'indexes'), 'of'),
    checks: grouped(rowsOf(facts, 'checks'), 'of'),
  }
  const isView = (one: Facts) => textOf(one, 'type') === 'V'
  const statements = [
    ...rowsOf(facts, 'schemas').map((one) => `CREATE SCHEMA ${id(textOf(one, 'name'))}`),
    ...rowsOf(facts, 'types').map(domain),
    ...rowsOf(facts, 'sequences').map(sequence),
    // The rows of the past are kept by the server itself.
    ...tables.filter((one) => textOf(one, 'temporal') !== '1').flatMap((one) => createTable(one, groups)),
    ...rowsOf(facts, 'foreignKeys').flatMap((one) => foreignKey(one, groups.tables)),
    ...modules(facts, groups),
    ...rowsOf(facts, 'modules')
      .filter(isView)
      .flatMap((view) =>
        (groups.indexes.get(textOf(view, 'id')) ?? []).flatMap((one) => createIndex(one, view)),
      ),
    ...rowsOf(facts, 'synonyms').map((one) => `CREATE SYNONYM ${named(one)} FOR ${textOf(one, 'to')}`),
    ...commentsOf(facts),
  ]
  return { statements, unread: unreadOf(facts) }
}
