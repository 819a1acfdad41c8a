// Something new in the diagram, from the menu, a key, the palette or a double-click; its name is asked at once, in place.
import { create } from '../core/commands/create'
import type { Point, Size } from '../core/model/records'
import { perform } from './perform'
import { select, type Selectable } from './selection'
import { view, type EntityKind } from './view'

export const entityLabels: Readonly<Record<EntityKind, string>> = {
  table: 'Add table',
  view: 'Add view',
  enum: 'Add enum',
  note: 'Add note',
  area: 'Add subject area',
}

export function makeEntity(entity: EntityKind, frame: Point & Size): Selectable | undefined {
  const made = perform(entityLabels[entity], (cx) => create(cx, entity, frame), {
    select: (id) => select(id),
  })
  if (!made.ok) return undefined
  view.setState({ editing: { object: made.value, field: entity === 'note' ? 'text' : 'name' } })
  return made.value
}
