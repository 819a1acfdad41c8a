// One tooltip for the whole page, fed by attributes (see tip.ts): hundreds of buttons cost no state and no listeners.
// It repeats what the element's name or description already says, so it is hidden from screen readers.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd'
import { placeBeside, type Side } from './place'
import { hasTopLayer } from './topLayer'

const OPEN_AFTER = 500
const CLOSE_AFTER = 120
/** While one moves along a toolbar the next tooltip follows at once. */
const STAY_WARM = 400

interface Shown {
  readonly target: Element
  readonly text: string
  readonly keys: string | undefined
}

function tipTargetOf(node: EventTarget | null): Element | undefined {
  const target = node instanceof Element ? node.closest('[data-tip]') : null
  if (!target?.getAttribute('data-tip') || target.getAttribute('aria-expanded') === 'true') return undefined
  const isCut = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight
  return target.hasAttribute('data-tip-cut') && !isCut ? undefined : target
}

function shownFor(target: Element): Shown {
  return {
    target,
    text: target.getAttribute('data-tip') ?? '',
    keys: target.getAttribute('data-tip-keys') ?? undefined,
  }
}

/** Follows pointer and focus on the whole document; returns how to stop. */
function followTips(
  show: (shown: Shown | undefined) => void,
  isTooltip: (node: EventTarget | null) => boolean,
) {
  let timer = 0
  let current: Element | undefined
  let isOpen = false
  let closedAt = -Infinity

  const set = (target: Element | undefined) => {
    if (isOpen && !target) closedAt = performance.now()
    isOpen = target !== undefined
    show(target && shownFor(target))
  }
  const close = () => {
    clearTimeout(timer)
    current = undefined
    if (isOpen) set(undefined)
  }
  const aim = (target: Element | undefined, delay: number) => {
    if (target === current) return
    clearTimeout(timer)
    current = target
    const isWarm = isOpen || performance.now() - closedAt < STAY_WARM
    const wait = target ? (isWarm ? 0 : delay) : CLOSE_AFTER
    timer = window.setTimeout(() => {
      set(target?.isConnected ? target : undefined)
    }, wait)
  }
  const handleOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return
    if (isOpen && isTooltip(event.target)) return
    aim(tipTargetOf(event.target), OPEN_AFTER)
  }
  const handleFocus = (event: FocusEvent) => {
    const byKeyboard = event.target instanceof Element && event.target.matches(':focus-visible')
    if (byKeyboard) aim(tipTargetOf(event.target), OPEN_AFTER)
  }
  const handlePress = (event: PointerEvent) => {
    close()
    current = tipTargetOf(event.target)
  }
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true, passive: true }
  document.addEventListener('pointerover', handleOver, options)
  document.addEventListener('pointerdown', handlePress, options)
  document.addEventListener('focusin', handleFocus, options)
  for (const event of ['focusout', 'keydown', 'wheel', 'scroll', 'dragstart', 'pointerleave'] as const) {
    document.addEventListener(event, close, options)
  }
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

/** Rendered once, by UiProvider. */
export function TooltipHost() {
  const [shown, setShown] = useState<Shown>()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    return followTips(setShown, (node) => node instanceof Node && (box.current?.contains(node) ?? false))
  }, [])

  useLayoutEffect(() => {
    const element = box.current
    if (!element || !shown) return
    // The top layer: above dialogs. Browsers without it get the same box by its z-index.
    if (hasTopLayer) element.showPopover()
    const side = shown.target.getAttribute('data-tip-side') as Side | null // written by tip() alone
    const { left, top } = placeBeside({
      anchor: shown.target.getBoundingClientRect(),
      box: element.getBoundingClientRect(),
      side: side ?? 'bottom',
      view: { width: window.innerWidth, height: window.innerHeight },
    })
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    return () => {
      if (hasTopLayer && element.isConnected) element.hidePopover()
    }
  }, [shown])

  return (
    <div
      ref={box}
      popover="manual"
      aria-hidden="true"
      hidden={!shown}
      className="fixed inset-auto z-50 m-0 max-w-80 rounded-control border border-border bg-raised px-2 py-1 text-row text-text shadow-pop starting:opacity-0 transition-opacity"
    >
      {shown && (
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 break-words">{shown.text}</span>
          {shown.keys && <Kbd shortcut={shown.keys} />}
        </span>
      )}
    </div>
  )
}
