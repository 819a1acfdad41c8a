// What is being typed, before it counts: Enter or leaving the field commits, Escape gives the old text back.
import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react'

export interface DraftOptions {
  readonly value: string
  readonly onChange?: ((value: string) => void) | undefined
  readonly onCommit?: ((value: string) => void) | undefined
  /** In a text area Enter starts a new line; Mod+Enter commits. */
  readonly isMultiline?: boolean
}

type Typed = HTMLInputElement | HTMLTextAreaElement

/** Give the field the record's id as its key, or what is typed for one table is committed to the next.
 *  With `onCommit` the field keeps what is typed to itself until it is committed; `onChange` alone is plain control. */
export function useDraft({ value, onChange, onCommit, isMultiline = false }: DraftOptions) {
  const [draft, setDraft] = useState<string>()

  const commit = () => {
    if (draft === undefined) return
    setDraft(undefined)
    if (draft !== value) onCommit?.(draft)
  }

  // A field that vanishes while one types (another table is selected by a shortcut) never hears that it lost the focus.
  const atTheEnd = useRef(commit)
  useEffect(() => {
    atTheEnd.current = commit
  })
  useEffect(
    () => () => {
      atTheEnd.current()
    },
    [],
  )

  const handleKeyDown = (event: KeyboardEvent<Typed>) => {
    if (event.nativeEvent.isComposing || draft === undefined) return
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) commit()
    if (event.key === 'Escape') {
      // One level at a time: the first Escape takes back the typing, the next may close what is around.
      event.stopPropagation()
      setDraft(undefined)
      onChange?.(value)
    }
  }

  return {
    value: draft ?? value,
    onChange: (event: ChangeEvent<Typed>) => {
      if (onCommit) setDraft(event.target.value)
      onChange?.(event.target.value)
    },
    onBlur: commit,
    onKeyDown: handleKeyDown,
  }
}
