import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { cx } from './classes'

export interface SplitterProps {
  /** What it resizes: "Outline width". */
  readonly label: string
  /** The id of the pane that it resizes. */
  readonly controls?: string
  /** A vertical bar stands between columns, a horizontal one between rows. */
  readonly orientation?: 'vertical' | 'horizontal'
  /** On which side of the bar the pane lies. */
  readonly pane?: 'before' | 'after'
  readonly value: number
  readonly min: number
  readonly max: number
  /** While dragging and on every key. */
  readonly onChange: (value: number) => void
  /** Double-click or Enter: back to the usual size, or fold away. */
  readonly onReset?: () => void
}

const STEP = 8
const BIG_STEP = 40

export function Splitter(props: SplitterProps) {
  const {
    label,
    controls,
    orientation = 'vertical',
    pane = 'before',
    value,
    min,
    max,
    onChange,
    onReset,
  } = props
  const from = useRef<{ readonly at: number; readonly value: number }>(undefined)
  const sign = pane === 'before' ? 1 : -1
  const along = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY)
  const set = (next: number) => {
    const within = Math.round(Math.min(max, Math.max(min, next)))
    if (within !== value) onChange(within)
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const step = event.shiftKey ? BIG_STEP : STEP
    if (event.key === less) set(value - sign * step)
    else if (event.key === more) set(value + sign * step)
    else if (event.key === 'Home') set(min)
    else if (event.key === 'End') set(max)
    else if (event.key === 'Enter' && onReset) onReset()
    else return
    event.preventDefault()
  }
  const handleDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { at: along(event), value }
  }
  const handleMove = (event: PointerEvent) => {
    if (from.current) set(from.current.value + sign * (along(event) - from.current.at))
  }
  const handleEnd = () => {
    from.current = undefined
  }

  return (
    // A separator that can be focused and moved is a widget (ARIA 1.2, "separator").
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={handleKeyDown}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleEnd}
      onPointerCancel={handleEnd}
      onDoubleClick={onReset}
      className={cx(
        'group/split relative z-10 shrink-0 touch-none outline-none',
        orientation === 'vertical'
          ? '-mx-1 w-2 cursor-col-resize pointer-coarse:-mx-3 pointer-coarse:w-6'
          : '-my-1 h-2 cursor-row-resize pointer-coarse:-my-3 pointer-coarse:h-6',
      )}
    >
      <div
        className={cx(
          'absolute bg-border transition-colors group-hover/split:bg-focus group-focus-visible/split:bg-focus group-active/split:bg-focus',
          orientation === 'vertical'
            ? 'inset-y-0 left-1/2 w-px group-hover/split:w-0.5 group-focus-visible/split:w-0.5'
            : 'inset-x-0 top-1/2 h-px group-hover/split:h-0.5 group-focus-visible/split:h-0.5',
        )}
      />
    </div>
  )
}
