// For each database that we run, a document with what only it has: what comes back must be all that was said.
import {
  makeGrant,
  makePolicy,
  makeRole,
  makeRoutine,
  makeTrigger,
  makeViewColumn,
} from '../../model/factory'
import type { Table, View } from '../../model/records'
import type { Schema } from '../../model/schema'
import { sqlText } from '../../model/sqlText'
import type { DialectId } from '../../model/target'
import { counter, sketch, type ColumnSketch, type ModelSketch } from './sketch'

type Engine = 'postgres' | 'mysql' | 'mariadb' | 'sqlite'

const mapOf = <T extends { readonly id: string }>(...rows: readonly T[]) =>
  new Map<T['id'], T>(rows.map((row) => [row.id, row]))

const comment = 'Said; of it’s own'

interface Words {
  readonly version: string
  readonly columns: Readonly<Record<string, string | ColumnSketch>>
  readonly routine?: string
  readonly trigger: string
  readonly options: Table['options']
}

const option = (dialect: DialectId, name: string, value = '') => ({ dialect, name, value })

const mysqlColumns: Words['columns'] = {
  id: { type: 'bigint unsigned!', identity: { mode: 'byDefault', style: 'autoIncrement' } },
  code: { type: 'varchar(20)!', charset: 'latin1', collation: 'latin1_bin', comment },
  changed: { type: 'timestamp!', default: 'CURRENT_TIMESTAMP', onUpdate: 'CURRENT_TIMESTAMP' },
  twice: { type: 'int', generated: '{amount} * 2', storage: 'virtual' },
  amount: { type: 'int!', default: '0' },
  hidden: { type: 'int', invisible: true },
  mood: { type: "enum('sad','it''s')" },
}

const mysqlRoutine = 'CREATE PROCEDURE touch(IN n int) BEGIN SELECT n; SELECT n + 1; END'
const mysqlTrigger = 'CREATE TRIGGER touched BEFORE INSERT ON things FOR EACH ROW SET NEW.amount = 1'

const words: Readonly<Record<Engine, Words>> = {
  postgres: {
    version: '18',
    columns: {
      id: { type: 'bigint!', identity: { mode: 'always', style: 'identity' }, notNullName: 'things_id_nn' },
      code: { type: 'varchar(20)!', collation: 'C', comment },
      changed: { type: 'timestamptz!', default: 'now()' },
      twice: { type: 'integer', generated: '{amount} * 2' },
      amount: { type: 'integer!', default: '0' },
      hidden: 'integer',
      mood: 'text[]',
    },
    routine: `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
    trigger: 'CREATE TRIGGER touched BEFORE INSERT ON things FOR EACH ROW EXECUTE FUNCTION touch()',
    options: [option('postgres', 'fillfactor', '70')],
  },
  mysql: {
    version: '9',
    columns: mysqlColumns,
    routine: mysqlRoutine,
    trigger: mysqlTrigger,
    options: [option('mysql', 'ROW_FORMAT', 'COMPRESSED')],
  },
  mariadb: {
    version: '10.11',
    columns: mysqlColumns,
    routine: mysqlRoutine,
    trigger: mysqlTrigger,
    options: [option('mariadb', 'ROW_FORMAT', 'COMPRESSED')],
  },
  sqlite: {
    version: '3',
    columns: {
      id: 'INTEGER!',
      code: { type: 'TEXT!', collation: 'NOCASE', comment },
      changed: { type: 'TEXT!', default: 'CURRENT_TIMESTAMP' },
      twice: { type: 'INTEGER', generated: '{amount} * 2', storage: 'virtual' },
      amount: { type: 'INTEGER!', default: '0' },
      hidden: 'INTEGER',
      mood: 'TEXT',
    },
    trigger: 'CREATE TRIGGER touched AFTER INSERT ON things BEGIN UPDATE things SET amount = 1; END',
    options: [option('sqlite', 'STRICT'), option('sqlite', 'WITHOUT ROWID')],
  },
}

const hasComments = (dialect: Engine) => dialect !== 'sqlite'

function modelOf(dialect: Engine): ModelSketch {
  const { version, columns, options } = words[dialect]
  const isMysql = dialect === 'mysql' || dialect === 'mariadb'
  return {
    target: { dialect, version },
    tables: {
      things: {
        comment,
        columns,
        options,
        pk: { on: ['id'] },
        uniques: [{ on: ['code'], name: 'things_code', comment: hasComments(dialect) ? comment : '' }],
        checks: [{ is: '{amount} >= 0', name: 'things_amount' }],
        indexes: [
          { on: [{ on: 'amount', sort: 'desc' }], name: 'things_by_amount', comment: isMysql ? comment : '' },
          { on: [isMysql ? { on: 'code', length: 5 } : 'code'], name: 'things_by_code' },
          ...(isMysql ? [{ on: ['code'], name: 'things_text', method: 'fulltext' }] : []),
          ...(dialect === 'postgres' ? [{ on: ['mood'], name: 'things_by_mood', method: 'gin' }] : []),
        ],
      },
      parts: {
        columns: { id: columns['id'] ?? 'integer!', thing: keyType(dialect) },
        pk: ['id'],
        indexes: [{ on: ['thing'], name: 'parts_by_thing' }],
      },
    },
    foreignKeys: [
      {
        from: 'parts.thing',
        to: 'things.id',
        name: 'parts_of',
        onDelete: 'cascade',
        ...(dialect === 'postgres' ? { comment, deferrable: 'initiallyDeferred' as const } : {}),
      },
    ],
    views: { seen: 'SELECT {things.id} AS number, {things.code} FROM {things}' },
  }
}

const keyType = (dialect: Engine): string =>
  dialect === 'sqlite' ? 'INTEGER' : dialect === 'postgres' ? 'bigint' : 'bigint unsigned'

const only = <T>(rows: ReadonlyMap<string, T>): T => {
  const [row] = rows.values()
  if (!row) throw new Error('The document has one')
  return row
}

/** What only PostgreSQL tells of itself: comments of everything, policies, triggers that are off. */
function withPolicies(schema: Schema, table: Table, newId: () => string): Schema {
  const policies = [
    makePolicy(newId, {
      name: 'own rows',
      command: 'update',
      permissive: false,
      roles: ['Night Shift', 'CURRENT_USER'],
      using: sqlText('id > 0'),
      check: sqlText('amount > 0'),
      comment,
    }),
    makePolicy(newId, { name: 'all rows', command: 'select', roles: ['PUBLIC'], using: sqlText('true') }),
  ]
  return {
    ...schema,
    table: new Map(schema.table).set(table.id, { ...table, policies, rowSecurity: 'forced' }),
  }
}

function withPrivileges(
  schema: Schema,
  { table, view }: { table: Table; view: View },
  dialect: Engine,
): Schema {
  const newId = counter()
  const id = () => `own${newId()}`
  const clerk = makeRole(id, { name: dialect === 'postgres' ? 'Night Shift' : 'night_shift', dialect })
  const chief = makeRole(id, { name: 'chief', memberOf: [clerk.id], dialect })
  const [first] = table.columns
  const grant = { privileges: ['SELECT'], to: { role: clerk.id }, dialect, columns: [] }
  return {
    ...schema,
    role: mapOf(clerk, chief),
    grant: mapOf(
      makeGrant(id, { ...grant, on: view.id }),
      makeGrant(id, { ...grant, on: table.id, columns: first ? [first.id] : [], privileges: ['UPDATE'] }),
      makeGrant(id, { ...grant, on: table.id, privileges: ['INSERT'], withGrantOption: true }),
    ),
  }
}

/** The document that is written for this database, with everything that it has. */
export function ownDocument(dialect: Engine): Schema {
  const { routine, trigger } = words[dialect]
  const newId = counter()
  const id = () => `doc${newId()}`
  const plain = sketch(modelOf(dialect))
  const [table] = plain.table.values()
  const seen = only(plain.view)
  if (!table) throw new Error('The document has a table')
  const names = ['number', 'code'].map((name, i) => makeViewColumn(id, { name, order: `a${i}` }))
  const view: View = {
    ...seen,
    namesColumns: true,
    columns: names,
    comment: dialect === 'postgres' ? comment : '',
  }
  const more = dialect === 'postgres' ? { comment, disabled: true as const } : {}
  const touched = makeTrigger(id, {
    name: 'touched',
    on: table.id,
    definition: sqlText(trigger),
    dialect,
    ...more,
  })
  const kind = dialect === 'postgres' ? 'function' : 'procedure'
  const touch =
    routine === undefined
      ? []
      : [
          makeRoutine(id, {
            name: 'touch',
            routine: kind,
            definition: sqlText(routine),
            dialect,
            ...(dialect === 'postgres' ? { comment } : {}),
          }),
        ]
  const schema = { ...plain, view: mapOf(view), trigger: mapOf(touched), routine: mapOf(...touch) }
  if (dialect === 'sqlite') return schema
  const guarded = withPrivileges(schema, { table, view }, dialect)
  return dialect === 'postgres' ? withPolicies(guarded, table, id) : guarded
}
