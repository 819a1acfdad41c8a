// The parts that arbitrary records are made of: types, texts, columns, keys, indexes, whole tables.
import {
  makeCheck,
  makeColumn,
  makeExclusion,
  makeIndex,
  makeKey,
  makePolicy,
  makeTable,
  makeUniqueKey,
} from '../factory'
import type { ColumnId, NewId } from '../id'
import { orders } from '../order'
import type { Check, Column, Index, IndexPart, Table } from '../records'
import type { Kind, Rows } from '../schema'
import { joinParts, type SqlRef, type SqlText } from '../sqlText'
import { dialectIds } from '../target'
import type { Tx } from '../transact'
import { baseTypes, userType, type ColumnType } from '../type'
import type { Chooser } from './chooser'

export const enforcement = (c: Chooser) => ({
  ...c.maybe(() => ({ deferrable: c.pick(['initiallyImmediate', 'initiallyDeferred'] as const) })),
  ...c.maybe(() => ({ state: c.pick(['notValidated', 'notEnforced'] as const) })),
})

export class Parts {
  protected readonly c: Chooser
  protected readonly id: NewId
  protected readonly tx: Tx

  constructor(c: Chooser, id: NewId, tx: Tx) {
    this.c = c
    this.id = id
    this.tx = tx
  }

  protected all<K extends Kind>(kind: K): readonly Rows[K][] {
    return [...this.tx.all(kind)]
  }

  protected one<K extends Kind>(kind: K): Rows[K] | undefined {
    return this.c.pickOr(this.all(kind))
  }

  protected put<K extends Kind>(kind: K, limit: number, make: (order: string) => Rows[K] | undefined): void {
    for (const order of orders(1 + this.c.below(limit))) {
      const row = make(order)
      if (row) this.tx.put(kind, row)
    }
  }

  protected options() {
    const { c } = this
    return c.times(2, () => ({ dialect: c.pick(dialectIds), name: c.name(), value: c.name() }))
  }

  protected properties() {
    return this.c.times(2, () => ({ key: this.c.name(), value: this.c.name() }))
  }

  protected home() {
    const namespace = this.c.yes() ? this.one('namespace') : undefined
    return namespace ? { namespace: namespace.id } : {}
  }

  protected type(): ColumnType {
    const { c } = this
    const user = c.below(4) === 0 ? (this.one('enum') ?? this.one('composite')) : undefined
    if (user) return userType(user.id, c.name())
    return {
      raw: c.name(),
      base: c.pick(baseTypes.filter((base) => base !== 'user')),
      ...c.maybe(() => ({ length: c.pick(['max', 1, 255] as const) })),
      ...c.maybe(() => ({ precision: c.below(38), scale: c.below(9) })),
      ...c.maybe(() => ({ unsigned: true, zerofill: true }) as const),
      ...c.maybe(() => ({ zone: c.pick(['with', 'local'] as const) })),
      ...c.maybe(() => ({ array: 1 + c.below(2) })),
      ...c.maybe(() => ({ size: c.pick(['tiny', 'medium', 'long'] as const) })),
      ...c.maybe(() => ({ values: c.times(3, () => c.name()) })),
    }
  }

  protected refs(): SqlRef[] {
    const { c } = this
    const raw = c.name()
    const form = c.pick(['identifier', 'literal'] as const)
    const refs: SqlRef[] = []
    for (const kind of [
      'namespace',
      'table',
      'view',
      'sequence',
      'role',
      'extension',
      'domain',
      'routine',
      'trigger',
    ] as const) {
      const row = c.below(3) === 0 ? this.one(kind) : undefined
      if (row) refs.push({ to: row.id, form, raw })
    }
    const table = this.one('table')
    const part =
      table &&
      c.pickOr([
        ...table.columns,
        ...table.uniques,
        ...table.indexes,
        ...(table.primaryKey ? [table.primaryKey] : []),
      ])
    if (table && part) refs.push({ to: part.id, owner: table.id, form, raw })
    const owner = this.one('enum')
    const value = owner && c.pickOr(owner.values)
    if (owner && value) refs.push({ to: value.id, owner: owner.id, form: 'literal', raw })
    return refs
  }

  protected text(): SqlText {
    const { c } = this
    return joinParts(c.some(this.refs()).flatMap((ref) => [c.name(), ref, ' ']))
  }

  protected column(order: string): Column {
    const { c } = this
    const sequence = this.one('sequence')
    const copied = c.pickOr(this.all('partial').flatMap((partial) => partial.columns))
    return makeColumn(this.id, {
      order,
      name: c.name(),
      type: this.type(),
      nullable: c.yes(),
      collation: c.name(),
      charset: c.name(),
      comment: c.name(),
      tags: c.times(2, () => c.name()),
      options: this.options(),
      properties: this.properties(),
      ...c.maybe(() => ({ default: this.text(), defaultName: c.name() })),
      ...c.maybe(() => ({ notNullName: c.name() })),
      ...c.maybe(() => ({
        identity: {
          mode: c.pick(['always', 'byDefault'] as const),
          ...c.maybe(() => ({
            style: c.pick(['identity', 'serial', 'autoIncrement', 'autoincrement'] as const),
          })),
          ...c.maybe(
            () =>
              ({
                start: '1',
                step: '-1',
                min: '-9',
                max: '9223372036854775807',
                cache: '5',
                cycle: true,
              }) as const,
          ),
          ...(sequence && { sequence: sequence.id }),
        },
      })),
      ...c.maybe(() => ({
        generated: { expression: this.text(), storage: c.pick(['stored', 'virtual'] as const) },
      })),
      ...c.maybe(() => ({ onUpdate: this.text() })),
      ...c.maybe(() => ({ invisible: true }) as const),
      ...(copied && c.yes() ? { fromPartial: copied.id } : {}),
    })
  }

  protected columns(limit = 4): readonly Column[] {
    return orders(1 + this.c.below(limit)).map((order) => this.column(order))
  }

  protected indexPart(ids: readonly ColumnId[]): IndexPart {
    const { c } = this
    return {
      on: c.yes() ? { column: c.pick(ids) } : { expression: this.text() },
      ...c.maybe(() => ({ sort: c.pick(['asc', 'desc'] as const) })),
      ...c.maybe(() => ({ nulls: c.pick(['first', 'last'] as const) })),
      ...c.maybe(() => ({ operatorClass: c.name(), collation: c.name(), length: 1 + c.below(99) })),
    }
  }

  protected indexes(ids: readonly ColumnId[]): readonly Index[] {
    const { c } = this
    return orders(c.below(3)).map((order) =>
      makeIndex(this.id, {
        order,
        name: c.name(),
        unique: c.yes(),
        method: c.pick(['', 'btree', 'gin']),
        parts: [this.indexPart(ids), ...c.times(1, () => this.indexPart(ids))],
        include: c.some(ids),
        comment: c.name(),
        options: this.options(),
        ...c.maybe(() => ({ where: this.text() })),
        ...c.maybe(() => ({ nullsNotDistinct: true, invisible: true }) as const),
      }),
    )
  }

  protected checks(): readonly Check[] {
    const { c } = this
    return orders(c.below(3)).map((order) =>
      makeCheck(this.id, {
        order,
        name: c.name(),
        expression: this.text(),
        comment: c.name(),
        ...enforcement(c),
        ...c.maybe(() => ({ noInherit: true }) as const),
      }),
    )
  }

  protected key(ids: readonly ColumnId[]) {
    const { c } = this
    const parts = [...new Set([c.pick(ids), ...c.some(ids)])].map((column) => ({
      column,
      ...c.maybe(() => ({ sort: c.pick(['asc', 'desc'] as const), length: 1 + c.below(9) })),
    }))
    return {
      name: c.name(),
      parts,
      include: c.some(ids),
      comment: c.name(),
      options: this.options(),
      ...enforcement(c),
      ...c.maybe(() => ({ withoutOverlaps: true }) as const),
    }
  }

  protected table(order: string): Table {
    const { c, id } = this
    const columns = this.columns()
    const ids = columns.map((column) => column.id)
    const group = this.one('group')
    const other = this.one('table')
    return makeTable(id, {
      order,
      name: c.name(),
      comment: c.name(),
      ...this.home(),
      ...(group && c.yes() ? { group: group.id } : {}),
      columns,
      ...c.maybe(() => ({ primaryKey: makeKey(id, this.key(ids)) })),
      uniques: orders(c.below(3)).map((at) =>
        makeUniqueKey(id, {
          ...this.key(ids),
          order: at,
          ...c.maybe(() => ({ nullsNotDistinct: true }) as const),
        }),
      ),
      checks: this.checks(),
      exclusions: orders(c.below(2)).map((at) =>
        makeExclusion(id, {
          order: at,
          name: c.name(),
          method: 'gist',
          comment: c.name(),
          parts: [{ ...this.indexPart(ids), operator: '&&' }],
          ...enforcement(c),
          ...c.maybe(() => ({ where: this.text() })),
        }),
      ),
      indexes: this.indexes(ids),
      policies: orders(c.below(2)).map((at) =>
        makePolicy(id, {
          order: at,
          name: c.name(),
          command: c.pick(['all', 'select', 'insert', 'update', 'delete'] as const),
          permissive: c.yes(),
          roles: c.times(2, () => c.name()),
          comment: c.name(),
          ...c.maybe(() => ({ using: this.text() })),
          ...c.maybe(() => ({ check: this.text() })),
        }),
      ),
      ...c.maybe(() => ({ rowSecurity: c.pick(['enabled', 'forced'] as const) })),
      ...c.maybe(() => ({ persistence: c.pick(['unlogged', 'temporary'] as const) })),
      ...c.maybe(() => ({
        partitioning: {
          method: 'range',
          parts: [this.indexPart(ids)],
          dialect: c.pick(dialectIds),
          ...c.maybe(() => ({ definition: this.text() })),
        },
      })),
      ...(other && c.below(4) === 0 ? { partitionOf: { table: other.id, bounds: this.text() } } : {}),
      inherits: other && c.below(4) === 0 ? [other.id] : [],
      partials: c.some(this.all('partial').map((partial) => partial.id)),
      options: this.options(),
      tags: c.times(2, () => c.name()),
      properties: this.properties(),
    })
  }
}
