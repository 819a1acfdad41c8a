// A name while it is typed: no box of its own, the row around it says that one types.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CommitKey } from '../../ui'

export interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string, by: CommitKey) => void
  readonly onCancel: () => void
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
  readonly commitsOnBlur?: boolean
}

export function TextInput(props: TextInputProps) {
  const { label, value, onCommit, onCancel, onChange, placeholder, commitsOnBlur = true } = props
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    input.current?.select()
  }, [])

  const commit = (by: CommitKey) => {
    if (isDone.current) return
    // Where leaving does not commit, the field lives on and may commit again.
    isDone.current = commitsOnBlur
    onCommit(text, by)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    // Letters are text here, not shortcuts of the canvas.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit('enter')
    else if (event.key === 'Tab') commit(event.shiftKey ? 'shift-tab' : 'tab')
    else if (event.key === 'Escape') {
      isDone.current = true
      onCancel()
    } else return
    event.preventDefault()
  }
  return (
    <input
      ref={input}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      value={text}
      placeholder={placeholder}
      onChange={(event) => {
        setText(event.target.value)
        onChange?.(event.target.value)
      }}
      onKeyDown={handleKeyDown}
      onBlur={() => {
        if (commitsOnBlur) commit('blur')
      }}
      className="pointer-events-auto w-full min-w-0 bg-transparent p-0 text-inherit outline-none"
    />
  )
}
