// Schemas that a person could have drawn, at random: every type that the dialect suggests, keys, checks, indexes and
// foreign keys that make sense, under names and texts that have broken schemas before.
import {
  makeCheck,
  makeColumn,
  makeEnum,
  makeEnumValue,
  makeForeignKey,
  makeIndex,
  makeKey,
  makeTable,
  makeUniqueKey,
  newSchema,
} from '../../model/factory'
import type { NewId } from '../../model/id'
import { orders } from '../../model/order'
import {
  referentialActions,
  type Check,
  type Column,
  type Enum,
  type ForeignKey,
  type Index,
  type Table,
} from '../../model/records'
import type { Schema } from '../../model/schema'
import { sqlText, type SqlPart, type SqlText } from '../../model/sqlText'
import type { DialectId } from '../../model/target'
import { userType, type BaseType, type ColumnType } from '../../model/type'
import { hostileNames, type Chooser } from '../../model/testing/chooser'
import { countingIds } from '../../model/testing/factories'
import { dialects } from '..'

const plainNames = [
  'users',
  'orders',
  'created_at',
  'total',
  'Status',
  'userId',
  'order',
  'group',
  'value',
  '1st',
  'a b',
  'naïve',
  'x'.repeat(70),
]

/** Types that need what a bare engine lacks: extensions, spatial references. */
const unavailable = /citext|vector|geometry|geography|hstore|sdo_|^any$|hierarchyid|rowversion|^box$/i

const numbers: ReadonlySet<BaseType> = new Set(['int16', 'int24', 'int32', 'int64', 'decimal', 'float64'])
const texts: ReadonlySet<BaseType> = new Set(['varchar', 'nvarchar', 'text', 'char', 'ntext', 'nchar'])

const isMysql = (dialect: DialectId) =>
  dialect === 'mysql' || dialect === 'mariadb' || dialect === 'aurora-mysql'

function literal(text: string, dialect: DialectId): string {
  const held = text.replaceAll('\0', '').replaceAll("'", "''")
  return `'${isMysql(dialect) ? held.replaceAll('\\', '\\\\') : held}'`
}

const nows: Readonly<Record<DialectId, string>> = {
  postgres: 'now()',
  'aurora-postgres': 'CURRENT_TIMESTAMP',
  redshift: 'getdate()',
  mysql: 'CURRENT_TIMESTAMP',
  'aurora-mysql': 'CURRENT_TIMESTAMP',
  mariadb: 'current_timestamp()',
  sqlite: 'CURRENT_TIMESTAMP',
  sqlserver: 'sysutcdatetime()',
  oracle: 'SYSTIMESTAMP',
}

const uuids: Readonly<Record<DialectId, string>> = {
  postgres: 'gen_random_uuid()',
  'aurora-postgres': 'gen_random_uuid()',
  redshift: '',
  mysql: '(uuid())',
  'aurora-mysql': '(uuid())',
  mariadb: 'uuid()',
  sqlite: '(lower(hex(randomblob(16))))',
  sqlserver: 'newid()',
  oracle: 'SYS_GUID()',
}

class Random {
  readonly c: Chooser
  readonly dialect: DialectId
  readonly id: NewId = countingIds('m')
  readonly enums: Enum[] = []
  readonly tables: Table[] = []
  readonly foreignKeys: ForeignKey[] = []
  private readonly rows = orders(200)

  constructor(c: Chooser, dialect: DialectId) {
    this.c = c
    this.dialect = dialect
  }

  name(): string {
    const { c } = this
    return c.below(3) === 0 ? c.pick(hostileNames) : c.pick(plainNames)
  }

  order(i: number): string {
    return this.rows[i] ?? ''
  }

  type(): ColumnType {
    const { types } = dialects[this.dialect]
    const enumType = this.c.below(6) === 0 ? this.c.pickOr(this.enums) : undefined
    if (enumType && (this.dialect === 'postgres' || this.dialect === 'aurora-postgres'))
      return userType(enumType.id, enumType.name)
    return types.parse(this.c.pick(types.suggestions.filter(({ raw }) => !unavailable.test(raw))).raw)
  }

  default(type: ColumnType): SqlText | undefined {
    const { c, dialect } = this
    if (type.array !== undefined) return sqlText("'{}'")
    if (type.of !== undefined) {
      const value = c.pickOr(this.enums.find(({ id }) => id === type.of)?.values ?? [])
      return value && sqlText(literal(value.name, dialect))
    }
    if (type.values) return sqlText(literal(type.values[0] ?? '', dialect))
    if (numbers.has(type.base))
      return sqlText(c.pick(['0', '42', '-1']).replace('-1', type.unsigned ? '1' : '-1'))
    if (type.base === 'boolean')
      return sqlText(dialect === 'sqlserver' || dialect === 'oracle' ? '1' : 'true')
    if (texts.has(type.base) && (type.base !== 'text' || dialect === 'postgres' || dialect === 'sqlite')) {
      const room = typeof type.length === 'number' ? type.length : 100
      return sqlText(literal([...c.pick(hostileNames)].slice(0, room).join('').slice(0, room), dialect))
    }
    if (type.base === 'datetime' && !/\(\d/.test(type.raw) && type.raw !== 'DATE')
      return sqlText(nows[dialect])
    if (type.base === 'uuid') return sqlText(uuids[dialect])
    return undefined
  }

  column(name: string, order: string): Column {
    const { c } = this
    const type = this.type()
    const value = c.yes() ? this.default(type) : undefined
    return makeColumn(this.id, {
      name,
      order,
      type,
      nullable: c.yes(),
      comment: c.below(4) === 0 ? c.pick(hostileNames) : '',
      ...(value ? { default: value } : {}),
    })
  }

  ref(column: Column, table: Table['id']): SqlPart {
    const raw = dialects[this.dialect].names.spell(column.name)
    return { to: column.id, owner: table, form: 'identifier', raw }
  }

  checks(columns: readonly Column[], table: Table['id']): readonly Check[] {
    const [number, text] = [
      columns.find(({ type }) => numbers.has(type.base)),
      columns.find(({ type }) => type.base === 'varchar'),
    ]
    const out: Check[] = []
    if (number && this.c.yes()) {
      const parts = [this.ref(number, table), ' >= -5 AND ', this.ref(number, table), ' <> 13']
      out.push(
        makeCheck(this.id, {
          name: this.c.yes() ? this.name() : '',
          expression: { parts },
          order: this.order(0),
        }),
      )
    }
    if (text && this.c.yes()) {
      const parts = [this.ref(text, table), ` IN ('a', ${literal(this.c.pick(hostileNames), this.dialect)})`]
      out.push(makeCheck(this.id, { name: '', expression: { parts }, order: this.order(1) }))
    }
    return out
  }

  indexes(columns: readonly Column[], table: Table['id']): readonly Index[] {
    const { c } = this
    const indexable = columns.filter(
      ({ type }) =>
        type.array === undefined && !['json', 'jsonb', 'xml', 'point', 'tsvector', 'bit'].includes(type.base),
    )
    return c
      .times(2, (i) => i)
      .flatMap((i) => {
        const parts = c.some(indexable).slice(0, 3)
        if (parts.length === 0) return []
        const number = columns.find(({ type }) => numbers.has(type.base))
        const partial = number && c.below(4) === 0 && !isMysql(this.dialect) && this.dialect !== 'oracle'
        return makeIndex(this.id, {
          name: c.yes() ? this.name() : '',
          order: this.order(i),
          unique: c.below(3) === 0,
          parts: parts.map(({ id }) => ({
            on: { column: id },
            ...(c.below(3) === 0 ? { sort: 'desc' as const } : {}),
          })),
          ...(partial ? { where: { parts: [this.ref(number, table), ' > 0'] } } : {}),
        })
      })
  }

  table(at: number): void {
    const { c, id } = this
    const { smart } = dialects[this.dialect]
    const key = {
      ...smart.id(id),
      order: this.order(0),
      ...(c.yes() ? { name: 'id' } : { name: this.name() }),
    }
    const columns = [key, ...c.times(6, (i) => this.column(this.name(), this.order(i + 1)))]
    const table = makeTable(id, {
      name: this.name(),
      order: this.order(at),
      columns,
      comment: c.below(3) === 0 ? c.pick(hostileNames) : '',
    })
    const short = columns.filter(({ type }) => numbers.has(type.base) || type.base === 'varchar')
    const unique = c.below(3) === 0 ? c.pickOr(short.filter((column) => column !== key)) : undefined
    this.tables.push({
      ...table,
      primaryKey: makeKey(id, { parts: [{ column: key.id }], name: c.below(3) === 0 ? this.name() : '' }),
      uniques: unique
        ? [
            makeUniqueKey(id, {
              order: this.order(0),
              parts: [{ column: unique.id }],
              name: c.yes() ? this.name() : '',
            }),
          ]
        : [],
      checks: this.checks(columns, table.id),
      indexes: this.indexes(columns, table.id),
    })
  }

  relation(at: number): void {
    const { c, id } = this
    const [child, parent] = [c.pick(this.tables), c.pick(this.tables)]
    const target = parent.columns[0]
    if (!target) return
    const type = dialects[this.dialect].smart.forReferenceTo(target)
    const column = makeColumn(id, {
      name: this.name(),
      type,
      nullable: c.below(3) > 0,
      order: this.order(100 + at),
    })
    const index = this.tables.indexOf(child)
    this.tables[index] = { ...child, columns: [...child.columns, column] }
    this.foreignKeys.push(
      makeForeignKey(id, {
        name: c.below(3) === 0 ? this.name() : '',
        child: { table: child.id, columns: [column.id] },
        parent: { table: parent.id, columns: [target.id] },
        order: this.order(at),
        ...(c.yes() ? { onDelete: c.pick(referentialActions) } : {}),
        ...(c.below(3) === 0 ? { onUpdate: c.pick(referentialActions) } : {}),
      }),
    )
  }

  build(): Schema {
    const { c, id } = this
    if (this.dialect === 'postgres') {
      for (let i = 0; i < 2; i++) {
        const names = [
          ...new Set(
            [c.pick(hostileNames), c.pick(plainNames), 'open'].map((name) =>
              name.replaceAll('\0', '').slice(0, 60),
            ),
          ),
        ]
        const values = names.map((name, at) => makeEnumValue(id, { name, order: this.order(at) }))
        this.enums.push(makeEnum(id, { name: this.name(), order: this.order(i), values }))
      }
    }
    for (let i = 0; i < 4 + c.below(5); i++) this.table(i)
    for (let i = 0; i < c.below(6); i++) this.relation(i)
    const start = newSchema(id, 'random', {
      dialect: this.dialect,
      version: dialects[this.dialect].versions.at(-1) ?? '',
    })
    return {
      ...start,
      enum: new Map(this.enums.map((row) => [row.id, row])),
      table: new Map(this.tables.map((row) => [row.id, row])),
      relation: new Map(this.foreignKeys.map((row) => [row.id, row])),
    }
  }
}

export const randomModel = (c: Chooser, dialect: DialectId): Schema => new Random(c, dialect).build()
