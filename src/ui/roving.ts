// One stop of the Tab key for a whole group; arrows move within it.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

export type Orientation = 'horizontal' | 'vertical' | 'both'

const FOCUSABLE =
  'button:not(:disabled), [role=radio], [role=tab], [role=switch], select:not(:disabled), input:not(:disabled), a[href]'

const steps: Readonly<Record<string, { readonly along: Orientation; readonly by: number }>> = {
  ArrowRight: { along: 'horizontal', by: 1 },
  ArrowLeft: { along: 'horizontal', by: -1 },
  ArrowDown: { along: 'vertical', by: 1 },
  ArrowUp: { along: 'vertical', by: -1 },
}

function itemsIn(group: HTMLElement): readonly HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(FOCUSABLE)]
}

function makeOnlyStop(items: readonly HTMLElement[], stop: HTMLElement | undefined) {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1
}

interface Place {
  readonly at: number
  readonly count: number
  readonly orientation: Orientation
}

/** Which item a key leads to, if any. */
export function rovingTarget(key: string, { at, count, orientation }: Place): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (!step || (orientation !== 'both' && step.along !== orientation)) return undefined
  return (at + step.by + count) % count
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

export interface Roving<E extends HTMLElement> {
  readonly ref: RefObject<E | null>
  readonly onKeyDown: (event: KeyboardEvent<E>) => void
  readonly onFocus: (event: { readonly target: EventTarget }) => void
}

/** For toolbars: the items are whatever can be focused inside. */
export function useRoving<E extends HTMLElement>(orientation: Orientation): Roving<E> {
  const ref = useRef<E>(null)

  useEffect(() => {
    if (!ref.current) return
    const items = itemsIn(ref.current)
    const stop =
      items.find((item) => item === document.activeElement) ?? items.find((item) => item.tabIndex === 0)
    makeOnlyStop(items, stop ?? items[0])
  })

  const handleKeyDown = (event: KeyboardEvent<E>) => {
    if (!ref.current || event.defaultPrevented || isTyping(event.target)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const items = itemsIn(ref.current)
    const at = items.findIndex((item) => item === event.target)
    const next = at < 0 ? undefined : rovingTarget(event.key, { at, count: items.length, orientation })
    if (next === undefined) return
    event.preventDefault()
    items[next]?.focus()
  }

  const handleFocus = (event: { readonly target: EventTarget }) => {
    if (!ref.current) return
    const items = itemsIn(ref.current)
    const stop = items.find((item) => item === event.target)
    if (stop) makeOnlyStop(items, stop)
  }

  return { ref, onKeyDown: handleKeyDown, onFocus: handleFocus }
}
