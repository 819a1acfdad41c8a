import { Plus } from 'lucide-react'
import { useState } from 'react'
import { TextField } from '../../../ui'
import { useReadOnly } from '../current'

export interface AddTextProps {
  readonly label: string
  readonly placeholder: string
  readonly isMono?: boolean
  readonly onAdd: (text: string) => void
}

/** Enter adds and stays, so that things are typed one after another. Leaving adds as well: nothing typed is lost. */
export function AddText({ label, placeholder, isMono = false, onAdd }: AddTextProps) {
  const [text, setText] = useState('')
  const isReadOnly = useReadOnly()
  const add = () => {
    if (text.trim() === '') return
    setText('')
    onAdd(text.trim())
  }
  if (isReadOnly) return null
  return (
    // The field inside is what one types into; this only hears its keys, and that it was left.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          setText('')
        }
      }}
    >
      <TextField
        label={label}
        isLabelHidden
        isMono={isMono}
        value={text}
        icon={<Plus />}
        placeholder={placeholder}
        onChange={setText}
      />
    </div>
  )
}
