// Beside the pointer while a line is drawn: what letting go would do, or why it cannot be.
import { useLive } from '../live'
import { cx } from '../../ui'
import { toScreen } from '../camera/viewport'

export function RubberTip() {
  const rubber = useLive((state) => state.rubber)
  const viewport = useLive((state) => (state.rubber ? state.viewport : undefined))
  if (!rubber || !viewport) return null
  const text = rubber.refusal ?? rubber.hint
  if (!text) return null
  const { x, y } = toScreen(viewport, rubber.pointer)
  return (
    <div
      role="status"
      className={cx(
        'pointer-events-none absolute top-0 left-0 z-20 max-w-80 rounded-control border px-2 py-1 text-row shadow-pop',
        rubber.refusal
          ? 'border-danger bg-danger-soft text-danger-text'
          : 'border-border bg-raised text-text',
      )}
      style={{ transform: `translate(${Math.round(x + 14)}px, ${Math.round(y + 16)}px)` }}
    >
      {text}
    </div>
  )
}
