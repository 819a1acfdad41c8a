// Where a line may be drawn from: on the row under the pointer, and at the header for the table as a whole.
// Only the table under the pointer has any. What they do is decided by place, in gestures/.
import { rowMiddle } from '../../core/layout/geometry'
import { useLive } from '../live'
import type { DrawnTable } from '../project'

export function Ports({ drawn }: { readonly drawn: DrawnTable }) {
  const column = useLive(({ pointed }) => (pointed.object === drawn.id ? pointed.column : undefined))
  const isBusy = useLive(({ dragging, rubber, marquee }) => Boolean(dragging ?? rubber ?? marquee))
  if (isBusy) return null
  const top = rowMiddle(drawn.placed.face, column)
  return (
    <>
      {(['left', 'right'] as const).map((side) => (
        <span
          key={side}
          data-port={side}
          className="pointer-events-none absolute size-2.5 rounded-full border-2 border-accent bg-surface"
          style={{ top: top - 5, [side]: -5 }}
        />
      ))}
    </>
  )
}
