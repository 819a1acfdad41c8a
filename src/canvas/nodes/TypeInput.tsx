// A type while it is typed: the row's own text, with what the dialect would suggest below it.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { dialectOf } from '../../state/perform'
import { document as openDocument } from '../../state/document'
import type { TypeSuggestion } from '../../core/dialects/dialect'
import { cx, type CommitKey } from '../../ui'

const mostShown = 8

/** Own enums and the dialect's types, those that begin with the query first. */
function suggestionsFor(query: string): readonly TypeSuggestion[] {
  const { schema } = openDocument.getState()
  const own = [...schema.enum.values(), ...schema.domain.values()].map(({ name }) => ({
    raw: name,
    group: 'Own types',
    hint: '',
  }))
  const wanted = query.trim().toLowerCase()
  const all = [...dialectOf(schema).types.suggestions, ...own]
  if (wanted === '') return all.slice(0, mostShown)
  const starts = all.filter(({ raw }) => raw.toLowerCase().startsWith(wanted))
  const holds = all.filter(
    ({ raw, hint }) =>
      !starts.some((one) => one.raw === raw) && `${raw} ${hint}`.toLowerCase().includes(wanted),
  )
  return [...starts, ...holds].slice(0, mostShown)
}

export interface TypeInputProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string, by: CommitKey) => void
  readonly onCancel: () => void
  readonly onChange?: (value: string) => void
  /** False where the field appears together with another that has the focus. */
  readonly takesFocus?: boolean
  readonly placeholder?: string
}

/** Below the input, or above it where the window ends; out of the canvas, so that it keeps its size at any zoom. */
function putBeside(list: HTMLElement, input: HTMLElement): void {
  const { left, top, bottom, width } = input.getBoundingClientRect()
  const { height } = list.getBoundingClientRect()
  const fitsBelow = bottom + height + 8 < window.innerHeight
  list.style.minWidth = `${Math.max(width + 16, 200)}px`
  list.style.left = `${Math.max(8, Math.min(left - 8, window.innerWidth - 248))}px`
  list.style.top = `${fitsBelow ? bottom + 6 : Math.max(8, top - height - 6)}px`
}

export function TypeInput(props: TypeInputProps) {
  const { label, value, onCommit, onCancel, onChange, takesFocus = true, placeholder } = props
  const [text, setText] = useState(value)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const isDone = useRef(false)
  const listId = useId()
  const options = useMemo(
    () => (isOpen ? suggestionsFor(text === value ? '' : text) : []),
    [isOpen, text, value],
  )
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!takesFocus || !input) return
    input.focus({ preventScroll: true })
    input.select()
  }, [input, takesFocus])

  useLayoutEffect(() => {
    if (list.current && input) putBeside(list.current, input)
  }, [input, options])

  const put = (next: string) => {
    setText(next)
    onChange?.(next)
  }
  const commit = (by: CommitKey, given = text) => {
    if (isDone.current) return
    isDone.current = by !== 'blur' || takesFocus
    onCommit(given, by)
  }
  const take = (by: CommitKey) => commit(by, (isOpen && options[active]?.raw) || text)
  const step = (by: number) => {
    setOpen(true)
    const count = isOpen ? options.length : mostShown
    setActive((at) =>
      (at + by + count + 1) % (count + 1) === count ? -1 : (at + by + count + 1) % (count + 1),
    )
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') take('enter')
    else if (event.key === 'Tab') take(event.shiftKey ? 'shift-tab' : 'tab')
    else if (event.key === 'Escape') {
      if (isOpen && active >= 0) setOpen(false)
      else {
        isDone.current = true
        onCancel()
      }
    } else return
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={setInput}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen && options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={placeholder}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          put(event.target.value)
          setOpen(true)
          setActive(-1)
        }}
        onKeyDown={handleKeyDown}
        onBlur={() => {
          setOpen(false)
          commit('blur')
        }}
        className="w-full min-w-0 bg-transparent p-0 text-right text-inherit outline-none"
      />
      {isOpen &&
        options.length > 0 &&
        createPortal(
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label="Types"
            className="fixed z-40 max-w-80 rounded-control border border-border bg-raised p-1 text-row text-text shadow-pop"
          >
            {options.map((option, index) => (
              <div
                key={option.raw}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={cx(
                  'flex h-7 items-center justify-between gap-4 rounded-small px-2',
                  index === active ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
                )}
                // The field keeps the focus; a press chooses before it could leave.
                onPointerDown={(event) => {
                  event.preventDefault()
                  event.stopPropagation()
                  put(option.raw)
                  commit('enter', option.raw)
                }}
              >
                <span className="whitespace-pre">{option.raw}</span>
                <span className="truncate text-small text-faint">{option.hint || option.group}</span>
              </div>
            ))}
          </div>,
          // Within the landmark of what one types into, wherever there is one.
          input?.closest('main') ?? window.document.body,
        )}
    </>
  )
}
