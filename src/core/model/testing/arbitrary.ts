// Any document at all: every kind of record, every optional field, hostile names, valid by the invariants.
import type fc from 'fast-check'
import {
  makeArea,
  makeComposite,
  makeDiagram,
  makeDomain,
  makeEnum,
  makeEnumValue,
  makeExtension,
  makeField,
  makeForeignKey,
  makeGrant,
  makeGroup,
  makeLine,
  makeLineage,
  makeLogicalRelation,
  makeNamespace,
  makeNote,
  makePartial,
  makePlacement,
  makeProject,
  makeRole,
  makeRoutine,
  makeSample,
  makeSequence,
  makeSource,
  makeTrigger,
  makeVerbatim,
  makeView,
  makeViewColumn,
} from '../factory'
import { applyEdits } from '../edit'
import type { ColumnId, NewId, TableId } from '../id'
import { orders } from '../order'
import { colors, levels, notations, referentialActions, type Table } from '../records'
import { emptySchema, type Rows, type Schema } from '../schema'
import { dialectIds } from '../target'
import { transact } from '../transact'
import { choices, type Chooser } from './chooser'
import { countingIds } from './factories'
import { Parts, enforcement } from './arbitraryParts'

class Builder extends Parts {
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
      on: on.id,
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
