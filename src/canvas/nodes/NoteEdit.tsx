import { useEffect, useRef, useState } from 'react'
import { update } from '../../core/commands/patch'
import type { Note } from '../../core/model/records'
import { perform } from '../../state/perform'
import { view } from '../../state/view'
import { edit, endEditing } from './editing'

export function NoteEdit({ note }: { readonly note: Note }) {
  const [text, setText] = useState(note.text)
  const area = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    area.current?.focus({ preventScroll: true })
    area.current?.select()
  }, [])
  const commit = () => {
    if (isDone.current) return
    isDone.current = true
    if (text !== note.text) perform('Write note', (cx) => update(cx, { kind: 'note', id: note.id }, { text }))
  }
  return (
    <textarea
      ref={area}
      aria-label="Text of the note"
      dir="auto"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        const isDoneKey =
          event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
        if (!isDoneKey) return
        event.preventDefault()
        commit()
        endEditing()
      }}
      onBlur={() => {
        commit()
        if (view.getState().editing?.object === note.id) edit(undefined)
      }}
      className="pointer-events-auto block size-full resize-none rounded-small bg-transparent p-3 text-row leading-4.5 text-inherit outline-none"
    />
  )
}
