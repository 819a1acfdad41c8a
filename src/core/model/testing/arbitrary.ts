// Any document at all: every kind of record, every optional field, hostile names, valid by the invariants.
import type fc from 'fast-check'
import {
  makeArea,
  makeCheck,
  makeColumn,
  makeComposite,
  makeDiagram,
  makeDomain,
  makeEnum,
  makeEnumValue,
  makeExclusion,
  makeExtension,
  makeField,
  makeForeignKey,
  makeGrant,
  makeGroup,
  makeIndex,
  makeKey,
  makeLine,
  makeLineage,
  makeLogicalRelation,
  makeNamespace,
  makeNote,
  makePartial,
  makePlacement,
  makePolicy,
  makeProject,
  makeRole,
  makeRoutine,
  makeSample,
  makeSequence,
  makeSource,
  makeTable,
  makeTrigger,
  makeUniqueKey,
  makeVerbatim,
  makeView,
  makeViewColumn,
} from '../factory'
import { applyEdits } from '../edit'
import type { ColumnId, EnumId, NewId, TableId, ViewId } from '../id'
import { orders } from '../order'
import {
  colors,
  levels,
  notations,
  referentialActions,
  type Check,
  type Column,
  type Index,
  type IndexPart,
  type Table,
} from '../records'
import { emptySchema, type Kind, type Rows, type Schema } from '../schema'
import { joinParts, type Referable, type SqlRef, type SqlText } from '../sqlText'
import { dialectIds } from '../target'
import { transact, type Tx } from '../transact'
import { baseTypes, userType, type ColumnType } from '../type'
import { choices, type Chooser } from './chooser'
import { countingIds } from './factories'

const enforcement = (c: Chooser) => ({
  ...c.maybe(() => ({ deferrable: c.pick(['initiallyImmediate', 'initiallyDeferred'] as const) })),
  ...c.maybe(() => ({ state: c.pick(['notValidated', 'notEnforced'] as const) })),
})

class Builder {
  private readonly c: Chooser
  private readonly id: NewId
  private readonly tx: Tx

  constructor(c: Chooser, id: NewId, tx: Tx) {
    this.c = c
    this.id = id
    this.tx = tx
  }

  private all<K extends Kind>(kind: K): readonly Rows[K][] {
    return [...this.tx.all(kind)]
  }

  private one<K extends Kind>(kind: K): Rows[K] | undefined {
    return this.c.pickOr(this.all(kind))
  }

  private put<K extends Kind>(kind: K, limit: number, make: (order: string) => Rows[K] | undefined): void {
    for (const order of orders(1 + this.c.below(limit))) {
      const row = make(order)
      if (row) this.tx.put(kind, row)
    }
  }

  private options() {
    const { c } = this
    return c.times(2, () => ({ dialect: c.pick(dialectIds), name: c.name(), value: c.name() }))
  }

  private properties() {
    return this.c.times(2, () => ({ key: this.c.name(), value: this.c.name() }))
  }

  private home() {
    const namespace = this.c.yes() ? this.one('namespace') : undefined
    return namespace ? { namespace: namespace.id } : {}
  }

  private type(): ColumnType {
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

  private refs(): SqlRef[] {
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
      if (row) refs.push({ to: row.id as Referable, form, raw })
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

  private text(): SqlText {
    const { c } = this
    return joinParts(c.some(this.refs()).flatMap((ref) => [c.name(), ref, ' ']))
  }

  private column(order: string): Column {
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

  private columns(limit = 4): readonly Column[] {
    return orders(1 + this.c.below(limit)).map((order) => this.column(order))
  }

  private indexPart(ids: readonly ColumnId[]): IndexPart {
    const { c } = this
    return {
      on: c.yes() ? { column: c.pick(ids) } : { expression: this.text() },
      ...c.maybe(() => ({ sort: c.pick(['asc', 'desc'] as const) })),
      ...c.maybe(() => ({ nulls: c.pick(['first', 'last'] as const) })),
      ...c.maybe(() => ({ operatorClass: c.name(), collation: c.name(), length: 1 + c.below(99) })),
    }
  }

  private indexes(ids: readonly ColumnId[]): readonly Index[] {
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

  private checks(): readonly Check[] {
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

  private key(ids: readonly ColumnId[]) {
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

  private table(order: string): Table {
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

  /** Types and what stands by itself. */
  base(): void {
    const { c, id } = this
    const named = (order: string) => ({ order, name: c.name(), comment: c.name() })
    this.tx.put(
      'project',
      makeProject(id, {
        name: c.name(),
        note: c.name(),
        properties: this.properties(),
        target: { dialect: c.pick(dialectIds), version: '1' },
      }),
    )
    this.put('namespace', 2, (order) => makeNamespace(id, named(order)))
    this.put('group', 2, (order) =>
      makeGroup(id, {
        ...named(order),
        color: c.pick([...colors, '#123456'] as const),
        properties: this.properties(),
      }),
    )
    this.put('extension', 1, (order) =>
      makeExtension(id, { ...named(order), ...this.home(), version: c.name() }),
    )
    this.put('role', 2, (order) =>
      makeRole(id, {
        ...named(order),
        attributes: c.times(2, () => c.name()),
        memberOf: c.some(this.all('role').map((role) => role.id)),
        dialect: c.pick(dialectIds),
      }),
    )
    this.put('enum', 2, (order) =>
      makeEnum(id, {
        ...named(order),
        ...this.home(),
        values: orders(c.below(4)).map((at) => makeEnumValue(id, named(at))),
      }),
    )
    this.put('composite', 1, (order) =>
      makeComposite(id, {
        ...named(order),
        ...this.home(),
        fields: orders(c.below(3)).map((at) =>
          makeField(id, { ...named(at), type: this.type(), collation: c.name() }),
        ),
      }),
    )
    this.put('domain', 1, (order) =>
      makeDomain(id, {
        ...named(order),
        ...this.home(),
        type: this.type(),
        nullable: c.yes(),
        collation: c.name(),
        checks: this.checks(),
        ...c.maybe(() => ({ default: this.text() })),
      }),
    )
    this.put('sequence', 1, (order) =>
      makeSequence(id, {
        ...named(order),
        ...this.home(),
        options: this.options(),
        ...c.maybe(
          () =>
            ({
              type: this.type(),
              start: '1',
              step: '2',
              min: '0',
              max: '99',
              cache: '3',
              cycle: true,
            }) as const,
        ),
      }),
    )
    this.put('partial', 1, (order) => {
      const columns = this.columns(2)
      return makePartial(id, {
        ...named(order),
        columns,
        indexes: this.indexes(columns.map((column) => column.id)),
        checks: this.checks(),
        color: c.name(),
      })
    })
  }

  private end(table: Table): { readonly table: TableId; readonly columns: readonly ColumnId[] } {
    return { table: table.id, columns: this.c.some(table.columns.map((column) => column.id)) }
  }

  private relation(order: string): Rows['relation'] | undefined {
    const { c, id } = this
    const [child, parent] = [this.one('table'), this.one('table')]
    if (!child || !parent) return undefined
    const shared = {
      order,
      name: c.name(),
      comment: c.name(),
      properties: this.properties(),
      verbs: { childToParent: c.name(), parentToChild: c.name() },
      ...c.maybe(() => ({ inactive: true }) as const),
    }
    if (c.yes()) {
      const end = (table: Table) => ({
        ...this.end(table),
        min: c.pick([0, 1] as const),
        max: c.pick([1, 'many'] as const),
      })
      return makeLogicalRelation(id, { ...shared, from: end(child), to: end(parent) })
    }
    const count = 1 + c.below(Math.min(child.columns.length, parent.columns.length))
    const columns = child.columns.slice(0, count).map((column) => column.id)
    return makeForeignKey(id, {
      ...shared,
      ...enforcement(c),
      child: { table: child.id, columns },
      parent: { table: parent.id, columns: parent.columns.slice(0, count).map((column) => column.id) },
      onDeleteColumns: c.some(columns),
      options: this.options(),
      ...c.maybe(() => ({ onDelete: c.pick(referentialActions), onUpdate: c.pick(referentialActions) })),
      ...c.maybe(() => ({ match: c.pick(['full', 'partial', 'simple'] as const), period: true }) as const),
      ...c.maybe(() => ({ childMin: c.pick([0, 1] as const) })),
      ...c.maybe(() => ({ declared: { parentMin: 0, childMax: 'many' } }) as const),
    })
  }

  private view(order: string): Rows['view'] {
    const { c, id } = this
    const columns = orders(1 + c.below(3)).map((at) =>
      makeViewColumn(id, { order: at, name: c.name(), type: this.type(), comment: c.name() }),
    )
    return makeView(id, {
      order,
      name: c.name(),
      comment: c.name(),
      ...this.home(),
      materialized: c.yes(),
      query: this.text(),
      dialect: c.pick(dialectIds),
      columns,
      indexes: this.indexes(columns.map((column) => column.id)),
      options: this.options(),
      ...c.maybe(() => ({ namesColumns: true }) as const),
    })
  }

  /** Tables and what hangs on them. */
  middle(): void {
    const { c, id } = this
    this.put('table', 4, (order) => this.table(order))
    const owner = this.one('table')
    const column = owner && c.pickOr(owner.columns)
    for (const sequence of owner && column ? c.some(this.all('sequence')) : []) {
      if (owner && column)
        this.tx.put('sequence', { ...sequence, ownedBy: { table: owner.id, column: column.id } })
    }
    this.put('relation', 4, (order) => this.relation(order))
    this.put('view', 2, (order) => this.view(order))
    const definition = (order: string) => ({
      order,
      name: c.name(),
      comment: c.name(),
      definition: this.text(),
      dialect: c.pick(dialectIds),
    })
    this.put('routine', 2, (order) =>
      makeRoutine(id, {
        ...definition(order),
        ...this.home(),
        routine: c.pick(['function', 'procedure', 'aggregate', 'package'] as const),
        signature: c.name(),
      }),
    )
    this.put('trigger', 2, (order) => {
      const on = c.yes() ? this.one('table') : this.one('view')
      return (
        on &&
        makeTrigger(id, { ...definition(order), on: on.id, ...c.maybe(() => ({ disabled: true }) as const) })
      )
    })
    this.put('grant', 2, (order) => this.grant(order))
    this.put('sample', 1, (order) => {
      const table = this.one('table')
      const columns = table?.columns.map((one) => one.id) ?? []
      const value = () => c.pick([1, 'x', null, true, { expression: 'now()' }] as const)
      return (
        table &&
        makeSample(id, {
          order,
          table: table.id,
          columns,
          rows: c.times(2, () => columns.map(value)),
          ...c.maybe(() => ({ example: true }) as const),
        })
      )
    })
    this.put('lineage', 1, (order) => {
      const [from, to] = [this.one('table'), this.one('table')]
      return (
        from &&
        to &&
        makeLineage(id, {
          order,
          name: c.name(),
          comment: c.name(),
          color: c.name(),
          properties: this.properties(),
          edges: [{ from: this.end(from), to: this.end(to) }],
        })
      )
    })
  }

  private grant(order: string): Rows['grant'] | undefined {
    const { c } = this
    const table = this.one('table')
    const role = this.one('role')
    const on = c.yes() ? table : (this.one('sequence') ?? this.one('enum'))
    if (!on) return undefined
    return makeGrant(this.id, {
      order,
      on: on.id as TableId | ViewId | EnumId,
      privileges: c.times(2, () => c.name()),
      columns: on === table ? c.some(table.columns.map((column) => column.id)) : [],
      to: role && c.yes() ? { role: role.id } : { name: c.name() },
      dialect: c.pick(dialectIds),
      ...c.maybe(() => ({ withGrantOption: true }) as const),
    })
  }

  /** Diagrams and what lies in them, and the texts kept beside the model. */
  rest(): void {
    const { c, id } = this
    this.put('verbatim', 2, (order) => {
      const after = this.one('table')
      return makeVerbatim(id, {
        order,
        dialect: c.pick(dialectIds),
        text: this.text(),
        comment: c.name(),
        ...(after && c.yes() ? { after: after.id } : {}),
      })
    })
    this.put('source', 1, (order) =>
      makeSource(id, {
        order,
        name: c.name(),
        format: c.pick(['dbml', 'sql', 'prisma', 'rails'] as const),
        text: c.name(),
      }),
    )
    this.put('diagram', 2, (order) =>
      makeDiagram(id, {
        order,
        name: c.name(),
        note: c.name(),
        notation: c.pick(notations),
        level: c.pick(levels),
        ...c.maybe(() => ({ filter: c.name() })),
      }),
    )
    const point = () => ({ x: c.below(2000) - 1000, y: c.below(2000) - 1000 })
    const locked = () => c.maybe(() => ({ locked: true }) as const)
    for (const diagram of this.all('diagram')) {
      for (const object of c.some([...this.all('table'), ...this.all('view'), ...this.all('enum')])) {
        const looks = {
          ...c.maybe(() => ({ width: 200 })),
          ...c.maybe(() => ({ color: c.pick(colors) })),
          ...c.maybe(() => ({ collapsed: c.pick(['keys', 'header'] as const) })),
          ...c.maybe(() => ({ hidden: true }) as const),
        }
        this.tx.put(
          'placement',
          makePlacement(id, { diagram: diagram.id, object: object.id, ...point(), ...locked(), ...looks }),
        )
      }
      for (const relation of c.some(this.all('relation'))) {
        this.tx.put(
          'line',
          makeLine(id, {
            diagram: diagram.id,
            relation: relation.id,
            bends: c.times(3, point),
            ...c.maybe(() => ({ color: c.pick(colors) })),
          }),
        )
      }
      const group = this.one('group')
      const size = { width: 10 + c.below(500), height: 10 + c.below(500) }
      if (group)
        this.tx.put(
          'area',
          makeArea(id, { diagram: diagram.id, group: group.id, ...point(), ...size, ...locked() }),
        )
      this.tx.put(
        'note',
        makeNote(id, {
          diagram: diagram.id,
          order: 'a0',
          name: c.name(),
          text: c.name(),
          color: c.pick(colors),
          ...point(),
          ...size,
          ...locked(),
          properties: this.properties(),
        }),
      )
    }
  }
}

/** A document built from decisions. */
export function buildSchema(c: Chooser, newId: NewId = countingIds('g')): Schema {
  const { edits } = transact(emptySchema, (tx) => {
    const builder = new Builder(c, newId, tx)
    builder.base()
    builder.middle()
    builder.rest()
  })
  return applyEdits(emptySchema, edits)
}

export const arbitrarySchema = (): fc.Arbitrary<Schema> => choices().map((c) => buildSchema(c))
