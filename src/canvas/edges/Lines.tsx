// All lines in view. A line that steps forward is drawn a second time above the others, so that none of the others
// is ever touched by a moving pointer: they fade together, by one class.
import { memo } from 'react'
import { lineWidth } from '../../core/picture/lineGroup'
import type { RelationId } from '../../core/model/id'
import { useView } from '../../state/view'
import { cx } from '../../ui'
import { useIsFaded } from '../focus'
import { useForward } from '../forward'
import { useNearView } from '../nearView'
import { useStage } from '../stage'
import { drawLine } from './drawing'
import { useRoutes } from './routes'
import { Shapes } from './Shapes'
import { LineLabels } from './LineLabels'
import { Bends } from './Bends'

interface LineProps {
  readonly id: RelationId
  readonly isForward?: boolean
}

const Line = memo(function Line({ id, isForward = false }: LineProps) {
  const path = useRoutes(({ moving, paths }) => moving.get(id) ?? paths.get(id))
  const line = useStage(({ drawing }) => drawing.lines.get(id))
  // The group stays the same object while nothing of the line changed: that is all that is looked at.
  const group = useStage(({ drawing }) => (line && path ? drawLine(drawing, line, path) : undefined))
  const isSelected = useView(({ selection }) => isForward && selection.items.has(id))
  const isFromFaded = useIsFaded(line?.from.object ?? '')
  const isToFaded = useIsFaded(line?.to.object ?? '')
  if (!group) return null
  const color = isForward ? (isSelected ? 'var(--accent)' : 'var(--line-hover)') : undefined
  return (
    <g
      {...(isForward
        ? { 'data-forward': id }
        : { id: `item-${id}`, 'data-relation': id, role: 'img', 'aria-label': group.title })}
      strokeWidth={lineWidth}
      className={cx((isFromFaded || isToFaded) && 'opacity-15')}
    >
      <Shapes shapes={group.near} color={color} />
    </g>
  )
})

const sheet = 'pointer-events-none absolute top-0 left-0 size-px overflow-visible fill-none'

export function Lines() {
  const lines = useNearView((state) => state.lines)
  const hasForward = useForward((state) => state.lines.size > 0)
  return (
    <svg
      data-lines
      className={cx(sheet, hasForward && 'opacity-35')}
      style={{ zIndex: -1 }}
      role="group"
      aria-label="Relations"
    >
      {lines.map((id) => (
        <Line key={id} id={id} />
      ))}
    </svg>
  )
}

/** Still below the tables: a line that steps forward must not cross what one reads. */
export function ForwardLines() {
  const visible = useNearView((state) => state.lines)
  const forward = useForward((state) => state.lines)
  const shown = visible.filter((id) => forward.has(id))
  return (
    <>
      <svg data-lines className={sheet} style={{ zIndex: -1 }} aria-hidden>
        {shown.map((id) => (
          <Line key={id} id={id} isForward />
        ))}
      </svg>
      <LineLabels lines={shown} />
      <Bends />
    </>
  )
}
