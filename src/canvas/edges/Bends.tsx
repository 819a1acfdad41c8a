// The bends of the one selected line, to be taken hold of; decided by place, in gestures/bend.
import { isIdOf, type RelationId } from '../../core/model/id'
import type { Point } from '../../core/model/records'
import { useView } from '../../state/view'
import { useLive } from '../live'
import { useStage } from '../stage'

const none: readonly Point[] = []

export function Bends() {
  const id = useView(({ selection: { items } }): RelationId | undefined => {
    const [first] = items
    return items.size === 1 && first && isIdOf('relation', first) ? first : undefined
  })
  const stored = useStage(({ drawing }) => (id && drawing.lines.get(id)?.bends) ?? none)
  const bending = useLive((state) => (state.bending?.relation === id ? state.bending?.bends : undefined))
  return (bending ?? stored).map(({ x, y }, index) => (
    <span
      key={index}
      data-bend={index}
      className="pointer-events-none absolute -top-1 -left-1 z-10 size-2 rounded-full border border-accent bg-surface"
      style={{ transform: `translate(${x}px, ${y}px)` }}
    />
  ))
}
