// How things lie in the diagram in view: colour, how much of them is shown, locked or not.
import { useMemo } from 'react'
import { setCollapsed, setColor, setLocked, type Item } from '../../core/commands/layout'
import { isIdOf } from '../../core/model/id'
import { placementsIn } from '../../core/model/query'
import type { Color, Placeable, Placement } from '../../core/model/records'
import { useDocument } from '../../state/document'
import { perform } from '../../state/perform'
import { isDrawable, type Selectable } from '../../state/selection'
import { useDiagram } from './current'
import { ColorChoice } from './fields/Color'
import { CheckProperty, SelectProperty } from './fields/fields'
import { isHoused } from './fields/Namespace'
import { Properties } from './fields/Property'
import { describeMany, sharedValue } from './subject'

/** How each of the items lies in the diagram: its colour and whether it is locked. */
function useFaces(ids: readonly Selectable[]) {
  const diagram = useDiagram()
  const placements = useDocument(({ schema }) => placementsIn(schema, diagram))
  const notes = useDocument(({ schema }) => schema.note)
  const areas = useDocument(({ schema }) => schema.area)
  const groups = useDocument(({ schema }) => schema.group)
  return useMemo(
    () =>
      ids.flatMap((id): readonly Face[] => {
        if (isIdOf('note', id)) return faceOf(notes.get(id))
        if (isIdOf('area', id)) {
          const area = areas.get(id)
          return area ? faceOf({ ...area, color: groups.get(area.group)?.color ?? 'none' }) : []
        }
        return isHoused(id) ? faceOf(placements.get(id)) : []
      }),
    [ids, placements, notes, areas, groups],
  )
}

interface Face {
  readonly color: Color
  readonly isLocked: boolean
  readonly collapsed: Placement['collapsed'] | undefined
}

const faceOf = (
  row: Partial<Pick<Placement, 'color' | 'locked' | 'collapsed'>> | undefined,
): readonly Face[] =>
  row ? [{ color: row.color ?? 'none', isLocked: row.locked ?? false, collapsed: row.collapsed }] : []

export interface LookProps {
  readonly ids: readonly Selectable[]
  /** For messages and undo: "3 tables", "orders". */
  readonly words?: string
}

export function Look({ ids, words = describeMany(ids) }: LookProps) {
  const items = ids.filter((id): id is Item => isDrawable(id) && !isIdOf('relation', id))
  const objects = ids.filter((id): id is Placeable => isHoused(id))
  const faces = useFaces(items)
  const color = sharedValue(faces.map((face) => face.color))
  const locked = sharedValue(faces.map((face) => face.isLocked))
  const shown = sharedValue(faces.map((face) => face.collapsed ?? 'whole'))
  return (
    <Properties>
      <ColorChoice
        label={color.isMixed ? 'Colour (mixed)' : 'Colour'}
        value={color.value}
        onChange={(next) => {
          perform(`Colour ${words}`, (cx) => setColor(cx, items, next), { mergeKey: `color ${ids.join()}` })
        }}
      />
      {objects.length > 0 && (
        <SelectProperty
          label="Shown"
          value={shown.value}
          placeholder="Mixed"
          options={[
            { value: 'whole', label: 'All columns' },
            { value: 'keys', label: 'Keys only' },
            { value: 'header', label: 'Name only' },
          ]}
          onChange={(value) => {
            const collapsed = value === 'whole' ? undefined : value
            perform(`Change how ${words} are shown`, (cx) => setCollapsed(cx, objects, collapsed))
          }}
        />
      )}
      <CheckProperty
        label="Locked in place"
        isChecked={locked.value ?? false}
        isMixed={locked.isMixed}
        onChange={(isLocked) => {
          perform(`${isLocked ? 'Lock' : 'Unlock'} ${words}`, (cx) => setLocked(cx, items, isLocked))
        }}
      />
    </Properties>
  )
}
