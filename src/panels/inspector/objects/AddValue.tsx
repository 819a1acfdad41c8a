import { Plus } from 'lucide-react'
import { useState } from 'react'
import { TextField } from '../../../ui'

/** Enter adds and stays, so that values are typed one after another. */
export function AddValue({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    // The field inside is what one types into; this only hears its Enter and that it was left.
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
        label="New value"
        isLabelHidden
        isMono
        value={text}
        icon={<Plus />}
        placeholder="Add value, or paste lines"
        onChange={setText}
      />
    </div>
  )
}
