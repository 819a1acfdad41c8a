import { Columns3, Eye, Frame, List, StickyNote, Table2 } from 'lucide-react'
import { addColumn } from '../core/commands/column'
import type { Point, Size } from '../core/model/records'
import type { Action } from '../state/action'
import { canvasPort, lookAt } from '../state/camera'
import { entityLabels, makeEntity } from '../state/makeEntity'
import { perform } from '../state/perform'
import { view, type EntityKind } from '../state/view'
import { all, isEditable, oneTableSelected, selectedTables } from './when'

/** Room that a new object will want: a table grows while one types its columns and must not cover its neighbour. */
const room: Readonly<Record<EntityKind, Size>> = {
  table: { width: 240, height: 208 },
  view: { width: 224, height: 88 },
  enum: { width: 192, height: 88 },
  note: { width: 208, height: 120 },
  area: { width: 480, height: 320 },
}

/** Puts a new object there, or where there is room in view, and asks for its name. */
export function addEntity(entity: EntityKind, at?: Point): void {
  const { port } = canvasPort.getState()
  const corner = at ?? port?.freeSpot(room[entity]) ?? { x: 0, y: 0 }
  const made = makeEntity(entity, { ...corner, ...room[entity] })
  if (made !== undefined && at === undefined) lookAt({ kind: 'flyTo', object: made })
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
    label: entityLabels[entity],
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
