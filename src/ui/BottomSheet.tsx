// A panel on a phone: from below, over the canvas, as tall as one draws it.
import {
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { cx } from './classes'
import { nearestStop, sheetStops, stopAfter, type SheetStop } from './sheetStops'

export interface BottomSheetProps {
  readonly label: string
  readonly stop: SheetStop
  readonly onStop: (stop: SheetStop) => void
  /** Gets the edge that one draws it by, to put it on top of its own landmark. */
  readonly children: (edge: ReactNode) => ReactNode
}

const heights: Readonly<Record<SheetStop, string>> = {
  peek: 'var(--sheet-peek)',
  half: '55dvh',
  // The bar above and the status line below stay.
  whole: 'calc(100dvh - var(--bar-height) - 24px)',
}

const stopWords: Readonly<Record<SheetStop, string>> = { peek: 'Its name only', half: 'Half', whole: 'Whole' }

/** Where the sheet's upper edge is being dragged, as a share of the window; undefined while it rests. */
function useDrag(onStop: BottomSheetProps['onStop'], onTap: () => void) {
  const [share, setShare] = useState<number>()
  const from = useRef<{ readonly y: number; readonly height: number; isMoved: boolean }>(undefined)
  const shareAt = (event: PointerEvent): number => {
    const { y = 0, height = 0 } = from.current ?? {}
    return Math.max(0, Math.min(1, (height + y - event.clientY) / window.innerHeight))
  }
  const handleProps = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const height = event.currentTarget.closest('[data-sheet]')?.clientHeight ?? 0
      from.current = { y: event.clientY, height, isMoved: false }
    },
    onPointerMove: (event: PointerEvent) => {
      if (!from.current) return
      if (Math.abs(event.clientY - from.current.y) > 4) from.current.isMoved = true
      if (from.current.isMoved) setShare(shareAt(event))
    },
    onPointerUp: (event: PointerEvent) => {
      if (!from.current) return
      if (from.current.isMoved) onStop(nearestStop(shareAt(event)))
      else onTap()
      from.current = undefined
      setShare(undefined)
    },
    onPointerCancel: () => {
      from.current = undefined
      setShare(undefined)
    },
  }
  return { share, handleProps }
}

export function BottomSheet({ label, stop, onStop, children }: BottomSheetProps) {
  const { share, handleProps } = useDrag(onStop, () => onStop(stop === 'peek' ? 'half' : 'peek'))

  const handleKeyDown = (event: KeyboardEvent) => {
    const next =
      event.key === 'Enter' || event.key === ' '
        ? stop === 'peek'
          ? 'half'
          : 'peek'
        : stopAfter(stop, event.key)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onStop(next)
  }
  // Whoever tabs into what is below the edge wants to see it; the head, with its buttons, is always in view.
  const handleFocus = (event: FocusEvent) => {
    if (stop === 'peek' && event.target.closest('header, [role=separator]') === null) onStop('half')
  }

  const edge = (
    // A separator that can be focused and moved is a widget (ARIA 1.2, "separator").
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={`Height of the ${label.toLowerCase()}`}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={2}
      aria-valuenow={sheetStops.indexOf(stop)}
      aria-valuetext={stopWords[stop]}
      onKeyDown={handleKeyDown}
      {...handleProps}
      className="flex h-6 shrink-0 touch-none items-center justify-center rounded-t-dialog -outline-offset-2"
    >
      <span className="h-1 w-9 rounded-full bg-border-strong" />
    </div>
  )

  return (
    <div className="relative h-(--sheet-peek) shrink-0">
      <div
        data-sheet
        style={{ height: share === undefined ? heights[stop] : `${share * 100}dvh` }}
        className={cx(
          'absolute inset-x-0 bottom-0 z-30 flex flex-col overflow-hidden rounded-t-dialog border-t border-border bg-surface shadow-dialog',
          share === undefined && 'transition-[height]',
        )}
      >
        <div className="min-h-0 flex-1" onFocusCapture={handleFocus}>
          {children(edge)}
        </div>
      </div>
    </div>
  )
}
