// Models for tests, as short as a whiteboard. In expressions {total} is a reference to a column, {orders.total} to one
// of another table, {orders} to a table, {status} to an enum.
import type { NewId } from '../../model/id'
import {
  makeCheck,
  makeColumn,
  makeEnum,
  makeEnumValue,
  makeForeignKey,
  makeIndex,
  makeKey,
  makeNamespace,
  makeTable,
  makeUniqueKey,
  makeView,
  newSchema,
} from '../../model/factory'
import { orders } from '../../model/order'
import type {
  Check,
  Column,
  Enum,
  ForeignKey,
  Generated,
  Index,
  IndexPart,
  Key,
  Relation,
  Table,
  UniqueKey,
  View,
} from '../../model/records'
import type { Schema } from '../../model/schema'
import { joinParts, type SqlPart, type SqlText } from '../../model/sqlText'
import type { Target } from '../../model/target'
import { userType } from '../../model/type'
import { dialects } from '..'

type Extra<T, Omitted extends keyof T> = Partial<Omit<T, 'id' | 'order' | Omitted>>

export interface ColumnSketch extends Extra<Column, 'type' | 'default' | 'generated' | 'onUpdate'> {
  readonly type: string
  readonly default?: string
  readonly generated?: string
  readonly storage?: Generated['storage']
  readonly onUpdate?: string
}

export interface IndexSketch extends Extra<Index, 'parts' | 'where' | 'include'> {
  /** Column names; expressions in parentheses. */
  readonly on: readonly (string | ({ readonly on: string } & Omit<IndexPart, 'on'>))[]
  readonly where?: string
  readonly include?: readonly string[]
}

export interface KeySketch extends Extra<UniqueKey, 'parts' | 'include'> {
  readonly on: readonly string[]
  readonly include?: readonly string[]
}

export interface CheckSketch extends Extra<Check, 'expression'> {
  readonly is: string
}

export interface TableSketch extends Extra<
  Table,
  'columns' | 'primaryKey' | 'uniques' | 'checks' | 'indexes' | 'namespace'
> {
  readonly namespace?: string
  readonly columns: Readonly<Record<string, string | ColumnSketch>>
  readonly pk?: readonly string[] | KeySketch
  readonly uniques?: readonly KeySketch[]
  readonly checks?: readonly CheckSketch[]
  readonly indexes?: readonly IndexSketch[]
}

export interface ForeignKeySketch extends Extra<ForeignKey, 'child' | 'parent' | 'kind'> {
  /** "orders.user_id" or "lines.order_id,lines.no". */
  readonly from: string
  readonly to: string
}

export interface ModelSketch {
  readonly target?: Target
  readonly namespaces?: readonly string[]
  readonly enums?: Readonly<Record<string, readonly string[]>>
  readonly tables?: Readonly<Record<string, TableSketch>>
  readonly foreignKeys?: readonly ForeignKeySketch[]
  readonly views?: Readonly<
    Record<string, string | (Extra<View, 'query' | 'dialect'> & { readonly query: string })>
  >
}

export const counter = (): NewId => {
  let n = 0
  return () => String(++n)
}

class Board {
  readonly newId = counter()
  readonly target: Target
  readonly namespaces = new Map<string, ReturnType<typeof makeNamespace>>()
  readonly enums = new Map<string, Enum>()
  readonly tables = new Map<string, Table>()

  constructor(target: Target) {
    this.target = target
  }

  /** Enum names stand for the enums, `name[]` for lists of them. */
  type(raw: string): Column['type'] {
    const name = raw.replace(/(?:\[\])+$/, '')
    const found = this.enums.get(name)
    const array = (raw.length - name.length) / 2
    if (found) return { ...userType(found.id, raw), ...(array > 0 ? { array } : {}) }
    return dialects[this.target.dialect].types.parse(raw)
  }

  column(table: Table | undefined, name: string): Column | undefined {
    return table?.columns.find((column) => column.name === name)
  }

  part(name: string, own: Table | undefined): readonly SqlPart[] {
    const whole = this.column(own, name)
    const dot = whole ? -1 : name.indexOf('.')
    const ref = (row: { readonly id: SqlRefTo }, owner?: Table): SqlPart => ({
      to: row.id,
      ...(owner ? { owner: owner.id } : {}),
      form: 'identifier',
      raw: dialects[this.target.dialect].names.spell(dot < 0 ? name : name.slice(dot + 1)),
    })
    if (dot >= 0) {
      const table = this.tables.get(name.slice(0, dot))
      const column = this.column(table, name.slice(dot + 1))
      return table && column
        ? [
            { ...refOf(table), raw: dialects[this.target.dialect].names.spell(table.name) },
            '.',
            ref(column, table),
          ]
        : [name]
    }
    const column = this.column(own, name)
    if (column) return [ref(column, own)]
    const row = this.tables.get(name) ?? this.enums.get(name)
    return row ? [ref(row)] : [name]
  }

  text(source: string, own?: Table): SqlText {
    return joinParts(
      source
        .split(/\{([^{}]+)\}/)
        .flatMap((piece, i): readonly SqlPart[] => (i % 2 === 0 ? [piece] : this.part(piece, own))),
    )
  }
}

type SqlRefTo = Exclude<SqlPart, string>['to']
const refOf = (table: Table) => ({ to: table.id, form: 'identifier' as const })

function columnsOf(board: Board, sketch: TableSketch): readonly Column[] {
  const names = Object.keys(sketch.columns)
  const keys = orders(names.length)
  return names.map((name, i) => {
    const given = sketch.columns[name] ?? ''
    const {
      type,
      default: _d,
      generated: _g,
      storage: _s,
      onUpdate: _u,
      ...rest
    } = typeof given === 'string' ? { type: given } : given
    const isRequired = type.endsWith('!')
    return makeColumn(board.newId, {
      name,
      type: board.type(type.replace(/!$/, '')),
      nullable: !isRequired,
      order: keys[i] ?? '',
      ...rest,
    })
  })
}

function withExpressions(board: Board, table: Table, sketch: TableSketch): readonly Column[] {
  return table.columns.map((column) => {
    const given = sketch.columns[column.name]
    if (!given || typeof given === 'string') return column
    return {
      ...column,
      ...(given.default === undefined ? {} : { default: board.text(given.default, table) }),
      ...(given.onUpdate === undefined ? {} : { onUpdate: board.text(given.onUpdate, table) }),
      ...(given.generated === undefined
        ? {}
        : {
            generated: { expression: board.text(given.generated, table), storage: given.storage ?? 'stored' },
          }),
    }
  })
}

function partsOf(board: Board, table: Table, { on }: IndexSketch): readonly IndexPart[] {
  return on.map((part): IndexPart => {
    const { on: name, ...rest } = typeof part === 'string' ? { on: part } : part
    const column = board.column(table, name)
    return {
      on: column
        ? { column: column.id }
        : { expression: board.text(name.replace(/^\((.*)\)$/s, '$1'), table) },
      ...rest,
    }
  })
}

const idsOf = (board: Board, table: Table, names: readonly string[] = []) =>
  names.flatMap((name) => board.column(table, name)?.id ?? [])

function keyOf(board: Board, table: Table, sketch: readonly string[] | KeySketch): Omit<Key, 'id'> {
  const { on, include, ...rest }: KeySketch = 'on' in sketch ? sketch : { on: sketch }
  const parts = idsOf(board, table, on).map((column) => ({ column }))
  return { name: '', comment: '', options: [], ...rest, parts, include: idsOf(board, table, include) }
}

function tableOf(
  board: Board,
  sketch: TableSketch,
  given: { readonly name: string; readonly order: string },
): Table {
  const { columns: _columns, pk, uniques = [], checks = [], indexes = [], namespace, ...rest } = sketch
  const space = namespace === undefined ? undefined : board.namespaces.get(namespace)
  const bare = makeTable(board.newId, {
    ...rest,
    ...given,
    columns: columnsOf(board, sketch),
    ...(space ? { namespace: space.id } : {}),
  })
  const table = { ...bare, columns: withExpressions(board, bare, sketch) }
  const [uniqueKeys, checkKeys, indexKeys] = [
    orders(uniques.length),
    orders(checks.length),
    orders(indexes.length),
  ]
  return {
    ...table,
    ...(pk ? { primaryKey: makeKey(board.newId, keyOf(board, table, pk)) } : {}),
    uniques: uniques.map((key, i) =>
      makeUniqueKey(board.newId, {
        ...keyOf(board, table, key),
        ...(key.nullsNotDistinct ? { nullsNotDistinct: true } : {}),
        order: uniqueKeys[i] ?? '',
      }),
    ),
    checks: checks.map(({ is, ...check }, i) =>
      makeCheck(board.newId, { ...check, expression: board.text(is, table), order: checkKeys[i] ?? '' }),
    ),
    indexes: indexes.map(({ on, where, include, ...index }, i) =>
      makeIndex(board.newId, {
        ...index,
        parts: partsOf(board, table, { on }),
        include: idsOf(board, table, include),
        ...(where === undefined ? {} : { where: board.text(where, table) }),
        order: indexKeys[i] ?? '',
      }),
    ),
  }
}

function endOf(board: Board, text: string): ForeignKey['child'] {
  const [first = '', ...more] = text.split(',')
  const tableName = first.slice(0, first.lastIndexOf('.'))
  const table = board.tables.get(tableName)
  if (!table) throw new Error(`No table ${tableName} on the board`)
  return {
    table: table.id,
    columns: idsOf(
      board,
      table,
      [first, ...more].map((name) => name.slice(name.lastIndexOf('.') + 1)),
    ),
  }
}

const mapOf = <T extends { readonly id: string }>(rows: readonly T[]) =>
  new Map<T['id'], T>(rows.map((row) => [row.id, row]))

export function sketch(model: ModelSketch): Schema {
  const board = new Board(model.target ?? { dialect: 'postgres', version: '18' })
  const start = newSchema(board.newId, 'sketch', board.target)
  const names = Object.keys(model.tables ?? {})
  const keys = orders(Math.max(names.length, 100))
  for (const [i, name] of (model.namespaces ?? []).entries()) {
    board.namespaces.set(name, makeNamespace(board.newId, { name, order: keys[i] ?? '' }))
  }
  for (const [i, [name, values]] of Object.entries(model.enums ?? {}).entries()) {
    const valueKeys = orders(values.length)
    const made = values.map((value, at) =>
      makeEnumValue(board.newId, { name: value, order: valueKeys[at] ?? '' }),
    )
    board.enums.set(name, makeEnum(board.newId, { name, order: keys[i] ?? '', values: made }))
  }
  for (const [i, name] of names.entries()) {
    const given = model.tables?.[name]
    if (given) board.tables.set(name, tableOf(board, given, { name, order: keys[i] ?? '' }))
  }
  const relations = (model.foreignKeys ?? []).map(({ from, to, ...rest }, i) =>
    makeForeignKey(board.newId, {
      ...rest,
      child: endOf(board, from),
      parent: endOf(board, to),
      order: keys[i] ?? '',
    }),
  )
  const views = Object.entries(model.views ?? {}).map(([name, given], i) => {
    const { query, ...rest } = typeof given === 'string' ? { query: given } : given
    return makeView(board.newId, {
      ...rest,
      name,
      query: board.text(query),
      dialect: board.target.dialect,
      order: keys[i] ?? '',
    })
  })
  return {
    ...start,
    namespace: mapOf([...board.namespaces.values()]),
    enum: mapOf([...board.enums.values()]),
    table: mapOf([...board.tables.values()]),
    relation: mapOf<Relation>(relations),
    view: mapOf(views),
  }
}
