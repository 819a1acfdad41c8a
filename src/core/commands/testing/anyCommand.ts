// Any command on anything: what a restless user does. Refusals are fine, broken documents are not.
import { isIdOf, type ColumnId } from '../../model/id'
import type { Placeable, Table } from '../../model/records'
import { inOrder, kinds, type Kind, type Rows } from '../../model/schema'
import type { Chooser } from '../../model/testing/chooser'
import { addColumnsFromText } from '../addMany'
import { align, distribute } from '../align'
import { createArea, createNote } from '../annotation'
import { setCardinality } from '../cardinality'
import {
  addColumn,
  moveColumn,
  removeColumn,
  setColumnType,
  setDefault,
  setGenerated,
  setNullable,
} from '../column'
import { connect } from '../connect'
import type { Cx, Done } from '../context'
import { ok } from '../context'
import { duplicateDiagram, removeDiagram } from '../diagram'
import { copySubset } from '../fragment'
import { addUnique, promoteUnique, setPrimaryKey, togglePrimaryKey, toggleUnique } from '../key'
import { moveBy, place, setCollapsed, setColor, setLocked, unplace, type Item } from '../layout'
import { addBend, setLineColor } from '../line'
import { makeJunction, resolveLogical, sketchRelation, toLogical, toManyToMany } from '../manyToMany'
import { setNamespace } from '../namespace'
import {
  addEnumValue,
  createDomain,
  createEnum,
  createGrant,
  createRoutine,
  createSequence,
  createTrigger,
  createVerbatim,
  createView,
} from '../objects'
import { pasteFragment, duplicate } from '../paste'
import { remove, reorder } from '../record'
import { addColumnPair, removeRelation, setActions, swapDirection } from '../relation'
import { removeSelection } from '../remove'
import { rename } from '../rename'
import { createTable } from '../table'
import { setInherits, setPartitionOf } from '../tableTree'
import { addCheck, addIndex, addPolicy } from '../tableParts'

/** What a command may act on. */
class Pick {
  readonly cx: Cx
  readonly c: Chooser

  constructor(cx: Cx, c: Chooser) {
    this.cx = cx
    this.c = c
  }

  all<K extends Kind>(kind: K): Rows[K][] {
    return [...this.cx.tx.all(kind)]
  }

  with<K extends Kind>(kind: K, act: (row: Rows[K]) => Done<unknown>): Done<unknown> {
    const row = this.c.pickOr(this.all(kind))
    return row ? act(row) : ok(undefined)
  }

  column(
    act: (at: { readonly table: Table['id']; readonly column: ColumnId }, table: Table) => Done<unknown>,
  ): Done<unknown> {
    return this.with('table', (table) => {
      const column = this.c.pickOr(table.columns)
      return column ? act({ table: table.id, column: column.id }, table) : ok(undefined)
    })
  }

  items(): Item[] {
    const { c } = this
    return c.some<Item>(
      [
        ...this.all('table'),
        ...this.all('view'),
        ...this.all('enum'),
        ...this.all('note'),
        ...this.all('area'),
      ].map(({ id }) => id),
    )
  }

  boxes(): Map<Item, { x: number; y: number; width: number; height: number }> {
    return new Map(
      this.items().map((item) => [
        item,
        { x: this.c.below(900), y: this.c.below(900), width: 200, height: 90 },
      ]),
    )
  }

  sql(): string {
    const name =
      this.c.pickOr(
        [...this.all('table'), ...this.all('view'), ...this.all('enum')].map((row) => row.name),
      ) ?? 'x'
    return `SELECT ${this.cx.dialect.names.quote(name)}.id, 'x' FROM ${this.cx.dialect.names.quote(name)} /* ${this.c.name()}`
  }
}

type Act = (pick: Pick) => Done<unknown>

const acts: Readonly<Record<string, Act>> = {
  createTable: ({ cx, c }) =>
    createTable(cx, {
      at: { x: c.below(99), y: 0 },
      idColumn: c.yes(),
      ...c.maybe(() => ({ name: c.name() })),
    }),
  addColumn: (p) =>
    p.with('table', ({ id, columns }) =>
      addColumn(p.cx, id, { name: p.c.name(), index: p.c.below(columns.length + 2) }),
    ),
  addLines: (p) =>
    p.with('table', ({ id }) =>
      addColumnsFromText(p.cx, id, {
        text: `${p.c.name()} bigint pk\n${p.c.name()} text unique default 'x'`,
      }),
    ),
  moveColumn: (p) => p.column((at) => moveColumn(p.cx, at, p.c.below(6))),
  removeColumn: (p) => p.column((at) => removeColumn(p.cx, at)),
  setType: (p) =>
    p.column((at) =>
      setColumnType(
        p.cx,
        at,
        p.c.pick(['uuid', 'bigint', 'numeric(3,1)', p.c.pickOr(p.all('enum'))?.name ?? 'x']),
      ),
    ),
  setDefault: (p) => p.column((at) => setDefault(p.cx, at, p.c.pick(["'x'", 'now()', '', p.sql()]))),
  setGenerated: (p) => p.column((at) => setGenerated(p.cx, at, { expression: p.sql(), storage: 'stored' })),
  setNullable: (p) => p.column((at) => setNullable(p.cx, at, p.c.yes())),
  primaryKey: (p) =>
    p.with('table', ({ id, columns }) =>
      setPrimaryKey(p.cx, id, p.c.some(columns.map((column) => column.id))),
    ),
  toggleKey: (p) => p.column((at) => togglePrimaryKey(p.cx, at)),
  toggleUnique: (p) => p.column((at) => toggleUnique(p.cx, at)),
  addUnique: (p) => p.column(({ table, column }) => addUnique(p.cx, table, [column])),
  promote: (p) =>
    p.with('table', ({ id, uniques }) =>
      uniques[0] ? promoteUnique(p.cx, { table: id, key: uniques[0].id }) : ok(undefined),
    ),
  addCheck: (p) => p.with('table', ({ id }) => addCheck(p.cx, id, { expression: p.sql() })),
  addIndex: (p) =>
    p.column(({ table, column }) =>
      addIndex(p.cx, table, { columns: [column], expressions: [p.sql()], unique: p.c.yes() }),
    ),
  addPolicy: (p) => p.with('table', ({ id }) => addPolicy(p.cx, id, { name: p.c.name(), roles: ['public'] })),
  inherit: (p) => p.with('table', (a) => p.with('table', (b) => setInherits(p.cx, a.id, [b.id]))),
  partition: (p) =>
    p.with('table', (a) =>
      p.with('table', (b) => setPartitionOf(p.cx, a.id, { table: b.id, bounds: { parts: ['DEFAULT'] } })),
    ),
  connectColumns: (p) =>
    p.column((from) =>
      p.column((to) =>
        connect(p.cx, {
          from: { table: from.table, columns: [from.column] },
          to: { table: to.table, columns: [to.column] },
        }),
      ),
    ),
  connectTables: (p) =>
    p.with('table', (a) =>
      p.with('table', (b) =>
        connect(p.cx, {
          from: { table: a.id },
          to: { table: b.id },
          as: p.c.pick(['oneToOne', 'oneToMany', 'manyToOne', undefined]),
        }),
      ),
    ),
  junction: (p) =>
    p.with('table', (a) => p.with('table', (b) => makeJunction(p.cx, { from: a.id, to: b.id }))),
  sketch: (p) =>
    p.with('table', (a) =>
      p.with('table', (b) =>
        sketchRelation(
          p.cx,
          { from: a.id, to: b.id },
          { from: p.c.pick([1, 'many']), to: p.c.pick([1, 'many']) },
        ),
      ),
    ),
  resolve: (p) => p.with('relation', ({ id }) => resolveLogical(p.cx, id)),
  unresolve: (p) => p.with('relation', ({ id }) => toLogical(p.cx, id)),
  manyToMany: (p) => p.with('relation', ({ id }) => toManyToMany(p.cx, id)),
  cardinality: (p) =>
    p.with('relation', ({ id }) =>
      setCardinality(p.cx, id, {
        end: p.c.pick(['child', 'parent']),
        ...p.c.maybe(() => ({ min: p.c.pick([0, 1] as const) })),
        ...p.c.maybe(() => ({ max: p.c.pick([1, 'many'] as const) })),
      }),
    ),
  swap: (p) => p.with('relation', ({ id }) => swapDirection(p.cx, id)),
  pair: (p) =>
    p.with('relation', ({ id }) =>
      p.column((a) => p.column((b) => addColumnPair(p.cx, id, { child: a.column, parent: b.column }))),
    ),
  actions: (p) =>
    p.with('relation', ({ id }) =>
      setActions(
        p.cx,
        id,
        p.c.maybe(() => ({ onDelete: 'setNull' }) as const),
      ),
    ),
  removeRelation: (p) => p.with('relation', ({ id }) => removeRelation(p.cx, id, { withColumns: p.c.yes() })),
  renameRecord: (p) => p.with(p.c.pick(kinds), ({ id }) => rename(p.cx, { id }, p.c.name())),
  renameColumn: (p) => p.column((at) => rename(p.cx, { id: at.table, part: at.column }, p.c.name())),
  renameValue: (p) =>
    p.with('enum', ({ id, values }) =>
      values[0] ? rename(p.cx, { id, part: values[0].id }, p.c.name()) : ok(undefined),
    ),
  namespace: (p) => p.with('table', ({ id }) => setNamespace(p.cx, id, p.c.pickOr(p.all('namespace'))?.id)),
  enum: (p) => createEnum(p.cx, { values: [p.c.name()], at: { x: 0, y: 0 } }),
  enumValue: (p) => p.with('enum', ({ id }) => addEnumValue(p.cx, id)),
  domain: (p) => createDomain(p.cx, { type: 'bigint', default: "'x'" }),
  sequence: (p) => createSequence(p.cx),
  view: (p) => createView(p.cx, { query: p.sql(), at: { x: 0, y: 0 } }),
  routine: (p) =>
    createRoutine(p.cx, { name: p.c.name(), definition: `CREATE FUNCTION f(a int) AS $$ ${p.sql()} $$` }),
  trigger: (p) =>
    p.with('table', ({ id }) =>
      createTrigger(p.cx, id, { name: 't', definition: 'CREATE TRIGGER t WHEN (NEW.id > 0)' }),
    ),
  verbatim: (p) => createVerbatim(p.cx, { text: p.sql() }),
  grant: (p) => p.with('table', ({ id }) => createGrant(p.cx, { on: id, to: { name: 'PUBLIC' } })),
  remove: (p) => p.with(p.c.pick(kinds), ({ id }) => removeSelection(p.cx, [{ id }])),
  removeRecord: (p) => p.with('table', ({ id }) => remove(p.cx, { kind: 'table', id })),
  removeSelection: (p) =>
    removeSelection(
      p.cx,
      p
        .items()
        .slice(0, 3)
        .map((id) => ({ id })),
    ),
  reorder: (p) => p.with('table', ({ id }) => reorder(p.cx, { kind: 'table', id }, p.c.below(5))),
  duplicate: (p) => duplicate(p.cx, p.items().slice(0, 3), { by: { x: 8, y: 8 }, keepsOutside: p.c.yes() }),
  paste: (p) =>
    pasteFragment(p.cx, copySubset(p.cx.tx.now(), p.cx.diagram, p.items().slice(0, 3)), {
      at: { x: 1, y: 2 },
    }),
  place: (p) =>
    place(
      p.cx,
      new Map(
        p
          .items()
          .filter((id): id is Placeable => !isIdOf('note', id) && !isIdOf('area', id))
          .map((id) => [id, { x: 1, y: 1 }]),
      ),
    ),
  unplace: (p) => p.with('table', ({ id }) => unplace(p.cx, [id])),
  move: (p) => moveBy(p.cx, p.items(), { x: 8, y: -8 }),
  align: (p) => align(p.cx, p.boxes(), p.c.pick(['left', 'center', 'right', 'top', 'middle', 'bottom'])),
  distribute: (p) => distribute(p.cx, p.boxes(), p.c.pick(['x', 'y'])),
  lock: (p) => setLocked(p.cx, p.items(), p.c.yes()),
  collapse: (p) =>
    p.with('table', ({ id }) => setCollapsed(p.cx, [id], p.c.pick(['keys', 'header', undefined]))),
  color: (p) => setColor(p.cx, p.items(), 'red'),
  bend: (p) => p.with('relation', ({ id }) => addBend(p.cx, id, { index: 0, at: { x: 1, y: 1 } })),
  lineColor: (p) => p.with('relation', ({ id }) => setLineColor(p.cx, id, p.c.pick(['red', undefined]))),
  note: (p) => createNote(p.cx, { x: 0, y: 0, width: 100, height: 80 }),
  area: (p) =>
    createArea(p.cx, {
      x: 0,
      y: 0,
      width: 10,
      height: 10,
      tables: p.c.some(p.all('table')).map(({ id }) => id),
    }),
  duplicateDiagram: (p) => p.with('diagram', ({ id }) => duplicateDiagram(p.cx, id)),
  removeDiagram: (p) => p.with('diagram', ({ id }) => removeDiagram(p.cx, id)),
}

const names = Object.keys(acts)

/** One command, and with it one of its fixes when it is refused. */
export function anyCommand(cx: Cx, c: Chooser): Done<unknown> {
  const result = acts[c.pick(names)]?.(new Pick(cx, c)) ?? ok(undefined)
  if (result.ok) return result
  const fix = c.pickOr(result.error.fixes)
  return fix ? fix.apply(cx) : result
}

export const someDiagram = (schema: Parameters<typeof copySubset>[0]) => inOrder(schema.diagram)[0]?.id
