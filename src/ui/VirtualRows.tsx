// Rows of one height, of which only those in view exist. Nothing here depends on how many there are: a library that
// also measures rows walks over all of them in every render, which 50,000 rows make felt.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { rowsInView, scrollTopFor, type RowRange } from './rowsInView'

export interface VirtualRowsProps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** Always in the document, so that it can be named as the active one however far one has scrolled. */
  readonly activeIndex: number
  readonly keyOf: (index: number) => string
  readonly children: (index: number) => ReactNode
}

/** The height that density and pointer ask for. */
function useRowHeight(probe: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(28)
  useLayoutEffect(() => {
    if (!probe.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.height > 0) setHeight(entry.contentRect.height)
    })
    observer.observe(probe.current)
    return () => {
      observer.disconnect()
    }
  }, [probe])
  return height
}

interface Rows {
  readonly scroller: RefObject<HTMLElement | null>
  readonly list: RefObject<HTMLElement | null>
  readonly count: number
  readonly height: number
}

/** Where the list begins inside its scroller: below a padding, a heading. */
function listTop(scroller: HTMLElement, list: HTMLElement | null): number {
  const offset = list ? list.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0
  return offset + scroller.scrollTop
}

function useRange({ scroller, list, count, height }: Rows): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, last: 30 })
  // Not a layout effect: those run before an element around us is known by its ref.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const top = element.scrollTop - listTop(element, list.current)
      const next = rowsInView({ top, height: element.clientHeight, rowHeight: height, count })
      setRange((old) => (old.first === next.first && old.last === next.last ? old : next))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, list, count, height])
  return range
}

function useFollowActive({ scroller, list, height }: Rows, activeIndex: number) {
  const shown = useRef(activeIndex)
  useEffect(() => {
    const element = scroller.current
    if (element && activeIndex >= 0 && activeIndex !== shown.current) {
      const rowTop = listTop(element, list.current) + activeIndex * height
      const view = { top: element.scrollTop, height: element.clientHeight }
      element.scrollTo({ top: scrollTopFor({ rowTop, rowHeight: height, view }) })
    }
    shown.current = activeIndex
  }, [scroller, list, height, activeIndex])
}

function indexesOf({ first, last }: RowRange, activeIndex: number, count: number): readonly number[] {
  const end = Math.min(last, count - 1)
  const indexes = Array.from({ length: Math.max(0, end - first + 1) }, (_, step) => first + step)
  if (activeIndex < 0 || activeIndex >= count || (activeIndex >= first && activeIndex <= end)) return indexes
  return activeIndex < first ? [activeIndex, ...indexes] : [...indexes, activeIndex]
}

export function VirtualRows({ scroller, count, activeIndex, keyOf, children }: VirtualRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLDivElement>(null)
  const height = useRowHeight(probe)
  const rows = { scroller, list, count, height }
  const range = useRange(rows)
  useFollowActive(rows, activeIndex)
  return (
    <div ref={list} role="presentation" className="relative w-full" style={{ height: count * height }}>
      <div ref={probe} aria-hidden="true" className="invisible absolute h-row w-0" />
      {indexesOf(range, activeIndex, count).map((index) => (
        <div
          key={keyOf(index)}
          role="presentation"
          className="absolute inset-x-0 top-0 h-row"
          style={{ transform: `translateY(${index * height}px)` }}
        >
          {children(index)}
        </div>
      ))}
    </div>
  )
}
