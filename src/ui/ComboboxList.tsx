import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { cx } from './classes'
import type { ComboboxGroup, ComboboxOption } from './Combobox'
import { placeList } from './place'
import { hasTopLayer } from './topLayer'

export interface ComboboxListProps {
  readonly id: string
  readonly label: string
  readonly groups: readonly ComboboxGroup[]
  readonly active: ComboboxOption | undefined
  readonly field: RefObject<HTMLInputElement | null>
  readonly isMono: boolean
  readonly onPick: (option: ComboboxOption) => void
}

export function optionId(listId: string, option: ComboboxOption): string {
  return `${listId}-${encodeURIComponent(option.value)}`
}

/** Follows its field, which may move without any scroll event: on a canvas that is panned. */
function followField(list: HTMLElement, field: HTMLElement): () => void {
  let frame = 0
  let last = ''
  const follow = () => {
    frame = requestAnimationFrame(follow)
    const box = field.getBoundingClientRect()
    const now = [box.left, box.top, box.width, box.height, window.innerWidth, window.innerHeight].join()
    if (now === last) return
    last = now
    const view = { width: window.innerWidth, height: window.innerHeight }
    const { isAbove, maxHeight } = placeList(box, view)
    Object.assign(list.style, {
      left: `${Math.max(8, Math.min(box.left, view.width - list.offsetWidth - 8))}px`,
      top: isAbove ? 'auto' : `${box.bottom + 6}px`,
      bottom: isAbove ? `${view.height - box.top + 6}px` : 'auto',
      minWidth: `${box.width}px`,
      maxHeight: `${maxHeight}px`,
    })
  }
  follow()
  return () => {
    cancelAnimationFrame(frame)
  }
}

/** What happens in the list is nobody else's business: not a drag of the table under it, nor a zoom of the canvas. */
function keepToItself(list: HTMLElement): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal, passive: false }
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dblclick'] as const) {
    list.addEventListener(
      type,
      (event) => {
        event.stopPropagation()
        // The field keeps the focus while one presses an option.
        if (type === 'mousedown') event.preventDefault()
      },
      options,
    )
  }
  return () => {
    stop.abort()
  }
}

function OptionRow({ option, ...list }: { readonly option: ComboboxOption } & ComboboxListProps) {
  const isActive = option === list.active
  return (
    // The field keeps the focus and handles the keys for the whole list (aria-activedescendant).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={optionId(list.id, option)}
      aria-selected={isActive}
      onClick={() => {
        list.onPick(option)
      }}
      className="flex min-h-row items-center gap-3 rounded-control px-2 py-1 select-none enabled-hover:bg-hover aria-selected:bg-hover [&_svg]:size-4"
    >
      {option.icon && <span className="shrink-0 text-muted">{option.icon}</span>}
      <span className={cx('shrink-0', list.isMono && 'font-mono text-row')}>
        {option.label ?? option.value}
      </span>
      {option.detail && (
        <span className="min-w-0 flex-1 truncate text-right text-small text-faint">{option.detail}</span>
      )}
    </div>
  )
}

export function ComboboxList(props: ComboboxListProps) {
  const { id, label, groups, active, field } = props
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!list.current || !field.current) return
    if (hasTopLayer) list.current.showPopover()
    const stops = [followField(list.current, field.current), keepToItself(list.current)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [field])

  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const content = (
    <div
      ref={list}
      popover="manual"
      role="listbox"
      id={id}
      aria-label={`${label}: choices`}
      className="fixed inset-auto z-50 m-0 max-w-90 overflow-y-auto overscroll-contain rounded-card border border-border bg-raised p-1 text-ui text-text shadow-pop"
    >
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          {group.label && (
            <div
              aria-hidden="true"
              className="px-2 pt-1 pb-0.5 text-small font-medium text-faint select-none"
            >
              {group.label}
            </div>
          )}
          {group.options.map((option) => (
            <OptionRow key={option.value} option={option} {...props} />
          ))}
        </div>
      ))}
    </div>
  )
  return hasTopLayer ? content : createPortal(content, document.body)
}
