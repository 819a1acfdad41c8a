import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { cx } from './classes'

export type CommitKey = 'enter' | 'tab' | 'shift-tab' | 'blur'

export interface InlineEditProps {
  readonly label: string
  readonly value: string
  /** How it was committed tells the caller where to go next: Tab to the type, Enter to the next row. */
  readonly onCommit: (value: string, by: CommitKey) => void
  readonly onCancel: () => void
  /** What was typed to begin the editing, instead of the old text. */
  readonly initialText?: string
  readonly placeholder?: string
  /** The reason why this text cannot be taken; it may still be committed. */
  readonly problemOf?: (value: string) => string | undefined
  readonly className?: string
}

/** An input that looks like the text it stands for: same font, same place, no box. Mount it while editing. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, onCommit, onCancel, initialText, placeholder, problemOf, className } = props
  const [text, setText] = useState(initialText ?? value)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const problem = problemOf?.(text)

  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    if (initialText === undefined) input.current?.select()
  }, [initialText])

  // Leaving the field because it was unmounted after Enter must not commit a second time.
  const finish = (act: () => void) => {
    if (isDone.current) return
    isDone.current = true
    act()
  }
  const commit = (by: CommitKey) => {
    finish(() => {
      onCommit(text, by)
    })
  }
  // A row that vanishes while one types (scrolled or zoomed away) never hears that it lost the focus.
  const atTheEnd = useRef<() => void>(undefined)
  useEffect(() => {
    const isTyped = text !== (initialText ?? value)
    atTheEnd.current = isTyped
      ? () => {
          commit('blur')
        }
      : undefined
  })
  useEffect(
    () => () => {
      atTheEnd.current?.()
    },
    [],
  )

  const handleKeyDown = (event: KeyboardEvent) => {
    // The canvas and the lists around have single-key shortcuts; what is typed here is text.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit('enter')
    else if (event.key === 'Tab') commit(event.shiftKey ? 'shift-tab' : 'tab')
    else if (event.key === 'Escape') finish(onCancel)
    else return
    event.preventDefault()
  }

  return (
    <input
      ref={input}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      title={problem}
      autoComplete="off"
      spellCheck={false}
      value={text}
      placeholder={placeholder}
      onChange={(event) => {
        setText(event.target.value)
      }}
      onKeyDown={handleKeyDown}
      onBlur={() => {
        commit('blur')
      }}
      className={cx(
        'w-full min-w-0 rounded-small bg-surface p-0 text-inherit outline-2 outline-offset-2 outline-focus',
        problem && 'outline-danger-text',
        className,
      )}
    />
  )
}

export interface EditableTextProps extends Omit<InlineEditProps, 'onCommit' | 'onCancel' | 'initialText'> {
  readonly onCommit: (value: string) => void
}

/** Text that turns into an InlineEdit on double-click, F2 or Enter. */
export function EditableText({ onCommit, className, ...props }: EditableTextProps) {
  const [isEditing, setEditing] = useState(false)
  const begin = () => {
    setEditing(true)
  }
  const end = () => {
    setEditing(false)
  }
  if (isEditing) {
    return (
      <InlineEdit
        {...props}
        {...(className ? { className } : {})}
        onCancel={end}
        onCommit={(value) => {
          end()
          if (value !== props.value) onCommit(value)
        }}
      />
    )
  }
  return (
    <button
      type="button"
      aria-label={`${props.label}: ${props.value || 'empty'}. Edit`}
      onDoubleClick={begin}
      onKeyDown={(event) => {
        if (event.key !== 'F2' && event.key !== 'Enter') return
        event.preventDefault()
        begin()
      }}
      className={cx(
        'max-w-full truncate rounded-small text-left pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        className,
      )}
    >
      {props.value || <span className="text-faint">{props.placeholder ?? props.label}</span>}
    </button>
  )
}
