import { Columns3, Eye, Frame, List, StickyNote, Table2 } from 'lucide-react'
import { createArea, createNote } from '../core/commands/annotation'
import { addColumn } from '../core/commands/column'
import type { Cx, Done } from '../core/commands/context'
import { createEnum, createView } from '../core/commands/objects'
import { createTable } from '../core/commands/table'
import type { Point } from '../core/model/records'
import { canvasPort, lookAt } from '../state/camera'
import { perform } from '../state/perform'
import { select, type Selectable } from '../state/selection'
import { view, type EntityKind } from '../state/view'
import type { Action } from '../state/action'
import { all, isEditable, oneTableSelected, selectedTables } from './when'

/** Room that a new object will want: a table grows while one types its columns and must not cover its neighbour. */
const sizes: Readonly<Record<EntityKind, { readonly width: number; readonly height: number }>> = {
  table: { width: 240, height: 208 },
  view: { width: 224, height: 88 },
  enum: { width: 192, height: 88 },
  note: { width: 208, height: 120 },
  area: { width: 480, height: 320 },
}

const makers: Readonly<Record<EntityKind, (cx: Cx, at: Point) => Done<Selectable>>> = {
  table: (cx, at) => createTable(cx, { at }),
  view: (cx, at) => createView(cx, { at }),
  enum: (cx, at) => createEnum(cx, { at }),
  note: (cx, at) => createNote(cx, { ...at, ...sizes.note }),
  area: (cx, at) => createArea(cx, { ...at, ...sizes.area }),
}

const labels: Readonly<Record<EntityKind, string>> = {
  table: 'Add table',
  view: 'Add view',
  enum: 'Add enum',
  note: 'Add note',
  area: 'Add subject area',
}

/** Puts a new object there, or where there is room in view, and asks for its name. */
export function addEntity(entity: EntityKind, at?: Point): void {
  const { port } = canvasPort.getState()
  const place = at ?? port?.freeSpot(sizes[entity]) ?? { x: 0, y: 0 }
  const made = perform(labels[entity], (cx) => makers[entity](cx, place), { select: (id) => select(id) })
  if (!made.ok) return
  if (at === undefined) lookAt({ kind: 'flyTo', object: made.value })
  view.setState({ editing: { object: made.value, field: entity === 'note' ? 'text' : 'name' } })
}

const icons = { table: <Table2 />, view: <Eye />, enum: <List />, note: <StickyNote />, area: <Frame /> }
const keys = { table: 'T', view: 'V', enum: 'E', note: 'N', area: 'A' }

const addColumnAction: Action = {
  id: 'table.addColumn',
  label: 'Add column',
  group: 'table',
  icon: <Columns3 />,
  shortcuts: ['C'],
  scope: 'canvas',
  when: all(isEditable, oneTableSelected),
  run: () => {
    const [table] = selectedTables()
    if (!table) return
    const made = perform('Add column', (cx) => addColumn(cx, table))
    if (made.ok) view.setState({ editing: { object: table, part: made.value, field: 'name' } })
  },
}

export const addActions: readonly Action[] = [
  ...(['table', 'view', 'enum', 'note', 'area'] as const).map((entity): Action => ({
    id: `add.${entity}`,
    label: labels[entity],
    group: 'add',
    icon: icons[entity],
    shortcuts: [keys[entity]],
    scope: 'canvas',
    words: entity === 'area' ? ['group', 'frame', 'new'] : ['new', 'create'],
    when: isEditable,
    run: () => {
      addEntity(entity)
    },
  })),
  addColumnAction,
]
