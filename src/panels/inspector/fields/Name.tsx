// The name of what is selected. Where no diagram shows it, this field is where one renames it: F2 and a new object come
// here.
import { useEffect, useRef } from 'react'
import type { AreaId, GrantId, NoteId } from '../../../core/model/id'
import type { Selectable } from '../../../state/selection'
import { useView, view } from '../../../state/view'
import { renameTo } from '../renameTo'
import { TextProperty } from './fields'

export interface NamePropertyProps {
  readonly id: Exclude<Selectable, NoteId | AreaId | GrantId>
  /** For a screen reader: "Domain name". */
  readonly name: string
  readonly value: string
  readonly error?: string | undefined
  /** The canvas has a field of its own for what it shows. */
  readonly isOnCanvas?: boolean
}

/** The field in here takes the focus when somebody asks to edit this name, with the whole name chosen. */
export function useNameFocus<E extends HTMLElement>(id: Selectable, isOnCanvas = false) {
  const frame = useRef<E>(null)
  const isAsked = useView(
    ({ editing }) => editing?.object === id && editing.field === 'name' && !editing.part,
  )
  useEffect(() => {
    if (!isAsked || isOnCanvas) return
    const input = frame.current?.querySelector('input')
    input?.focus()
    input?.select()
    view.setState({ editing: undefined })
  }, [isAsked, isOnCanvas])
  return frame
}

export function NameProperty({ id, name, value, error, isOnCanvas = false }: NamePropertyProps) {
  const frame = useNameFocus<HTMLDivElement>(id, isOnCanvas)
  return (
    <div ref={frame}>
      <TextProperty
        label="Name"
        name={name}
        value={value}
        error={error}
        onCommit={(text) => {
          renameTo({ id, what: '', before: value }, text)
        }}
      />
    </div>
  )
}
